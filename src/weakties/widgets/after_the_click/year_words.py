"""What is said of the year that follows the ninety days, beside silence and beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.after_the_click.model import ASKS, DAYS, START, YEAR, helped
from weakties.widgets.after_the_click.others import OTHERS, mean_bias
from weakties.widgets.shared.numbers import ordinal, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from weakties.widgets.after_the_click.model import Step
    from weakties.widgets.after_the_click.others import Year

YEAR_HEADER = ["Who", "In touch until day", "Asks granted", "Hours spent", f"Warmth on day {DAYS}"]
BIAS_HEADER = ["Asked", "Times", "You said, of ten", "Here, of ten", "You", f"{OTHERS} others"]
SHORT = {
    "message": "by message",
    "phone": "by phone",
    "face": "face to face",
    "pitch": "pitch",
}


def silence(left: int, sure: int, nothing: Year) -> str:
    """Say what doing nothing would have left, against what was said at the start."""
    return (
        f"Doing nothing leaves {nothing.warmth:.1f} of {START:.0f} points on day {DAYS}, and is out "
        f"of touch after day {nothing.until}. You had said {left} and were {sure} of 5 sure."
    )


def year(you: Year, share_before: float, guess: int) -> str:
    """Say how the year went beside the others."""
    until = "all year" if you.until >= YEAR else f"until day {you.until}"
    yes = f"{you.yes} {'ask was' if you.yes == 1 else 'asks were'} granted"
    return (
        f"In this simulated world you stay in touch {until}, if nothing follows; {yes}, in "
        f"{you.hours:.1f} hours. Of ten others {10 * share_before:.1f} are out of touch before you; "
        f"you had said {guess}."
    )


def two_goals(steps: Sequence[Step]) -> str:
    """Say what the learner's ninety days were good for, and what to try next."""
    asks = sum(step.move.what in ASKS for step in steps)
    if steps and steps[-1].ended:
        return (
            "The tie ended, and with it whatever it might have brought. In this world a pitch is "
            "safer the warmer the tie. Start again and pitch later, or not at all."
        )
    if not asks:
        return (
            "You never asked, so nothing could be granted. A warm tie is not yet help: start again "
            "and ask, by phone once and by message once."
        )
    if not helped(steps):
        return "No ask was granted. Start again: another day, another channel, or something given first?"
    return (
        "Two goals, two numbers: how long it lasts and what it brings. With the sizes as "
        "planted, whoever asks by phone every day is granted most and is out of touch within two "
        "weeks. Which of the two were you playing for?"
    )


def year_rows(yours: Sequence[Year], nothing: Year, they: Sequence[Year]) -> list[list[str]]:
    """Return the years of the learner, the latest first, that of silence, and those of the others."""
    columns = [sorted(values) for values in zip(*they, strict=True)]
    digits = (0, 0, 1, 0)

    def at(share: float) -> list[float]:
        return [column[round(share * (len(column) - 1))] for column in columns]

    middle = [
        f"{mid:.{d}f} ({low:.{d}f} to {high:.{d}f})"
        for low, mid, high, d in zip(at(0.1), at(0.5), at(0.9), digits, strict=True)
    ]

    def row(name: str, found: Year) -> list[str]:
        return [name, *(f"{value:.{d}f}" for value, d in zip(found, digits, strict=True))]

    others = f"{OTHERS} others: median (middle 80%)"
    before = [
        row(f"You, the {ordinal(time)} time", found) for time, found in enumerate(yours[:-1], 1)
    ]
    you = "You" if len(yours) == 1 else f"You, the {ordinal(len(yours))} time"
    return [
        row(you, yours[-1]),
        *reversed(before),
        row("Nothing at all", nothing),
        [others, *middle],
    ]


def bias_rows(steps: Sequence[Step], they: Sequence[Sequence[Step]]) -> list[list[str]]:
    """Return for each channel what was said and what holds, the learner's and the others'."""
    rows = []
    for what, name in SHORT.items():
        mine = [step for step in steps if step.move.what == what and step.chance is not None]
        said = sum(step.move.expected or 0 for step in mine)
        true = sum(10 * (step.chance or 0.0) for step in mine)
        n = len(mine)
        rows.append(
            [
                name,
                str(n),
                f"{said / n:.1f}" if n else "–",
                f"{true / n:.1f}" if n else "–",
                _beside(mean_bias([steps], what)),
                _beside(mean_bias(they, what)),
            ]
        )
    return rows


def _beside(bias: float | None) -> str:
    if bias is None:
        return "–"
    side = "" if abs(bias) < 0.05 else " too high" if bias > 0 else " too low"
    return f"{signed(bias, 1)}{side}"
