"""From a file to numbers: the picture is let go before they are returned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto.carried import carried_by, exif_of
from weakties.ownphoto.measured import SHOWN_SIDE, Carried, Measured
from weakties.ownphoto.opened import opened

if TYPE_CHECKING:
    from pathlib import Path

    from weakties.ownphoto.opened import Opened

_SIDEWAYS = {5, 6, 7, 8}  # EXIF orientations that swap width and height
_ORIENTATION = 0x0112


def measured_from(path: Path) -> Measured:
    """Measure a photo file.

    Raises
    ------
    NoPhoto
        If the file can't be measured, with a sentence for the learner.
    """
    with opened(path) as photo:
        return _measured(photo)


def _measured(photo: Opened) -> Measured:
    from weakties.ownphoto.light import light_in
    from weakties.ownphoto.square import centered_square

    image, kind, size = photo
    width, height = image.size
    for_print = image.mode == "CMYK"
    # A JPEG or HEIC may carry a second picture, a depth map for instance, and does not move.
    moving = kind not in {"JPEG", "HEIC"} and bool(getattr(image, "is_animated", False))
    brightness, see_through = centered_square(image, SHOWN_SIDE)
    exif = exif_of(image)
    if exif and exif.get(_ORIENTATION) in _SIDEWAYS:
        width, height = height, width
    carried = Carried(None, None) if exif is None else carried_by(exif, image.info)
    light = light_in(brightness)
    return Measured(size, kind, width, height, moving, for_print, see_through, light, carried)
