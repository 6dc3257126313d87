"""The head: face, hair, expression, gaze, and what sits on the nose. The face's middle is (0, 0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.portrait.people import PEOPLE, Looks

if TYPE_CHECKING:
    from weakties.widgets.portrait.choices import Portrait

_INK = "#2b2233"
_TILT_DEGREES = 9

_MOUTHS = {
    "neutral": f'<path d="M-8,21Q0,21.8 8,21" fill="none" stroke="{_INK}" stroke-width="2.6"'
    ' stroke-linecap="round"/>',
    "closed-smile": f'<path d="M-11,18Q0,28 11,18" fill="none" stroke="{_INK}" stroke-width="2.6"'
    ' stroke-linecap="round"/>',
    "teeth-smile": '<path d="M-14,15.5Q0,19 14,15.5Q11,31 0,31Q-11,31 -14,15.5Z" fill="#7a2333"/>'
    '<path d="M-12.3,17Q0,20 12.3,17Q11,24.4 0,24.6Q-11,24.4 -12.3,17Z" fill="#fff"/>',
}


def head(portrait: Portrait) -> str:
    """Draw the head of `portrait`, hair behind the neck not included."""
    looks = PEOPLE[portrait.person]
    away = portrait.gaze == "away"
    features = "".join(
        (
            _cheeks(looks) if portrait.expression != "neutral" else "",
            _eyes(looks, away=away, smiling=portrait.expression == "teeth-smile"),
            _nose(looks),
            _MOUTHS[portrait.expression],
            _on_the_nose(portrait.prop, looks),
        )
    )
    # A turned head shows one ear, and its features move toward the side it looks to.
    ears = _ears(looks, (-1,) if away else (-1, 1))
    face = f'<path d="{looks.face}" fill="{looks.skin}"/>'
    hair = f'<path d="{looks.hair_in_front}" fill="{looks.hair}"/>'
    return tilted(
        portrait,
        ears
        + face
        + (_half_in_shadow(looks) if portrait.light == "side" else "")
        + (f'<g transform="translate(5)">{features}</g>' if away else features)
        + hair,
    )


def hair_behind(portrait: Portrait) -> str:
    """Draw the hair that falls behind the neck."""
    looks = PEOPLE[portrait.person]
    return tilted(
        portrait, f'<path d="{looks.hair_behind}" fill="{looks.hair}" fill-rule="nonzero"/>'
    )


def tilted(portrait: Portrait, drawing: str) -> str:
    """Turn a part of the head about the neck if the portrait's head is tilted."""
    if portrait.angle == "level":
        return drawing
    return f'<g transform="rotate({_TILT_DEGREES} 0 40)">{drawing}</g>'


def _ears(looks: Looks, sides: tuple[int, ...]) -> str:
    return "".join(
        f'<ellipse cx="{side * looks.half_width}" cy="3" rx="5.5" ry="7.5" fill="{looks.skin}"/>'
        f'<path d="M{side * (looks.half_width + 1.5)},0q{side * 2},3 0,6" fill="none"'
        f' stroke="{looks.shade}" stroke-width="1.6" stroke-linecap="round"/>'
        for side in sides
    )


def _cheeks(looks: Looks) -> str:
    return "".join(
        f'<ellipse cx="{x}" cy="13" rx="5.5" ry="4" fill="{looks.shade}" opacity=".55"/>'
        for x in (11 - looks.half_width, looks.half_width - 11)
    )


def _eyes(looks: Looks, *, away: bool, smiling: bool) -> str:
    look_aside = 3 if away else 0
    height = 4.3 if smiling else 5.2
    eyes = ""
    for x in (-12, 12):
        eyes += (
            f'<ellipse cx="{x}" cy="-3" rx="6.4" ry="{height}" fill="#fff"/>'
            f'<circle cx="{x + look_aside}" cy="-3" r="3.6" fill="{_INK}"/>'
            f'<circle cx="{x + look_aside + 1.2}" cy="-4.3" r="1.1" fill="#fff"/>'
            f'<path d="M{x - 6.8},-4Q{x},{-5.4 - height} {x + 6.8},-4" fill="none"'
            f' stroke="{_INK}" stroke-width="2" stroke-linecap="round"/>'
            f'<path d="M{x - 7},-14.5Q{x},-18.5 {x + 7},-14.5" fill="none" stroke="{looks.hair}"'
            ' stroke-width="3" stroke-linecap="round"/>'
        )
    return eyes


def _nose(looks: Looks) -> str:
    return (
        f'<path d="M-1,1Q5.5,9.5 -2.5,11" fill="none" stroke="{looks.shade}"'
        ' stroke-width="2.4" stroke-linecap="round"/>'
    )


def _on_the_nose(prop: str, looks: Looks) -> str:
    if prop == "sunglasses":
        lens = "C{0},-12 {1},-12 {1},-9C{1},4 {2},8 {3},8C{4},8 {0},3 {0},-9Z"
        left = "M-22,-9" + lens.format(-22, -2, -6, -12, -19)
        right = "M2,-9" + lens.format(2, 22, 19, 12, 6)
        return (
            f'<path d="M-29,-8L-20,-10H20L29,-8" fill="none" stroke="{_INK}" stroke-width="3"/>'
            f'<path d="{left}{right}" fill="{_INK}"/>'
            '<path d="M-18,-6l5,9M6,-6l5,9" stroke="#7fb6e6" stroke-width="2.4"'
            ' stroke-linecap="round"/>'
        )
    if looks.glasses:
        return (
            f'<g fill="none" stroke="{_INK}" stroke-width="2.2">'
            '<circle cx="-12" cy="-2" r="10"/><circle cx="12" cy="-2" r="10"/>'
            '<path d="M-2,-3Q0,-5 2,-3M-22,-4L-27,-6M22,-4L27,-6"/></g>'
        )
    return ""


def _half_in_shadow(looks: Looks) -> str:
    w, jaw, chin = looks.half_width, looks.jaw, looks.chin
    return (
        f'<path d="M2,-29C{w - 8},-28 {w},-20 {w},-8C{w},16 {jaw},{chin} 0,{chin}'
        f'C8,26 -3,14 3,2C7,-8 -2,-18 2,-29Z" fill="#1b1440" opacity=".3"/>'
    )
