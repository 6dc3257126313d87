"""The rules on plain numbers."""

from __future__ import annotations

from dataclasses import astuple, replace
from math import pi

import pytest

from weakties.ownphoto.measured import Carried, Light, Measured
from weakties.ownphoto.rules import carried, file, findings_on, light, shape
from weakties.ownphoto.rules.finding import NOTHING, Finding, Word

GOOD = Measured(
    size=2_500_000,
    kind="JPEG",
    width=3024,
    height=4032,
    moving=False,
    for_print=False,
    see_through=0.0,
    light=Light(
        sharpness=850.0, alikeness=0.97, brightness=0.45, black=0.01, white=0.03, contrast=0.7
    ),
    carried=Carried(location=False, device=False),
)


def test_a_good_photo_is_fine_in_every_respect() -> None:
    assert {finding.word for finding in findings_on(GOOD)} == {Word.FINE}


def test_every_finding_has_its_own_name_a_value_a_reason_and_advice() -> None:
    findings = findings_on(GOOD)
    assert len({finding.name for finding in findings}) == len(findings) == 12
    assert all(f.measured and f.reason.endswith(".") and f.advice.endswith(".") for f in findings)


def test_findings_are_plain_data() -> None:
    for finding in findings_on(GOOD):
        assert all(isinstance(part, str | float | int) for part in astuple(finding))
    assert Word.LOOK == "worth a look"


@pytest.mark.parametrize(
    ("finding", "word"),
    [
        (file.file_size(8_000_000), Word.FINE),
        (file.file_size(8_000_001), Word.LOOK),
        (shape.shorter_side(400, 400), Word.FINE),
        (shape.shorter_side(4000, 399), Word.LOOK),
        (shape.square_crop(2000, 3000), Word.FINE),
        (shape.square_crop(1920, 1080), Word.LOOK),
        (shape.round_crop(2000, 3000), Word.FINE),
        (shape.round_crop(1920, 1080), Word.LOOK),
        (light.sharpness(100, 0.9), Word.FINE),
        (light.sharpness(99.9, 0.9), Word.LOOK),
        (light.sharpness(100, 0.5), Word.FINE),
        (light.sharpness(100, 0.49), Word.LOOK),
        (light.brightness(0.2), Word.FINE),
        (light.brightness(0.19), Word.LOOK),
        (light.brightness(0.8), Word.FINE),
        (light.brightness(0.81), Word.LOOK),
        (light.black(0.15), Word.FINE),
        (light.black(0.16), Word.LOOK),
        (light.white(0.15), Word.FINE),
        (light.white(0.16), Word.LOOK),
        (light.contrast(0.3), Word.FINE),
        (light.contrast(0.29), Word.LOOK),
        (carried.location_data(False), Word.FINE),
        (carried.location_data(True), Word.LOOK),
        (carried.location_data(None), Word.LOOK),
        (carried.device_name(True), Word.LOOK),
    ],
)
def test_the_limits_hold_on_both_sides(finding: Finding, word: Word) -> None:
    assert finding.word is word
    assert (finding.advice == NOTHING) == (word is Word.FINE)


@pytest.mark.parametrize(
    ("width", "height", "square"),
    [(400, 400, 0), (300, 400, 1 / 4), (400, 300, 1 / 4), (1600, 900, 7 / 16), (1, 1, 0)],
)
def test_a_square_and_then_a_circle_cut_off_a_known_share(
    width: int, height: int, square: float
) -> None:
    assert shape.cut_by_square(width, height) == pytest.approx(square)
    assert shape.cut_by_circle(width, height) == pytest.approx(1 - pi / 4 * (1 - square))


def test_a_crop_says_from_where_it_takes() -> None:
    assert "left and right" in shape.square_crop(1600, 900).reason
    assert "top and bottom" in shape.square_crop(900, 1600).reason
    assert "square already" in shape.square_crop(900, 900).reason


@pytest.mark.parametrize(
    ("finding", "shown"),
    [
        (file.file_size(2_543_210), "2.5 MB"),
        (file.file_size(61_306), "61.3 kB"),
        (shape.shorter_side(3024, 4032), "3024 pixels"),
        (shape.shorter_side(1, 1), "1 pixel"),
        (shape.square_crop(300, 400), "25 %"),
        (light.sharpness(2617.5, 0.9), "2620 gray levels²"),
        (light.sharpness(0.01, 0.0), "0 gray levels²"),
        (light.contrast(1.0), "100 % of black to white"),
        (carried.location_data(True), "in the file"),
        (carried.location_data(None), "could not be read"),
    ],
)
def test_a_value_is_shown_with_its_unit(finding: Finding, shown: str) -> None:
    assert finding.measured == shown


@pytest.mark.parametrize(
    ("photo", "shown", "phrase"),
    [
        (replace(GOOD, kind="GIF"), "GIF, 256 colors at most", "too few colors"),
        (replace(GOOD, kind="BMP"), "BMP", "LinkedIn takes"),
        (
            replace(GOOD, kind="GIF", moving=True),
            "GIF, moving, 256 colors at most",
            "only the first picture",
        ),
        (replace(GOOD, for_print=True), "JPEG, CMYK colors", "printing press"),
        (replace(GOOD, kind="PNG", see_through=0.3), "PNG, see-through", "30% of the circle"),
        (replace(GOOD, kind="PNG", see_through=0.0001), "PNG, see-through", "1% of the circle"),
    ],
)
def test_what_is_unusual_in_a_format_is_named(photo: Measured, shown: str, phrase: str) -> None:
    finding = findings_on(photo)[1]
    assert finding.word is Word.LOOK
    assert finding.measured == shown
    assert phrase in finding.reason


def test_what_is_only_reported_about_linkedin_says_so() -> None:
    about = [finding for finding in findings_on(GOOD) if "LinkedIn" in finding.reason]
    assert len(about) == 3
    assert all("as commonly reported" in finding.reason.lower() for finding in about)
