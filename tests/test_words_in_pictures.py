"""Words in every stored picture of every lesson stand out from what they are drawn on.

Tools for pages do not look into pictures. Here each word's color and the shape behind it are found as
a browser paints them: colors are inherited, and of the shapes below a word the last one painted counts.
A picture that follows the page is held to JupyterLab's own two themes.
"""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from xml.etree import ElementTree as ET

import pytest

from weakties.content import content_root
from weakties.course import load_course
from widgets.test_contrast import ENOUGH, THEMES, color, contrast

SVG = "{http://www.w3.org/2000/svg}"
INSIDE = re.compile(r"data:image/svg\+xml;base64,([\w+/=]+)")
INLINE = re.compile(r"<svg .*?</svg>(?=<figcaption|\s*</figure|\s*<table|$)", re.DOTALL)
WHOLE = 10_000.0
NAMED = {"black": "#000000", "white": "#ffffff"}


@cache
def pictures():
    """Return the pictures that lessons and welcome keep, by the cell that shows them."""
    paths = [content_root() / unit.lesson for unit in load_course().ready]
    found = {}
    for path in [*paths, content_root() / "course" / "welcome.ipynb"]:
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            shown = "".join(
                "".join(output.get("data", {}).get("text/html", ""))
                for output in cell.get("outputs", ())
            )
            drawn = [base64.b64decode(one).decode("utf-8") for one in INSIDE.findall(shown)]
            for number, svg in enumerate([*drawn, *INLINE.findall(shown)]):
                found[f"{path.parent.name} {cell['id']} {number}"] = svg
    return found


def words(svg):
    """Yield each word of a picture with its color and the color of what it stands on, or None."""
    painted = []
    drawn = ET.fromstring(svg)  # noqa: S314 - our own
    yield from _painted(drawn, "#000000", (1.0, 0.0, 0.0), painted)


def _painted(element, fill, place, painted):
    if element.tag in (f"{SVG}defs", f"{SVG}clipPath", f"{SVG}title", f"{SVG}desc"):
        return
    scale, left, top = place
    for kind, given in re.findall(r"(translate|scale)\(([^)]*)\)", element.get("transform", "")):
        numbers = [float(one) for one in re.split(r"[ ,]+", given.strip())]
        if kind == "scale":
            scale *= numbers[0]
        else:
            left += scale * numbers[0]
            top += scale * (numbers[1] if len(numbers) > 1 else 0)
    styled = dict(re.findall(r"([\w-]+): *([^;]+)", element.get("style", "")))
    fill = styled.get("fill") or element.get("fill") or fill
    at = {
        name: WHOLE if element.get(name) == "100%" else float(element.get(name, 0))
        for name in ("x", "y", "cx", "cy", "r", "width", "height")
        if re.fullmatch(r"-?[\d.]+|100%", element.get(name, "0"))
    }
    if element.tag == f"{SVG}rect" and fill != "none":
        x, y = left + scale * at["x"], top + scale * at["y"]
        painted.append((x, y, x + scale * at["width"], y + scale * at["height"], fill))
    if element.tag == f"{SVG}circle" and fill != "none":
        x, y, r = left + scale * at["cx"], top + scale * at["cy"], scale * at["r"]
        painted.append((x - r, y - r, x + r, y + r, fill))
    if element.tag == f"{SVG}text":
        x, y = left + scale * at["x"], top + scale * at["y"] - 2
        below = [ground for x0, y0, x1, y1, ground in painted if x0 <= x <= x1 and y0 <= y <= y1]
        yield "".join(element.itertext()), fill, below[-1] if below else None
    before = len(painted)
    for part in element:
        yield from _painted(part, fill, (scale, left, top), painted)
    if element.tag == f"{SVG}svg" and at.get("width"):  # what is inside is cut off at its edges
        right, bottom = left + scale * at["width"], top + scale * at["height"]
        painted[before:] = [
            (x0, y0, min(x1, right), min(y1, bottom), *ground)
            for x0, y0, x1, y1, *ground in painted[before:]
        ]


def weakest(svg):
    """Return the lowest contrast of a picture's words in both themes, and the word."""
    found = []
    for ink, page in THEMES.values():
        for text, fill, ground in words(svg):
            one, other = (
                color(_hexed({"currentColor": ink, None: page}.get(shade, shade)))
                for shade in (fill, ground)
            )
            found.append((contrast(one, other), text))
    return min(found, default=(21.0, ""))


def _hexed(name):
    name = NAMED.get(name, name)
    return "#" + "".join(2 * digit for digit in name[1:]) if len(name) == 4 else name


@pytest.mark.parametrize("picture", pictures())
def test_words_in_a_lessons_pictures_stand_out_in_light_and_dark(picture):
    ratio, word = weakest(pictures()[picture])
    assert ratio >= ENOUGH, f"{word}: {ratio:.1f} to 1"


def test_every_unit_with_a_widget_keeps_a_picture_that_is_looked_at():
    looked_at = {name.partition(" ")[0] for name in pictures()}
    assert looked_at >= {unit.slug for unit in load_course().ready if unit.datasets}


@pytest.mark.parametrize(
    ("drawn", "passes"),
    [
        ('<text fill="currentColor">in the color of the page</text>', True),
        ("<text>black on a dark page</text>", False),
        ('<text fill="#d55e00">vermilion</text>', False),
        ('<rect width="90" height="90" fill="#fff"/><text x="9" y="9" fill="#222">paper</text>', True),
        ('<rect width="90" height="90" fill="#fff"/><text x="9" y="9" fill="#888">pale</text>', False),
        ('<g fill="#222"><circle cx="9" cy="9" r="9" fill="#fff"/><text x="9" y="9">A</text></g>', True),
        ('<g transform="translate(90 0)"><rect width="9" height="9" fill="#fff"/></g><text>far</text>', False),
    ],
)  # fmt: skip
def test_a_word_is_held_to_what_it_is_painted_on(drawn, passes):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>'
    assert (weakest(svg)[0] >= ENOUGH) is passes
