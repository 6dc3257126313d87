"""Who sits in a conversation with whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.companies import company_key
from weakties.linkedin.figures.exchanges import MOST_IN_A_THREAD
from weakties.linkedin.insight.circles import circles_of
from weakties.linkedin.names import full_name
from weakties.linkedin.report.said import COUNTED, counted, people, plural
from weakties.linkedin.report.sections.alive import GET_MESSAGES, NO_MESSAGES
from weakties.pages.section import Fact, Grid, Picture, Section
from weakties.pages.svg import NARROW, WIDTH

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures
    from weakties.linkedin.insight.circles import Circles

_TITLE = "Who sits with whom"
_QUESTION = "Which of your people meet each other in your conversations?"
_INTRODUCE = (
    "Bring two people together who should know each other: one message to both, one sentence on "
    "why. Ask each of them first."
)
_MOST_SHOWN = 80
_ELSEWHERE = "other companies"


def circles(figures: Figures) -> Section:
    """Return the section on conversations that several connections share."""
    if figures.conversations is None:
        return Section(_TITLE, _QUESTION, words=(NO_MESSAGES,), next_step=GET_MESSAGES)
    found = circles_of(figures.conversations)
    if not found.members:
        return Section(_TITLE, _QUESTION, words=(_nobody(found),), next_step=_INTRODUCE)
    everybody = sum(len(circle) for circle in found.members)
    return Section(
        title=_TITLE,
        question=_QUESTION,
        facts=(
            Fact(f"{found.threads:,}", plural(found.threads, "group conversation"), COUNTED),
            Fact(f"{everybody:,}", "of your people in them", COUNTED),
            Fact(
                f"{len(found.members):,}",
                plural(len(found.members), "circle"),
                "nobody of one circle shares a conversation with anybody of another",
            ),
        ),
        words=(_words(found),),
        pictures=(_picture(figures, found),),
        cannot_tell=(
            "Who knows whom outside your mailbox. Two people without a line may be close friends, "
            "and two in one conversation may never have met."
        ),
        next_step=(
            "Pick two people of different circles who could help each other, ask both, and "
            "introduce them."
        ),
    )


def _nobody(found: Circles) -> str:
    if found.audiences:
        return _left_out(found) + "No other conversation here holds two or more of them."
    return (
        "No conversation here holds two or more of your connections, so this file says nothing "
        "about ties among them."
    )


def _left_out(found: Circles) -> str:
    if not found.audiences:
        return ""
    return (
        f"Left out: {counted(found.audiences, 'conversation')} with more than "
        f"{MOST_IN_A_THREAD} of your people, an audience rather than a circle. "
    )


def _words(found: Circles) -> str:
    said = f"The largest circle has {people(len(found.members[0]))}. "
    return (
        said
        + _left_out(found)
        + (
            "Everybody in the picture is tied to you as well; you are left out, since your lines would "
            "hide the rest."
        )
    )


def _picture(figures: Figures, found: Circles) -> Picture:
    from weakties.sociogram import Person, Tie, alt_of, picture_of, svg, table_of

    ties: dict[int, int] = {}
    for pair in found.shared:
        for person in pair:
            ties[person] = ties.get(person, 0) + 1
    chosen = set(sorted(ties, key=lambda person: (-ties[person], person))[:_MOST_SHOWN])
    rows = figures.people.loc[sorted(chosen), ["first_name", "last_name", "slug", "company"]]
    several = rows["company"].map(company_key).value_counts()
    persons = [
        Person(
            str(row),
            full_name(first, last) or slug or "somebody",
            group=company if company and several[company_key(company)] > 1 else _ELSEWHERE,
        )
        for row, first, last, slug, company in rows.itertuples(name=None)
    ]
    shared = [
        Tie(str(a), str(b), weight=float(often))
        for (a, b), often in found.shared.items()
        if a in chosen and b in chosen
    ]
    drawn, narrow = (
        picture_of(
            persons,
            shared,
            title="People who share conversations with you",
            group_label="Company",
            width=width,
        )
        for width in (WIDTH, NARROW)
    )
    header, table = table_of(drawn)
    left_out = f"; the {_MOST_SHOWN} with most ties are shown" if len(ties) > _MOST_SHOWN else ""
    caption = f"A line joins two people who sit in one conversation with you{left_out}"
    return Picture(
        caption,
        svg(drawn),
        alt_of(drawn),
        Grid(caption, tuple(header), [tuple(row) for row in table]),
        svg(narrow),
    )
