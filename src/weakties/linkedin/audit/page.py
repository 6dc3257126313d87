"""The one page that an audit ends in: kept, printed perhaps, and looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from weakties.check.days import date
from weakties.check.plain import NotPlain, sequence
from weakties.command import command
from weakties.pages.file import write_page
from weakties.pages.html import page_html, sheet_html

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from weakties.linkedin.audit.report import AuditReport

TITLE = "My network, on one page"
STAYS = "Made on this machine, from what you typed. It stays here."
NOTHING_YET = "Nothing is on your page yet: fill in the answers above and run their cells, then this cell again."
_EMPTY = "(still empty)"
_COMPARE = "mirror NEW.zip --since OLD.zip --html changes.html"


@dataclass(frozen=True)
class OnePage:
    """What a learner will do; a notebook shows it, :meth:`save` writes it as a page to print.

    Parameters
    ----------
    start, stop, watch, look_again
        Three things to start, one to stop, one number to watch, a day to look again.
    decisions
        What was decided in each step, by the step's name.
    source
        From what the numbers came, without a path.
    """

    start: tuple[str, ...]
    stop: str
    watch: str
    look_again: str
    decisions: tuple[tuple[str, str], ...]
    source: str

    @property
    def is_empty(self) -> bool:
        """Say whether nothing at all is filled in."""
        said = (*self.start, self.stop, self.watch, self.look_again, *dict(self.decisions).values())
        return set(said) <= {_EMPTY}

    def __str__(self) -> str:
        """Return the page as text."""
        if self.is_empty:
            return NOTHING_YET
        lines = [TITLE, "=" * len(TITLE), "Start:"]
        lines += [f"  {at}. {words}" for at, words in enumerate(self.start, start=1)]
        lines += [f"Stop: {self.stop}", f"Watch: {self.watch}", f"Look again: {self.look_again}"]
        lines += [f"{step}: {words}" for step, words in self.decisions]
        return "\n".join([*lines, self.source, STAYS])

    __repr__ = __str__

    def html(self) -> str:
        """Return the page as HTML that needs no other file and no network."""
        return page_html(TITLE, self._body())

    def save(self, path: str | os.PathLike[str] = "my-page.html") -> str:
        """Write the page; an older one may be replaced, any other file not. An empty one is not written.

        Raises
        ------
        NotWritten
            If another file is there, or the place can't be written to.
        """
        if self.is_empty:
            return NOTHING_YET
        write_page(self.html(), Path(path))
        return (
            f"Your page lies in {Path(path).name}. Open it in a browser and print it, if you like."
        )

    def _body(self) -> str:
        if self.is_empty:
            return sheet_html(TITLE, f"<p>{NOTHING_YET}</p>")
        start = "".join(f"<li>{escape(words)}</li>" for words in self.start)
        again = (
            f"Then request a new export and run <code>{escape(command(_COMPARE))}</code>: "
            "who came, who went, what woke up."
        )
        parts = (
            f"<h2>Three things I start</h2><ol>{start}</ol>"
            f"<h2>One thing I stop</h2><p>{escape(self.stop)}</p>"
            f"<h2>The number I watch</h2><p>{escape(self.watch)}</p>"
            f"<h2>I look again on</h2><p><strong>{escape(self.look_again)}</strong>. {again}</p>"
            f"{self._table()}<p class='private'>{escape(self.source)} {STAYS}</p>"
        )
        return sheet_html(TITLE, parts)

    def _table(self) -> str:
        """Return the decisions as a table; steps without one are named below it."""
        made = [(step, words) for step, words in self.decisions if words != _EMPTY]
        left = [step for step, words in self.decisions if words == _EMPTY]
        rows = "".join(
            f"<tr><th scope='row'>{escape(step)}</th><td>{escape(words)}</td></tr>"
            for step, words in made
        )
        of_all = f" of {len(self.decisions)}" if left else ""
        table = (
            f"<table><caption>{len(made)}{of_all} decisions</caption>"
            "<thead><tr><th scope='col'>Step</th><th scope='col'>Decision</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
            if made
            else ""
        )
        open_steps = f"<p>Not decided yet: {escape(', '.join(left))}.</p>" if left else ""
        head = "<h2>What I decided, step by step</h2>" if self.decisions else ""
        return f"{head}{table}{open_steps}"

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        return {"text/html": self._body(), "text/plain": str(self)}


def one_page(
    *,
    start: object,
    stop: object,
    watch: object,
    look_again: object,
    decisions: Mapping[str, object],
    report: AuditReport,
) -> OnePage:
    """Return the one page; what is not filled in yet is shown as such.

    Parameters
    ----------
    start
        Three things to start.
    stop, watch
        One thing to stop, one number to watch.
    look_again
        A day, such as ``"2027-01-15"``.
    decisions
        What was decided in each step.
    report
        What :func:`report_on` gave.
    """
    listed = sequence(start)
    things: Sequence[object] = (start,) if listed is None else listed
    made = f"Numbers from {report['name']}" + (f", {report['day']}." if report["day"] else ".")
    return OnePage(
        start=tuple(map(_said, things)),
        stop=_said(stop),
        watch=_said(watch),
        look_again=_day(look_again),
        decisions=tuple((step, _said(words)) for step, words in decisions.items()),
        source=made,
    )


def _said(words: object) -> str:
    return words.strip() if isinstance(words, str) and words.strip() else _EMPTY


def _day(given: object) -> str:
    try:
        day = date(given)
    except NotPlain:
        return _said(given)
    return f"{day:%B} {day.day}, {day.year}"
