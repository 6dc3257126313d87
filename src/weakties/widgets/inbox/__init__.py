"""The inbox: decide thirty requests by hand, then make a rule, then meet those who adapt to it."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

from weakties.joined import tell_played
from weakties.widgets.inbox import accepted, words
from weakties.widgets.inbox.asking import asking
from weakties.widgets.inbox.chart import empty_matrix, worth_chart
from weakties.widgets.inbox.model import (
    LIMITS,
    POLICIES,
    START_RULE,
    YOUR_RULE,
    Outcome,
    Rule,
    Stakes,
    best_policies,
    decided,
    outcome,
    start_stakes,
)
from weakties.widgets.inbox.profiles import pool, thirty
from weakties.widgets.inbox.rounds import ROUNDS, adapted, learned
from weakties.widgets.inbox.senders import inbox
from weakties.widgets.shared.base import RefusedError
from weakties.widgets.shared.fallback import Fallback
from weakties.widgets.shared.game import Game

__all__ = ["Inbox"]

RULES_TO_TRY = 2


class Inbox(Game):
    """Ask for a prediction and thirty decisions; then show the record, a rule's worth, attackers.

    Attributes
    ----------
    prediction
        ``None`` until the learner commits, then ``{"good": 8, "sure": 3}``: of ten accepted
        requests, how many will be good.
    decisions
        ``"accept"`` or ``"decline"`` for each request so far; `asked` are the numbers, from 0, of
        the requests whose senders were asked first.
    rule, stakes
        The rule and what is at stake, once the record has been read.
    crossing
        Up to which cost of a bad request, in hours, the learner thinks that accepting all is best;
        ``None`` before. Policies are compared only after it.
    guesses
        What the learner thinks will become of the rule when attackers adapt, and when they learn.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        *("prediction", "asked", "decisions", "opened", "stakes", "rule", "crossing", "guesses"),
        *("attackers", "restart"),
    )
    pieces: ClassVar[tuple[str, ...]] = ("slider",)

    asked = traitlets.List(read_only=True).tag(sync=True)
    decisions = traitlets.List(read_only=True).tag(sync=True)
    opened = traitlets.Bool(False, read_only=True).tag(sync=True)
    stakes = traitlets.Dict(read_only=True).tag(sync=True)
    rule = traitlets.Dict(read_only=True).tag(sync=True)
    crossing = traitlets.Int(None, allow_none=True, read_only=True).tag(sync=True)
    guesses = traitlets.List(read_only=True).tag(sync=True)
    attackers = traitlets.Unicode(ROUNDS[0], read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._rules: set[Rule] = set()
        self._verdicts: list[str] = []
        self._begin()
        self.put(ask=asking())

    @property
    def record(self) -> Outcome | None:
        """Return what the learner did by hand; nothing before all are decided."""
        return self._by_hand() if self._all_decided else None

    def accept_prediction(self, value: object) -> object:
        """Return a valid prediction, or refuse it."""
        return accepted.prediction(value)

    def accept_move(self, name: str, value: object) -> object:
        """Return a valid input after the prediction, or refuse it."""
        if name == "asked":
            return accepted.asked(value, self.asked, len(self.decisions))
        if name == "decisions":
            return accepted.decisions(value, self.decisions)
        return self._accept_at_the_desk(name, value)

    def react(self, name: str) -> None:
        """Show the next request, the record, or what the rule is worth now."""
        if name == "restart":
            self._begin()
        elif not self._all_decided:
            self.put(view=self._request())
        elif not self.opened:
            self.put(view=self._record())
            self._tell()
        else:
            self._rules.add(Rule(**self.rule))
            if name == "guesses":
                self._verdicts.append(self._after_the_guess())
                self.put(attackers=ROUNDS[len(self.guesses)])
            if name == "crossing":
                self._crossed = self._after_the_crossing()
            self.put(view=self._desk())

    def fallback(self) -> Fallback:
        """Return the question with an empty confusion matrix."""
        first = inbox()[0]
        return Fallback(
            title=words.TITLE,
            question=f"{words.INTRODUCTION} Before you start: {words.PREDICTION_QUESTION}",
            picture=empty_matrix(),
            alt="A table of four fields to be filled: good and bad requests, accepted and declined.",
            header=("The first request", "What it shows"),
            rows=(
                ("Name", first.name),
                ("Headline", first.headline),
                *((term, shown) for term, shown in words.facts(first)),
            ),
        )

    @property
    def _all_decided(self) -> bool:
        return len(self.decisions) == words.REQUESTS

    def _begin(self) -> None:
        self._rules.clear()
        self._verdicts.clear()
        self._crossed = ""
        self.put(
            prediction=None,
            asked=[],
            decisions=[],
            opened=False,
            stakes=start_stakes()._asdict(),
            rule=START_RULE._asdict(),
            crossing=None,
            guesses=[],
            attackers=ROUNDS[0],
            view={"stage": "ask"},
        )

    def _accept_at_the_desk(self, name: str, value: object) -> object:
        if not self._all_decided:
            raise RefusedError("Rules come after all requests are decided by hand.")
        if name == "opened":
            if value is not True:
                raise RefusedError("What is open stays open.")
            return True
        if not self.opened:
            raise RefusedError("The rule is opened first.")
        if name == "stakes":
            return accepted.stakes(value)
        if name == "crossing":
            return accepted.crossing(value, self.crossing)
        return accepted.rule(value) if name == "rule" else self._accept_about_attackers(name, value)

    def _accept_about_attackers(self, name: str, value: object) -> object:
        if len(self._rules) < RULES_TO_TRY:
            raise RefusedError("Attackers adapt to a rule that was tried.")
        if name == "guesses":
            return accepted.guesses(value, self.guesses, len(ROUNDS) - 1)
        if not self.guesses or value not in ROUNDS[: len(self.guesses) + 1]:
            raise RefusedError("Attackers adapt after the guess.")
        return value

    def _request(self) -> dict[str, Any]:
        k = len(self.decisions)
        sender = inbox()[k]
        return {
            "stage": "inbox",
            "number": k + 1,
            "progress": words.progress(k + 1),
            "name": sender.name,
            "headline": sender.headline,
            "facts": words.facts(sender),
            "reply": words.reply(sender) if k in self.asked else "",
        }

    def _record(self) -> dict[str, Any]:
        found, stakes = self._by_hand(), Stakes(**self.stakes)
        guess = self.prediction
        return {
            "stage": "record",
            "status": words.record(found, guess["good"], guess["sure"], stakes),
            "matrix": words.matrix(found),
            "rows": words.list_rows(self.decisions, self.asked),
            "signs": words.sign_rows(stakes),
        }

    def _tell(self) -> None:
        """Tell a room that was joined how the thirty were decided."""
        found, stakes = self._by_hand(), Stakes(**self.stakes)
        counts = [round(words.REQUESTS * share) for share in found.record]
        tell_played("inbox", counts, [found.worth(stakes.value, stakes.cost)])

    def _by_hand(self) -> Outcome:
        return decided(self.decisions, self.asked, self.stakes["goodwill"])

    def _desk(self) -> dict[str, Any]:
        rule, stakes, side = Rule(**self.rule), Stakes(**self.stakes), self.attackers
        outcomes, same = _outcomes(rule, stakes, side)
        compared = self.crossing is not None
        result = words.status(outcomes, rule, stakes, side=side, compared=compared)
        shown = self._record() | {"stage": "desk", "result": result, "attack": self._attack()}
        if not compared:
            return shown | {"crossed": ""}
        most = LIMITS["cost"][1]
        steps = best_policies(outcomes, stakes.value, most)
        return shown | {
            "crossed": self._crossed,
            "threshold": words.threshold(stakes),
            "best": words.best(steps, stakes, most),
            "chart": worth_chart(outcomes, stakes, most),
            "policies": words.policy_rows(outcomes, self._by_hand(), same, stakes),
        }

    def _attack(self) -> dict[str, Any]:
        left = RULES_TO_TRY - len(self._rules)
        locked = (
            "Try another rule beside this one; then attackers answer the one that you keep."
            if left > 0
            else ""
        )
        return {"locked": locked, "verdicts": [*self._verdicts]}

    def _after_the_crossing(self) -> str:
        stakes, most = Stakes(**self.stakes), LIMITS["cost"][1]
        outcomes, _ = _outcomes(Rule(**self.rule), stakes, self.attackers)
        steps = best_policies(outcomes, stakes.value, most)
        return words.crossing_verdict(self.crossing, steps, stakes, most)

    def _after_the_guess(self) -> str:
        rule, stakes, k = Rule(**self.rule), Stakes(**self.stakes), len(self.guesses)
        before, after = (
            _outcomes(rule, stakes, side)[0][YOUR_RULE].worth(stakes.value, stakes.cost)
            for side in ROUNDS[k - 1 : k + 1]
        )
        return words.guess_verdict(
            self.guesses[-1], before, after, rule=rule, stakes=stakes, side=ROUNDS[k]
        )


def _outcomes(rule: Rule, stakes: Stakes, side: str) -> tuple[dict[str, Outcome], Outcome]:
    """Return what each policy does to the pool, and the rule to the thirty, in a round."""
    many, few = pool(), thirty()
    if answer := {"adapted": adapted, "learned": learned}.get(side):
        many, few = answer(many), answer(few)
    outcomes = {policy: outcome(many, policy, rule, stakes) for policy in POLICIES}
    return outcomes, outcome(few, YOUR_RULE, rule, stakes, weighed=False)
