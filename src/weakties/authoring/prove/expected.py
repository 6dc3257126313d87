"""What is expected of a catalogue and of the grading: a failure for each thing that is not so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.authoring.prove.proof import Failure, Proof
from weakties.counted import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.answers import Catalogue, Variant
    from weakties.authoring.prove.graded import Graded
    from weakties.course import Unit


def missing(unit: Unit, catalogue: dict[str, Catalogue]) -> Iterator[Failure]:
    """Yield a failure for each question that has too few catalogued answers to prove anything."""
    for question in unit.questions:
        if question.graded != "auto":
            continue
        entry = catalogue.get(question.id)
        right, wrong = (len(entry.right), len(entry.wrong)) if entry else (0, 0)
        if right < 2 or wrong < 3:
            expected = "at least 2 right and 3 wrong answers"
            yield Failure("any", question.id, "catalogue", expected, f"{right} and {wrong}")


def compare(
    proof: Proof, edition: str, variants: dict[str, list[Variant]], graded: dict[str, Graded]
) -> None:
    """Note in the proof what blank exercise and solution got, and which answers got another thing."""
    proof.blank_score = max(proof.blank_score, _total(graded["blank"]))
    proof.solution_score = _total(graded["solution"])
    if _total(graded["blank"]) != 0:
        proof.failures.append(
            Failure(edition, "all", "blank exercise", "0 points", f"{_total(graded['blank']):g}")
        )
    if proof.solution_score != proof.max_score:
        expected = points(proof.max_score)
        got = f"{proof.solution_score:g}"
        proof.failures.append(Failure(edition, "all", "solution", expected, got))
    for question, entries in variants.items():
        for i, variant in enumerate(entries):
            result = graded[f"variant-{i:02d}"]
            earned = result.points[question]
            message = result.messages.get(question, "")
            answer = f"{variant.kind} answer '{variant.name}'"
            if earned != variant.points:
                expected, got = points(variant.points), f"{earned} ({message[:120]})"
                proof.failures.append(Failure(edition, question, answer, expected, got))
            elif variant.says not in message.replace("\xa0", " "):
                expected, got = f"the words '{variant.says}'", f"'{message[:200]}'"
                proof.failures.append(Failure(edition, question, answer, expected, got))


def disagreements(edition: str, graded: dict[str, Graded]) -> Iterator[Failure]:
    """Yield a failure for each question that nbgrader grades otherwise than we do."""
    for name, ours in graded.items():
        theirs = graded.get(f"{name} by nbgrader")
        for question, given in (theirs.points if theirs else {}).items():
            if ours.points[question] != given:
                expected, got = f"{given} points, as nbgrader gives", str(ours.points[question])
                yield Failure(edition, question, f"the submission {name}", expected, got)


def _total(graded: Graded) -> float:
    return sum(one or 0.0 for one in graded.points.values())
