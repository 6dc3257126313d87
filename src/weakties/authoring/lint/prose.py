"""Rules on what is read: headings, images, links, and what must not be shown."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from weakties.authoring.lint.finding import Finding
from weakties.authoring.lint.markdown import (
    Anchor,
    Element,
    Heading,
    Image,
    Link,
    elements,
    elements_of_html,
)
from weakties.authoring.markers import MARKER_LINES
from weakties.authoring.notebooks import Node, NotebookError, read
from weakties.authoring.source import calls, parsed, texts
from weakties.course import CourseError
from weakties.lesson.evidence import read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from weakties.authoring.lint.material import Cell, Material, Notebook
    from weakties.course import Unit

_FILE_NAME = re.compile(r"\s*\S+\.(png|jpe?g|gif|svg|webp)\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_EXPORT = re.compile(r"First Name\W+Last Name\W+URL\W+Email Address|CONVERSATION ID\W")
_SHELL_LINE = re.compile(r"^([ \t]*)[%!].*$", re.MULTILINE)


def headings(material: Material) -> Iterator[Finding]:
    """Find notebooks without exactly one title at the top, and headings that skip a level."""
    for notebook in material.notebooks:
        level = 0
        for cell, heading in headings_of(notebook):
            if heading.level == 1 and level:
                problem = f"'{heading.text}' is a second title."
                remedy = "Make it a heading of level 2 or below."
            elif heading.level > 1 and not level:
                problem = f"'{heading.text}' stands before any title."
                remedy = "Begin the notebook with a heading of level 1."
            elif heading.level > level + 1:
                problem = f"'{heading.text}' has level {heading.level} after level {level}."
                remedy = f"Make it level {level + 1}, or add the heading between."
            else:
                problem = remedy = ""
            if problem:
                yield Finding(notebook.path, cell.id, "headings", problem, remedy)
            level = heading.level
        if not level:
            problem = "The notebook has no title."
            remedy = "Begin it with a heading of level 1."
            yield Finding(notebook.path, "", "headings", problem, remedy)


def alt_text(material: Material) -> Iterator[Finding]:
    """Find images without words for what they show, in texts and in stored outputs."""
    for notebook in material.notebooks:
        for cell in notebook.cells:
            for image in _images(cell):
                if not (image.alt or "").strip() or _FILE_NAME.fullmatch(image.alt or ""):
                    problem = f"The image {image.target[:60]} has no words for who cannot see it."
                    remedy = "Say in its alt text what it shows and what to notice."
                    yield Finding(notebook.path, cell.id, "alt-text", problem, remedy)


def dead_link(material: Material) -> Iterator[Finding]:
    """Find relative links to a file or a heading that is not there."""
    root = material.course.root
    for notebook in material.notebooks:
        for cell in notebook.cells:
            for element in _elements(cell):
                target = element.target if isinstance(element, Link | Image) else ""
                if reason := _dead(target, notebook, cell, root):
                    problem = f"The link to {unquote(target)} is dead: {reason}."
                    remedy = "Correct it; a path is relative to the notebook's own folder."
                    yield Finding(notebook.path, cell.id, "dead-link", problem, remedy)


def unlisted(material: Material) -> Iterator[Finding]:
    """Find evidence and datasets that code asks for, but course.toml does not list for the unit."""
    units = [material.unit] if material.unit else list(material.course.ready)
    listed = {
        "evidence": {name for unit in units for name in unit.evidence} | _names_of(material, units),
        "datasets": {name for unit in units for name in unit.datasets},
    }
    for notebook in material.notebooks:
        for cell in notebook.cells:
            for kind, name in _asked_for(cell):
                if name not in listed[kind]:
                    problem = f"It asks for '{name}', which is not among the {kind} of course.toml."
                    remedy = f"Correct the name, or list it in the unit's {kind}."
                    yield Finding(notebook.path, cell.id, "unlisted", problem, remedy)


def _names_of(material: Material, units: Iterable[Unit]) -> set[str]:
    """Return the names of the evidence cards that some units list; none if they can't be read."""
    try:
        cards = read_evidence(material.course.root)
    except CourseError:
        return set()  # which another rule names
    return {cards[name].name for unit in units for name in unit.evidence if name in cards}


def export_rows(material: Material) -> Iterator[Finding]:
    """Find what looks like rows of a member's LinkedIn export in outputs and attachments."""
    for notebook in material.notebooks:
        for cell in notebook.cells:
            if any(_EXPORT.search(_TAG.sub(" ", text)) for text in _stored(cell)):
                problem = "It stores what looks like a LinkedIn export: other people's data."
                remedy = "Clear the output or attachment, and keep the export out of the course."
                yield Finding(notebook.path, cell.id, "export-rows", problem, remedy)


def _elements(cell: Cell) -> tuple[Element, ...]:
    if cell.kind != "markdown":
        return ()
    lines = cell.source.split("\n")
    return elements("\n".join(line for line in lines if line.strip() not in MARKER_LINES))


def headings_of(notebook: Notebook) -> Iterator[tuple[Cell, Heading]]:
    """Yield the headings of a notebook with their cells."""
    for cell in notebook.cells:
        for element in _elements(cell):
            if isinstance(element, Heading):
                yield cell, element


def _images(cell: Cell) -> Iterator[Image]:
    """Yield the images of a text, and those of an output that has no page of its own."""
    yield from _only_images(_elements(cell))
    for output in cell.outputs:
        data = output.get("data", {})
        if "text/html" in data:
            yield from _only_images(elements_of_html(data["text/html"]))
        else:
            yield from (Image(None, mime) for mime in data if mime.startswith("image/"))


def _only_images(found: Iterable[Element]) -> Iterator[Image]:
    return (element for element in found if isinstance(element, Image))


def _dead(target: str, notebook: Notebook, cell: Cell, root: Path) -> str:
    """Return why a link leads nowhere; nothing if it does, or leaves the course."""
    parts = urlsplit(target)
    if parts.scheme == "attachment":
        return "" if unquote(parts.path) in cell.attachments else "the cell has no such attachment"
    if parts.scheme or parts.netloc or not target:
        return ""
    path = root / notebook.path
    if parts.path:
        path = (path.parent / unquote(parts.path)).resolve()
        if not path.is_relative_to(root.resolve()) or not path.exists():
            return "there is no such file in the course"
    if parts.fragment and path.suffix == ".ipynb":
        return "" if _has_anchor(path, unquote(parts.fragment)) else "there is no such heading"
    return ""


def _has_anchor(path: Path, anchor: str) -> bool:
    """Return whether a notebook has the place; also if it is broken, which another rule says."""
    try:
        return anchor in _anchors(read(path))
    except NotebookError:
        return True


def _anchors(node: Node) -> set[str]:
    found: set[str] = set()
    for cell in node["cells"]:
        for element in elements(cell["source"]) if cell["cell_type"] == "markdown" else ():
            if isinstance(element, Heading):
                found.add(element.anchor)
            elif isinstance(element, Anchor):
                found.add(element.id)
    return found


def _asked_for(cell: Cell) -> Iterator[tuple[str, str]]:
    source = cell.source if cell.kind == "code" else ""
    tree = parsed(source) or parsed(_SHELL_LINE.sub(r"\1pass", source))
    for name, call in calls(tree) if tree else ():
        if name.split(".")[-1] == "evidence":
            yield from (("evidence", text) for text in texts(call.args))
        elif re.fullmatch(r"((.*\.)?data\.)?(load|about)", name):
            yield from (("datasets", text) for text in texts(call.args[:1]))


def _stored(cell: Cell) -> Iterator[str]:
    for output in cell.outputs:
        yield str(output.get("text", ""))
        yield from (str(content) for content in output.get("data", {}).values())
    for attachment in cell.attachments.values():
        for content in attachment.values():
            try:
                yield base64.b64decode(content).decode("utf-8", errors="replace")
            except binascii.Error:
                yield content
