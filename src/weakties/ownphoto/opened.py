"""A photo file, opened as a picture, or a sentence on why not."""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from weakties.ownphoto.kinds import HEAD, READABLE, kind_of
from weakties.ownphoto.path import NOT_ALLOWED, NoPhoto, shown_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
    "This is a HEIC file, the format in which many phones save photos, and what reads it is not "
    "installed. Open it in your photo app, export it as JPEG, and give the path of that copy; or "
    "run %pip install pillow-heif in a cell and look again."
)
_OTHER = (
    "This file is of a kind that is not read here: {kind}. Export the photo as JPEG and give the "
    "path of that copy."
)
_PILLOWS = {"HEIC": "HEIF", "WebP": "WEBP"}
"""Kinds that Pillow calls by another name."""


class Opened(NamedTuple):
    """A picture that is not decoded yet, its kind by its content, and its file's size in bytes."""

    image: Image
    kind: str
    size: int


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """Open a photo file; what goes wrong while the picture is in use is told in a sentence, too.

    Raises
    ------
    NoPhoto
        If there is no picture in the file that can be read to its end.
    """
    from PIL import Image

    try:
        with path.open("rb") as file, warnings.catch_warnings():
            # Pillow warns of odd metadata; a learner can do nothing about it.
            warnings.simplefilter("ignore")
            size = os.fstat(file.fileno()).st_size
            kind = _readable_kind(file.read(HEAD), size)
            try:
                with Image.open(file, formats=[_PILLOWS.get(kind, kind)]) as image:
                    _refuse_if_huge(image)
                    yield Opened(image, kind, size)
            except NoPhoto:
                raise
            except Image.DecompressionBombError:
                raise NoPhoto(_TOO_MANY_PIXELS) from None
            except Exception:  # noqa: BLE001 - decoders raise anything on a broken file
                raise NoPhoto(_DAMAGED.format(kind=kind)) from None
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
    if kind not in READABLE:
        raise NoPhoto(_OTHER.format(kind=kind))
    if kind == "HEIC" and not _heic_is_read():
        raise NoPhoto(_HEIC)
    return kind


def _heic_is_read() -> bool:
    """Return whether the library is there that reads HEIC, which Pillow alone does not."""
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        return False
    # One picture is looked at, never the thumbnails that lie beside it.
    register_heif_opener(thumbnails=False)
    return True


def _refuse_if_huge(image: Image) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise NoPhoto(_TOO_MANY_PIXELS)
