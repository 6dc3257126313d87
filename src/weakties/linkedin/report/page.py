"""The report as HTML: a page of its own, or a part of a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.linkedin.report.opening import HERE
from weakties.pages.html import contents_html, page_html, report_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.pages.section import Section


def page_of(
    title: str, opening: Sequence[str], sections: Sequence[Section], *, picture: str = ""
) -> str:
    """Return a report as one page that needs no other file and no network.

    Parameters
    ----------
    title, opening, sections
        What it says; the first paragraph of the opening is the short one.
    picture
        What it shows under that one, as HTML.
    """
    above = _above(opening, picture) + contents_html(sections)
    return _unbroken(page_html(title, report_html(title, above, sections, folded=True)))


def body_of(
    title: str, opening: Sequence[str], sections: Sequence[Section], *, picture: str = ""
) -> str:
    """Return a report as a part of a notebook; its parameters are those of :func:`page_of`."""
    return _unbroken(report_html(title, _above(opening, picture), sections))


def _unbroken(html: str) -> str:
    """Keep every number on one line with its percent sign, on a phone too."""
    return html.replace(" %", "\u00a0%")


def _above(opening: Sequence[str], picture: str) -> str:
    short, *rest = opening
    paragraphs = "".join(
        f"<p{_PRIVATE if words.startswith(HERE) else ''}>{escape(words)}</p>" for words in rest
    )
    return f"<p class='short'>{escape(short)}</p>{picture}{paragraphs}"


_PRIVATE = " class='private'"
