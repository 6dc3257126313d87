"""Sharpness and light of a square of brightness values, inside the circle that a crop keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto.measured import Light

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TILES = 16
# A few levels of room: a JPEG rarely stores pure black or pure white.
_BLACK, _WHITE = 2, 253


def light_in(brightness: NDArray[np.float64]) -> Light:
    """Measure a square picture whose side is a multiple of 16, with values from 0 to 255."""
    import numpy as np

    seen = brightness[circle(len(brightness))]
    low, high = np.percentile(seen, [5, 95])
    return Light(
        sharpness=sharpness(brightness),
        alikeness=alikeness(brightness),
        brightness=float(seen.mean() / 255),
        black=float((seen <= _BLACK).mean()),
        white=float((seen >= _WHITE).mean()),
        contrast=float((high - low) / 255),
    )


def sharpness(brightness: NDArray[np.float64]) -> float:
    """Return the Laplacian's variance where a square picture is sharpest.

    The square is cut into 16 × 16 tiles; of those inside the circle, a tenth is sharper than
    what is returned. A soft background behind a sharp person is thus no flaw, and no face has
    to be found to say so.
    """
    import numpy as np

    side = len(brightness)
    tiled = (_TILES, side // _TILES, _TILES, side // _TILES)
    framed = np.pad(brightness, 1, mode="edge")
    neighbors = framed[:-2, 1:-1] + framed[2:, 1:-1] + framed[1:-1, :-2] + framed[1:-1, 2:]
    variances = (neighbors - 4 * brightness).reshape(tiled).var(axis=(1, 3))
    inside = circle(side).reshape(tiled).all(axis=(1, 3))
    return float(np.percentile(variances[inside], 90))


def alikeness(brightness: NDArray[np.float64]) -> float:
    """Return the correlation of neighboring pixels in the circle of a square picture."""
    import numpy as np

    both = circle(len(brightness))[:, :-1]
    left, right = brightness[:, :-1][both], brightness[:, 1:][both]
    if not left.std() or not right.std():
        return 1.0
    return float(np.corrcoef(left, right)[0, 1])


def circle(side: int) -> NDArray[np.bool_]:
    """Return which pixels of a square lie in the circle that touches its four sides."""
    import numpy as np

    from_center = np.arange(side) + 0.5 - side / 2
    squared = from_center**2
    inside: NDArray[np.bool_] = squared[:, None] + squared[None, :] <= (side / 2) ** 2
    return inside
