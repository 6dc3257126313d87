"""A portrait as a picture: the scene, the person in front of it, the camera and the light."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from weakties.widgets.portrait.body import arms, legs, torso
from weakties.widgets.portrait.choices import Portrait, describe
from weakties.widgets.portrait.head import hair_behind, head
from weakties.widgets.portrait.scene import SCENES

SIZE = 240

# Each camera is the left edge, the top edge and the side of the square that it sees.
_CAMERAS = {
    "close-up": (-72, -66, 144),
    "head-and-shoulders": (-100, -74, 200),
    "waist-up": (-148, -90, 296),
    "full-body": (-250, -84, 500),
}
_LIGHTS = {
    "even": "",
    "side": f'<path d="M150,0H{SIZE}V{SIZE}H170Z" fill="#1b1440" opacity=".22"/>',
    "dim": f'<rect width="{SIZE}" height="{SIZE}" fill="#141038" opacity=".5"/>',
}


@lru_cache(maxsize=512)
def draw(portrait: Portrait) -> str:
    """Draw a portrait as a square SVG with its description as label.

    There are no ids in it, so that many can stand in one page.

    Examples
    --------
    >>> draw(Portrait())[:38]
    '<svg xmlns="http://www.w3.org/2000/svg'
    """
    left, top, side = _CAMERAS[portrait.framing]
    # The side light falls on the wall behind the person; dim light on everything.
    behind, over = (
        (_LIGHTS["side"], "") if portrait.light == "side" else ("", _LIGHTS[portrait.light])
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" role="img"'
        f' aria-label="{escape(describe(portrait))}">'
        f"{SCENES[portrait.background]}{behind}"
        f'<svg aria-hidden="true" width="{SIZE}" height="{SIZE}" viewBox="{left} {top} {side} {side}">'
        f"{_person(portrait)}</svg>{over}</svg>"
    )


def _person(portrait: Portrait) -> str:
    lower = legs(portrait) if portrait.framing == "full-body" else ""
    return hair_behind(portrait) + lower + torso(portrait) + head(portrait) + arms(portrait)
