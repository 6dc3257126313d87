"""A file's kind by its first bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weakties.ownphoto.kinds import HEAD, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\xff\xd8\xff\xe1", "JPEG"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"GIF89a", "GIF"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WebP"),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
        (b"BM", "BMP"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypmif1", "HEIC"),
        (b"\0\0\0\x18ftypavif", "AVIF"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "AVIF"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x">', "SVG"),
        (b'<?xml version="1.0"?>\n<list>', None),
        (b"\0\0\0\x18ftypqt  ", "video"),
        (b"II*\0", "TIFF or camera raw"),
        (b"%PDF-1.7", "PDF"),
        (b"", None),
        (b"Dear hiring manager", None),
    ],
)
def test_a_kind_is_told_by_the_first_bytes(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind


@given(st.binary(max_size=HEAD))
def test_any_bytes_have_a_kind_or_none(head: bytes) -> None:
    assert kind_of(head) is None or kind_of(head)
