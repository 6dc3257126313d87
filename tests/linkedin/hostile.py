"""A hundred hostile files, and a process that opens them one by one under limits.

    PYTHONPATH=tests python -m linkedin.hostile FOLDER

opens every file in a folder. From the moment at which all is imported the process may take 400 MB
more, and for each file 20 seconds of a processor; what takes more ends it.
"""

from __future__ import annotations

import io
import json
import random
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from linkedin.archives import HEADER, PROFILE, connections, message, messages, url

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTES, SECONDS = 400, 20
WARM_UP = "group.zip"
ANA = f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"
GOOD = connections(ANA)
ME, HER = ("Me Moss", "me"), ("Ana Ruiz", "ana")
_TALK = messages(message("c1", ME, HER, "2026-01-01 10:00:00"))
_MUCH = 33 << 20


def refused() -> dict[str, bytes]:
    """Return files that are to be refused with our own sentence."""
    good = _zip({"Connections.csv": GOOD})
    found: dict[str, bytes] = {
        "empty.zip": b"",
        "empty.csv": b"",
        "prose.csv": b"Dear diary",
        "messages-alone.csv": _TALK.encode(),
        "workbook.xlsx": _zip({"xl/workbook.xml": "<workbook/>"}),
        "workbook.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
        "picture.zip": b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
        "nested.zip": _zip({"Basic_LinkedInDataExport.zip": good}),
        "nothing-in-it.zip": _zip({}),
        "folders.zip": _zip({"Connections.csv/": "", "a/": ""}),
        "control-signs.zip": _zip({"\x1b]0;owned\x07/../Connections.csv": GOOD}),
        "claims-many.zip": b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 9, 9, 1 << 30, 0, 0),
        "entries.zip": _zip({str(number): "" for number in range(20_001)}),
        "rows.csv": (HEADER + "a,b,c\n" * 100_300).encode(),
        "blank-lines.csv": HEADER.encode() + b"\n" * 4_000_001,
        "nulls.csv": b"\0" * 1_000_000,
        "quotes.csv": b'"' * 300_000,
        "commas.csv": b"," * 300_000,
        "spanish.csv": b"Nombre,Apellidos,URL\nAna,Ruiz,x",
        "utf-32.csv": GOOD.encode("utf-32"),
        "elf.csv": b"\x7fELF" + bytes(range(256)) * 40,
        "xml.csv": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        "json.csv": b"[" * 100_000,
    }
    for method, name in ((ZIP_BZIP2, "bzip2"), (ZIP_LZMA, "lzma")):
        found[f"{name}.zip"] = _zip({"Connections.csv": GOOD + "\n" * (8 << 20)}, method)
        found[f"{name}-profile.zip"] = _zip({"Connections.csv": GOOD, "Profile.csv": ""}, method)
    for name in ("Connections.csv", "Profile.csv", "Positions.csv", "Invitations.csv"):
        held = {"Connections.csv": GOOD} | {name: b"A" * _MUCH}
        found[f"bomb-{name}.zip"] = _zip(held, ZIP_DEFLATED)
    for number, name in enumerate(
        ("../Connections.csv", "/etc/Connections.csv", "a\\..\\..\\x.csv", "C:\\Connections.csv")
    ):
        found[f"leads-out-{number}.zip"] = _zip({name: GOOD})
    for kept in range(1, len(good), len(good) // 20):
        found[f"cut-{kept}.zip"] = good[:kept]
    entry = good.rindex(b"PK\x01\x02")
    for name, at, value in (
        ("locked", 8, b"\x01"),
        ("method", 10, b"\x63"),
        ("checksum", 16, b"\0\0\0\0"),
        ("offset", 42, struct.pack("<L", 1 << 30)),
    ):
        found[f"lies-{name}.zip"] = good[: entry + at] + value + good[entry + at + len(value) :]
    return found


def opened() -> dict[str, bytes]:
    """Return files that are to be read, and reported on, whatever stands in their cells."""
    found = {
        f"cells-{name}.csv": connections(
            f'"{text}",Ruiz,{url("a")},,"{text}","{text}",08 Feb 2026', ANA
        )
        for name, text in _TEXTS.items()
    }
    found |= {
        f"date-{number}.csv": connections(f"Ana,Ruiz,{url('a')},,Acme,Chef,{date}")
        for number, date in enumerate(_DATES)
    }
    files = {name: text.encode("utf-8", "surrogatepass") for name, text in found.items()}
    files |= {
        WARM_UP: _zip({"Connections.csv": GOOD, "messages.csv": _group()}),
        "header-again.csv": (GOOD + ("\n" + HEADER.strip()) * 1_000).encode(),
        "many-columns.csv": (HEADER.strip() + ",x" * 20_000 + "\n" + ANA).encode(),
        "one-endless-line.csv": f"{GOOD}\n{'A' * 5_000_000}\n".encode(),
        "open-quotes.csv": f"{GOOD}\n{chr(10).join(['x,' + chr(34)] * 500)}".encode(),
        "old-mac.csv": GOOD.replace("\n", "\r").encode(),
        "mark-inside.csv": GOOD.replace("Ruiz", "\ufeffRuiz").encode(),
        "odd-utf-16.csv": GOOD.encode("utf-16") + b"\0",
        "one-address.csv": connections(*[ANA] * 5_000).encode(),
        "latin.csv": connections(ANA.replace("Ana", "Zoé")).encode("latin-1"),
        "comment.zip": _zip({"Connections.csv": GOOD}, comment=b"c" * 65_000),
        "link.zip": _with_link(),
        "twice.zip": _zip({"a/Connections.csv": GOOD, "b/Connections.csv": GOOD}),
        "audience.zip": _zip({"Connections.csv": GOOD, "messages.csv": _audience()}),
        "one-thread.zip": _zip({"Connections.csv": GOOD, "messages.csv": _one_thread()}),
        "long-list.zip": _zip({"Connections.csv": GOOD, "messages.csv": _long_list()}),
        "markup.zip": _zip(
            {"Connections.csv": GOOD, "Profile.csv": PROFILE + "<script>,</script>" + "," * 11}
        ),
    }
    chance = random.Random(1)
    for number in range(5):
        held = bytearray(_TALK.encode())
        for _ in range(40):
            held[chance.randrange(len(held))] = chance.randrange(256)
        files[f"scrambled-{number}.zip"] = _zip(
            {"Connections.csv": GOOD, "messages.csv": bytes(held)}
        )
    return files


_TEXTS = {
    "control signs": "\x1b]0;owned\x07\x1b[2J\x9b",
    "markup": "<script>alert(1)</script>",
    "formula": "=HYPERLINK(1)",
    "backward": "\u202eanA\u2066" * 50,
    "stacked": "a" + "\u0301" * 50_000,
    "commas": "," * 50_000,
    "dots": "a" + ". ." * 20_000,
    "endings": "a" + " gmbh & co" * 5_000,
    "half-a-pair": "\ud800",
}
_DATES = (
    "99999999999999",
    "00 Jan 0000",
    "30 Feb 2026",
    "31 Dec 9999",
    "1/1/0001",
    "-1",
    "1e308",
    "2026-02-30T25:61:61",
    "٠٨ Feb ٢٠٢٦",
    "08 Feb 2026" * 2_000,
)


def _zip(files: dict[str, str | bytes], method: int = ZIP_STORED, comment: bytes = b"") -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w", method) as archive:
        archive.comment = comment
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def _with_link() -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        archive.writestr("Connections.csv", GOOD)
        link = ZipInfo("Profile.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return held.getvalue()


def _audience() -> str:
    everybody = ", ".join(f"Ana{number} Ruiz" for number in range(3_000))
    return messages(message("c1", ME, (everybody, ""), "2026-01-01 10:00:00"))


def _one_thread() -> str:
    return messages(
        *(message("c1", (f"A{at}", f"a{at}"), ME, "2026-01-01 10:00:00") for at in range(3_000))
    )


def _group() -> str:
    """Return a talk among three, so that the picture of circles is drawn."""
    return messages(
        message("c1", ME, ("Ana Ruiz, Ben Okafor", ""), "2026-01-01 10:00:00"),
        message("c1", HER, ME, "2026-01-02 10:00:00"),
    )


def _long_list() -> str:
    return messages(message("c1", ME, ("," * 50_000, ""), "2026-01-01 10:00:00"))


def main(folder: Path) -> None:
    """Open every file; print a line for each, and at the end whether the limit holds at all."""
    from weakties.linkedin import ExportError, mirror

    # Whatever is imported late is imported now.
    mirror(folder / WARM_UP).html()
    held = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    limit = held + (MEGABYTES << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for path in sorted(folder.iterdir()):
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        print(json.dumps([path.name, "begun", ""]), flush=True)
        try:
            report = mirror(path)
            found = ["read", report.html() and str(report)[:200]]
        except ExportError as error:
            found = ["out of memory" if _is_of_memory(error) else "refused", str(error)]
        print(json.dumps([path.name, *found]), flush=True)
    try:
        bytearray((MEGABYTES + 100) << 20)
    except MemoryError:
        print(json.dumps(["the limit", "holds", ""]), flush=True)


def _is_of_memory(error: BaseException) -> bool:
    return any(isinstance(one, MemoryError) for one in _causes(error))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__context__


if __name__ == "__main__":
    main(Path(sys.argv[1]))
