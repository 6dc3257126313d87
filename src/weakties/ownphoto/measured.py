"""What is kept of a photo: numbers only."""

from __future__ import annotations

from dataclasses import dataclass

# The size at which a profile picture is commonly said to be shown, and at which we measure, so
# that a phone's 12 megapixels and a web copy of the same picture get the same numbers.
SHOWN_SIDE = 400


@dataclass(frozen=True)
class Light:
    """The light in the circle that a round crop keeps.

    Parameters
    ----------
    sharpness
        Variance of the Laplacian in the sharpest tenth of the circle, in squared gray levels.
    alikeness
        Correlation of each pixel with the one to its right, in the circle: near 1 in a photo, near
        0 in noise. A picture of one color has 1.
    brightness
        Mean brightness, 0 (black) to 1 (white).
    black, white
        Share of the pixels that are clipped to black, to white.
    contrast
        Distance from the 5th to the 95th percentile of brightness, 0 to 1.
    """

    sharpness: float
    alikeness: float
    brightness: float
    black: float
    white: float
    contrast: float


@dataclass(frozen=True)
class Carried:
    """What a file carries besides the picture; ``None`` where that could not be read.

    Parameters
    ----------
    location
        Whether there are coordinates.
    device
        Whether there is the name of a camera, a phone or its owner.
    """

    location: bool | None
    device: bool | None


@dataclass(frozen=True)
class Measured:
    """All that is measured on one file.

    Parameters
    ----------
    size
        The file's size in bytes.
    kind
        The format by its content, whatever the name says: ``"JPEG"``.
    width, height
        In pixels, as the picture is shown upright.
    moving
        Whether there is more than one picture; the first one was measured.
    for_print
        Whether the colors are mixed for a printing press (CMYK).
    see_through
        Share of the circle that is not opaque.
    light
        The light in the circle.
    carried
        What the file carries besides the picture.
    """

    size: int
    kind: str
    width: int
    height: int
    moving: bool
    for_print: bool
    see_through: float
    light: Light
    carried: Carried
