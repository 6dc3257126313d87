"""Sharpness and light of arrays whose values are known."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from weakties.ownphoto.light import alikeness, circle, light_in, sharpness


def stripes(side: int = 64) -> np.ndarray:
    return np.tile([100.0, 120.0], (side, side // 2))


def test_a_plain_gray_square_has_neither_edges_nor_contrast() -> None:
    light = light_in(np.full((64, 64), 51.0))
    assert light.brightness == pytest.approx(0.2)
    assert (light.sharpness, light.contrast, light.black, light.white) == (0, 0, 0, 0)


def test_stripes_have_the_sharpness_that_one_computes_by_hand() -> None:
    # Each pixel differs by ±20 from its left and its right neighbor: a Laplacian of ±40.
    assert sharpness(stripes()) == pytest.approx(40**2)


def test_sharpness_grows_with_the_square_of_contrast() -> None:
    assert sharpness(3 * stripes()) == pytest.approx(9 * sharpness(stripes()))


def test_a_soft_background_does_not_hide_a_sharp_middle() -> None:
    soft = np.full((64, 64), 110.0)
    soft[20:44, 20:44] = stripes()[20:44, 20:44]
    assert sharpness(soft) > 1000


def test_a_blur_lowers_sharpness() -> None:
    noise = np.random.default_rng(1).integers(0, 255, (400, 400), dtype=np.uint8)
    picture = Image.fromarray(noise)
    scores = [
        sharpness(np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), dtype=float))
        for radius in (0, 1, 2, 4)
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] < 100 < scores[0]


@pytest.mark.parametrize("grain", [1, 2])
def test_in_noise_neighbors_are_not_alike_and_in_a_picture_they_are(grain: int) -> None:
    drawn = np.random.default_rng(1).integers(0, 255, (400 * grain, 400 * grain), dtype=np.uint8)
    noise = Image.fromarray(drawn).resize((400, 400))
    photo = noise.filter(ImageFilter.GaussianBlur(2))

    assert alikeness(np.asarray(noise, dtype=float)) < 0.5
    assert alikeness(np.asarray(photo, dtype=float)) > 0.9
    assert alikeness(np.full((64, 64), 7.0)) == 1


def test_clipped_pixels_and_brightness_are_shares_of_the_circle() -> None:
    half = np.zeros((64, 64))
    half[:, 32:] = 255.0
    light = light_in(half)
    assert (light.black, light.white, light.brightness) == (0.5, 0.5, 0.5)
    assert light.contrast == 1


def test_the_corners_are_not_counted() -> None:
    cornered = np.full((64, 64), 100.0)
    cornered[~circle(64)] = 255.0
    assert light_in(cornered).white == 0


def test_the_circle_is_as_large_as_geometry_says() -> None:
    assert circle(400).mean() == pytest.approx(np.pi / 4, abs=1e-3)
