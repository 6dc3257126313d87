"""The centered square of a picture as brightness values, small whatever the picture's size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto.light import circle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

_OPAQUE = 250
_PLENTY = 1600  # pixels on a side, to average from


def centered_square(image: Image, side: int) -> tuple[NDArray[np.float64], float]:
    """Return brightness from 0 to 255 over white, and the share of the circle that is see-through.

    Parameters
    ----------
    image
        An opened picture; of a moving one, the first picture is taken.
    side
        The side of the square that is returned, in pixels.
    """
    import numpy as np
    from PIL import Image as Images

    shorter = min(image.size)
    if shorter > 2 * side:
        # A JPEG can be decoded at a half, a quarter or an eighth of its size; other kinds ignore it.
        scale = 2 * side / shorter
        image.draft("L", (int(image.width * scale), int(image.height * scale)))
    square = _resized(_resizable(image), side)
    if square.mode.startswith("I"):
        return np.asarray(square, dtype=np.float64) / 257, 0.0
    if square.mode == "RGBA":
        alpha = np.asarray(square.getchannel("A"))
        white = Images.new("RGBA", square.size, "white")
        over_white = Images.alpha_composite(white, square).convert("L")
        see_through = float((alpha[circle(side)] < _OPAQUE).mean())
        return np.asarray(over_white, dtype=np.float64), see_through
    return np.asarray(square.convert("RGB").convert("L"), dtype=np.float64), 0.0


def _resizable(image: Image) -> Image:
    """Return a picture whose neighboring values can be averaged, as a palette's can't."""
    if image.mode.startswith("I"):
        return image
    if image.has_transparency_data:
        return _thinned(image).convert("RGBA")
    return _thinned(image).convert("RGB") if image.mode in {"P", "1"} else image


def _thinned(image: Image) -> Image:
    """Return every n-th pixel of the centered square, so that no second huge copy is made."""
    from PIL.Image import Resampling

    shorter = min(image.size)
    side = shorter // max(1, shorter // _PLENTY)
    return image.resize((side, side), Resampling.NEAREST, box=_centered_box(image))


def _resized(image: Image, side: int) -> Image:
    from PIL.Image import Resampling

    box = _centered_box(image)
    return image.resize((side, side), Resampling.BICUBIC, box=box, reducing_gap=2.0)


def _centered_box(image: Image) -> tuple[float, float, float, float]:
    shorter = min(image.size)
    left, top = (image.width - shorter) / 2, (image.height - shorter) / 2
    return left, top, left + shorter, top + shorter
