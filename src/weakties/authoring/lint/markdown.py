"""What a Markdown text holds: its headings, images, links and anchors, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@dataclass(frozen=True)
class Heading:
    """A heading with its level, 1 to 6."""

    level: int
    text: str

    @property
    def anchor(self) -> str:
        """Return the anchor that JupyterLab gives it."""
        return self.text.replace(" ", "-")


@dataclass(frozen=True)
class Image:
    """An image with the words that stand in for it; None where there are none at all."""

    alt: str | None
    target: str


@dataclass(frozen=True)
class Link:
    """A link to somewhere."""

    target: str


@dataclass(frozen=True)
class Anchor:
    """A place that an HTML tag names, to link to."""

    id: str


Element = Heading | Image | Link | Anchor


def elements(markdown: str) -> tuple[Element, ...]:
    r"""Return what `markdown` holds, also in the HTML inside it.

    >>> elements("## Play\n[data](data.csv) ![A suit](suit.png)")
    (Heading(level=2, text='Play'), Link(target='data.csv'), Image(alt='A suit', target='suit.png'))
    """
    reader = _Html()
    for token in _parser().parse(markdown):
        if token.type == "heading_open":
            reader.open_heading(int(token.tag[1]))
        elif token.type == "heading_close":
            reader.close_heading()
        elif token.type == "html_block":
            reader.feed(token.content)
        for child in token.children or ():
            _read_inline(child, reader)
    reader.close()
    return tuple(reader.found)


def elements_of_html(html: str) -> tuple[Element, ...]:
    """Return what a piece of HTML holds."""
    reader = _Html()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def words_in(markdown: str) -> int:
    r"""Return how many words a reader reads in `markdown`: no addresses, no marks.

    >>> words_in("## Play\n- a *suit* · 3 min, see [the data](https://example.org/data.csv)")
    8
    """
    texts = [
        child.content
        for token in _parser().parse(markdown)
        for child in token.children or ()
        if child.type in {"text", "code_inline"}
    ]
    return sum(any(sign.isalnum() for sign in word) for text in texts for word in text.split())


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _read_inline(token: Token, reader: _Html) -> None:
    if token.type == "image":
        reader.found.append(Image(token.content, str(token.attrs["src"])))
    elif token.type == "link_open":
        reader.found.append(Link(str(token.attrs["href"])))
    elif token.type == "html_inline":
        reader.feed(token.content)
    elif token.type in {"text", "code_inline"}:
        reader.handle_data(token.content)


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []
        self._level = 0
        self._words: list[str] = []

    def open_heading(self, level: int) -> None:
        self._level, self._words = level, []

    def close_heading(self) -> None:
        self.found.append(Heading(self._level, "".join(self._words).strip()))
        self._level = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        anchor = given.get("id") or (given.get("name") if tag == "a" else None)
        if anchor:
            self.found.append(Anchor(anchor))
        if tag == "img":
            self.found.append(Image(given.get("alt"), given.get("src") or ""))
        elif tag == "a" and given.get("href"):
            self.found.append(Link(given["href"] or ""))
        elif _is_heading(tag):
            self.open_heading(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        if _is_heading(tag) and self._level:
            self.close_heading()

    def handle_data(self, data: str) -> None:
        if self._level:
            self._words.append(data)


def _is_heading(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
