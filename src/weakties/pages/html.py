"""Reports as HTML: a page of its own, or a part of a notebook."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from weakties.markup import with_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from weakties.pages.section import Fact, Grid, Picture, Section

# No script, no font, no picture from elsewhere: the browser itself refuses to ask.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_PICTURES = "; img-src data:"
_LONGEST_NAME = 70
"""Letters; where a row's head has more, the heads of that table are sentences, and set as such."""

BEGINNING = '<!doctype html><html lang="en" class="wt-page">'
"""How every report begins; what begins otherwise is not ours to replace."""


def page_html(title: str, body: str, *, pictures: bool = False) -> str:
    """Return a report as one page that needs no other file and no network.

    Parameters
    ----------
    title
        The page's name, as plain text.
    body
        What `report_html` gave.
    pictures
        Whether it holds pictures, each with its content in the page itself.
    """
    policy = _POLICY + (_PICTURES if pictures else "")
    return (
        f'{BEGINNING}<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title></head><body><main>{body}</main></body></html>\n"
    )


def report_html(
    title: str, opening: str, sections: Sequence[Section], *, folded: bool = False
) -> str:
    """Return a report as a part of a page.

    Parameters
    ----------
    title
        Its heading, as plain text.
    opening
        What stands under the heading, as HTML.
    sections
        Its sections.
    folded
        Whether each section shows its heading and first number alone until it is opened.
    """
    parts = "".join(section_html(section, folded=folded) for section in sections)
    return sheet_html(title, opening + parts)


def sheet_html(title: str, content: str) -> str:
    """Return content in the look of a report, under its heading; `content` is HTML."""
    return (
        f"<style>{_style()}</style><div class='wt-report'><h1>{escape(title)}</h1>{content}</div>"
    )


def contents_html(sections: Sequence[Section]) -> str:
    """Return links to all sections of a report."""
    links = "".join(
        f"<li><a href='#{_anchor(section)}'>{escape(section.title)}</a></li>"
        for section in sections
    )
    return f"<nav class='contents' aria-label='Contents'><ul>{links}</ul></nav>"


def _anchor(section: Section) -> str:
    return re.sub(r"\W+", "-", section.title.casefold()).strip("-")


@cache
def _style() -> str:
    return files("weakties.pages").joinpath("page.css").read_text(encoding="utf-8")


def section_html(section: Section, *, folded: bool = False) -> str:
    """Return one section as HTML; a folded one opens by its heading, or by a link to it."""
    heading = f"<h2>{escape(section.title)}</h2>"
    if not folded:
        return f"<section id='{_anchor(section)}'>{heading}{_inside(section)}</section>"
    gist = next((f"{one.value} {one.name}" for one in section.facts), section.question)
    return (
        f"<section><details class='part'><summary>{heading}"
        f"<span class='gist'>{escape(gist)}</span></summary>"
        f"<div class='inside' id='{_anchor(section)}'>{_inside(section)}</div></details></section>"
    )


def _inside(section: Section) -> str:
    facts = "".join(_fact(fact) for fact in section.facts)
    basis = f"<p class='rests'>{escape(section.basis)}</p>" if section.basis else ""
    ending = (
        f"<p><strong>What this can't tell.</strong> {with_code(section.cannot_tell)}</p>"
        if section.cannot_tell
        else ""
    )
    return (
        f"<p class='question'>{escape(section.question)}</p>"
        f"{f'<dl>{facts}</dl>' if facts else ''}{basis}"
        f"{''.join(f'<p>{with_code(words)}</p>' for words in section.words)}"
        f"{''.join(_picture(picture) for picture in section.pictures)}"
        f"{_grids(section.grids)}"
        f"<div class='ending'>{ending}"
        f"<p><strong>One thing to do next.</strong> {with_code(section.next_step)}</p></div>"
    )


def _fact(fact: Fact) -> str:
    return (
        f"<div><dt>{escape(fact.name)}</dt><dd class='value'>{escape(fact.value)}</dd>"
        f"<dd>{escape(fact.sure)}</dd></div>"
    )


def _picture(picture: Picture) -> str:
    return (
        f"<figure><figcaption>{escape(picture.caption)}</figcaption>"
        f"{_drawn(picture)}"
        f"<details><summary>{escape(picture.grid.caption)}: the numbers</summary>"
        f"{_grid(picture.grid)}</details></figure>"
    )


def _drawn(picture: Picture) -> str:
    if not picture.narrow:
        return _scrolled(picture.caption, picture.svg)
    return f"<div class='wide'>{picture.svg}</div><div class='narrow'>{picture.narrow}</div>"


def _grids(grids: Iterable[Grid]) -> str:
    return "".join(
        f"<details{' open' if len(grid.columns) > 2 else ' class=lookup'}>"
        f"<summary>{escape(grid.caption)}</summary>{_grid(grid)}</details>"
        for grid in grids
    )


def _grid(grid: Grid) -> str:
    heads = "".join(f"<th scope='col'>{escape(name)}</th>" for name in grid.columns)
    is_long = any(len(first) > _LONGEST_NAME for first, *_ in grid.rows)
    kind = " class='long'" if is_long else ""
    rows = "".join(
        f"<tr><th scope='row'{kind}>{with_code(first)}</th>"
        + "".join(f"<td>{with_code(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in grid.rows
    )
    caption = escape(grid.caption)
    return _scrolled(
        f"{grid.caption}, the numbers",
        f"<table><caption>{caption}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>",
    )


def _scrolled(label: str, content: str) -> str:
    """Return a part that a narrow screen scrolls sideways, by keyboard as well."""
    return (
        f"<div class='scroll' role='region' aria-label='{escape(label, quote=True)}' "
        f"tabindex='0'>{content}</div>"
    )
