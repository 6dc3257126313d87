"""From a file to numbers: the only place where a picture is in memory."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING

from weakties.ownphoto.kinds import HEAD, READABLE, kind_of
from weakties.ownphoto.measured import SHOWN_SIDE, Carried, Measured
from weakties.ownphoto.path import NOT_ALLOWED, NoPhoto, shown_name

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from PIL.Image import Image

# Phones take up to 50 million pixels, cameras up to 61; a PNG of 64 needs 260 MB to decode.
MOST_PIXELS = 64_000_000
MOST_BYTES = 100_000_000

_TOO_MANY_PIXELS = (
    f"This picture has more than {MOST_PIXELS // 1_000_000} million pixels, so it was not opened: "
    "it would fill this machine's memory. Export a smaller copy, 2000 pixels wide for instance, "
    "and give the path of that one."
)
_TOO_MANY_BYTES = (
    f"This file is larger than {MOST_BYTES // 1_000_000} MB, so it was not opened. Export a "
    "smaller copy as JPEG and give the path of that one."
)
_EMPTY = "This file is empty: 0 bytes. Copy or download the photo again."
_NO_PICTURE = (
    "This file does not begin like a picture, whatever its name says. Open it in a photo app; if "
    "that works, export it as JPEG and give the path of that copy."
)
_DAMAGED = (
    "This {kind} file is damaged or incomplete: it begins like a picture but can't be read to its "
    "end. Copy or download it again, or export it anew as JPEG."
)
_HEIC = (
    "This is a HEIC file, the format in which many phones save photos; it is not read here. Open "
    "it in your photo app, export it as JPEG, and give the path of that copy."
)
_OTHER = (
    "This file is of a kind that is not read here: {kind}. Export the photo as JPEG and give the "
    "path of that copy."
)
_SIDEWAYS = {5, 6, 7, 8}  # EXIF orientations that swap width and height
_ORIENTATION = 0x0112


def measured_from(path: Path) -> Measured:
    """Measure a photo file; the picture is let go before this returns.

    Raises
    ------
    NoPhoto
        If the file can't be measured, with a sentence for the learner.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            return _measured(file, size, _readable_kind(file.read(HEAD), size))
    except PermissionError:
        raise NoPhoto(NOT_ALLOWED) from None
    except OSError:
        raise NoPhoto(
            f"“{shown_name(path)}” could not be read from the disk. Try a copy."
        ) from None


def _readable_kind(head: bytes, size: int) -> str:
    if not size:
        raise NoPhoto(_EMPTY)
    if size > MOST_BYTES:
        raise NoPhoto(_TOO_MANY_BYTES)
    kind = kind_of(head)
    if kind is None:
        raise NoPhoto(_NO_PICTURE)
    if kind == "HEIC":
        raise NoPhoto(_HEIC)
    if kind not in READABLE:
        raise NoPhoto(_OTHER.format(kind=kind))
    return kind


def _measured(file: BinaryIO, size: int, kind: str) -> Measured:
    from PIL import Image

    with warnings.catch_warnings():
        # Pillow warns of odd metadata; a learner can do nothing about it.
        warnings.simplefilter("ignore")
        try:
            with Image.open(file, formats=[kind]) as image:
                _refuse_if_huge(image)
                return _measured_in(image, size, kind)
        except NoPhoto:
            raise
        except Image.DecompressionBombError:
            raise NoPhoto(_TOO_MANY_PIXELS) from None
        except Exception:  # noqa: BLE001 - decoders raise anything on a broken file
            raise NoPhoto(_DAMAGED.format(kind=kind)) from None


def _refuse_if_huge(image: Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise NoPhoto(_TOO_MANY_PIXELS)


def _measured_in(image: Image, size: int, kind: str) -> Measured:
    from weakties.ownphoto.carried import carried_by, exif_of
    from weakties.ownphoto.light import light_in
    from weakties.ownphoto.square import centered_square

    width, height = image.size
    for_print = image.mode == "CMYK"
    # A JPEG may carry a second picture, a depth map for instance, and does not move.
    moving = kind != "JPEG" and bool(getattr(image, "is_animated", False))
    brightness, see_through = centered_square(image, SHOWN_SIDE)
    exif = exif_of(image)
    if exif and exif.get(_ORIENTATION) in _SIDEWAYS:
        width, height = height, width
    carried = Carried(None, None) if exif is None else carried_by(exif, image.info)
    light = light_in(brightness)
    return Measured(size, kind, width, height, moving, for_print, see_through, light, carried)
