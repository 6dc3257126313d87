"""Whole files, from a path to a report."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageFilter
from PIL.ExifTags import IFD, Base
from PIL.PngImagePlugin import PngInfo

from weakties.ownphoto import Report, Word, look_at

if TYPE_CHECKING:
    from collections.abc import Callable

    Save = Callable[..., Path]


def values(report: Report) -> dict[str, float | str]:
    return {finding.name: finding.value for finding in report.findings}


def exif(orientation: int = 1, *, place: bool = False, phone: bool = False) -> Image.Exif:
    made = Image.Exif()
    made[Base.Orientation] = orientation
    if phone:
        made[Base.Model] = "Secret Phone 3000"
    if place:
        made.get_ifd(IFD.GPSInfo).update(
            {1: "N", 2: (48.0, 12.0, 7.0), 3: "E", 4: (16.0, 22.0, 5.0)}
        )
    return made


def test_a_good_photo_gets_twelve_findings(saved: Save) -> None:
    report = look_at(saved("me.jpg", quality=90))
    assert report.heading == "Your photo, measured: me.jpg"
    assert len(report.findings) == 12
    assert report.summary == "12 findings: 12 fine, 0 worth a look."


@pytest.mark.parametrize("typed", ["{}", "  {} ", '"{}"', "'{}'"])
def test_a_path_may_be_pasted_with_spaces_and_quotation_marks(saved: Save, typed: str) -> None:
    assert look_at(typed.format(saved("me.jpg"))).findings


def test_a_tilde_means_the_home_folder(saved: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    home = saved("me.jpg").parent
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    assert look_at("~/me.jpg").findings
    assert look_at(Path("~/me.jpg")).findings


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_held_sideways_is_measured_upright(saved: Save, orientation: int) -> None:
    wide = Image.new("RGB", (800, 600), "gray")
    report = look_at(saved("me.jpg", wide, exif=exif(orientation)))
    upright = "600 × 800" if orientation >= 5 else "800 × 600"
    assert upright in report.findings[2].reason


@pytest.mark.parametrize("name", ["me.jpg", "me.png", "me.webp"])
def test_location_and_device_are_told_but_not_what_they_say(saved: Save, name: str) -> None:
    carrying = look_at(saved(name, exif=exif(place=True, phone=True)))
    assert values(carrying)["Location data"] == "in the file"
    assert values(carrying)["Device name"] == "in the file"
    assert not any(secret in str(carrying) for secret in ("Secret Phone", "48", "16.0"))
    bare = look_at(saved("bare-" + name))
    assert values(bare)["Location data"] == values(bare)["Device name"] == "not found"


def test_location_is_also_found_in_xmp(saved: Save) -> None:
    xmp = b"<x:xmpmeta><rdf:Description exif:GPSLatitude='48,12N' tiff:Model='P'/></x:xmpmeta>"
    report = look_at(saved("me.jpg", xmp=xmp))
    assert values(report)["Location data"] == values(report)["Device name"] == "in the file"


@pytest.mark.parametrize("tag", [0x013B, 0x8298])
def test_a_persons_name_in_any_field_for_one_is_found(saved: Save, tag: int) -> None:
    named = exif()
    named[tag] = "Zoe Example"
    report = look_at(saved("me.jpg", exif=named))
    assert values(report)["Device name"] == "in the file"
    assert values(report)["Location data"] == "not found"
    assert "Example" not in str(report)


def test_a_free_text_may_name_a_place_in_every_form(saved: Save) -> None:
    described = exif()
    described[0x010E] = "Hauptstrasse 1"
    text = PngInfo()
    text.add_text("Comment", "48.2, 16.4")
    city = b"\x1c\x02\x5a\0\x06Vienna"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(city)) + city + b"\0"
    files = [
        saved("exif.jpg", exif=described),
        saved("text.png", pnginfo=text),
        saved("comment.jpg", comment="Hauptstrasse 1"),
        saved("iptc.jpg", extra=b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc),
    ]
    assert [values(look_at(file))["Location data"] for file in files] == ["in the file"] * 4
    assert not any(word in str(look_at(file)) for file in files for word in ("Haupt", "Vienna"))


def test_metadata_that_cannot_be_read_is_not_called_absent(saved: Save) -> None:
    report = look_at(saved("me.jpg", exif=b"Exif\0\0nonsense, not TIFF"))
    assert len(report.findings) == 12
    assert values(report)["Location data"] == "could not be read"
    assert values(report)["Device name"] == "could not be read"


def test_a_block_of_coordinates_that_is_cut_short_is_not_called_absent(saved: Save) -> None:
    whole = exif(place=True).tobytes()
    coordinates = len(b"Exif\0\0") + whole[6:].index(struct.pack(">HHI", 1, 2, 2))
    report = look_at(saved("me.jpg", exif=whole[: coordinates - 2]))
    assert values(report)["Location data"] == "could not be read"
    assert values(report)["Device name"] == "not found"


def test_a_block_without_coordinates_is_no_location(saved: Save) -> None:
    bare = exif()
    bare.get_ifd(IFD.GPSInfo)[29] = "2026:05:01"
    assert values(look_at(saved("me.jpg", exif=bare)))["Location data"] == "not found"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_gives_about_the_same_light(
    saved: Save, picture: Image.Image, mode: str
) -> None:
    gray = picture.convert("L")
    if mode == "I;16":
        image = Image.fromarray(np.asarray(gray).astype(np.uint16) * 257)
    else:
        image = picture.convert(mode)
    plain = values(look_at(saved("gray.png", gray)))["Mean brightness"]
    report = look_at(saved("me.png", image))
    assert values(report)["Mean brightness"] == pytest.approx(plain, abs=1.5)
    assert values(report)["File format"] == "PNG"


def test_a_transparent_background_is_measured_over_white(saved: Save) -> None:
    report = look_at(saved("me.png", Image.new("RGBA", (500, 500), (0, 0, 0, 0))))
    assert values(report)["Mean brightness"] == 100
    assert "100% of the circle" in report.findings[1].reason


def test_print_colors_are_named(saved: Save, picture: Image.Image) -> None:
    report = look_at(saved("me.jpg", picture.convert("CMYK")))
    assert values(report)["File format"] == "JPEG, CMYK colors"


@pytest.mark.parametrize("name", ["me.gif", "me.webp", "me.png"])
def test_of_a_moving_picture_the_first_is_measured(saved: Save, name: str) -> None:
    first, second = Image.new("RGB", (500, 500), "black"), Image.new("RGB", (500, 500), "white")
    report = look_at(saved(name, first, save_all=True, append_images=[second], duration=100))
    assert ", moving" in str(values(report)["File format"])
    assert values(report)["Mean brightness"] == pytest.approx(0, abs=1)


def test_a_phones_second_picture_does_not_make_a_jpeg_moving(
    saved: Save, picture: Image.Image
) -> None:
    depth = picture.resize((100, 100))
    report = look_at(saved("me.jpg", format="MPO", save_all=True, append_images=[depth]))
    assert values(report)["File format"] == "JPEG"


def test_a_single_pixel_is_measured_too(saved: Save) -> None:
    report = look_at(saved("me.png", Image.new("RGB", (1, 1))))
    assert values(report)["Shorter side"] == 1
    assert values(report)["Sharpness"] == 0


def test_a_strip_is_measured_in_its_middle(saved: Save) -> None:
    strip = Image.new("RGB", (9000, 450), "white")
    strip.paste("black", (4200, 0, 4800, 450))
    report = look_at(saved("me.jpg", strip))
    assert values(report)["Mean brightness"] == pytest.approx(0, abs=1)


@pytest.mark.parametrize("name", ["me.jpg", "me.png"])
def test_the_same_picture_in_more_pixels_gets_about_the_same_numbers(
    saved: Save, picture: Image.Image, name: str
) -> None:
    soft = picture.filter(ImageFilter.GaussianBlur(2))
    small = values(look_at(saved("s-" + name, soft)))
    large = values(look_at(saved("l-" + name, soft.resize((3600, 3600)))))
    for what in ("Sharpness", "Mean brightness", "Contrast"):
        assert large[what] == pytest.approx(small[what], rel=0.15), what


def test_a_huge_palette_is_thinned_to_about_the_same_numbers(
    saved: Save, picture: Image.Image
) -> None:
    large = picture.resize((3600, 3600))
    direct = values(look_at(saved("rgb.png", large)))
    thinned = values(look_at(saved("rgba.png", large.convert("RGBA"))))
    for what in ("Sharpness", "Mean brightness", "Contrast"):
        assert thinned[what] == pytest.approx(direct[what], rel=0.15), what


def png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


def test_without_what_reads_heic_it_is_said_what_to_do(tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    file = tmp_path / "me.heic"
    file.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")

    assert "%pip install pillow-heif" in look_at(file).summary


@pytest.mark.parametrize(
    ("content", "phrase"),
    [
        (b"", "empty"),
        (b"Dear hiring manager, please find my picture attached.", "does not begin like a picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC"),
        (b"\0\0\0\x18ftypqt  \0\0\0\0", "video"),
        (b"II*\0\x08\0\0\0", "TIFF"),
        (b"\xff\xd8\xff\xe0 and then nonsense", "damaged or incomplete"),
        (png_that_claims(600, 600), "damaged or incomplete"),
        (png_that_claims(8001, 8000), "more than 64 million pixels"),
        (png_that_claims(10_000, 10_000), "more than 64 million pixels"),
        (png_that_claims(60_000, 60_000), "more than 64 million pixels"),
        (png_that_claims(0, 0), "damaged or incomplete"),
    ],
)
def test_a_bad_file_gets_a_sentence(tmp_path: Path, content: bytes, phrase: str) -> None:
    file = tmp_path / "me.jpg"
    file.write_bytes(content)
    report = look_at(file)
    assert report.findings == ()
    assert report.heading == "△ This could not be measured"
    assert phrase in report.summary


@pytest.mark.parametrize("brand", [b"avif", b"mif1"])
def test_an_avif_file_is_measured_whichever_brand_stands_first(saved: Save, brand: bytes) -> None:
    file = saved("me.avif")
    file.write_bytes(file.read_bytes().replace(b"ftypavif", b"ftyp" + brand, 1))
    report = look_at(file)
    assert [one.value for one in report.findings if one.name == "File format"] == ["AVIF"]
    assert len(report.findings) == 12


def test_a_name_of_a_kind_with_nothing_behind_it_is_called_incomplete(tmp_path: Path) -> None:
    file = tmp_path / "me.avif"
    file.write_bytes(b"\0\0\0 ftypmif1\0\0\0\0mif1avif".ljust(324, b"\0"))
    assert "This AVIF file is damaged or incomplete" in look_at(file).summary


@pytest.mark.parametrize("name", ["me.jpg", "me.png", "me.gif", "me.webp", "me.bmp", "me.avif"])
def test_half_a_photo_is_called_incomplete(saved: Save, name: str) -> None:
    file = saved(name)
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert "damaged or incomplete" in look_at(file).summary


def test_a_file_of_gigabytes_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "me.jpg"
    with file.open("wb") as sparse:
        sparse.write(b"\xff\xd8\xff")
        sparse.truncate(100_000_001)
    assert "larger than 100 MB" in look_at(file).summary


@pytest.mark.parametrize(
    ("given", "phrase"),
    [
        ("nowhere/me.jpg", "no file “me.jpg” in the folder “nowhere”"),
        ("https://example.org/me.jpg", "web address"),
        ("me\0.jpg", "cannot make sense"),
        ("m" * 5000, "cannot make sense"),
        ("~nobody-of-that-name/me.jpg", ""),
        (7, "type int"),
        (["me.jpg"], "type list"),
        (b"me.jpg", "type bytes"),
    ],
)
def test_a_bad_path_gets_a_sentence(given: object, phrase: str) -> None:
    report = look_at(given)
    assert report.heading == "△ This could not be measured"
    assert phrase in report.summary


def test_a_name_that_is_no_text_is_shown_all_the_same() -> None:
    assert "“me\ufffd\ufffd.jpg”" in look_at("me\udcff\n.jpg").summary


def test_a_folder_gets_a_sentence(tmp_path: Path) -> None:
    assert "is a folder" in look_at(tmp_path).summary


def test_a_file_below_a_file_is_missing(saved: Save) -> None:
    assert "There is no file" in look_at(saved("me.jpg") / "again.jpg").summary


@pytest.mark.parametrize("method", ["stat", "open"])
def test_a_place_that_may_not_be_read_gets_a_sentence(
    saved: Save, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    file = saved("me.jpg")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, method, refuse)
    assert "does not let the notebook read" in look_at(file).summary


@pytest.mark.parametrize("given", [..., None, "", "  "])
def test_without_a_photo_the_report_says_how_to_choose_one(given: object) -> None:
    report = look_at(given)
    assert report.heading == "○ No photo chosen yet"
    assert 'look_at("me.jpg")' in report.summary
    assert report == look_at(...) == look_at()


def test_the_lesson_shows_the_same_every_time() -> None:
    assert look_at(...)._repr_mimebundle_() == look_at(...)._repr_mimebundle_()
    assert str(Path.home()) not in str(look_at(...))


def test_every_report_on_a_photo_says_what_it_cannot_tell_and_what_is_kept(saved: Save) -> None:
    for report in (look_at(...), look_at(saved("me.jpg"))):
        text = " ".join(str(report).split())
        for word in ("face", "age", "attractiveness", "competence", "Nothing is stored or sent"):
            assert word in text


def test_a_dull_photo_is_worth_a_look(saved: Save) -> None:
    report = look_at(saved("me.bmp", Image.new("RGB", (300, 900), "white")))
    looks = {finding.name for finding in report.findings if finding.word is Word.LOOK}
    assert looks == {
        "File format",
        "Shorter side",
        "Cut off by a square",
        "Cut off by a circle",
        "Sharpness",
        "Mean brightness",
        "Clipped to white",
        "Contrast",
    }
