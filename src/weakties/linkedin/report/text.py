"""The report as plain text, for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weakties.pages.section import Section


def text_of(title: str, opening: Sequence[str], sections: Sequence[Section]) -> str:
    """Return a report as text: numbers and sentences, without pictures and tables."""
    parts = ["\n".join(_lines(section)) for section in sections]
    return "\n\n".join([f"{title}\n{'=' * len(title)}", *map(_wrapped, opening), *parts])


def _lines(section: Section) -> Iterator[str]:
    yield f"{section.title}\n{'-' * len(section.title)}"
    yield _wrapped(section.question)
    for fact in section.facts:
        yield _wrapped(f"{fact.value} {fact.name} ({fact.sure})", "  ")
    if not section.facts:
        yield from (_wrapped(words, "  ") for words in section.words)
    if section.basis:
        yield _wrapped(section.basis)
    if section.cannot_tell:
        yield _wrapped(f"Can't tell: {section.cannot_tell}")
    yield _wrapped(f"Next: {section.next_step}")


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 88, initial_indent=indent, subsequent_indent=indent)
