"""Copies are found however they are renamed; what is right and written alone is not."""

from __future__ import annotations

import ast
import keyword
from functools import cache

import nbformat
import pytest

from weakties.authoring.answers import catalogue_path, read_catalogue
from weakties.authoring.markers import SOLUTION, inside
from weakties.content import content_root
from weakties.course import load_course
from weakties.teaching.alike.compare import KEY, LEAST, Answer, alike, groups, is_short, shared
from weakties.teaching.alike.explained import code_of, hint_code, lesson_code, runs_in
from weakties.teaching.alike.tokens import tokens_of

COURSE = load_course()
QUESTIONS = [
    (unit.slug, question.id)
    for unit in COURSE.ready
    for question in unit.questions
    # The capstone's steps take sentences of one's own around one way of reading a report.
    if question.graded == "auto" and unit.slug != "capstone"
]
CODE = """
friends = {}
for a, b in zip(table["a"], table["b"]):
    friends.setdefault(a, set()).add(b)
    friends.setdefault(b, set()).add(a)
scores = {p: sum(1 / len(friends[m]) for m in friends[p]) for p in friends}
best = sorted(scores, key=scores.get)[-3:]
"""
OTHER = """
import numpy as np

matrix = np.zeros((len(people), len(people)))
for row in table.itertuples():
    matrix[people.index(row.a), people.index(row.b)] = 1
matrix = matrix + matrix.T
degree = matrix.sum(axis=0)
best = [people[place] for place in np.argsort(matrix @ (1 / degree))[::-1][:3]]
"""


@cache
def notebook_of(path):
    return nbformat.read(COURSE.root / path, as_version=4)


@cache
def explained(slug, question):
    codes = [
        *code_of(notebook_of(COURSE.unit(slug).exercise)),
        *lesson_code(slug),
        *hint_code(slug, question),
    ]
    return frozenset(runs_in(iter(codes)))


def answers_to(slug, question):
    """Return the key and the catalogued right answers, each as somebody's."""
    catalogue = read_catalogue(catalogue_path(content_root(), slug))[question]
    cells = {cell.id: cell.source for cell in notebook_of(COURSE.unit(slug).solution).cells}
    known = explained(slug, question)
    key = Answer(KEY, inside(cells[f"{question}-answer"], SOLUTION), known)
    return key, [Answer(f"l{n}", code, known) for n, code in enumerate(catalogue.right)]


class Renamed(ast.NodeTransformer):
    """Gives other names to whatever a piece of code itself binds."""

    def __init__(self, tree):
        stored = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}  # fmt: skip
        arguments = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        functions = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        self.names = {
            name: f"other_{number}"
            for number, name in enumerate(sorted(stored | arguments | functions))
            if not keyword.iskeyword(name)
        }

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node

    def visit_FunctionDef(self, node):
        node.name = self.names.get(node.name, node.name)
        return self.generic_visit(node)


def renamed(code):
    """Return a copy with other names, comments, quotes and layout."""
    tree = ast.parse(code)
    lines = ast.unparse(Renamed(tree).visit(tree)).replace("'", '"').split("\n")
    return "\n".join(f"{line}  # mine" for line in lines)


@pytest.mark.parametrize(("slug", "question"), QUESTIONS)
def test_a_renamed_copy_is_found_and_answers_in_styles_of_their_own_are_not(slug, question):
    key, right = answers_to(slug, question)
    alone = right[1:]  # the first one is the key's own way
    assert alike([key, *alone]) == []
    for answer in [key, *alone]:
        copied = Answer("copy", renamed(answer.code), answer.explained)
        found = alike([key, *alone, copied])
        names = {frozenset((pair.first.author, pair.second.author)) for pair in found}
        assert names == (set() if is_short(answer) else {frozenset((answer.author, "copy"))})


def test_most_questions_have_answers_that_are_long_enough():
    short = [is_short(one) for pair in QUESTIONS for one in answers_to(*pair)[1][1:]]
    assert sum(short) / len(short) < 0.15


def test_names_layout_quotes_and_comments_make_no_difference():
    texts = [token.text for token in tokens_of(CODE)]
    assert [token.text for token in tokens_of(renamed(CODE))] == texts
    assert [token.text for token in tokens_of('"""Why."""\n%time\n' + CODE)] == texts
    assert [token.text for token in tokens_of(CODE.replace('"a"', '"c"'))] != texts
    assert [token.text for token in tokens_of(CODE.replace("setdefault", "pop"))] != texts


def test_code_that_does_not_parse_counts_as_far_as_it_can_be_read():
    broken = CODE + "\nfor in (((\n"
    assert alike([Answer("ann", CODE), Answer("bo", renamed(CODE) + "\n)")])
    assert alike([Answer("ann", CODE), Answer("bo", broken)])
    assert tokens_of("") == tokens_of("'''") == ()


def test_what_the_exercise_shows_is_nobodys_own():
    shown = frozenset(runs_in(iter([CODE])))
    pair = [Answer("ann", CODE, shown), Answer("bo", CODE, shown)]
    assert not pair[0].own
    assert alike(pair) == []
    more = [Answer(name, CODE + OTHER, shown) for name in ("ann", "bo")]
    (found,) = alike(more)
    own = {place for place, token in enumerate(tokens_of(CODE + OTHER)) if token.line > 6}
    assert set(shared(*more)[0]) <= own
    assert found.tokens >= LEAST


def test_what_many_write_is_how_one_writes_it_and_what_few_write_is_not():
    def class_of(common, rare):
        many = [Answer(f"m{number}", CODE) for number in range(common)]
        return [*many, *(Answer(f"r{number}", OTHER) for number in range(rare)), Answer(KEY, CODE)]

    names = {one.author for pair in alike(class_of(30, 3)) for one in (pair.first, pair.second)}
    assert names == {"r0", "r1", "r2"}
    assert alike(class_of(30, 1)) == []
    assert {pair.with_key for pair in alike(class_of(1, 30))} == {True}


def test_a_part_that_was_taken_over_whole_is_found_and_half_of_it_is_not():
    longer = OTHER + CODE
    (pair,) = alike([Answer("ann", CODE), Answer("bo", longer)])
    assert pair.shares[0] == 1 > pair.shares[1]
    half = "\n".join(CODE.split("\n")[:4]) + OTHER
    assert alike([Answer("ann", CODE + "x = [1, 2, 3]\n" * 9), Answer("bo", half)]) == []


def test_those_who_are_alike_hang_together_and_each_copy_of_the_key_stands_alone():
    answers = [Answer(name, CODE) for name in ("ann", "bo")]
    answers += [Answer(name, OTHER) for name in ("cy", "di", "eve")]
    found = groups(alike([*answers, Answer(KEY, CODE)]))
    names = [{one.author for pair in group for one in (pair.first, pair.second)} for group in found]
    assert sorted(map(sorted, names)) == [
        ["", "ann"],
        ["", "bo"],
        ["ann", "bo"],
        ["cy", "di", "eve"],
    ]
