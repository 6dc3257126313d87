"""The report as HTML: a page of its own, or a part of a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.linkedin.report.opening import HERE
from weakties.pages.html import page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.pages.section import Section


def page_of(title: str, opening: Sequence[str], sections: Sequence[Section]) -> str:
    """Return a report as one page that needs no other file and no network."""
    return page_html(title, body_of(title, opening, sections))


def body_of(title: str, opening: Sequence[str], sections: Sequence[Section]) -> str:
    """Return a report as a part of a page; the first paragraph of its opening is the short one."""
    private = next(at for at, words in enumerate(opening) if words.startswith(HERE))
    kinds = {0: " class='short'", private: " class='private'"}
    paragraphs = "".join(
        f"<p{kinds.get(at, '')}>{escape(words)}</p>" for at, words in enumerate(opening)
    )
    return report_html(title, paragraphs, sections)
