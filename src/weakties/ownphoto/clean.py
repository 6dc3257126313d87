"""A copy of a photo with nothing in it but the picture."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.ownphoto.opened import opened
from weakties.ownphoto.path import NoPhoto, shown_name

if TYPE_CHECKING:
    import os

    from PIL.Image import Image

_FORMS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG"}
_QUALITY = 92


def write_clean_copy(path: Path, to: str | os.PathLike[str]) -> str:
    """Write a copy of a photo that carries no place, name, device, time or text; return what to say.

    The pixels are painted into a new picture, upright and in the colors of a screen, and that one
    is saved: nothing else of the file comes along. The copy is read again before its name is told.

    Parameters
    ----------
    path
        The photo, which stays as it is.
    to
        Where the copy goes, .jpg or .png. No file is written over.

    Raises
    ------
    NoPhoto
        If the copy can't be written, with a sentence for the learner.
    """
    copy = Path(to).expanduser()
    form = _FORMS.get(copy.suffix.lower())
    if form is None:
        raise NoPhoto(
            f'A clean copy is a JPEG or a PNG. Give it such a name: clean="{copy.stem or "copy"}.jpg".'
        )
    with opened(path) as photo:
        content = _encoded(_painted_anew(photo.image), form)
    _refuse_if_anything_is_left(content)
    try:
        with copy.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise NoPhoto(
            f"“{shown_name(copy)}” is there already, so no copy was written. Give another name: "
            f'clean="{copy.stem}-2{copy.suffix}".'
        ) from None
    except OSError as error:
        with suppress(OSError):
            copy.unlink(missing_ok=True)
        raise NoPhoto(
            f"“{shown_name(copy)}” could not be written: {error.strerror}. Choose a place in a "
            "folder that is there and yours."
        ) from None
    return (
        f"A copy without all that is in “{shown_name(copy)}”: read again, it holds the picture and "
        "nothing else. That is the one to upload."
    )


def _painted_anew(image: Image) -> Image:
    """Return the first picture of a file, upright, in RGB over white, with nothing attached."""
    from PIL import Image as Images
    from PIL.ImageOps import exif_transpose

    upright = exif_transpose(image)
    profile = image.info.get("icc_profile")
    clear = upright.convert("RGBA") if upright.has_transparency_data else None
    picture = Images.new("RGB", upright.size, "white")
    if clear:
        picture.paste(clear, mask=clear.getchannel("A"))
    else:
        picture.paste(_for_a_screen(upright, profile))
    return picture


def _for_a_screen(image: Image, profile: bytes | None) -> Image:
    """Return a picture in sRGB: without its profile its colors would be shown as others."""
    from PIL import ImageCms

    if profile:
        with suppress(ImageCms.PyCMSError, OSError, TypeError, ValueError):
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            turned = ImageCms.profileToProfile(image, own, screen, outputMode="RGB")
            if turned is not None:
                return turned
    if image.mode.startswith("I"):  # 16 bits a pixel: convert alone would cut them off at 8
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image.convert("RGB")


def _encoded(picture: Image, form: str) -> bytes:
    file = BytesIO()
    picture.save(file, form, quality=_QUALITY, optimize=True)
    return file.getvalue()


def _refuse_if_anything_is_left(content: bytes) -> None:
    from PIL import Image

    with Image.open(BytesIO(content)) as copy:
        left = set(copy.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        if left or len(copy.getexif()):
            raise NoPhoto(
                "The copy would still have carried more than the picture, so it was not written. "
                "Take a screenshot of the photo instead: that holds the picture alone."
            )
