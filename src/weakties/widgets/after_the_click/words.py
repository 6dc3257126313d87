"""What the ninety days say, sentence by sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from weakties.widgets.after_the_click.contact import FIRST_NAME, HEADLINE, HOW_MET, NAME
from weakties.widgets.after_the_click.model import DAYS, PITCH, START, Step
from weakties.widgets.after_the_click.others import OTHERS

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = "After the click"
INTRODUCTION = (
    f"{NAME}, {HEADLINE}. {HOW_MET} You play Nadia for {DAYS} days. On any of them you "
    "can thank, congratulate, share something useful, ask for something small, pitch, or do "
    "nothing. Both are invented."
)
PREDICTION_QUESTION = (
    f"The tie begins with {START:.0f} of 100 points of warmth. If you do nothing at all for {DAYS} "
    "days, how many points are left?"
)
WHAT_IS_ASKED = (
    "The small ask is always the same: fifteen minutes of advice on a forecast. The pitch is for "
    "what Nadia's firm sells."
)
GUESS_QUESTION = (
    f"{OTHERS} others with the same kind of contact did things at random. Of every ten of them, how "
    "many are out of touch before you are?"
)
LABELS = {
    "thank": "Thank",
    "congratulate": "Congratulate",
    "share": "Share something useful",
    "message": "Ask by message",
    "phone": "Ask by phone",
    "face": "Ask face to face",
    "pitch": "Pitch",
}
HOW = {
    "message": "asked by message for fifteen minutes of advice",
    "phone": "asked by phone for fifteen minutes of advice",
    "face": "asked face to face for fifteen minutes of advice",
    "pitch": "given your pitch",
}
DONE = {
    "thank": "You thanked",
    "congratulate": "You congratulated",
    "share": "You shared something useful",
    "message": "You asked by message",
    "phone": "You asked by phone",
    "face": "You asked face to face",
    "pitch": "You pitched",
}
_OCCASIONS = {
    "thank": ("There was nothing to thank for. ", ""),
    "congratulate": ("There was nothing to congratulate on. ", ""),
    "share": ("", "It was what she had asked for. "),
}
"""What is said before the answer where nothing fitted, and where it did."""
LOG_HEADER = ["Day", "You", "What came of it", "You said, of ten", "Here, of ten", "Warmth after"]
ASSUMED = (
    "In this simulated world the points of warmth are invented, and so is every size that you can "
    "move here. Burt and Saramäki say that ties fade and that attention is limited; how fast is our "
    "assumption. That askers expect too few on the phone or face to face is the direction "
    "of Flynn and Lake, and that they expect too many in writing that of Roghanizad and Bohns; what the others expect is as "
    "reported there. The latter asked strangers, and far fewer of them said yes in writing than here. That "
    "an early pitch ends a tie is essay E3's word, not a finding."
)
MORE_ASSUMED = (
    "What you cannot move: thanks for something, fitting congratulations and an answer to a question "
    "warm more than words without an occasion; the shorter your silence was, the less the next "
    "thing adds; a week after an ask half as many say yes to the next; a no costs a little; ten "
    "points more warmth add three percentage points to a yes. Below ten points we call a tie out of touch."
)
SETTINGS = {
    "half_life": ("Warmth halves in", "days"),
    "reciprocity": ("A yes is likelier once you have given, by", "points"),
    "message": ("Yes by message", "% of all"),
    "phone": ("Yes by phone", "% of all"),
    "face": ("Yes face to face", "% of all"),
    "pitch": ("A pitch on the first day ends", "% of all"),
    "message_expected": ("By message, others expect", "% of all"),
    "phone_expected": ("By phone, others expect", "% of all"),
    "face_expected": ("Face to face, others expect", "% of all"),
}
"""For each assumption its label and unit."""


def asking_question(what: str) -> str:
    """Ask for the prediction before an ask; the front end puts the day in front.

    Examples
    --------
    >>> asking_question("pitch")
    'Of ten people like Tessa as she is today, given your pitch, how many say yes?'
    """
    return f"Of ten people like {FIRST_NAME} as she is today, {HOW[what]}, how many say yes?"


def came(step: Step) -> str:
    """Say what came of a step."""
    what = step.move.what
    if step.ended:
        return f"{FIRST_NAME} disconnected."
    if step.chance is not None:
        if step.answered:
            return "Yes: you may show it to her." if what == PITCH else "Yes."
        return "No answer." if what in ("message", PITCH) else "No, not this time."
    wrote = f"{FIRST_NAME} wrote back." if step.answered else f"{FIRST_NAME} did not write back."
    return f"{_OCCASIONS[what][step.fitting]}{wrote}"


def status(steps: Sequence[Step]) -> str:
    """Say what came of the last step, and how predictions and what happened compare so far."""
    if not steps:
        return f"Day 0: {FIRST_NAME} has just accepted. What then?"
    step = steps[-1]
    first = f"Day {step.move.day}. {DONE[step.move.what]}. {came(step)}"
    if step.chance is not None:
        first = (
            f"{first} You said {step.move.expected} of ten; here it is {10 * step.chance:.1f}. "
            f"{record(steps)}"
        )
    return f"{first} Warmth went from {step.before:.0f} to {step.after:.0f}."


def record(steps: Sequence[Step]) -> str:
    """Say by how much the predictions were too high or too low so far."""
    gaps = [10 * s.chance - (s.move.expected or 0) for s in steps if s.chance is not None]
    mean = sum(gaps) / len(gaps)
    if abs(mean) < 0.05:
        side = "on average you were right"
    else:
        side = f"on average you were {abs(mean):.1f} too {'low' if mean > 0 else 'high'}"
    times = "After one prediction" if len(gaps) == 1 else f"Over {len(gaps)} predictions"
    return f"{times} {side}."


def log_rows(steps: Sequence[Step]) -> list[list[str]]:
    """Return what was done so far, day by day."""
    return [
        [
            str(step.move.day),
            DONE[step.move.what].removeprefix("You ").capitalize(),
            came(step),
            "–" if step.chance is None else str(step.move.expected),
            "–" if step.chance is None else f"{10 * step.chance:.1f}",
            f"{step.after:.0f}",
        ]
        for step in steps
    ]
