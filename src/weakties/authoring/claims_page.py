"""docs/claims.md: each claim of the essays, where it is taught, what was found, how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.claims import SURE, load_claims
from weakties.course import CourseError
from weakties.lesson.evidence import read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from weakties.claims import Claim, Claims, Contradiction
    from weakties.course import Course
    from weakties.lesson.evidence import EvidenceCard


def claims_page(course: Course) -> str:
    """Return the page as the files of the course make it now.

    Raises
    ------
    CourseError
        If claims or evidence cannot be read, or a claim names a card that there is not.
    """
    return page_of(course, load_claims(course.root), read_evidence(course.root))


def page_of(course: Course, claims: Claims, cards: Mapping[str, EvidenceCard]) -> str:
    """Return the page, whose every word stands in what is given."""
    return "\n\n".join(_parts(course, claims, cards)) + "\n"


def _parts(course: Course, claims: Claims, cards: Mapping[str, EvidenceCard]) -> Iterator[str]:
    yield (
        "<!-- Made from course/claims.toml, course.toml and evidence.toml. Change those, then run: "
        "weakties author release -->"
    )
    yield "# What the essays claim, and what was found"
    yield (
        f"{len(claims.claims)} claims and {len(claims.contradictions)} contradictions, retold in "
        f"our words, with the unit of *{course.title}* that teaches each. *How sure* is about what "
        "was found, not about who was right. Everybody in the data is simulated; R1 and its like "
        "are the [evidence cards](../course/evidence.toml), with figures, sources and limits."
    )
    yield _legend(claims)
    for essay in claims.essays:
        yield f"## {essay.title}"
        yield f"*{essay.id}: {essay.author}*"
        for claim in claims.claims:
            if claim.essay == essay.id:
                yield from _entry(claim, claim.says, course, cards)
    if claims.contradictions:
        yield "## Contradictions"
    for contradiction in claims.contradictions:
        asked = f"{contradiction.about} ({_sides(contradiction)}.)"
        yield from _entry(contradiction, asked, course, cards)


def _legend(claims: Claims) -> str:
    rows = ["| how sure | means | claims | contradictions |", "|---|---|---|---|"]
    for sure, means in SURE.items():
        counts = [
            sum(entry.sure == sure for entry in entries)
            for entries in (claims.claims, claims.contradictions)
        ]
        rows.append(f"| {sure} | {means} | {counts[0]} | {counts[1]} |")
    return "\n".join(rows)


def _sides(contradiction: Contradiction) -> str:
    return ", against ".join(
        " and ".join(filter(None, [", ".join(side[:-1]), side[-1]]))
        for side in contradiction.between
    )


def _entry(
    entry: Claim | Contradiction, said: str, course: Course, cards: Mapping[str, EvidenceCard]
) -> Iterator[str]:
    yield f"### {entry.id}"
    yield said
    yield f"**Found:** {entry.found}"
    notes = [f"**How sure:** {entry.sure}.", f"**Taught in** {_taught(entry.id, course)}."]
    if entry.again:
        notes.append(entry.again)
    if entry.evidence:
        cited = (_cited(entry, name, cards) for name in entry.evidence)
        notes.append(f"**Evidence:** {', '.join(cited)}.")
    yield " ".join(notes)


def _cited(entry: Claim | Contradiction, name: str, cards: Mapping[str, EvidenceCard]) -> str:
    if name not in cards:
        raise CourseError(f"claims.toml: {entry.id} names {name}, which is no evidence card.")
    return f"{name} ({cards[name].name})"


def _taught(claim_id: str, course: Course) -> str:
    units = course.teaching(claim_id)
    return ", ".join(f"[{unit.title}](../{unit.lesson})" for unit in units) or "no unit yet"
