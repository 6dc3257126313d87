"""The worth of each policy against the cost of a bad request, as a drawing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from weakties.widgets.inbox.model import POLICIES
from weakties.widgets.shared.numbers import signed

if TYPE_CHECKING:
    from weakties.widgets.inbox.model import Outcome, Stakes

_WIDTH, _HEIGHT = 560, 316
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 430, 42, 268
_LINE_HEIGHT = 17


def worth_chart(outcomes: dict[str, Outcome], stakes: Stakes, most: int) -> str:
    """Draw one line for each policy over costs from 0 to `most`, and a mark at the stakes' cost.

    The worth is shown from −V to V hours a request, V being what a good request is worth: no
    policy brings more, and below −V it is bad enough to know.
    """
    v = float(stakes.value)

    def x(cost: float) -> float:
        return round(_LEFT + (_RIGHT - _LEFT) * cost / most, 1)

    def y(worth: float) -> float:
        return round(_TOP + (_BOTTOM - _TOP) * (v - worth) / (2 * v), 1)

    lines, names, dots, said = "", [], "", []
    for k, policy in enumerate(POLICIES):
        found = outcomes[policy]
        start, loss = found.worth(v, 0), found.record.bad_accepted
        end = most if start - loss * most >= -v else (start + v) / loss
        lines += (
            f'<path class="wt-line wt-policy-{k + 1}" '
            f'd="M{x(0)},{y(start)}L{x(end)},{y(start - loss * end)}"/>'
        )
        names.append((y(start - loss * end), x(end), k, policy))
        here = found.worth(v, stakes.cost)
        said.append(f"{policy} {signed(here)}")
        if here >= -v:
            dots += f'<circle class="wt-dot wt-policy-{k + 1}" r="4.5" cx="{x(stakes.cost)}" cy="{y(here)}"/>'
    ticks = "".join(
        f'<path class="wt-grid" d="M{x(cost)},{_TOP}V{_BOTTOM}"/>'
        f'<text class="wt-tick" x="{x(cost)}" y="{_BOTTOM + 18}">{cost:g}</text>'
        for cost in (0, most / 4, most / 2, 3 * most / 4, most)
    ) + "".join(
        f'<text class="wt-tick wt-side" x="{_LEFT - 8}" y="{y(worth) + 4}">{signed(worth, 0)}</text>'
        for worth in (-v, 0.0, v)
    )
    label = f"Hours per request at C = {stakes.cost}: {', '.join(said)}."
    return (
        f'<svg class="wt-chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
        f' aria-label="{escape(label)}">{ticks}'
        f'<path class="wt-zero" d="M{_LEFT},{y(0)}H{_RIGHT}"/>'
        f'<path class="wt-here" d="M{x(stakes.cost)},{_TOP}V{_BOTTOM}"/>'
        f'<text class="wt-tick" x="{x(stakes.cost)}" y="{_TOP - 8}">now {stakes.cost} h</text>'
        f"{lines}{dots}{_labels(names)}"
        f'<text class="wt-tick" x="{(_LEFT + _RIGHT) / 2}" y="{_HEIGHT - 8}">'
        "what a bad request costs, in hours</text>"
        f'<text class="wt-tick wt-first" x="0" y="14">hours per request</text></svg>'
    )


def _labels(names: list[tuple[float, float, int, str]]) -> str:
    """Write each policy's name right of the plot, moved apart, with a thread to its line's end."""
    text, last = "", float(_TOP - _LINE_HEIGHT)
    ordered = sorted(names)
    room = _BOTTOM + 4 - _LINE_HEIGHT * len(ordered)
    for place, (height, end, k, policy) in enumerate(ordered):
        least = last + _LINE_HEIGHT
        last = max(least, min(height, room + _LINE_HEIGHT * (place + 1)))
        text += (
            f'<path class="wt-thread" d="M{end + 3},{height}L{_RIGHT + 14},{last}"/>'
            f'<text class="wt-label wt-policy-{k + 1}" x="{_RIGHT + 18}" y="{last + 4:g}">'
            f"{policy}</text>"
        )
    return text


def empty_matrix() -> str:
    """Draw the four fields of a confusion matrix, without a number."""
    cells = (("good", "accepted", 130, 40), ("good", "declined", 290, 40),
             ("bad", "accepted", 130, 110), ("bad", "declined", 290, 110))  # fmt: skip
    boxes = "".join(
        f'<rect x="{x}" y="{y}" width="150" height="60" rx="8" fill="#fff" stroke="#444"/>'
        f'<text x="{x + 75}" y="{y + 36}" text-anchor="middle">{kind}, {decision}</text>'
        for kind, decision, x, y in cells
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="190" viewBox="0 0 480 190">'
        '<rect width="480" height="190" rx="8" fill="#f6f4ef"/>'
        f'<g font-family="sans-serif" font-size="14" fill="#222">{boxes}'
        '<text x="24" y="76">good ones</text><text x="24" y="146">bad ones</text></g></svg>'
    )
