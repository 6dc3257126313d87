"""Cuts a lesson into screens: its own text and cells in their order, one idea at a time."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from markdown_it.token import Token

MOST_WORDS = 60
"""On one screen, as long as a list or a table need not be torn."""
_OWN = ("look-back",)
"""Cells that show a learner's own record: a room asks for decisions together."""
_HOW_TO_RUN = "**Shift + Enter**"
"""What a paragraph holds that is for readers of the notebook: here a screen runs its cell."""
_HEADING = re.compile(r"^#{1,3} (.+)$", re.MULTILINE)
_MINUTES = re.compile(r" · \d+ min$")
_LINK = re.compile(r"\[([^]]+)\]\([^)]*\)")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…)*”\"]) (?=[A-Z“*\"])")
_ENDS = (".", "!", "?", "|")
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Screen:
    """What is on the projector at one time.

    Parameters
    ----------
    section
        The heading under which it stands, without its minutes.
    opens
        Whether the section begins with it.
    html
        Its text, where it shows text.
    cell, source, output
        The code cell that it shows, its code, and which of the cell's outputs, from 0.
    stored
        That output as the lesson keeps it, for paper.
    """

    section: str
    opens: bool = False
    html: str = ""
    cell: str = ""
    source: str = ""
    output: int = 0
    stored: str = ""


def screens_of(cells: Sequence[Mapping[str, Any]]) -> tuple[Screen, ...]:
    """Return the screens of a lesson.

    Parameters
    ----------
    cells
        Of the notebook, as JSON, with their stored outputs.
    """
    found: list[Screen] = []
    section = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            for title, html in _texts(source):
                section = title or section
                found.append(Screen(section, bool(title), html))
        elif cell["cell_type"] == "code" and (names := left_open(source)):
            found.append(Screen(section, False, _your_turn(names, source)))
        elif cell["cell_type"] == "code" and cell["id"] not in _OWN:
            outputs = joined(cell.get("outputs", ())) or [{}]
            found += [
                Screen(section, False, "", cell["id"], source, number, stored_html(output))
                for number, output in enumerate(outputs)
            ]
    return tuple(found)


def left_open(source: str) -> tuple[str, ...]:
    r"""Return the names that a cell leaves to each learner: what they are given is an ellipsis.

    Examples
    --------
    >>> left_open('cost = 20\nthreshold = ...')
    ('threshold',)
    """
    return tuple(
        name.id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and any(map(_is_ellipsis, ast.walk(node.value)))
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    )


def _is_ellipsis(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value in (..., "...")


def _your_turn(names: Sequence[str], source: str) -> str:
    """Return what stands where only a learner's own cell has something to show."""
    called = " and ".join(f"`{name}`" for name in names)
    wanted = [line.partition("#")[2].strip() for line in source.splitlines() if "..." in line]
    return markdown(
        f"**Your turn**, each alone: fill in {called} in your own notebook, or write it on paper.\n\n"
        + "\n\n".join(f"{one[0].upper()}{one[1:]}" for one in wanted if one)
    )


def joined(outputs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return outputs with what was printed in several goes joined, as live ones are counted."""
    found: list[dict[str, Any]] = []
    for output in outputs:
        text = "".join(output.get("text", ""))
        if output["output_type"] == "stream" and found and "text" in found[-1]:
            found[-1]["text"] += text
        elif output["output_type"] == "stream":
            found.append({"text": text})
        else:
            data = {kind: _whole(value) for kind, value in output.get("data", {}).items()}
            found.append({"data": data} if data else {"text": _why(output)})
    return found


def stored_html(output: Mapping[str, Any]) -> str:
    """Return one output, joined, as HTML."""
    data = output.get("data", {})
    if "text/html" in data:
        return str(data["text/html"])
    if "text/markdown" in data:
        return markdown(str(data["text/markdown"]))
    text = output.get("text", data.get("text/plain", ""))
    return f"<pre>{escape(text)}</pre>" if text else ""


def markdown(text: str) -> str:
    """Return Markdown as HTML; its links lead nowhere from a projector and become their words."""
    return str(_MARKDOWN.render(_LINK.sub(r"\1", text)))


def _whole(value: object) -> object:
    return "".join(value) if isinstance(value, list) else value


def _why(output: Mapping[str, Any]) -> str:
    return f"{output.get('ename', 'Error')}: {output.get('evalue', '')}"


def _texts(source: str) -> Iterator[tuple[str, str]]:
    """Yield the heading that a screen begins, if it does, and its text."""
    before, *sections = _HEADING.split(source)
    if before.strip():
        yield from (("", html) for html in _portions(before))
    for heading, body in zip(sections[::2], sections[1::2], strict=True):
        first, *others = [*_portions(body)] or [""]
        yield _MINUTES.sub("", heading), first
        yield from (("", html) for html in others)


def _portions(text: str) -> Iterator[str]:
    """Yield text as HTML, each time as many of its blocks as one screen takes."""
    waiting: list[str] = []
    for block in _blocks(_LINK.sub(r"\1", text)):
        words = sum(len(one.split()) for one in (*waiting, block))
        # What leads on, such as “After this you can”, goes with what it leads to.
        led = waiting[-1:] if waiting and not waiting[-1].rstrip("*”)").endswith(_ENDS) else []
        before = waiting[: len(waiting) - len(led)]
        if before and words > MOST_WORDS:
            yield markdown("\n\n".join(before))
            waiting = led
        waiting.append(block)
    if waiting:
        yield markdown("\n\n".join(waiting))


def _blocks(text: str) -> Iterator[str]:
    lines = text.splitlines()
    tokens: list[Token] = _MARKDOWN.parse(text)
    for token in tokens:
        if token.level or token.map is None or token.nesting < 0:
            continue
        block = "\n".join(lines[slice(*token.map)]).strip()
        if _HOW_TO_RUN in block:
            continue
        yield from _sentences(block) if token.type == "paragraph_open" else [block]


def _sentences(paragraph: str) -> Iterator[str]:
    """Yield a paragraph, in parts of about equal length where it is too long for one screen."""
    words = len(paragraph.split())
    parts = -(-words // MOST_WORDS)
    begun = 0
    for number in range(1, parts):
        for place in _SENTENCE_ENDS.finditer(paragraph, begun):
            before = paragraph[: place.start()]
            if len(before.split()) >= words * number / parts and _is_outside(before):
                yield paragraph[begun : place.start()]
                begun = place.end()
                break
    yield paragraph[begun:]


def _is_outside(before: str) -> bool:
    """Say whether no emphasis is open at the end of a text."""
    strong = before.count("**")
    return strong % 2 == 0 and (before.count("*") - 2 * strong) % 2 == 0
