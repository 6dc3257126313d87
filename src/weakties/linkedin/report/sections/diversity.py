"""How mixed the network is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.linkedin.insight.roles import FUNCTIONS, role_of
from weakties.linkedin.report.said import COUNTED, counted, number
from weakties.measures import blau_index, effective_number
from weakties.pages.section import Fact, Section

if TYPE_CHECKING:
    from weakties.linkedin.figures import Figures


def diversity(figures: Figures) -> Section:
    """Return the section on Blau's index and effective numbers."""
    companies, spelled = list(figures.companies), list(figures.spellings)
    found = figures.people["position"].map(lambda title: role_of(title).function or "")
    functions = list(found[found != ""].value_counts())
    facts = (
        *_facts(
            "company",
            "companies",
            companies,
            f"of {counted(len(companies), 'company', 'companies')}, {_told_apart(companies, spelled)}",
        ),
        *_facts("function", "functions", functions, f"of the {len(FUNCTIONS)} functions listed"),
    )
    return Section(
        title="Diversity",
        question="If you ask two people at random, how likely do they sit in different places?",
        facts=facts,
        words=(
            (
                "Blau's index is the chance that two people differ if each is drawn at random from "
                "all. The effective number says how many groups of equal size would be as mixed as "
                "yours: a company with a single person in it hardly counts."
            ),
            (
                "These numbers describe the people in this file completely, so they have no interval; "
                "what is uncertain is who is missing from the file, and how titles were read."
            ),
            *_as_spelled(companies, spelled),
        )
        if facts
        else ("This export names no companies and no titles that the rules know.",),
        cannot_tell=(
            "The export is a star: but for group conversations it shows nobody's ties to each "
            "other. Constraint, brokerage and clustering can't be computed from it, by any tool. "
            "And being mixed is not yet hearing new things: that takes talking."
        ),
        next_step=(
            "Look at your five last conversations of substance. How many functions are among them? "
            "Compare with the effective number above."
        ),
    )


def _told_apart(companies: list[int], spelled: list[int]) -> str:
    said = "told apart by spelling"
    if len(spelled) == len(companies):
        return said
    alone = number(round(effective_number(spelled), 1))
    return f"{said}; with legal forms told apart too, it is {alone}"


def _as_spelled(companies: list[int], spelled: list[int]) -> tuple[str, ...]:
    """Return what taking spellings for one company does to the numbers, if it does anything."""
    if len(spelled) == len(companies):
        return ()
    return (
        (
            f"{len(spelled):,} spellings count as {counted(len(companies), 'company', 'companies')}, "
            "since legal forms such as GmbH tell no two apart. Each spelling for itself, Blau's "
            f"index would be {blau_index(spelled):.3f}."
        ),
    )


def _facts(one: str, many: str, counts: list[int], of: str) -> tuple[Fact, ...]:
    if not counts:
        return ()
    return (
        Fact(
            f"{blau_index(counts):.3f}",
            f"Blau index of {many}",
            f"chance of another {one}; {COUNTED}",
        ),
        Fact(number(round(effective_number(counts), 1)), f"effective number of {many}", of),
    )
