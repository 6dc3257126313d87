"""Rules on the claims of the essays: taught and told in both places, and never surer than known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from weakties.authoring.claims_page import claims_page
from weakties.authoring.layout import CLAIMS_PAGE, CONTENTS
from weakties.authoring.lint.finding import Finding
from weakties.claims import CLAIMS, FROM_CARDS, load_claims
from weakties.command import command
from weakties.course import CourseError
from weakties.lesson.evidence import read_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Material
    from weakties.claims import Claims

_CODE = re.compile(r"\b(?:E\d[a-z]?\.\d+|C\d+)\b")


def claims_file(material: Material) -> Iterator[Finding]:
    """Find out whether claims.toml, or the cards that it names, cannot be read."""
    try:
        load_claims(material.course.root)
        read_evidence(material.course.root)
    except CourseError as error:
        remedy = "Mend the file, or restore it."
        yield Finding(CLAIMS, "", "claims-file", str(error), remedy)


def untold_claim(material: Material) -> Iterator[Finding]:
    """Find claims and contradictions of the unit that claims.toml does not tell."""
    if not (unit := material.unit) or not (claims := _claims(material)):
        return
    told = {entry.id for entry in claims.told}
    for name in (*unit.claims, *unit.contradictions):
        if name not in told:
            problem = f"{unit.slug} teaches {name}, and claims.toml does not tell it."
            remedy = "Retell it there, with what was found and how sure that is."
            yield Finding(CLAIMS, name, "untold-claim", problem, remedy)


def untaught_claim(material: Material) -> Iterator[Finding]:
    """Find claims and contradictions that claims.toml tells and no unit that is ready teaches."""
    if material.unit or not (claims := _claims(material)):
        return
    for entry in claims.told:
        if not material.course.teaching(entry.id):
            problem = f"claims.toml tells {entry.id}, and no unit that is ready teaches it."
            remedy = "Name it among the claims or contradictions of a unit, or take it out there."
            yield Finding(CONTENTS, entry.id, "untaught-claim", problem, remedy)


def taught_again(material: Material) -> Iterator[Finding]:
    """Find what more than one unit teaches without a reason, and reasons that have no cause."""
    if material.unit or not (claims := _claims(material)):
        return
    for entry in claims.told:
        units = [unit.slug for unit in material.course.teaching(entry.id)]
        if len(units) > 1 and not entry.again:
            problem = f"{' and '.join(units)} teach {entry.id}, and nothing says why."
            yield Finding(CLAIMS, entry.id, "taught-again", problem, "Say why under `again`.")
        elif len(units) <= 1 and entry.again:
            problem = f"{entry.id} has a reason to be taught again, and is not."
            yield Finding(CLAIMS, entry.id, "taught-again", problem, "Take its `again` out.")


def placed_claim(material: Material) -> Iterator[Finding]:
    """Find claims that no cell of a lesson teaches, where its cells are tagged with them.

    Such a lesson names no claim by its code: a reader knows names and words.
    """
    if not (unit := material.unit):
        return
    for lesson in material.of("lesson"):
        placed = {name for cell in lesson.cells for name in cell.claims}
        if not placed:
            continue
        listed = {*unit.claims, *unit.contradictions}
        for name in sorted(listed ^ placed):
            if name in listed:
                problem = f"course.toml lists {name}, and no cell is tagged claim:{name}."
                remedy = "Tag the cell that teaches it, or leave it to a unit that does."
            else:
                problem = f"A cell is tagged claim:{name}, which course.toml does not list."
                remedy = "List it among the claims or contradictions, or take the tag away."
            yield Finding(lesson.path, name, "placed-claim", problem, remedy)
        for cell in lesson.cells:
            if codes := sorted(set(_CODE.findall(cell.prose))):
                problem = f"It shows {', '.join(codes)} to the reader."
                remedy = "Say it in words; a tag claim:… keeps the code out of sight."
                yield Finding(lesson.path, cell.id, "placed-claim", problem, remedy)


def claim_card(material: Material) -> Iterator[Finding]:
    """Find claims surer than their cards, and cards that no unit with the claim shows."""
    if material.unit or not (claims := _claims(material)):
        return
    cards = read_evidence(material.course.root)
    for entry in claims.told:
        units = material.course.teaching(entry.id)
        shown = {name for unit in units for name in unit.evidence if name in cards}
        for name in sorted(set(entry.evidence) - shown) if units else ():
            problem = f"{entry.id} rests on {name}, which is on no card of a unit that teaches it."
            remedy = "Name a card that the unit shows, or list this one among its evidence."
            yield Finding(CLAIMS, entry.id, "claim-card", problem, remedy)
        known = [FROM_CARDS.index(cards[name].sure) for name in entry.evidence if name in cards]
        if entry.sure in FROM_CARDS and known and FROM_CARDS.index(entry.sure) < min(known):
            problem = f"{entry.id} is {entry.sure}; its surest card is {FROM_CARDS[min(known)]}."
            yield Finding(CLAIMS, entry.id, "claim-card", problem, "Be no surer than the cards.")


def stale_claims(material: Material) -> Iterator[Finding]:
    """Find out whether docs/claims.md is not what its three files make now."""
    if material.unit:
        return
    try:
        page = claims_page(material.course)
    except CourseError:
        return  # which other rules name
    path = material.course.root / CLAIMS_PAGE
    if not path.is_file() or path.read_bytes() != page.encode("utf-8"):
        problem = "It is not what claims.toml, course.toml and evidence.toml make now."
        remedy = f"Change only those three, then run: {command('author release')}"
        yield Finding(CLAIMS_PAGE, "", "stale-claims", problem, remedy)


def _claims(material: Material) -> Claims | None:
    """Return the claims; None where `claims_file` has something to say."""
    if any(claims_file(material)):
        return None
    return load_claims(material.course.root)
