"""Photos made on the spot; no picture of anybody is kept in the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def textured(width: int = 600, height: int = 600) -> Image.Image:
    """Return a picture with edges, shades and colors."""
    down, across = np.mgrid[:height, :width]
    squares = 90 * (((down // 20) + (across // 20)) % 2)
    shade = 100 * across / width
    return Image.fromarray(
        np.stack([40 + squares + shade, 50 + squares, 60 + shade], axis=2).astype(np.uint8)
    )


@pytest.fixture
def picture() -> Image.Image:
    return textured()


@pytest.fixture
def saved(tmp_path: Path, picture: Image.Image) -> Callable[..., Path]:
    def save(name: str, image: Image.Image = picture, **options: object) -> Path:
        image.save(tmp_path / name, **options)
        return tmp_path / name

    return save
