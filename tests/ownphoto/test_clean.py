"""A clean copy holds the picture, upright and in its colors, and nothing else of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin
from PIL.TiffImagePlugin import IFDRational

from ownphoto.conftest import textured
from weakties.ownphoto import look_at
from weakties.ownphoto.rules.finding import Word

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRETS = (b"Pixel 9", b"Jane Doe", b"Elm Street", b"2026:01:02", b"Springfield")


def telling() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0110] = "Pixel 9"
    exif[0x013B] = "Jane Doe"
    exif[0x010E] = "At home, Elm Street"
    exif[0x0132] = "2026:01:02 10:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (IFDRational(40), IFDRational(1), IFDRational(0))})
    return exif


def words(report) -> dict[str, Word]:
    return {finding.name: finding.word for finding in report.findings}


@pytest.mark.parametrize("ending", ["jpg", "webp", "avif", "heic", "png"])
@pytest.mark.parametrize("to", ["clean.jpg", "clean.png"])
def test_of_what_a_file_tells_nothing_is_left(
    saved: Callable[..., Path], ending: str, to: str
) -> None:
    if ending == "heic":
        pytest.importorskip("pillow_heif").register_heif_opener()
    more = {"exif": telling(), "xmp": b"<x>Springfield</x>"}
    if ending == "png":
        info = PngImagePlugin.PngInfo()
        info.add_text("Comment", "Springfield")
        more = {"exif": telling(), "pnginfo": info}
    file = saved(f"me.{ending}", **more)
    before = file.read_bytes()
    assert any(secret in before for secret in SECRETS)
    assert words(look_at(file))["Device name"] is Word.LOOK

    report = look_at(file, clean=file.with_name(to))

    copy = file.with_name(to)
    assert f"A copy without all that is in “{to}”" in report.summary
    assert not any(secret in copy.read_bytes() for secret in SECRETS)
    again = words(look_at(copy))
    assert (again["Device name"], again["Location data"]) == (Word.FINE, Word.FINE)
    assert file.read_bytes() == before


def test_the_copy_shows_the_same_picture_upright(saved: Callable[..., Path]) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    file = saved("me.jpg", textured(300, 200), exif=exif, quality=95)

    look_at(file, clean=file.with_name("clean.png"))

    shown = np.asarray(textured(300, 200).rotate(-90, expand=True), dtype=float)
    with Image.open(file.with_name("clean.png")) as copy:
        assert copy.size == (200, 300)
        assert np.abs(np.asarray(copy, dtype=float) - shown).mean() < 4


def test_a_picture_for_print_gets_the_colors_of_a_screen(saved: Callable[..., Path]) -> None:
    file = saved("me.jpg", textured(64, 64).convert("CMYK"), quality=95)

    look_at(file, clean=file.with_name("clean.png"))

    with Image.open(file.with_name("clean.png")) as copy:
        assert copy.mode == "RGB"
        difference = np.asarray(copy, dtype=float) - np.asarray(textured(64, 64), dtype=float)
        assert np.abs(difference).mean() < 6


def test_a_profile_is_heeded_and_left_out(saved: Callable[..., Path]) -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = saved("me.jpg", icc_profile=screen, quality=95)
    broken = saved("broken.jpg", icc_profile=b"no profile at all", quality=95)

    for photo in (file, broken):
        look_at(photo, clean=photo.with_suffix(".png"))
        with Image.open(photo.with_suffix(".png")) as copy:
            assert "icc_profile" not in copy.info
            difference = np.asarray(copy, dtype=float) - np.asarray(textured(), dtype=float)
            assert np.abs(difference).mean() < 4


def test_what_shines_through_is_painted_on_white(saved: Callable[..., Path]) -> None:
    file = saved("me.png", Image.new("RGBA", (64, 64), (200, 0, 0, 0)))

    look_at(file, clean=file.with_name("clean.png"))

    with Image.open(file.with_name("clean.png")) as copy:
        assert copy.getpixel((32, 32)) == (255, 255, 255)


def test_sixteen_bits_a_pixel_keep_their_shades(saved: Callable[..., Path]) -> None:
    shades = np.linspace(0, 65535, 64, dtype=np.uint16).reshape(1, -1).repeat(64, axis=0)
    file = saved("me.png", Image.fromarray(shades))

    look_at(file, clean=file.with_name("clean.png"))

    with Image.open(file.with_name("clean.png")) as copy:
        assert abs(copy.getpixel((32, 32))[0] - 130) < 4


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("clean.gif", 'Give it such a name: clean="clean.jpg"'),
        ("me.jpg", "is there already, so no copy was written"),
        ("nowhere/clean.jpg", "could not be written"),
    ],
)
def test_what_keeps_a_copy_from_being_written_is_said_and_nothing_is_lost(
    saved: Callable[..., Path], to: str, said: str
) -> None:
    file = saved("me.jpg", exif=telling())
    before = file.read_bytes()

    report = look_at(file, clean=file.parent / to)

    assert said in report.summary
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]
