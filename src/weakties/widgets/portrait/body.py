"""The body: what is worn, and what is held. Same scale as the head, whose middle is (0, 0)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.widgets.portrait.people import PEOPLE, Looks

if TYPE_CHECKING:
    from weakties.widgets.portrait.choices import Portrait


@dataclass(frozen=True)
class _Outfit:
    cloth: str
    sleeve: str | None
    trousers: str
    shoes: str
    details: str
    long_sleeves: bool = True


_TORSO = (
    "M-14,50C-22,58 -40,59 -49,67C-57,74 -59,86 -57,98L-45,112L-42,204H42L45,112L57,98"
    "C59,86 57,74 49,67C40,59 22,58 14,50Z"
)
_TANK_TOP = (
    "M-30,59C-31,80 -36,92 -45,100L-42,204H42L45,100C36,92 31,80 30,59L19,57C18,80 10,88 0,88"
    "C-10,88 -18,80 -19,57Z"
)

_OUTFITS = {
    "suit": _Outfit(
        "#2c3e5f",
        "#26365a",
        "#2c3e5f",
        "#1b1b22",
        '<path d="M-26,55L0,112L26,55L10,46H-10Z" fill="#fff"/>'
        '<path d="M-5,57H5L3,66L8,104L0,114L-8,104L-3,66Z" fill="#d55e00"/>'
        '<path d="M-14,49L-1,62L-9,70L-18,53Z" fill="#eef2f7"/>'
        '<path d="M14,49L1,62L9,70L18,53Z" fill="#eef2f7"/>'
        '<path d="M-18,52L0,124L-12,96L-26,90L-21,82L-29,76L-24,57Z" fill="#1d2b46"/>'
        '<path d="M18,52L0,124L12,96L26,90L21,82L29,76L24,57Z" fill="#1d2b46"/>'
        '<path d="M0,124V204" stroke="#1d2b46" stroke-width="2"/>'
        '<circle cx="5" cy="140" r="2.4" fill="#101a2e"/>'
        '<circle cx="5" cy="160" r="2.4" fill="#101a2e"/>'
        '<path d="M26,100l13,-3l1,5l-13,3z" fill="#fff"/>',
    ),
    "shirt": _Outfit(
        "#7cc0ea",
        "#6ab2df",
        "#b99a6b",
        "#5b3b24",
        '<path d="M-27,55L-12,50L0,66L12,50L27,55L0,90Z" fill="#7cc0ea"/>'
        '<path d="M0,62V204" stroke="#4b93c4" stroke-width="2"/>'
        '<path d="M-10,48L0,66L10,48Z" fill="#5f9fc9"/>'
        '<path d="M-14,47L0,64L-12,76L-21,54Z" fill="#a9dbf8"/>'
        '<path d="M14,47L0,64L12,76L21,54Z" fill="#a9dbf8"/>'
        + "".join(f'<circle cx="0" cy="{y}" r="2" fill="#fff"/>' for y in (84, 108, 132, 156, 180)),
    ),
    "sweatshirt": _Outfit(
        "#5a9f7c",
        "#4f9170",
        "#4a628a",
        "#e8e4da",
        '<path d="M-27,56C-32,44 -20,38 -14,44L0,68L14,44C20,38 32,44 27,56C18,74 8,80 0,80'
        'C-8,80 -18,74 -27,56Z" fill="#3f7d5f"/>'
        '<path d="M-7,74V102M7,74V98" stroke="#f4f1e8" stroke-width="2.6" stroke-linecap="round"/>'
        '<path d="M-26,160H26L34,196H-34Z" fill="#4f9170"/>',
    ),
    "tank-top": _Outfit(
        "#e69f00",
        None,
        "#39415c",
        "#cc4778",
        '<path d="M-42,168L44,152V164L-42,180Z" fill="#fff" opacity=".55"/>',
        long_sleeves=False,
    ),
    "jersey": _Outfit(
        "#fbfaf5",
        "#f1efe6",
        "#f4f2ea",
        "#1b1b22",
        "".join(
            f'<path d="M{x},{66 if abs(x) > 20 else 86}V204" stroke="#9db1d4" stroke-width="1.6"/>'
            for x in range(-36, 37, 9)
        )
        + '<path d="M-25,57L0,80L25,57M0,80V204" fill="none" stroke="#c8102e" stroke-width="4"'
        ' stroke-linejoin="round" stroke-linecap="round"/>'
        '<path d="M14,98H34V105L25,130H17L25,106H14Z" fill="#c8102e"/>',
        long_sleeves=False,
    ),
}

_ARM_DOWN = "M{0},82C{1},110 {2},140 {3},184"
_FOREARM_DOWN = "M{1},124C{2},144 {2},162 {3},184"
_HELD_UP = "M47,82C60,104 70,122 72,132C72,136 64,112 57,98"
_FOREARM_UP = "M70,126C72,132 64,112 57,98"
_HUGGING = "M-47,82C-62,100 -76,116 -72,126C-62,132 -48,126 -36,118"
_FOREARM_HUGGING = "M-73,122C-66,132 -48,126 -36,118"


def legs(portrait: Portrait) -> str:
    """Draw trousers and shoes."""
    outfit = _OUTFITS[portrait.attire]
    feet = "".join(
        f'<path d="M{x - 13},402q0,-16 13,-16t13,16z" fill="{outfit.shoes}"/>' for x in (-23, 23)
    )
    return (
        feet
        + '<path d="M-42,196H42L45,240L37,390H10L0,250L-10,390H-37L-45,240Z" '
        + f'fill="{outfit.trousers}"/>'
        + '<path d="M0,204V250" stroke="#000" stroke-opacity=".25" stroke-width="2"/>'
    )


def torso(portrait: Portrait) -> str:
    """Draw the neck and what is worn above the belt, without the arms."""
    looks, outfit = PEOPLE[portrait.person], _OUTFITS[portrait.attire]
    if portrait.attire == "tank-top":
        cloth = (
            f'<path d="{_TORSO}" fill="{looks.skin}"/><path d="{_TANK_TOP}" fill="{outfit.cloth}"/>'
        )
    else:
        cloth = f'<path d="{_TORSO}" fill="{outfit.cloth}"/>'
    shadow = (
        '<path d="M6,60C34,60 58,66 57,98L45,112L42,204H6Z" fill="#1b1440" opacity=".26"/>'
        if portrait.light == "side"
        else ""
    )
    # The neck lies over the cloth, and a collar over the neck.
    return cloth + _neck(looks) + outfit.details + shadow


def _neck(looks: Looks) -> str:
    return (
        f'<path d="M-12,20H12V50Q16,55 25,58L0,80L-25,58Q-16,55 -12,50Z" fill="{looks.skin}"/>'
        f'<path d="M-12,30H12V40Q0,54 -12,40Z" fill="{looks.shade}" opacity=".75"/>'
    )


def arms(portrait: Portrait) -> str:
    """Draw both arms and what they hold; the arm on the right is raised for a bat or a glass."""
    looks, outfit = PEOPLE[portrait.person], _OUTFITS[portrait.attire]
    left, left_forearm, left_hand = (
        (_HUGGING, _FOREARM_HUGGING, (-36, 118))
        if portrait.prop == "dog"
        else (*_down(-1), (-58, 190))
    )
    raised = portrait.prop in ("bat", "drink")
    right, right_forearm, right_hand = (
        (_HELD_UP, _FOREARM_UP, (56, 94)) if raised else (*_down(1), (58, 190))
    )
    held = {"bat": _BAT, "drink": _DRINK, "dog": _DOG}.get(portrait.prop, "")
    hands = "".join(
        f'<circle cx="{x}" cy="{y}" r="10.5" fill="{looks.skin}"/>'
        for x, y in (left_hand, right_hand)
    )
    limbs = _arm(left, left_forearm, looks, outfit) + _arm(right, right_forearm, looks, outfit)
    # A dog is carried in front of the chest with the arm around it; the rest is held in a fist.
    return held + limbs + hands


def _down(side: int) -> tuple[str, str]:
    points = [side * x for x in (47, 54, 60, 58)]
    return _ARM_DOWN.format(*points), _FOREARM_DOWN.format(*points)


def _arm(arm: str, forearm: str, looks: Looks, outfit: _Outfit) -> str:
    def limb(path: str, color: str, width: int) -> str:
        return (
            f'<path d="{path}" fill="none" stroke="{color}" stroke-width="{width}"'
            ' stroke-linecap="round" stroke-linejoin="round"/>'
        )

    if outfit.sleeve is None:
        return limb(arm, looks.shade, 22) + limb(arm, looks.skin, 20)
    sleeve = limb(arm, outfit.sleeve, 24)
    if outfit.long_sleeves:
        return sleeve
    return sleeve + limb(forearm, looks.skin, 20)


_BAT = (
    '<path d="M51,112C53,80 54,40 55,10C55,-20 54,-56 62,-57C70,-56 69,-20 66,10'
    'C62,40 59,80 58,112Z" fill="#d9a066"/>'
    '<path d="M52,104C53,84 54,70 54.5,58L61,58C60,70 59,84 58,104Z" fill="#3a2a22"/>'
    '<path d="M63,-50C65,-30 63,0 60,30" stroke="#f1c793" stroke-width="2" fill="none"'
    ' stroke-linecap="round"/>'
    '<ellipse cx="54.5" cy="113" rx="6" ry="3.4" fill="#b37d45"/>'
)
_DRINK = (
    '<path d="M36,22H72L54,50Z" fill="#eaf6ff" fill-opacity=".85" stroke="#6f8ea6"'
    ' stroke-width="1.6" stroke-linejoin="round"/>'
    '<path d="M41,29H67L54,49Z" fill="#e4407a"/>'
    '<path d="M54,50V82" stroke="#6f8ea6" stroke-width="2.6"/>'
    '<circle cx="67" cy="20" r="8" fill="#f7b500" stroke="#fff3c4" stroke-width="2"/>'
    '<path d="M50,44L38,8" stroke="#009e73" stroke-width="2.6" stroke-linecap="round"/>'
)
_DOG = (
    '<ellipse cx="-46" cy="96" rx="24" ry="30" fill="#c98a4b"/>'
    '<ellipse cx="-43" cy="102" rx="12" ry="20" fill="#f0d9b5"/>'
    '<circle cx="-46" cy="54" r="22" fill="#c98a4b"/>'
    '<path d="M-64,44C-76,44 -74,72 -66,76C-60,74 -60,54 -58,42Z" fill="#7b4a21"/>'
    '<path d="M-28,44C-16,44 -18,72 -26,76C-32,74 -32,54 -34,42Z" fill="#7b4a21"/>'
    '<ellipse cx="-46" cy="63" rx="13" ry="10.5" fill="#f0d9b5"/>'
    '<path d="M-49,69Q-46,82 -43,69Z" fill="#e0567a"/>'
    '<ellipse cx="-46" cy="58" rx="4.6" ry="3.4" fill="#2b2233"/>'
    '<path d="M-52,66Q-46,72 -40,66" fill="none" stroke="#2b2233" stroke-width="1.8"/>'
    '<circle cx="-54" cy="49" r="2.8" fill="#2b2233"/><circle cx="-38" cy="49" r="2.8" fill="#2b2233"/>'
)
