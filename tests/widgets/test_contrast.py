"""Words inside pictures stand out from the ground in light and dark; no tool for pages sees that."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from weakties.widgets import shared

SHARED = Path(shared.__file__).parent
WIDGETS = sorted(path.parent for path in SHARED.parent.glob("*/view.css"))
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
FILL = re.compile(r"(?<![\w-])fill:\s*([^;]+);")
# Text and ground of JupyterLab's own two themes.
THEMES = {"light": ("#212121", "#ffffff"), "dark": ("#ffffff", "#111111")}
MARKS = ("--wt-blue", "--wt-orange", "--wt-green")
ENOUGH = 4.5


def color(text):
    return [int(text[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def luminance(rgb):
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def palette(theme):
    """Return the colors that the shared style sheet names, in a theme."""
    style = (SHARED / "style.css").read_text("utf-8")
    ink, ground = map(color, THEMES[theme])
    named = {"--wt-ink": ink, "--wt-ground": ground}
    blocks = RULE.findall(style)
    wanted = [body for at, body in blocks if at.strip().endswith(".weakties") and "--wt-" in body]
    for body in wanted[: 2 if theme == "dark" else 1]:
        named |= {name: color(hexed) for name, hexed in re.findall(r"(--wt-\w+): (#\w{6})", body)}
        for name, share in re.findall(
            r"(--wt-[\w-]+): color-mix\(in srgb, var\(--wt-ink\) (\d+)%", body
        ):
            part = int(share) / 100
            named[name] = [part * a + (1 - part) * b for a, b in zip(ink, ground, strict=True)]
    return named


def fills_of_words(widget):
    """Return the fills that style sheets give to the classes that text in the widget's pictures has."""
    drawn = "".join(
        path.read_text("utf-8") for path in [*widget.glob("*.py"), *widget.glob("*.js")]
    )
    classes = set(" ".join(re.findall(r'<text class="([^"{]*)', drawn)).split())
    sheets = [*widget.glob("*.css"), *SHARED.glob("*.css")]
    for sheet in sheets:
        for selectors, body in RULE.findall(sheet.read_text("utf-8")):
            ends = {
                name
                for one in selectors.split(",")
                for name in re.findall(r"\.([\w-]+)|(text)", one)[-1:]
            }
            if any(cls in classes or tag for cls, tag in ends):
                yield from FILL.findall(body)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("widget", WIDGETS, ids=lambda path: path.name)
def test_words_in_pictures_stand_out(widget, theme):
    named = palette(theme)
    for fill in {"var(--wt-ink)", *fills_of_words(widget)}:
        name = re.fullmatch(r"var\((--[\w-]+).*\)", fill)[1]
        # A word in the color of the ground stands on a mark.
        marks = MARKS if name in ("--wt-mark", "--wt-ground") else (name,)
        for one in marks:
            assert contrast(named[one], named["--wt-ground"]) >= ENOUGH, f"{fill}: {one}"


def test_a_pale_gray_would_not_pass():
    assert (
        contrast(color("#ffffff"), color("#767676"))
        > ENOUGH
        > contrast(color("#ffffff"), color("#888888"))
    )
