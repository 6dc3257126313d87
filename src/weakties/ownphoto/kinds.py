"""Which kind of file this is, by its first bytes; a name can say anything."""

from __future__ import annotations

READABLE = ("JPEG", "PNG", "GIF", "WebP", "BMP", "AVIF", "HEIC")
HEAD = 512

_STARTS = {
    b"\xff\xd8\xff": "JPEG",
    b"\x89PNG\r\n\x1a\n": "PNG",
    b"GIF87a": "GIF",
    b"GIF89a": "GIF",
    b"BM": "BMP",
    b"II*\x00": "TIFF or camera raw",
    b"MM\x00*": "TIFF or camera raw",
    b"%PDF": "PDF",
    b"8BPS": "Photoshop",
    b"PK\x03\x04": "zip",
    b"<svg": "SVG",
    b"\0\0\0\x0cjP  ": "JPEG 2000",
    b"\xff\x4f\xff\x51": "JPEG 2000",
    b"\0\0\1\0": "icon (ICO)",
}
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_AVIF = (b"avif", b"avis")


def kind_of(head: bytes) -> str | None:
    """Return the kind of a file from its first bytes, or None if they tell nothing.

    Examples
    --------
    >>> kind_of(bytes([0xFF, 0xD8, 0xFF, 0xE0]))
    'JPEG'
    >>> kind_of(b"Dear hiring manager") is None
    True
    """
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WebP"
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        # A general brand says nothing yet: those that follow do.
        if brand in {b"mif1", b"msf1"} and any(avif in head[16:64] for avif in _AVIF):
            return "AVIF"
        return "HEIC" if brand in _HEIC else "AVIF" if brand in _AVIF else "video"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<?xml", b"<!")) and b"<svg" in head:
        return "SVG"
    return next((kind for start, kind in _STARTS.items() if head.startswith(start)), None)
