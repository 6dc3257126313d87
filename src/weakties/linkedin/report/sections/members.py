"""Who is in the network."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from weakties.linkedin.companies import LEGAL_FORMS, company_key
from weakties.linkedin.insight.roles import FUNCTIONS, LEVELS, MEANT, role_of
from weakties.linkedin.report.charts import picture_of_bars
from weakties.linkedin.report.said import COUNTED, percent, plural
from weakties.linkedin.report.said import people as said_people
from weakties.pages.section import Fact, Grid, Picture, Section

if TYPE_CHECKING:
    from collections.abc import Iterable

    from weakties.linkedin.figures import Figures

_SHOWN = 10
_NO_LEVEL = "No level named"


def members(figures: Figures) -> Section:
    """Return the section on companies, functions and levels."""
    people = figures.people
    titles = Counter(title for title in people["position"].tolist() if title)
    functions = _counts((role_of(title).function, many) for title, many in titles.items())
    levels = _counts((role_of(title).level or _NO_LEVEL, many) for title, many in titles.items())
    known = sum(functions.values())
    titled = titles.total()
    unknown = titled - known
    companies = _companies(figures)
    named = int((people["company"] != "").sum())
    distinct = len(figures.companies)
    return Section(
        title="Who is in it",
        question="Where do these people work, at what, and at which level?",
        facts=(
            Fact(f"{len(people):,}", plural(len(people), "person", "people"), COUNTED),
            Fact(
                f"{distinct:,}",
                f"{plural(distinct, 'company', 'companies')} of {said_people(named)}",
                f"{COUNTED}; told apart by spelling, but for legal forms",
            ),
            Fact(
                percent(unknown / titled) if titles else "–",
                "of titles with no function",
                f"{unknown:,} of {titled:,} titles fit none of the rules below",
            ),
        ),
        words=(
            (
                "Functions and levels are read from job titles by a list of words, shown below. Such a "
                "list errs: “Account manager” may sell or keep books."
            ),
            (
                "Companies are told apart by their spelling, without case, spaces and these endings: "
                f"{LEGAL_FORMS}. A company under two names counts as two."
            ),
        ),
        pictures=(
            *_picture("The largest companies", companies, named, "people with a company"),
            *_picture("Functions", functions, known, "titles with a function"),
            *_picture("Levels", levels, titled, "titles"),
        ),
        grids=(
            _rules("Words that make a function; the first that fits is taken", FUNCTIONS),
            _rules("Words that make a level; the first that fits is taken", LEVELS),
            _rules(
                "Titles read otherwise for the level",
                {k: v or "no level" for k, v in MEANT.items()},
            ),
        ),
        cannot_tell=(
            "Companies and titles are those of the day of the export, not of the day you met. "
            "People who changed jobs took your shared past with them."
        ),
        next_step=(
            "Find the function that your work depends on and that hardly appears here. Ask one "
            "colleague who they would introduce you to."
        ),
    )


def _counts(names: Iterable[tuple[str | None, int]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name, many in names:
        if name is not None:
            counts[name] = counts.get(name, 0) + many
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _companies(figures: Figures) -> dict[str, int]:
    spelled: dict[str, str] = {}
    for company in dict.fromkeys(figures.people["company"].tolist()):
        spelled.setdefault(company_key(company), company)
    counts = figures.companies.head(_SHOWN)
    return {spelled[str(key)]: int(count) for key, count in counts.items()}


def _picture(title: str, counts: dict[str, int], whole: int, unit: str) -> tuple[Picture, ...]:
    if not counts:
        return ()
    rows = [
        (name, float(count), f"{count:,} · {percent(count / whole)}")
        for name, count in counts.items()
    ]
    name, count = next(iter(counts.items()))
    alt = f"{title}: bars, the longest is {name} with {count:,} of {whole:,} {unit}."
    grid = Grid(
        f"{title}, of {whole:,} {unit}",
        ("Name", "People", "Share"),
        [(name, f"{count:,}", percent(count / whole)) for name, count in counts.items()],
    )
    return (picture_of_bars(grid.caption, rows, alt, grid),)


def _rules(caption: str, rules: dict[str, str]) -> Grid:
    return Grid(caption, ("Name", "Words"), list(rules.items()))
