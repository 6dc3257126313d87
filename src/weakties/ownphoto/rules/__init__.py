"""The rules: from measured numbers to findings, without a file and without a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.ownphoto.rules.carried import device_name, location_data
from weakties.ownphoto.rules.file import file_format, file_size
from weakties.ownphoto.rules.light import black, brightness, contrast, sharpness, white
from weakties.ownphoto.rules.shape import round_crop, shorter_side, square_crop

if TYPE_CHECKING:
    from weakties.ownphoto.measured import Measured
    from weakties.ownphoto.rules.finding import Finding


def findings_on(photo: Measured) -> tuple[Finding, ...]:
    """Return what there is to say about a measured photo, always in the same order."""
    light, carried = photo.light, photo.carried
    return (
        file_size(photo.size),
        file_format(photo.kind, photo.moving, photo.for_print, photo.see_through),
        shorter_side(photo.width, photo.height),
        square_crop(photo.width, photo.height),
        round_crop(photo.width, photo.height),
        sharpness(light.sharpness, light.alikeness),
        brightness(light.brightness),
        black(light.black),
        white(light.white),
        contrast(light.contrast),
        location_data(carried.location),
        device_name(carried.device),
    )
