"""Rules on the code of questions: what a check may read, bind, say and end in."""

from __future__ import annotations

import ast
import builtins
import re
from textwrap import dedent
from typing import TYPE_CHECKING

from weakties.authoring.lint.check_cell import check_cell
from weakties.authoring.lint.finding import Finding
from weakties.authoring.markers import HIDDEN_TESTS, SOLUTION, inside, opening, outside
from weakties.authoring.source import calls, dotted, names_in, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weakties.authoring.lint.material import Cell, Material, Notebook
    from weakties.course import Question

_OWN_NAMES = frozenset({"question", "q", "key"})
_BACK_DOORS = frozenset(
    {
        "__import__",
        "breakpoint",
        "compile",
        "dir",
        "eval",
        "exec",
        "globals",
        "input",
        "locals",
        "vars",
    }
)
_NOTEBOOK_MODULES = frozenset({"__main__", "IPython"})
_TALKERS = frozenset({"logging", "traceback", "warnings"})
_SHELL = re.compile(r"^[ \t]*[%!]", re.MULTILINE)


def syntax(material: Material) -> Iterator[Finding]:
    """Find answers and checks that are not plain Python, for an author or for a learner."""
    for solution, question, answer, check in _auto(material):
        for cell, region in ((answer, SOLUTION), (check, HIDDEN_TESTS)):
            for part, source in (
                ("", cell.source),
                (" for learners", outside(cell.source, region)),
            ):
                if parsed(source) is None:
                    problem = f"The code{part} of {question.id} is not plain Python."
                    remedy = "Mend it; what a learner gets must run without the fenced lines too."
                    yield Finding(solution.path, cell.id, "syntax", problem, remedy)
                    break


def starter(material: Material) -> Iterator[Finding]:
    """Find starter code that does not bind what its check looks at, so that a blank one crashes."""
    for solution, _, answer, check in _plain(material):
        answers = _handed(check) & names_in(answer.source).binds
        for name in sorted(answers - names_in(outside(answer.source, SOLUTION)).binds):
            problem = f"The check looks at '{name}', which the starter code does not mention."
            remedy = f"Write '{name} = ...' above the solution markers."
            yield Finding(solution.path, answer.id, "starter", problem, remedy)


def check_form(material: Material) -> Iterator[Finding]:
    """Find checks that are not import, one `with question("its-id", points=…) as q:`, verdict."""
    for solution, question, _, check in _plain(material):
        found = check_cell(check.source)
        remedy = f'Write: with question("{question.id}", points={question.points}) as q:'
        if found.block is None:
            problem = "It has no single block 'with question(…) as q:'."
            yield Finding(solution.path, check.id, "check-form", problem, remedy)
            continue
        if found.question_id != question.id:
            problem = f"It asks question({found.question_id!r}), but is the check of {question.id}."
            yield Finding(solution.path, check.id, "check-form", problem, remedy)
        for statement in found.statements[:-1]:
            if statement is not found.block and not isinstance(statement, ast.ImportFrom):
                problem = f"Line {statement.lineno} stands outside the block of the question."
                remedy = "Move it into the block, or into the hidden function."
                yield Finding(solution.path, check.id, "check-form", problem, remedy)


def check_label(material: Material) -> Iterator[Finding]:
    """Find checks that look at one variable and name another: q.number("share", shares)."""
    for solution, _, _, check in _plain(material):
        for label, variable in check_cell(check.source).handed:
            if label != variable:
                problem = f"It looks at '{variable}', but tells the learner about '{label}'."
                remedy = "Give both the same name."
                yield Finding(solution.path, check.id, "check-label", problem, remedy)


def check_reads(material: Material) -> Iterator[Finding]:
    """Find checks that read anything but their answers, their own names and builtins.

    The answers are the names that the visible part hands to the methods of q and that the answer
    cell of the same question binds. The compiler's own instructions say which names are read.
    """
    for solution, _, answer, check in _plain(material):
        names = names_in(check.source)
        answers = _handed(check) & names_in(answer.source).binds
        allowed = answers | names.binds | (set(dir(builtins)) - _BACK_DOORS)
        remedy = (
            "Hand it to a method of q in the visible part if it is an answer, "
            "else load or compute it inside the hidden function."
        )
        for name in sorted(names.reads - allowed):
            problem = f"It reads '{name}', which is not an answer of this question."
            yield Finding(solution.path, check.id, "check-reads", problem, remedy)
        for module in sorted(_imported(check) & _NOTEBOOK_MODULES):
            problem = f"It imports '{module}', a back door to every name of the notebook."
            yield Finding(solution.path, check.id, "check-reads", problem, remedy)


def check_binds(material: Material) -> Iterator[Finding]:
    """Find checks that leave a name behind, other than question, q and key."""
    for solution, _, _, check in _plain(material):
        for name in sorted(names_in(check.source).binds - _OWN_NAMES):
            problem = f"It binds '{name}' in the learner's notebook."
            remedy = "Move the line into the hidden function, where names are its own."
            yield Finding(solution.path, check.id, "check-binds", problem, remedy)


def check_hidden(material: Material) -> Iterator[Finding]:
    """Find checks whose hidden part is not one function decorated with @q.key.

    A workbook's check has none: what is filled in there is compared with a report of the learner's
    own, if with anything; `made_from` and `things` say that it is such a check.
    """
    for solution, _, _, check in _plain(material):
        if _is_workbook(check):
            continue
        hidden = parsed(dedent(inside(check.source, HIDDEN_TESTS)))
        functions = hidden.body if hidden else []
        one_key = len(functions) == 1 and _is_key(functions[0])
        tree = parsed(check.source) or ast.Module([], [])
        keys = [node for node in ast.walk(tree) if _is_key(node)]
        if not one_key or len(keys) != 1:
            problem = "Its hidden tests are not one function decorated with @q.key."
            remedy = "Fence off one '@q.key' function, at the end of the question's block."
            yield Finding(solution.path, check.id, "check-hidden", problem, remedy)


def check_meaning(material: Material) -> Iterator[Finding]:
    """Find keys that do not say what the right answer means, for whoever has found it."""
    for solution, _, _, check in _plain(material):
        tree = parsed(check.source) or ast.Module([], [])
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        keys = [function for function in functions if _is_key(function)]
        if keys and not any(map(ast.get_docstring, keys)):
            problem = "*Done* would say that the answer is right, and not what it means."
            remedy = "Say it in a sentence: the docstring of the '@q.key' function."
            yield Finding(solution.path, check.id, "check-meaning", problem, remedy)


def check_stderr(material: Material) -> Iterator[Finding]:
    """Find checks that could write to stderr, for which nbgrader gives 0 to a right answer.

    What can be seen without running it: imports of logging, traceback and warnings, print to a
    file, anything named stderr, and magics. Warnings of the libraries it calls come out in
    `author prove`.
    """
    for solution, _, _, check in _auto(material):
        tree = parsed(check.source)
        told = {f"imports '{name}'" for name in _imported(check) & _TALKERS}
        if tree is None and _SHELL.search(check.source):
            told.add("has a magic")
        for name, call in calls(tree) if tree else ():
            if name == "print" and any(keyword.arg == "file" for keyword in call.keywords):
                told.add("prints to a file")
        for node in ast.walk(tree) if tree else ():
            if isinstance(node, ast.Attribute | ast.alias) and "stderr" in _name(node):
                told.add("names stderr")
        for what in sorted(told):
            problem = f"It {what}: with anything on stderr nbgrader gives 0 to a right answer."
            remedy = "Say it through a method of q."
            yield Finding(solution.path, check.id, "check-stderr", problem, remedy)


def check_end(material: Material) -> Iterator[Finding]:
    """Find checks that do not end in q.verdict, from which nbgrader reads the points."""
    for solution, _, _, check in _plain(material):
        last = next(reversed(check_cell(check.source).statements), None)
        shows = isinstance(last, ast.Expr) and dotted(last.value) == "q.verdict"
        if not shows or check.source.rstrip().endswith(";"):
            problem = "It does not end in q.verdict, so nbgrader would give full marks to anything."
            remedy = "Make 'q.verdict' its last line, without a semicolon."
            yield Finding(solution.path, check.id, "check-end", problem, remedy)


def _auto(material: Material) -> Iterator[tuple[Notebook, Question, Cell, Cell]]:
    """Yield each auto-graded question of the solution whose cells are there."""
    if solution := material.solution:
        for question in material.auto_questions:
            answer = solution.cell(f"{question.id}-answer")
            check = solution.cell(f"{question.id}-check")
            if answer and check:
                yield solution, question, answer, check


def _plain(material: Material) -> Iterator[tuple[Notebook, Question, Cell, Cell]]:
    """Yield those of them that are plain Python: of the others the rule `syntax` speaks."""
    for solution, question, answer, check in _auto(material):
        sources = (answer.source, outside(answer.source, SOLUTION), check.source)
        if all(parsed(source) is not None for source in sources):
            yield solution, question, answer, check


def _handed(check: Cell) -> set[str]:
    visible = check_cell(outside(check.source, HIDDEN_TESTS))
    return {variable for _, variable in visible.handed}


def _is_workbook(check: Cell) -> bool:
    """Return whether a check has no key, and says that there is none."""
    tree = parsed(check.source)
    asked = {name for name, _ in calls(tree)} if tree else set()
    return opening(HIDDEN_TESTS) not in check.source and bool(asked & {"q.made_from", "q.things"})


def _imported(check: Cell) -> set[str]:
    tree = parsed(check.source)
    found: set[str] = set()
    for node in ast.walk(tree) if tree else ():
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def _is_key(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and [*map(dotted, node.decorator_list)] == ["q.key"]


def _name(node: ast.Attribute | ast.alias) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.name
