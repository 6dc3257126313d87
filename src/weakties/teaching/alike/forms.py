"""What is alike as a page, as text and as JSON: always with what it can't show."""

from __future__ import annotations

import textwrap
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from weakties.grading.report.words import people, percent, plain
from weakties.pages.html import page_html, report_html
from weakties.teaching.alike.compare import FEW, FEW_OF_ALL, KEY, shared

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from weakties.teaching.alike.compare import Answer, Pair
    from weakties.teaching.alike.found import Found, Question

_FEW_PEOPLE = 10
_SIDE_BY_SIDE = 6
"""So many pairs of a group are shown in full; the next ones would show the same once more."""
_COMMON = f"{FEW} people wrote, or more than {100 * FEW_OF_ALL:.0f}% of a large class"
CANNOT_SHOW = tuple(
    " ".join(limit.split())
    for limit in f"""
    Alike is not copied. People who learn together, have the same teacher or ask the same search
    engine write alike, and so do two who solve a narrow task well.

    Not alike is not written alone. An idea that was taken over and put into other words is not
    seen, nor is what lies outside of the answer cells.

    What more than {_COMMON}, counts as how one writes it and is not shown, even if all of them
    have it from one source.

    Answers of a few lines are not compared: everybody writes those in the same way.
    """.split("\n\n")
)
TALK_FIRST = (
    "Talk first, with each person alone: ask them to explain a line, and to change it for another "
    "question. Decide nothing about anybody from this page."
)


def page_of(found: Found) -> str:
    """Return it as one page that needs no other file and no network."""
    title = plain(f"Alike: {found.assignment}")
    limits = "".join(f"<li>{escape(one)}</li>" for one in CANNOT_SHOW)
    opening = (
        f"<style>{_style()}</style><p class='short'>{escape(_in_short(found))}</p>"
        f"<p class='private'><strong>These are hints, never verdicts.</strong> {escape(TALK_FIRST)}</p>"
        f"<h2>What this can't show</h2><ul>{limits}</ul>"
        f"{''.join(_question_html(question) for question in found.questions)}"
        "<p>Compared by fingerprints of tokens, in which names, comments and layout make no "
        "difference; what the exercise, its hints and the lesson show is taken out (winnowing: "
        "Schleimer, Wilkerson and Aiken 2003).</p>"
    )
    return page_html(title, report_html(title, opening, ()))


def text_of(found: Found) -> str:
    """Return it as lines for a terminal."""
    lines = [_in_short(found)]
    for question in found.questions:
        lines.append(f"{plain(question.name)}: {_counts(question)}")
        lines += [f"  {_who(group)}: {_how(group[0])}" for group in question.groups]
    lines += ["Hints, never verdicts. " + TALK_FIRST, *CANNOT_SHOW]
    return "\n".join(textwrap.fill(line, 88, subsequent_indent="  ") for line in lines)


def json_of(found: Found) -> dict[str, Any]:
    """Return it as plain JSON values; the instructor's answer has no author."""
    return {
        "assignment": found.assignment,
        "learners": found.learners,
        "not_graded_yet": found.ungraded,
        "questions": [
            {
                "question": question.name,
                "compared": question.compared,
                "too_short": question.short,
                "most_with_the_same_answer": question.same,
                "groups": [[_pair_json(pair) for pair in group] for group in question.groups],
            }
            for question in found.questions
        ],
        "cannot_show": [*CANNOT_SHOW, TALK_FIRST],
    }


def _pair_json(pair: Pair) -> dict[str, Any]:
    both = (pair.first, pair.second)
    return {
        "tokens_few_others_wrote": pair.tokens,
        "answers": [
            {
                "learner": one.author or None,
                "is_key": one.author == KEY,
                "share_of_own_tokens": round(share, 3),
                "code": one.code.strip(),
                "lines": sorted(one.lines(places)),
            }
            for one, share, places in zip(both, pair.shares, shared(*both), strict=True)
        ],
    }


def _in_short(found: Found) -> str:
    groups = [group for question in found.questions for group in question.groups]
    with_key = sum(group[0].with_key for group in groups)
    others = len(groups) - with_key
    alike = f"{others} {'group is' if others == 1 else 'groups are'} alike"
    like_key = f"{with_key} {'answer is' if with_key == 1 else 'answers are'} like the key"
    count = len(found.questions)
    counted = (
        f"{people(found.learners)}, {count} {'question' if count == 1 else 'questions'} in code"
    )
    said = [f"{counted}: {alike}, and {like_key}."]
    if found.learners < _FEW_PEOPLE:
        said.append("With so few people nothing tells what is usual: look with more doubt.")
    if found.ungraded:
        said.append(f"Not graded yet and not looked at: {people(found.ungraded)}.")
    return " ".join(said)


def _counts(question: Question) -> str:
    same = f"; {question.same} wrote the same token by token" if question.same > 1 else ""
    return f"{question.compared} compared, {question.short} blank or too short{same}."


def _question_html(question: Question) -> str:
    groups = "".join(_group_html(group) for group in question.groups)
    nothing = "" if groups else "<p>Nothing is alike beyond what is usual.</p>"
    return (
        f"<section><h2>{escape(plain(question.name))}</h2><p>{escape(_counts(question))}</p>"
        f"{groups}{nothing}</section>"
    )


def _group_html(group: Sequence[Pair]) -> str:
    """Return the closest pairs side by side, and of the others how close they are."""
    closest = "".join(_pair_html(pair) for pair in group[:_SIDE_BY_SIDE])
    others = "".join(f"<li>{escape(_how(pair))}</li>" for pair in group[_SIDE_BY_SIDE:])
    return f"<h3>{escape(_who(group))}</h3>{closest}{f'<ul>{others}</ul>' if others else ''}"


def _pair_html(pair: Pair) -> str:
    both = (pair.first, pair.second)
    codes = "".join(_code(one, places) for one, places in zip(both, shared(*both), strict=True))
    return f"<p>{escape(_how(pair))}</p><div class='pair'>{codes}</div>"


def _code(answer: Answer, places: Collection[int]) -> str:
    alike = answer.lines(places)
    who = escape(_name(answer))
    lines = "".join(_line(number, line, alike) for number, line in enumerate(_lines(answer), 1))
    return (
        f"<figure><figcaption>{who}</figcaption>"
        f"<pre tabindex='0' role='group' aria-label='Answer of {who}'>{lines}</pre></figure>"
    )


def _line(number: int, line: str, alike: Collection[int]) -> str:
    """Return a line; what is alike has a sign before it, and a ground of its own."""
    if number in alike:
        return f"<mark>= {escape(line)}</mark>\n"
    return f"  {escape(line)}\n"


def _lines(answer: Answer) -> list[str]:
    return answer.code.strip().split("\n")


def _who(group: Sequence[Pair]) -> str:
    names = sorted({_name(one) for pair in group for one in (pair.first, pair.second)})
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _how(pair: Pair) -> str:
    first, second = (_name(one) for one in (pair.first, pair.second))
    ours, theirs = pair.shares
    return (
        f"{percent(ours)} of what is {first}'s own stands in {second}'s answer, {percent(theirs)} "
        f"the other way round; {pair.tokens} tokens of it few others wrote."
    )


def _name(answer: Answer) -> str:
    return "the key" if answer.author == KEY else plain(answer.author)


@cache
def _style() -> str:
    return files("weakties.teaching.alike").joinpath("alike.css").read_text(encoding="utf-8")
