"""The inbox: decide thirty requests by hand, then make a rule, then meet those who adapt to it."""

from __future__ import annotations

from typing import Any, ClassVar

import traitlets

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
from weakties.widgets.inbox.profiles import adapted, pool, thirty
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
    guess
        What the learner thinks will become of the rule when attackers adapt.
    """

    inputs: ClassVar[tuple[str, ...]] = (
        *("prediction", "asked", "decisions", "opened", "stakes", "rule", "guess", "attackers"),
        "restart",
    )
    pieces: ClassVar[tuple[str, ...]] = ("slider",)

    asked = traitlets.List(read_only=True).tag(sync=True)
    decisions = traitlets.List(read_only=True).tag(sync=True)
    opened = traitlets.Bool(False, read_only=True).tag(sync=True)
    stakes = traitlets.Dict(read_only=True).tag(sync=True)
    rule = traitlets.Dict(read_only=True).tag(sync=True)
    guess = traitlets.Unicode("", read_only=True).tag(sync=True)
    attackers = traitlets.Unicode("as they are", read_only=True).tag(sync=True)

    def __init__(self) -> None:
        super().__init__()
        self._rules: set[Rule] = set()
        self._verdict = ""
        self._begin()
        self.put(ask=asking())

    @property
    def record(self) -> Outcome | None:
        """Return what the learner did by hand; nothing before all are decided."""
        return decided(self.decisions, self.asked) if self._all_decided else None

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
        else:
            self._rules.add(Rule(**self.rule))
            if name == "guess":
                self._verdict = self._after_the_guess()
                self.put(attackers="adapted")
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
        self._verdict = ""
        self.put(
            prediction=None,
            asked=[],
            decisions=[],
            opened=False,
            stakes=start_stakes()._asdict(),
            rule=START_RULE._asdict(),
            guess="",
            attackers="as they are",
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
        return accepted.rule(value) if name == "rule" else self._accept_about_attackers(name, value)

    def _accept_about_attackers(self, name: str, value: object) -> str:
        if len(self._rules) < RULES_TO_TRY:
            raise RefusedError("Attackers adapt to a rule that was tried.")
        if name == "guess":
            if self.guess or not isinstance(value, str) or value not in words.GUESSES:
                raise RefusedError("A guess is made once.")
        elif not self.guess or value not in ("as they are", "adapted"):
            raise RefusedError("Attackers adapt after the guess.")
        return str(value)

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
        found, stakes = decided(self.decisions, self.asked), Stakes(**self.stakes)
        guess = self.prediction
        return {
            "stage": "record",
            "status": words.record(found, guess["good"], guess["sure"], stakes),
            "matrix": words.matrix(found),
            "rows": words.list_rows(self.decisions, self.asked),
        }

    def _desk(self) -> dict[str, Any]:
        rule, stakes = Rule(**self.rule), Stakes(**self.stakes)
        has_adapted = self.attackers == "adapted"
        outcomes, same = _outcomes(rule, stakes, has_adapted=has_adapted)
        most = LIMITS["cost"][1]
        steps = best_policies(outcomes, stakes.value, most)
        return self._record() | {
            "stage": "desk",
            "result": words.status(outcomes, rule, stakes, adapted=has_adapted),
            "threshold": words.threshold(stakes),
            "best": words.best(steps, stakes, most),
            "chart": worth_chart(outcomes, stakes, most),
            "policies": words.policy_rows(
                outcomes, decided(self.decisions, self.asked), same, stakes
            ),
            "attack": self._attack(),
        }

    def _attack(self) -> dict[str, str]:
        left = RULES_TO_TRY - len(self._rules)
        locked = "Change the rule to see how attackers answer it." if left > 0 else ""
        return {"locked": locked, "verdict": self._verdict}

    def _after_the_guess(self) -> str:
        rule, stakes = Rule(**self.rule), Stakes(**self.stakes)
        before, after = (
            _outcomes(rule, stakes, has_adapted=flag)[0][YOUR_RULE].worth(stakes.value, stakes.cost)
            for flag in (False, True)
        )
        return words.guess_verdict(self.guess, before, after, rule=rule, stakes=stakes)


def _outcomes(
    rule: Rule, stakes: Stakes, *, has_adapted: bool
) -> tuple[dict[str, Outcome], Outcome]:
    """Return what each policy does to the pool, and the rule to the thirty as they were or are."""
    many, few = pool(), thirty()
    if has_adapted:
        many, few = adapted(many), adapted(few)
    outcomes = {policy: outcome(many, policy, rule, stakes) for policy in POLICIES}
    return outcomes, outcome(few, YOUR_RULE, rule, stakes, weighed=False)
