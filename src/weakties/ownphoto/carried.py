"""What a file carries besides the picture. Only whether it is there is told, never what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.ownphoto.measured import Carried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Exif, Image

_DETAILS, _GPS = 0x8769, 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_MAKE, _MODEL = 0x010F, 0x0110
_OWNER, _BODY_SERIAL, _LENS_MODEL = 0xA430, 0xA431, 0xA434
_HOST, _SOFTWARE, _ARTIST, _COPYRIGHT, _AUTHOR = 0x013C, 0x0131, 0x013B, 0x8298, 0x9C9D
_DESCRIPTION, _TITLE, _COMMENT, _KEYWORDS, _SUBJECT = 0x010E, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F
_USER_COMMENT = 0x9286
# Names of people and machines, and texts that may name a place, whatever they say.
_NAMING = (_MAKE, _MODEL, _HOST, _SOFTWARE, _ARTIST, _COPYRIGHT, _AUTHOR)
_FREE_TEXTS = (_DESCRIPTION, _TITLE, _COMMENT, _KEYWORDS, _SUBJECT, _USER_COMMENT)
_NAMING_IN_XMP = ("tiff:Model", "tiff:Make", "dc:creator", "dc:rights", "xmp:CreatorTool", "Serial")
_PLACING_IN_XMP = (
    *("GPSLatitude", "GPSLongitude", "photoshop:City", "photoshop:State", "photoshop:Country"),
    *("Iptc4xmpCore:Location", "LocationCreated", "LocationShown", "dc:description", "dc:subject"),
)
# In IPTC: by-line, its title, credit, copyright; and caption, keywords, city and the like.
_NAMING_IN_IPTC = {(2, 80), (2, 85), (2, 110), (2, 115), (2, 116), (2, 118), (2, 122)}
_IPTC_BLOCK, _APPLICATION = 0x0404, 2
_IPTC_FIELD = re.compile(rb"\x1c([\x01-\x09])(.)(?:\0[^\0]|[^\0].)", re.DOTALL)
_FILES_OWN = {
    *("exif", "xmp", "XML:com.adobe.xmp", "icc_profile", "photoshop", "srgb", "Software"),
    *("adobe", "Author", "Copyright", "Creation Time"),
}
_NAMING_TEXTS = {"Author", "Copyright", "Software", "Artist", "Creator"}


def exif_of(image: Image) -> Exif | None:
    """Return a picture's EXIF data, empty if it has none, or None if it can't be read."""
    try:
        exif = image.getexif()
        exif.get_ifd(_GPS)
        exif.get_ifd(_DETAILS)
        # Pillow takes what it can't parse for nothing at all.
        unparsed = image.info.get("exif") and not len(exif)
    except Exception:  # noqa: BLE001 - broken metadata must not hide a readable picture
        return None
    return None if unparsed else exif


def carried_by(exif: Exif, info: Mapping[str | tuple[int, int], object]) -> Carried:
    """Say what is in the EXIF data, or in the XMP, IPTC and free texts beside it.

    A free text is taken for a place: it may hold one, and nobody should upload it unread.
    """
    gps, details = exif.get_ifd(_GPS), exif.get_ifd(_DETAILS)
    xmp = _xmp(info)
    # A phone that was told to keep the place to itself still writes a block without one.
    iptc = _iptc(info)
    located = (
        any(gps.get(tag) for tag in (_LATITUDE, _LONGITUDE))
        or any(_says(exif.get(tag)) or _says(details.get(tag)) for tag in _FREE_TEXTS)
        or any(name in xmp for name in _PLACING_IN_XMP)
        or any(
            record == _APPLICATION and at and (record, at) not in _NAMING_IN_IPTC
            for record, at in iptc
        )
        or any(name not in _FILES_OWN and _is_text(text) for name, text in info.items())
    )
    broken = _GPS in exif and not gps
    return Carried(
        location=None if broken and not located else located,
        device=any(_says(exif.get(tag)) for tag in _NAMING)
        or any(details.get(tag) for tag in (_OWNER, _BODY_SERIAL, _LENS_MODEL))
        or any(name in xmp for name in _NAMING_IN_XMP)
        or not _NAMING_IN_IPTC.isdisjoint(iptc)
        or any(_is_text(info.get(name)) for name in _NAMING_TEXTS),
    )


def _says(value: object) -> bool:
    """Return whether a value of EXIF holds more than padding and the name of an alphabet."""
    if isinstance(value, bytes):
        return bool(value.removeprefix(b"ASCII").removeprefix(b"UNICODE").strip(b"\0 "))
    return bool(value) and bool(str(value).strip("\0 "))


def _is_text(value: object) -> bool:
    return isinstance(value, str | bytes) and _says(value)


def _iptc(info: Mapping[str | tuple[int, int], object]) -> set[tuple[int, int]]:
    """Return which IPTC fields hold something; Photoshop keeps them in one of its own blocks."""
    blocks = info.get("photoshop")
    block = blocks.get(_IPTC_BLOCK, b"") if isinstance(blocks, dict) else b""
    return {(record[0], at[0]) for record, at in _IPTC_FIELD.findall(block)}


def _xmp(info: Mapping[str | tuple[int, int], object]) -> str:
    found = info.get("xmp") or info.get("XML:com.adobe.xmp") or ""
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
