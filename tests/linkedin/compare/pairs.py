"""Two small exports of one invented person, an old one and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linkedin.archives import PROFILE, connections, message, messages, url, zipped

if TYPE_CHECKING:
    from pathlib import Path

NADIA = ("Nadia Ferro", "nadia-ferro")
ANA, BEN, CHO, DAN = (
    ("Ana Ruiz", "ana"),
    ("Ben Okafor", "ben"),
    ("Cho Park", "cho"),
    ("Dan Lee", "dan"),
)
OLD, NEW = (
    "Basic_LinkedInDataExport_06-30-2026.zip",
    "Basic_LinkedInDataExport_09-30-2026.zip",
)
ROWS = {
    "ana": f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2020",
    "ben": f"Ben,Okafor,{url('ben')},,Acme,Chef,14 Nov 2019",
    "cho": f"Cho,Park,{url('cho')},,Brook,Chef,01 Mar 2021",
    "dan": f"Dan,Lee,{url('dan')},,Brook,Chef,05 May 2022",
    "eve": f"Eve,Moss,{url('eve')},,Corvid,Chef,11 Aug 2026",
}
HIDDEN = ",,,,,,05 May 2022"
# Silent with Ana since 2021, with Ben since July 2023: the one dormant in June, the other in September.
TALKS = (
    message("c1", NADIA, ANA, "2021-01-01 10:00:00"),
    message("c1", ANA, NADIA, "2021-01-02 10:00:00"),
    message("c2", NADIA, BEN, "2023-07-20 10:00:00"),
    message("c2", BEN, NADIA, "2023-07-21 10:00:00"),
    message("c3", NADIA, DAN, "2025-05-05 10:00:00"),
)
SINCE = (
    message("c1", NADIA, ANA, "2026-08-01 10:00:00"),
    message("c1", ANA, NADIA, "2026-08-03 10:00:00"),
    message("c4", NADIA, CHO, "2026-09-01 10:00:00"),
)


def export(path: Path, *rows: str, talks: tuple[str, ...] = (), owner: str = "Nadia,Ferro") -> Path:
    """Write an archive; without an owner it has no Profile.csv, without talks no messages."""
    files = {"Connections.csv": connections(*rows)}
    if talks:
        files["messages.csv"] = messages(*talks)
    if owner:
        files["Profile.csv"] = PROFILE + f"{owner},,,,Analyst,,,,,,,"
    return zipped(path, files)


def then_and_now(folder: Path) -> tuple[Path, Path]:
    """Write the old and the new one: Eve came, Dan went or hid, Ana woke, Cho had a first word."""
    old = export(folder / OLD, *(ROWS[who] for who in ("ana", "ben", "cho", "dan")), talks=TALKS)
    rows = (*(ROWS[who] for who in ("eve", "ana", "ben", "cho")), HIDDEN)
    return old, export(folder / NEW, *rows, talks=TALKS + SINCE)
