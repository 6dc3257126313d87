"""Links of the project's own texts, turned into links between pages of the site."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FENCE = re.compile(r"^(`{3,})[^`\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")


def relinked(text: str, *, was: str, becomes: str, pages: Mapping[str, str]) -> str:
    """Return a text whose links lead to pages of the site; a link to what is not there is a word.

    Parameters
    ----------
    text
        In Markdown.
    was, becomes
        Where it lies in the project, and where on the site.
    pages
        Where each file of the project lies on the site.
    """

    def target(found: re.Match[str]) -> str:
        picture, words, link = found.groups()
        file, sign, heading = link.partition("#")
        if "://" in link or not file or link.startswith("mailto:"):
            return found[0]
        place = posixpath.normpath(posixpath.join(posixpath.dirname(was), file))
        if place not in pages:
            return str(words)
        there = posixpath.relpath(pages[place], posixpath.dirname(becomes) or ".")
        return f"{picture}[{words}]({there}{sign}{heading})"

    parts, at = [], 0
    for fence in _FENCE.finditer(text):
        parts += [_LINK.sub(target, text[at : fence.start()]), fence[0]]
        at = fence.end()
    return "".join([*parts, _LINK.sub(target, text[at:])])


def section(text: str, heading: str) -> str:
    """Return what stands below a heading of the second level, without it, up to the next.

    Raises
    ------
    ValueError
        If there is no such heading.
    """
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if found is None:
        raise ValueError(f"There is no heading {heading!r}.")
    return found[1].strip() + "\n"
