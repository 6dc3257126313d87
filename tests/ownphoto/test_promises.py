"""Nothing is stored, nothing is sent, nothing is kept, and nothing raises."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import pickle
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from weakties.ownphoto import look_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NAMES = ("me.jpg", "me.png", "me.gif", "me.webp", "me.bmp")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TOUCHES = ("socket.", "os.mkdir", "os.rename", "os.remove", "os.utime", "subprocess.", "os.exec")
_watched: list[list[str]] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not _watched:
        return
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING
    if writes or event.startswith(_TOUCHES):
        _watched[-1].append(f"{event} {arguments[:1]}")


sys.addaudithook(_watch)


@contextmanager
def watching() -> Iterator[list[str]]:
    """Collect what is written, sent or started; an audit hook stays, so it is switched on and off."""
    seen: list[str] = []
    _watched.append(seen)
    try:
        yield seen
    finally:
        _watched.pop()


def test_the_watch_sees_a_file_written_and_a_socket_opened(tmp_path: Path) -> None:
    import socket

    with watching() as seen:
        (tmp_path / "new").write_text("x")
        socket.socket().close()
    assert [event.split()[0] for event in seen] == ["open", "socket.__new__"]


@pytest.mark.parametrize("name", NAMES)
def test_a_look_writes_nothing_and_opens_no_socket(saved: Callable[..., Path], name: str) -> None:
    file = saved(name)
    look_at(file)  # loads what is loaded once
    before = (hashlib.sha256(file.read_bytes()).digest(), file.stat().st_mtime_ns)
    with watching() as seen:
        report = look_at(file)
    assert report.findings
    assert seen == []
    assert (hashlib.sha256(file.read_bytes()).digest(), file.stat().st_mtime_ns) == before
    assert list(file.parent.iterdir()) == [file]


def test_a_report_keeps_numbers_and_sentences_only(saved: Callable[..., Path]) -> None:
    report = look_at(saved("me.png"))
    assert len(pickle.dumps(report)) < 10_000


def test_no_picture_is_left_in_memory(tmp_path: Path) -> None:
    def pictures() -> int:
        gc.collect()
        # Other tests leave objects behind that raise when they are asked for their class.
        return sum(issubclass(type(thing), Image.Image) for thing in gc.get_objects())

    Image.new("RGB", (500, 500)).save(tmp_path / "me.jpg")
    before = pictures()
    report = look_at(tmp_path / "me.jpg")
    assert report.findings
    assert pictures() == before


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, weakties.ownphoto;"
        "print([name for name in ('PIL', 'numpy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@settings(max_examples=150, deadline=None)
@given(
    start=st.sampled_from(
        [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"BM"]
    ),
    rest=st.binary(max_size=300),
)
def test_arbitrary_bytes_never_raise(
    tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "arbitrary.jpg"
    file.write_bytes(start + rest)
    assert str(look_at(file))


def photo_bytes(name: str) -> bytes:
    buffer = io.BytesIO()
    exif = Image.Exif()
    exif[0x0110] = "Phone"
    exif.get_ifd(0x8825)[2] = (1.0, 2.0, 3.0)
    kind = {"jpg": "JPEG"}.get(name[3:], name[3:].upper())
    options = {} if kind in {"GIF", "BMP"} else {"exif": exif}
    Image.radial_gradient("L").resize((40, 30)).convert("RGB").save(buffer, kind, **options)
    return buffer.getvalue()


PHOTOS = {name: photo_bytes(name) for name in NAMES}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    name=st.sampled_from(NAMES),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=8),
    keep=st.floats(0, 1),
)
def test_a_photo_with_broken_bytes_never_raises(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    changes: list[tuple[float, int]],
    keep: float,
) -> None:
    content = bytearray(PHOTOS[name])
    for place, value in changes:
        content[int(place * (len(content) - 1))] = value
    file = tmp_path_factory.getbasetemp() / name
    file.write_bytes(content[: int((0.5 + keep) * len(content))])
    assert str(look_at(file))


@given(path=st.text(max_size=60))
def test_arbitrary_text_as_a_path_never_raises(path: str) -> None:
    assert str(look_at(path))
