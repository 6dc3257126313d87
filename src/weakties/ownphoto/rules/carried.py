"""What a file tells besides the picture. Many want to know that before they upload it."""

from __future__ import annotations

from weakties.ownphoto.rules.finding import Finding, judged

_REMOVE = 'For a copy without it, look again with look_at("…", clean="clean.jpg").'


def location_data(there: bool | None) -> Finding:
    """Say whether coordinates are in the file; None if that can't be read."""
    return judged(
        "Location data",
        _shown(there),
        "",
        fine=there is False,
        reason=(
            "Coordinates in a file's EXIF or XMP data say where it was taken, often to a few "
            "meters; here it is only checked whether there are any."
        ),
        advice=f"Sites often drop such data, but don't count on it. {_REMOVE}",
    )


def device_name(there: bool | None) -> Finding:
    """Say whether a camera's, phone's or owner's name is in the file; None if unreadable."""
    return judged(
        "Device name",
        _shown(there),
        "",
        fine=there is False,
        reason=(
            "A file can name the camera, the phone or even its owner, and not everybody wants to "
            "hand that on."
        ),
        advice=f"Decide whether you mind. {_REMOVE}",
    )


def _shown(there: bool | None) -> str:
    return {True: "in the file", False: "not found", None: "could not be read"}[there]
