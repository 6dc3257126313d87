"""What a file carries besides the picture. Only whether it is there is told, never what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto.measured import Carried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.Image import Exif, Image

_DETAILS, _GPS = 0x8769, 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_MAKE, _MODEL, _COMPUTER = 0x010F, 0x0110, 0x013C
_OWNER, _BODY_SERIAL, _LENS_MODEL = 0xA430, 0xA431, 0xA434


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
    """Say what is in the EXIF data, or in the XMP text beside it."""
    gps, details = exif.get_ifd(_GPS), exif.get_ifd(_DETAILS)
    xmp = _xmp(info)
    # A phone that was told to keep the place to itself still writes a block without one.
    located = any(gps.get(tag) for tag in (_LATITUDE, _LONGITUDE)) or "GPSLatitude" in xmp
    broken = _GPS in exif and not gps
    return Carried(
        location=None if broken and not located else located,
        device=any(exif.get(tag) for tag in (_MAKE, _MODEL, _COMPUTER))
        or any(details.get(tag) for tag in (_OWNER, _BODY_SERIAL, _LENS_MODEL))
        or "tiff:Model" in xmp,
    )


def _xmp(info: Mapping[str | tuple[int, int], object]) -> str:
    found = info.get("xmp") or info.get("XML:com.adobe.xmp") or ""
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
