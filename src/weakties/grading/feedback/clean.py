"""HTML and Markdown that anybody may have written, as HTML that runs nothing and asks for nothing."""

from __future__ import annotations

import base64
import re
from collections import Counter
from functools import cache, lru_cache
from html import escape, unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bleach.sanitizer import Cleaner
    from markdown_it import MarkdownIt

TOO_LONG = 100_000
"""Signs of HTML of one output that are looked at, its pictures apart; a longer one is left out."""
_SHORT = 20_000
_LONGEST_TEXT = 20_000
_DEEPEST = 60

_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
_EVERYWHERE = frozenset({"aria-hidden", "aria-label", "dir", "lang", "role", "style", "title"})
_OF_TAG = {
    "a": {"href"},
    "img": {"alt", "src", "width", "height"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_STYLES = frozenset(
    [
        "background",
        "background-color",
        "border",
        "border-bottom",
        "border-collapse",
        "border-color",
        "border-left",
        "border-radius",
        "border-right",
        "border-top",
        "color",
        "font-family",
        "font-size",
        "font-style",
        "font-variant",
        "font-weight",
        "height",
        "line-height",
        "list-style",
        "margin",
        "margin-bottom",
        "margin-left",
        "margin-right",
        "margin-top",
        "max-width",
        "min-width",
        "overflow",
        "overflow-x",
        "padding",
        "padding-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "text-align",
        "text-decoration",
        "vertical-align",
        "white-space",
        "width",
    ]
)
_LINK = re.compile(r"(?:https?://|mailto:|#)", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+")
# What stands between these is code for a program, no text for a reader.
_CODE = re.compile(
    r"<(script|style|template|noscript|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_INLINE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+")
_PLACE = "data:image/gif;base64,wtplace{}="
_PLACES = re.compile(r"data:image/gif;base64,wtplace(\d{1,6})=")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_ENDS_ITSELF = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "thead",
        "tbody",
        "tfoot",
        "col",
        "colgroup",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
    ]
)
_LABEL = re.compile(r"""\baria-label=("[^"]*"|'[^']*')""", re.IGNORECASE)
_NO_SOURCE = re.compile(r"<img\b(?![^>]*\bsrc=)(?:[^>]*?\balt=\"([^\"]*)\")?[^>]*>")
_EMPTY_HEAD = re.compile(r"<th([^>]*)>\s*</th>")
_SCROLLED = "<div class='scroll' role='group' aria-label='Table' tabindex='0'><table"
_HEADING = re.compile(r"(</?)h([1-6])\b", re.IGNORECASE)


def clean_html(html: str) -> str:
    """Return HTML with text, tables and pictures only.

    A script or a style is left out with its content, a drawing becomes a picture, in which nothing
    runs, and a picture that would be asked for elsewhere becomes its description.

    Examples
    --------
    >>> clean_html("<b onclick='alert(1)'>bold</b><script>alert(2)</script>")
    '<b>bold</b>'
    >>> clean_html("<img src='http://example.org/a.png' alt='a cat'>")
    '<em>(picture not shown: a cat)</em>'
    """
    kept: list[str] = []

    def laid_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return _PLACE.format(len(kept) - 1)

    html = _INLINE.sub(laid_aside, _without_drawings(_CODE.sub("", html)))
    if len(html) > TOO_LONG:
        return f"<p><em>(an output of {len(html):,} signs, too long to be shown here)</em></p>"
    if _depth(html) > _DEEPEST:
        return "<p><em>(an output of too many layers to be shown here)</em></p>"
    clean = _cleaned(html) if len(html) < _SHORT else _cleaned.__wrapped__(html)
    return _PLACES.sub(
        lambda found: kept[int(found[1])] if int(found[1]) < len(kept) else "", clean
    )


def markdown_html(text: str, attached: Mapping[str, Mapping[str, str]] | None = None) -> str:
    """Return Markdown as clean HTML.

    Parameters
    ----------
    text
        The Markdown.
    attached
        Pictures that a cell carries: their content in base64 by file name and type.
    """
    if len(text) > _LONGEST_TEXT:
        text = f"{text[:_LONGEST_TEXT]} … (shortened)"
    html = _markdown().render(text)
    for name, kinds in (attached or {}).items():
        for kind, content in kinds.items():
            html = html.replace(f'"attachment:{name}"', f'"data:{kind};base64,{content}"')
    return clean_html(html)


def without_pictures(html: str) -> str:
    """Return HTML without the content of the pictures in it, which costs no time to clean."""
    return _INLINE.sub("", html)


def picture(kind: str, content: str | bytes, alt: str) -> str:
    """Return a picture of a type such as ``image/png``; a text is in base64 already."""
    coded = content if isinstance(content, str) else base64.b64encode(content).decode()
    source = f"data:{kind};base64,{''.join(coded.split())}"
    if not _PICTURE.fullmatch(source):
        return f"<em>(picture not shown: {escape(alt)})</em>"
    return f'<img src="{source}" alt="{escape(alt, quote=True)}">'


def drawing(svg: str) -> str:
    """Return a drawing as a picture: no script in it runs, and nothing is asked for."""
    label = _LABEL.search(svg)
    alt = unescape(label[1][1:-1]) if label else "a drawing"
    if "xmlns=" not in svg.partition(">")[0]:
        svg = re.sub(
            r"<svg\b", '<svg xmlns="http://www.w3.org/2000/svg"', svg, count=1, flags=re.IGNORECASE
        )
    return picture("image/svg+xml", svg.encode("utf-8", "replace"), alt)


def _without_drawings(html: str) -> str:
    """Return HTML with a picture in the place of each drawing; one that has no end is left."""
    parts, place, lower = [], 0, html.lower()
    while (start := lower.find("<svg", place)) >= 0 and (end := lower.find("</svg", start)) >= 0:
        end = lower.find(">", end) + 1 or len(html)
        parts += [html[place:start], drawing(html[start:end])]
        place = end
    return "".join([*parts, html[place:]])


def _depth(html: str) -> int:
    """Return how many elements may be open at once: the parser takes the square of it."""
    still_open: Counter[str] = Counter()
    deepest = depth = 0
    for closes, name in _TAG.findall(html):
        tag = name.lower()
        if tag in _ENDS_ITSELF or (closes and not still_open[tag]):
            continue
        step = -1 if closes else 1
        still_open[tag] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest


@lru_cache(maxsize=512)  # the same panels and tables come from many learners
def _cleaned(html: str) -> str:
    html = _cleaner().clean(html)
    html = _NO_SOURCE.sub(
        lambda found: f"<em>(picture not shown{f': {found[1]}' if found[1] else ''})</em>", html
    )
    html = _EMPTY_HEAD.sub(r"<td\1></td>", html)
    html = html.replace("<table", _SCROLLED).replace("</table>", "</table></div>")
    # The page's own headings go before a learner's.
    return _HEADING.sub(lambda found: f"{found[1]}h{min(max(int(found[2]) + 1, 3), 6)}", html)


@cache
def _cleaner() -> Cleaner:
    from bleach.css_sanitizer import CSSSanitizer
    from bleach.sanitizer import Cleaner

    class Styles(CSSSanitizer):  # type: ignore[misc]
        """Keeps colors and distances, and nothing that names another file."""

        def sanitize_css(self, style: str) -> str:
            """Return the style, or nothing where it asks for something."""
            words = style.lower()
            asks = any(sign in words for sign in ("url", "image", "\\", "expression", "attr("))
            return "" if asks else str(super().sanitize_css(style))

    return Cleaner(
        tags=_TAGS,
        attributes=_is_allowed,
        protocols=frozenset({"http", "https", "mailto", "data"}),
        css_sanitizer=Styles(allowed_css_properties=_STYLES, allowed_svg_properties=()),
        strip=True,
        strip_comments=True,
    )


def _is_allowed(tag: str, name: str, value: str) -> bool:
    if name == "href":
        return tag == "a" and _LINK.match(value.strip()) is not None
    if name == "src":
        return tag == "img" and _PICTURE.fullmatch(value.strip()) is not None
    return name in _EVERYWHERE or name in _OF_TAG.get(tag, ())


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    made: Any = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    # Which links and pictures may stay is decided once, below.
    made.validateLink = lambda _address: True
    found: MarkdownIt = made
    return found
