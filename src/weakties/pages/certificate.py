"""The paper of a certificate: one light page that is printed on one sheet, with nothing from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from weakties.pages.html import BEGINNING

if TYPE_CHECKING:
    from datetime import date

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Paper:
    """What stands on a certificate, from top to bottom, as plain text.

    Parameters
    ----------
    course, name
        Of which course, and whose.
    what, subtitle
        What was completed: a phrase that goes on with the subtitle.
    units
        Each unit with its points in words.
    sums
        Points and hours in words; the day is added to them.
    on
        The day.
    proof
        Its number and the code that confirms it, in words; empty where it has none.
    worth
        What it is worth, honestly.
    """

    course: str
    name: str
    what: str
    subtitle: str
    units: tuple[tuple[str, str], ...]
    sums: tuple[str, ...]
    on: date
    worth: str
    proof: str = ""

    def html(self) -> str:
        """Return the page."""
        title = _text(f"{self.course}: certificate of {self.name}")
        style = files("weakties.pages").joinpath("certificate.css").read_text(encoding="utf-8")
        units = "".join(
            f"<li>{_text(unit)} <span>{_text(points)}</span></li>" for unit, points in self.units
        )
        day = f"<time datetime='{self.on.isoformat()}'>{self.on.day} {self.on:%B %Y}</time>"
        proof = f"<p class='proof'>{_text(self.proof)}</p>" if self.proof else ""
        return (
            f'{BEGINNING}<head><meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light">'
            f"<title>{title}</title><style>{style}</style></head><body><main>"
            f"<p class='course'>{_text(self.course)}</p>"
            f"<h1>{_text(self.name)}</h1>"
            f"<p class='what'>{_text(self.what)}<br><em>{_text(self.subtitle)}</em></p>"
            f"<ul>{units}</ul>"
            f"<p class='sums'>{' · '.join([*map(_text, self.sums), day])}</p>"
            f"{proof}<p class='honest'>{_text(self.worth)}</p></main></body></html>\n"
        )


def _text(words: str) -> str:
    return escape(words, quote=False)


def hours_in_words(least: float, most: float) -> str:
    """Return the minutes that a course plans as hours, to the half hour.

    Examples
    --------
    >>> hours_in_words(125, 160)
    "2 to 2.5 hours by the course's own count"
    """
    low, high = round(least / 30) / 2, round(most / 30) / 2
    return f"{low:g} to {high:g} hours by the course's own count"
