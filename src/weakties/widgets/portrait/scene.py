"""The places where a photo is taken, each a square of 240."""

from __future__ import annotations

_HOLDS = [
    (24, 30, "#d55e00"),
    (62, 66, "#0072b2"),
    (20, 104, "#009e73"),
    (54, 150, "#e69f00"),
    (206, 34, "#cc79a7"),
    (172, 20, "#009e73"),
    (216, 92, "#e69f00"),
    (186, 128, "#d55e00"),
    (222, 158, "#0072b2"),
    (112, 14, "#0072b2"),
    (22, 178, "#cc79a7"),
]


def _office() -> str:
    books = "".join(
        f'<rect x="{182 + 8 * n}" y="{y + n % 3 * 3}" width="6" height="{30 - n % 3 * 3}" fill="{c}"/>'
        for y in (30, 78, 126)
        for n, c in enumerate(("#0072b2", "#d55e00", "#e8e2d2", "#009e73", "#e69f00", "#56b4e9"))
    )
    return (
        '<rect width="240" height="240" fill="#dfe7ee"/>'
        '<rect x="10" y="18" width="82" height="112" rx="3" fill="#fff"/>'
        '<rect x="15" y="23" width="72" height="102" fill="#a8d6f2"/>'
        '<path d="M15,125V84H30V68H46V92H58V58H74V96H87V125Z" fill="#6d9dbd"/>'
        '<path d="M51,23V125M15,74H87" stroke="#fff" stroke-width="4"/>'
        '<rect x="174" y="18" width="62" height="150" fill="#8c6b4a"/>'
        '<rect x="179" y="24" width="52" height="36" fill="#5f4630"/>'
        '<rect x="179" y="72" width="52" height="36" fill="#5f4630"/>'
        '<rect x="179" y="120" width="52" height="36" fill="#5f4630"/>'
        f"{books}"
        '<rect y="196" width="240" height="44" fill="#b9c4ce"/>'
        '<path d="M14,196L20,170H40L46,196Z" fill="#d9825b"/>'
        '<path d="M30,172C8,160 8,140 14,132C26,140 30,154 30,172C30,150 36,138 48,134'
        'C54,146 48,164 30,172Z" fill="#2f8f6b"/>'
    )


def _climbing_wall() -> str:
    holds = "".join(
        f'<path d="M{x - 11},{y + 2}q3,-11 12,-9q11,0 10,7q-1,9 -12,8q-9,0 -10,-6z" fill="{c}"/>'
        f'<circle cx="{x}" cy="{y}" r="2" fill="#fff" opacity=".7"/>'
        for x, y, c in _HOLDS
    )
    return (
        '<rect width="240" height="240" fill="#b8a99a"/>'
        '<path d="M0,0H90L60,120L0,90Z" fill="#c9bcae"/><path d="M90,0H240V60L150,100Z" fill="#a99a8b"/>'
        '<path d="M240,60V206H160L150,100Z" fill="#c4b6a7"/><path d="M0,90L60,120L40,206H0Z" fill="#a39483"/>'
        f"{holds}"
        '<path d="M150,0C152,60 196,70 194,206" fill="none" stroke="#f4f1e8" stroke-width="4"/>'
        '<path d="M150,0C152,60 196,70 194,206" fill="none" stroke="#cc4778" stroke-width="4"'
        ' stroke-dasharray="7 7"/>'
        '<rect y="204" width="240" height="36" fill="#33527d"/><path d="M0,204H240" stroke="#5b7cab" stroke-width="4"/>'
    )


def _ballpark() -> str:
    crowd = "".join(
        f'<circle cx="{8 + 12 * column + 6 * (row % 2)}" cy="{78 + 11 * row}" r="4"'
        f' fill="{("#e69f00", "#f4f1e8", "#d55e00", "#56b4e9", "#cc79a7")[(column * 3 + row) % 5]}"/>'
        for row in range(3)
        for column in range(20)
    )
    lamps = "".join(
        f'<circle cx="{x + dx}" cy="{y}" r="4" fill="#fff7c9"/>'
        for x in (30, 210)
        for dx in (-12, 0, 12)
        for y in (16, 27)
    )
    towers = "".join(
        f'<path d="M{x},30V74" stroke="#56657a" stroke-width="4"/>'
        f'<rect x="{x - 19}" y="9" width="38" height="25" rx="2" fill="#56657a"/>'
        for x in (30, 210)
    )
    return (
        f'<rect width="240" height="240" fill="#9fd3f0"/>{towers}{lamps}'
        f'<rect y="68" width="240" height="44" fill="#41506a"/>{crowd}'
        '<rect y="108" width="240" height="14" fill="#0d5c46"/>'
        '<rect y="122" width="240" height="118" fill="#4da863"/>'
        '<path d="M0,122H40L10,240H0ZM80,122H120V240H60ZM160,122H200L240,240H180Z" fill="#5fb974"/>'
        '<path d="M0,240V196C60,176 180,176 240,196V240Z" fill="#c58a57"/>'
        '<path d="M120,178L0,232M120,178L240,232" stroke="#fff" stroke-width="3"/>'
    )


SCENES = {
    "plain": '<rect width="240" height="240" fill="#e9e2d6"/>'
    '<circle cx="120" cy="104" r="98" fill="#f4efe6"/>',
    "office": _office(),
    "climbing-wall": _climbing_wall(),
    "ballpark": _ballpark(),
}
