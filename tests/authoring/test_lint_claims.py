"""Claims are taught and told in both places, and the page is never older than what it says."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from weakties.authoring.layout import CLAIMS_PAGE, CONTENTS
from weakties.authoring.lint import lint
from weakties.authoring.release import release
from weakties.claims import CLAIMS
from weakties.course import course_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from weakties.course import Course

pytestmark = pytest.mark.usefixtures("exercises_made_once")

EVIDENCE = "course/evidence.toml"
TOLD = (
    '\n[claims."E3.5"]\nsays = "Unless it fits."\nfound = "Nobody looked."\nsure = "not tested"\n'
)
CONTRADICTION = (
    '[contradictions.C5]\nbetween = [["E3.4"], ["E3.4"]]\nabout = "A suit?"\n'
    'found = "It depends."\nsure = "not tested"\n'
)
SECOND_UNIT = """
[[units]]
slug = "purpose"
title = "What for?"
tension = "For this, says one. For that, says another."
ready = true
claims = ["E3.4"]
evidence = ["R42"]

[[units.questions]]
id = "purpose-q1"
title = "What for"
points = 1
"""


@pytest.fixture
def changed(clean_course: Course) -> Callable[..., Course]:
    """Return a function that replaces a text in a file, once, and reads the course again."""

    def change(path: str, old: str, new: str) -> Course:
        text = (clean_course.root / path).read_text("utf-8")
        assert old in text
        (clean_course.root / path).write_text(text.replace(old, new, 1), "utf-8")
        return course_in((clean_course.root / CONTENTS).read_bytes(), clean_course.root)

    return change


def about_claims(course: Course, *slugs: str) -> list[tuple[str, str, str]]:
    """Return file, claim and rule of what is found about claims."""
    own = ("claim", "taught-again")
    return [
        (found.path, found.cell, found.rule)
        for found in lint(course, slugs)
        if any(name in found.rule for name in own)
    ]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CLAIMS, "costs credibility", "costs a little credibility"),
        (CLAIMS, "a better impression", "an impression"),
        (CONTENTS, "Which photo?", "Which picture?"),
        (EVIDENCE, "(2014)", "(2015)"),
        (CLAIMS_PAGE, "costs credibility", "earns credibility"),
    ],
)
def test_a_changed_word_makes_the_page_stale_until_it_is_released(
    changed: Callable[..., Course], path: str, old: str, new: str
) -> None:
    course = changed(path, old, new)

    assert about_claims(course) == [(CLAIMS_PAGE, "", "stale-claims")]

    assert CLAIMS_PAGE in release(course)
    assert about_claims(course) == []
    assert release(course) == ()


def test_a_page_that_is_not_there_is_stale(clean_course: Course) -> None:
    (clean_course.root / CLAIMS_PAGE).unlink()

    assert about_claims(clean_course) == [(CLAIMS_PAGE, "", "stale-claims")]


def test_one_unit_is_released_and_linted_without_the_page(clean_course: Course) -> None:
    (clean_course.root / CLAIMS_PAGE).unlink()

    assert release(clean_course, ["photo"]) == ()
    assert about_claims(clean_course, "photo") == []


def test_a_claim_that_is_taught_and_not_told_is_missed(changed: Callable[..., Course]) -> None:
    course = changed(CONTENTS, 'claims = ["E3.4"]', 'claims = ["E3.4", "E3.5"]')

    for slugs in ((), ("photo",)):
        assert about_claims(course, *slugs) == [(CLAIMS, "E3.5", "untold-claim")]


def test_a_contradiction_that_is_taught_and_not_told_is_missed(
    changed: Callable[..., Course],
) -> None:
    course = changed(CONTENTS, "evidence = [", 'contradictions = ["C5"]\nevidence = [')

    assert about_claims(course) == [(CLAIMS, "C5", "untold-claim")]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("\n[contradictions]", f"{TOLD}\n[contradictions]", "E3.5"),
        ("[contradictions]", CONTRADICTION, "C5"),
    ],
)
def test_what_is_told_and_not_taught_is_missed(
    changed: Callable[..., Course], old: str, new: str, name: str
) -> None:
    course = changed(CLAIMS, old, new)
    release(course)

    assert about_claims(course) == [(CONTENTS, name, "untaught-claim")]


def test_a_claim_that_only_a_unit_in_the_making_teaches_is_not_taught(
    changed: Callable[..., Course],
) -> None:
    changed(CONTENTS, 'claims = ["E3.4"]\n', "")
    course = changed(CONTENTS, "ready = false", 'ready = false\nclaims = ["E3.4"]')
    release(course)

    assert about_claims(course) == [(CONTENTS, "E3.4", "untaught-claim")]


def test_what_is_taught_again_needs_a_reason(changed: Callable[..., Course]) -> None:
    course = changed(CONTENTS, "\n[[units]]", f"{SECOND_UNIT}\n[[units]]")

    assert (CLAIMS, "E3.4", "taught-again") in about_claims(course)

    course = changed(CLAIMS, 'sure = "not sure"', 'sure = "not sure"\nagain = "Once more."')
    assert (CLAIMS, "E3.4", "taught-again") not in about_claims(course)


def test_a_reason_without_a_second_unit_is_refused(changed: Callable[..., Course]) -> None:
    course = changed(CLAIMS, 'sure = "not sure"', 'sure = "not sure"\nagain = "Once more."')

    assert (CLAIMS, "E3.4", "taught-again") in about_claims(course)


def test_a_claim_is_no_surer_than_its_cards(changed: Callable[..., Course]) -> None:
    course = changed(CLAIMS, '"not sure"', '"fairly sure"')
    (found,) = [found for found in lint(course) if found.rule == "claim-card"]

    assert found.problem == "E3.4 is fairly sure; its surest card is not sure."


def test_a_claim_may_be_less_sure_than_its_cards(changed: Callable[..., Course]) -> None:
    course = changed(EVIDENCE, '"not sure"', '"quite sure"')

    assert about_claims(course) == []  # nor does the page print how sure a card is


def test_a_claim_rests_on_cards_that_its_unit_shows(changed: Callable[..., Course]) -> None:
    course = changed(CONTENTS, 'evidence = ["R42"]', 'evidence = ["R41"]')

    assert about_claims(course) == [(CLAIMS, "E3.4", "claim-card")]


def test_a_card_that_there_is_not_is_one_finding(changed: Callable[..., Course]) -> None:
    course = changed(CLAIMS, 'evidence = ["R42"]', 'evidence = ["R99"]')

    assert about_claims(course) == [(CLAIMS, "E3.4", "claim-card")]


@pytest.mark.parametrize("path", [CLAIMS, EVIDENCE])
def test_a_file_that_is_not_there_is_one_finding_that_names_it(
    clean_course: Course, path: str
) -> None:
    (clean_course.root / path).unlink()

    (found,) = [found for found in lint(clean_course) if "claim" in found.rule]

    assert (found.path, found.rule) == (CLAIMS, "claims-file")
    assert path.rpartition("/")[2] in found.problem


@pytest.mark.parametrize(
    ("tags", "shown", "found"),
    [
        (["claim:E3.4"], "It costs.", []),
        (["keep"], "It costs (E3.4).", []),
        (["claim:E3.4"], "It costs (E3.4).", ["It shows E3.4 to the reader."]),
        (
            ["claim:E3.5"],
            "It costs.",
            [
                "course.toml lists E3.4, and no cell is tagged claim:E3.4.",
                "A cell is tagged claim:E3.5, which course.toml does not list.",
            ],
        ),
    ],
)
def test_where_cells_are_tagged_each_claim_has_its_cell_and_no_reader_sees_a_code(
    clean_course: Course, tags: list[str], shown: str, found: list[str]
) -> None:
    path = clean_course.root / "course/photo/lesson.ipynb"
    lesson = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in lesson["cells"] if cell["cell_type"] == "markdown")
    cell["metadata"]["tags"] = tags
    cell["source"] = [*cell["source"], f"\n\n{shown}"]
    path.write_text(json.dumps(lesson), "utf-8")

    problems = [one.problem for one in lint(clean_course, ["photo"]) if one.rule == "placed-claim"]

    assert problems == found


@pytest.mark.parametrize(
    ("tags", "shown", "found"),
    [
        ([], "As one vendor says (R42).", []),
        (["card:R42"], "As one vendor says.", []),
        (["card:R42"], "As one vendor says (R42).", ["It calls R42 by number."]),
        (
            ["card:R41"],
            "As one vendor says.",
            [
                "course.toml lists R42, and no cell is tagged card:R42.",
                "A cell is tagged card:R41, which course.toml does not list.",
            ],
        ),
    ],
)
def test_where_cells_are_tagged_each_card_has_its_cell_and_none_is_called_by_number(
    clean_course: Course, tags: list[str], shown: str, found: list[str]
) -> None:
    path = clean_course.root / "course/photo/lesson.ipynb"
    lesson = json.loads(path.read_text("utf-8").replace('\\"R42\\"', "name"))
    cell = next(cell for cell in lesson["cells"] if cell["cell_type"] == "markdown")
    cell["metadata"]["tags"] = tags
    cell["source"] = [*cell["source"], f"\n\n{shown}"]
    path.write_text(json.dumps(lesson), "utf-8")

    problems = [one.problem for one in lint(clean_course, ["photo"]) if one.rule == "placed-card"]

    assert sorted(problems) == sorted(found)


def test_an_exercise_calls_no_card_by_number(clean_course: Course) -> None:
    path = clean_course.root / "solutions/photo/photo.ipynb"
    solution = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in solution["cells"] if cell["cell_type"] == "markdown")
    cell["source"] = [*cell["source"], "\n\nAs card R42 says."]
    path.write_text(json.dumps(solution), "utf-8")

    problems = [one.problem for one in lint(clean_course, ["photo"]) if one.rule == "placed-card"]

    assert problems == ["It calls R42 by number."]
