"""One page of a workshop, made of the counts that its room kept: nothing in it is one person's."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from weakties.pages.html import page_html, sheet_html
from weakties.teaching.survey.compared import FEWEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_UNSURE, _SURE = 0, 2


def debrief_page(
    counts: Mapping[str, Any], questionnaire: str = "", title: str = "Debrief of a workshop"
) -> str:
    """Return the page.

    Parameters
    ----------
    counts
        What a room kept.
    questionnaire
        What was answered before and after it, as HTML; there may have been none.
    title
        Its heading.
    """
    guessed = [one for one in counts["questions"] if not one["decision"]]
    decided = [one for one in counts["questions"] if one["decision"]]
    parts = [_opening(counts), _short(guessed)]
    parts += [_question(one) for one in guessed]
    parts += [_played(one) for one in counts["played"]]
    parts.append(_checks(counts["checks"]))
    parts += [_decisions(decided)] if decided else []
    if questionnaire:
        heading = "The questionnaire, and what people mean to do"
        parts.append(f"<section><h2>{heading}</h2>{questionnaire}</section>")
    parts.append(_next_time(counts, guessed))
    return page_html(title, sheet_html(title, "".join(parts)))


def _opening(counts: Mapping[str, Any]) -> str:
    people, simulated = counts["people"], counts["simulated"]
    marked = (
        f"<p class='private'>A rehearsal: {simulated} of these people were simulated.</p>"
        if simulated
        else ""
    )
    return (
        f"{marked}<p class='short'>{people} {'person was' if people == 1 else 'people were'} in the "
        "room when it closed. All that stands here are counts; who left took theirs along.</p>"
    )


def _short(questions: Sequence[Mapping[str, Any]]) -> str:
    if not questions:
        return "<section><h2>Questions</h2><p>Nobody answered a question.</p></section>"
    rows = "".join(
        f"<tr><th scope='row' class='long'>{escape(one['text'])}</th>"
        f"<td>{one['rounds'][0]['n']}</td><td>{escape(one['result'] or 'none')}</td>"
        f"<td>{one['minutes']:g}</td></tr>"
        for one in questions
    )
    heads = ("Question", "Answers", "Result", "Minutes on the wall")
    return _table("Where the time went", heads, rows)


def _question(one: Mapping[str, Any]) -> str:
    rounds = one["rounds"]
    names = ("At first", "After the discussion")
    words = "".join(
        f"<p><strong>{name} ({found['n']}).</strong> {escape(found['words'])}</p>"
        for name, found in zip(names, rounds, strict=False)
    )
    result = (
        f"<p class='question'>It is {escape(one['result'])}, {escape(one['from'])}.</p>"
        if one["result"]
        else ""
    )
    return f"<section><h2>{escape(one['text'])}</h2>{result}{words}{_votes(one)}</section>"


def _votes(one: Mapping[str, Any]) -> str:
    if not one["choices"]:
        return ""
    first = "People" if one["decision"] else "At first"
    heads = ["Choice", first, "After the discussion"][: 1 + len(one["rounds"])]
    rows = "".join(
        f"<tr><th scope='row'>{escape(choice)}</th>"
        + "".join(f"<td>{_cell(found['counts'][index])}</td>" for found in one["rounds"])
        + "</tr>"
        for index, choice in enumerate(one["choices"])
    )
    return _grid(heads, rows)


def _cell(counts: Sequence[int]) -> str:
    return f"{sum(counts)}, of them sure: {counts[_SURE]}, unsure: {counts[_UNSURE]}"


def _checks(checks: Sequence[Mapping[str, Any]]) -> str:
    if not checks:
        return ""
    rows = "".join(
        f"<tr><th scope='row'>{escape(one['question'])}</th><td>{one['done']}</td>"
        f"<td>{escape(', '.join(f'{many} {kind}' for kind, many in one['stuck'].items()) or 'nobody')}"
        f"</td><td>{_first_tries(one)}</td></tr>"
        for one in checks
    )
    heads = (
        "Question",
        "Done",
        "Not done, by the kind of finding",
        "Choices right at the first try",
    )
    return _table("How far people came in the exercise", heads, rows)


def _first_tries(one: Mapping[str, Any]) -> str:
    right, of = one.get("choices", (0, 0))
    return f"{right} of {of}" if of else "none"


def _played(one: Mapping[str, Any]) -> str:
    """Say what came out in a widget, for all who played it."""
    good_in, good_out, bad_in, bad_out = one["matrix"] or (0, 0, 0, 0)
    rows = (
        f"<tr><th scope='row'>good</th><td>{good_in}</td><td>{good_out}</td></tr>"
        f"<tr><th scope='row'>bad</th><td>{bad_in}</td><td>{bad_out}</td></tr>"
    )
    grid = _grid(("Turned out", "Accepted", "Declined"), rows) if one["matrix"] else ""
    words = "".join(
        f"<p><strong>{escape(found['title'])} ({found['n']}).</strong> {escape(found['words'])}</p>"
        for found in one["rounds"]
    )
    said = f"<p>{escape(one['matrix_words'])}</p>" if grid else ""
    return f"<section><h2>{escape(one['title'])}</h2>{grid}{said}{words}</section>"


def _decisions(decided: Sequence[Mapping[str, Any]]) -> str:
    """Say how many decided what: counts, since what somebody wrote was never sent."""
    parts = [f"<h3>{escape(one['text'])}</h3>{_votes(one)}" for one in decided]
    return f"<section><h2>Decisions made</h2>{''.join(parts)}</section>"


def _next_time(counts: Mapping[str, Any], guessed: Sequence[Mapping[str, Any]]) -> str:
    """Say what to change, from the counts alone, and only where enough people speak in them."""
    found = []
    timed = [one for one in guessed if one["minutes"] and one["rounds"][0]["n"] >= FEWEST]
    if timed:
        longest = max(timed, key=lambda one: one["minutes"])
        found.append(f"“{longest['text']}” stood longest on the wall: plan for it, or cut it.")
    missed = [
        one["text"]
        for one in guessed
        if counts["people"] >= FEWEST and 2 * one["rounds"][0]["n"] < counts["people"]
    ]
    if missed:
        found.append(f"Less than half of the room answered “{missed[0]}”: give it more time.")
    held = [one for one in counts["checks"] if sum(one["stuck"].values()) >= FEWEST]
    if held:
        stuck = max(held, key=lambda one: sum(one["stuck"].values()))
        found.append(f"{stuck['question']} held up most people: begin the exercise with it.")
    if not found:
        return ""
    items = "".join(f"<li>{escape(one)}</li>" for one in found)
    return f"<section><h2>Next time</h2><ul>{items}</ul></section>"


def _table(title: str, heads: Sequence[str], rows: str) -> str:
    return f"<section><h2>{escape(title)}</h2>{_grid(heads, rows)}</section>"


def _grid(heads: Sequence[str], rows: str) -> str:
    head = "".join(f"<th scope='col'>{escape(one)}</th>" for one in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
