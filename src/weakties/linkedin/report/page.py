"""The report as HTML: a page of its own, or a part of a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.linkedin.report.opening import PRIVATE, STAR, TITLE, in_short, source_of
from weakties.pages.html import page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.linkedin.figures import Figures
    from weakties.pages.section import Section


def page_of(figures: Figures, sections: Sequence[Section]) -> str:
    """Return the report as one page that needs no other file and no network."""
    return page_html(TITLE, body_of(figures, sections))


def body_of(figures: Figures, sections: Sequence[Section]) -> str:
    """Return the report as a part of a page."""
    opening = (
        f"<p class='short'>{escape(in_short(figures))}</p><p>{escape(source_of(figures))}</p>"
        f"<p class='private'>{PRIVATE}</p><p>{STAR}</p>"
    )
    return report_html(TITLE, opening, sections)
