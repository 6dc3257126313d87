"""The proof of a unit: every catalogued answer, graded as an instructor would, gets what it must.

A submission carries one variant of each question, since questions do not depend on one another.
The course is released with nbgrader's own command in a temporary folder, and graded with ours in the
first edition of the data. A few submissions are graded by nbgrader as well: it is the oracle, and a
point of difference fails the proof. In the other editions the same answers meet their checks in this
process: how an answer is graded does not hang on the edition. Rude ones look at no data and rest there.

A quick proof grades what holds a right answer, for only that can lose points on its way; all answers
meet their checks in this process.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.keys import Keys
from weakties.authoring.prove.attempted import attempted_edition
from weakties.authoring.prove.expected import compare, disagreements, missing
from weakties.authoring.prove.grading import EDITIONS, graded_edition, hand_in, release
from weakties.authoring.prove.proof import Failure, Proof, ProofError
from weakties.authoring.prove.submissions import notebook_at, variants_of_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.authoring.answers import Variant
    from weakties.course import Course, Unit

__all__ = ["EDITIONS", "Failure", "Proof", "ProofError", "prove"]

_ORACLES = 4
"""So many submissions of the first edition are graded by nbgrader itself as well."""


def prove(
    course: Course, unit: Unit, editions: Sequence[str] = EDITIONS, *, quick: bool = False
) -> Proof:
    """Grade every catalogued answer of a unit and compare.

    Parameters
    ----------
    course
        The course in a checkout, with ``solutions/`` and ``tests/answers/``.
    unit
        The unit to prove.
    editions
        The editions of the data to prove it in; in the first it is graded as an instructor would.
    quick
        Whether wrong and rude answers are not graded, and only meet their checks in this process.

    Raises
    ------
    CourseError
        If the answers file is missing or the unit can't be released or graded.
    """
    catalogue = read_catalogue(catalogue_path(course.root, unit.slug))
    source = notebook_at(course.root / unit.solution)
    variants = variants_of_unit(unit, catalogue, source)
    kinds = [variant.kind for entries in variants.values() for variant in entries]
    proof = Proof(
        unit.slug,
        questions=len(variants),
        right=kinds.count("right"),
        wrong=kinds.count("wrong"),
        rude=kinds.count("rude"),
        editions=len(editions),
        max_score=sum(question.points for question in unit.questions if question.graded == "auto"),
    )
    proof.failures += missing(unit, catalogue)
    if not variants:
        return proof
    handed_in = _of_kind(variants, "right") if quick else variants
    with TemporaryDirectory(prefix="weakties-proof-") as folder:
        root = release(Path(folder) / "course", course, unit)
        hand_in(root, unit, handed_in)
        graded = graded_edition(root, unit, editions[0], _ORACLES)
    compare(proof, editions[0], handed_in, graded)
    proof.failures += disagreements(editions[0], graded)
    keys = Keys()
    if quick:
        attempted = attempted_edition(source, editions[0], variants, keys)
        compare(proof, editions[0], variants, attempted)
    polite = _of_kind(variants, "right", "wrong")
    for edition in editions[1:]:
        compare(proof, edition, polite, attempted_edition(source, edition, polite, keys))
    return proof


def _of_kind(variants: dict[str, list[Variant]], *kinds: str) -> dict[str, list[Variant]]:
    return {
        question: [variant for variant in entries if variant.kind in kinds]
        for question, entries in variants.items()
    }
