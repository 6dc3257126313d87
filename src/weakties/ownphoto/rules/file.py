"""The file itself: its size and its format."""

from __future__ import annotations

from weakties.ownphoto.rules.finding import Finding, judged

# As commonly reported; a megabyte is read as a million bytes, the stricter of its two meanings.
LINKEDIN_MOST_BYTES = 8_000_000
_ACCEPTED = ("JPEG", "PNG")
_TO_JPEG = "Export a copy as JPEG."


def file_size(size: int) -> Finding:
    """Judge a file's size in bytes."""
    value, unit = (size / 1_000_000, "MB") if size >= 1_000_000 else (size / 1000, "kB")
    return judged(
        "File size",
        value,
        unit,
        fine=size <= LINKEDIN_MOST_BYTES,
        reason=f"As commonly reported, LinkedIn takes at most {LINKEDIN_MOST_BYTES // 1_000_000} MB.",
        advice="Export a copy as JPEG, 1000 to 2000 pixels wide.",
    )


def file_format(kind: str, moving: bool, for_print: bool, see_through: float) -> Finding:
    """Judge a format and what is unusual in it.

    Parameters
    ----------
    kind
        The format's name.
    moving
        Whether there is more than one picture.
    for_print
        Whether the colors are CMYK.
    see_through
        The share of the circle that is not opaque.
    """
    share = max(1, round(100 * see_through))
    oddities = [
        (
            moving,
            "moving",
            "A profile picture stands still, so only the first picture was measured.",
            "Export the picture that you mean as JPEG.",
        ),
        (
            for_print,
            "CMYK colors",
            "CMYK is meant for a printing press, and a screen may show other colors.",
            "Export a copy as JPEG with RGB colors (sRGB).",
        ),
        (
            see_through > 0,
            "see-through",
            f"The page shines through about {share}% of the circle; here it was measured on white.",
            "Put a plain background behind it and export it as JPEG.",
        ),
        (
            kind == "GIF",
            "256 colors at most",
            "A GIF has too few colors for skin and sky, so that soft shades turn into bands.",
            "Go back to the original photo and export it as JPEG.",
        ),
    ]
    found = [oddity for there, *oddity in oddities if there]
    usual = ("", f"As commonly reported, LinkedIn takes {' and '.join(_ACCEPTED)}.", _TO_JPEG)
    _, reason, advice = found[0] if found else usual
    return judged(
        "File format",
        ", ".join([kind, *(label for label, _, _ in found)]),
        "",
        fine=not found and kind in _ACCEPTED,
        reason=reason,
        advice=advice,
    )
