"""A session's rules: who is in, what is open, who said what; nothing here knows a server."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from weakties.check.verdict import Kind
from weakties.lesson.prediction.asked import Asked, how_sure
from weakties.room.codes import new_code, new_secret, same
from weakties.room.tally import Vote

if TYPE_CHECKING:
    from weakties.room.played import Outcome, Play
    from weakties.room.results import Result

Stage = Literal["waiting", "open", "again", "shown"]
"""Of a question: not asked yet, first vote, vote after the discussion, result on the wall."""
_LARGEST = 1e9
_LONGEST_TIMER = 180
_MOST_CHOICES = 20
FOUND = (*(kind.value for kind in Kind), "done")
"""What a notebook may say about a check: the kind of its first finding, or that it is done."""


class Refused(Exception):
    """Something that is not counted; the message is for whoever sent it."""


@dataclass
class Person:
    """What one participant has sent; there is no name, and no order in which people came.

    Parameters
    ----------
    first, second
        Votes by the question's name.
    checks
        For each question of an exercise, that it is done or what its check found.
    choices
        For each of them that asks for choices, how many were right at the first try, and of how many.
    played
        What came out in a widget, by its name.
    hand
        Whether this person is stuck.
    simulated
        Whether nobody is behind it.
    """

    first: dict[str, Vote] = field(default_factory=dict)
    second: dict[str, Vote] = field(default_factory=dict)
    checks: dict[str, str] = field(default_factory=dict)
    choices: dict[str, tuple[int, int]] = field(default_factory=dict)
    played: dict[str, Outcome] = field(default_factory=dict)
    hand: bool = False
    simulated: bool = False


@dataclass
class Room:
    """One session.

    Parameters
    ----------
    questions
        What can be asked.
    exercises
        Ids of the exercise questions that a check may report.
    plays
        The widgets whose outcomes may be sent.
    most
        How many people fit in.
    ended
        The questions whose votes are shown before the result: their round is over.
    """

    questions: tuple[Asked, ...]
    exercises: tuple[str, ...] = ()
    plays: tuple[Play, ...] = ()
    most: int = 400
    code: str = field(default_factory=new_code)
    people: dict[str, Person] = field(default_factory=dict)
    stages: dict[str, Stage] = field(default_factory=dict)
    results: dict[str, Result] = field(default_factory=dict)
    now: str = ""
    play_now: str = ""
    ended: list[str] = field(default_factory=list)
    locked: bool = False
    ends_at: float = 0.0
    helped: int = 0
    minutes: dict[str, list[float]] = field(default_factory=dict)

    def asked(self, name: object) -> Asked:
        """Return a question by its name.

        Raises
        ------
        Refused
            If there is none.
        """
        for asked in self.questions:
            if asked.name == name:
                return asked
        raise Refused("There is no such question in this room.")

    def play(self, name: object) -> Play:
        """Return a widget by its name.

        Raises
        ------
        Refused
            If there is none.
        """
        for play in self.plays:
            if play.name == name:
                return play
        raise Refused("There is no such widget in this room.")

    @property
    def votes_shown(self) -> bool:
        """Say whether the votes on the question of now are shown before its result."""
        return self.now in self.ended

    def stage(self, name: str) -> Stage:
        """Return how far a question is."""
        return self.stages.get(name, "waiting")

    def person(self, ticket: object) -> Person:
        """Return who has a ticket.

        Raises
        ------
        Refused
            If nobody has.
        """
        person = self.people.get(ticket) if isinstance(ticket, str) else None
        if person is None:
            raise Refused("This room does not know you (any more): join with the code again.")
        return person

    def join(self, code: str, *, agreed: object) -> str:
        """Let somebody in who knows the code and agreed; return their ticket.

        Raises
        ------
        Refused
            If the code is another one, or nobody is let in.
        """
        if not same(code, self.code):
            raise Refused("That is not the code of this room. Look at the wall again.")
        if agreed is not True:
            raise Refused("Nobody joins who has not agreed to what is sent.")
        return self.admit()

    def admit(self, *, simulated: bool = False) -> str:
        """Let somebody in; return their ticket.

        Raises
        ------
        Refused
            If the room is closed or full.
        """
        if self.locked:
            raise Refused("The door of this room is closed. Ask the instructor to open it.")
        if len(self.people) >= self.most:
            raise Refused(f"The room is full: {self.most} people are in.")
        ticket = new_secret()
        self.people[ticket] = Person(simulated=simulated)
        return ticket

    def leave(self, ticket: object) -> None:
        """Forget somebody, with all that they sent."""
        if isinstance(ticket, str):
            self.people.pop(ticket, None)

    def vote(self, ticket: object, name: object, answer: object, sure: object) -> str:
        """Count an answer in the round that is open; return in words what became of it.

        Raises
        ------
        Refused
            If it is no answer to this question, comes too late, or is the second of a person.
        """
        person, asked = self.person(ticket), self.asked(name)
        try:
            vote = Vote(_bounded(asked.answer(answer)), how_sure(sure))
        except ValueError as error:
            raise Refused(str(error)) from None
        stage = self.stage(asked.name)
        if stage == "shown":
            raise Refused("The result is on the wall already, so this is not counted.")
        if asked.name in self.ended:
            raise Refused("The votes are on the wall already. Wait for the second vote.")
        votes = person.second if stage == "again" else person.first
        if asked.name in votes:
            raise Refused("You have answered this; the first answer stands.")
        votes[asked.name] = vote
        return "Counted."

    def raise_hand(self, ticket: object, *, up: object) -> None:
        """Note that somebody is stuck, or no longer.

        Raises
        ------
        Refused
            If nobody has this ticket.
        """
        self.person(ticket).hand = up is True

    def check(
        self, ticket: object, question: object, found: object, choices: object = (0, 0)
    ) -> None:
        """Note what a check found, and how the first try at its choices went.

        Raises
        ------
        Refused
            If there is no such question or finding, or choices can't have gone like that.
        """
        person = self.person(ticket)
        if question not in self.exercises or found not in FOUND:
            raise Refused("There is no such check in this room.")
        right, of = _first_tries(choices)
        if of:
            person.choices[str(question)] = (right, of)
        if person.checks.get(str(question)) != "done":
            person.checks[str(question)] = str(found)

    def came(self, ticket: object, name: object, counts: object, numbers: object) -> None:
        """Note what came out for somebody in a widget; the first time stands.

        Raises
        ------
        Refused
            If there is no such widget, or it can't have come to that.
        """
        person, play = self.person(ticket), self.play(name)
        try:
            person.played.setdefault(play.name, play.outcome(counts, numbers))
        except ValueError as error:
            raise Refused(str(error)) from None

    def outcomes(self, name: str) -> list[Outcome]:
        """Return what came out for all in a widget."""
        people = self.people.values()
        return [person.played[name] for person in people if name in person.played]

    def votes(self, name: str) -> tuple[list[Vote], list[Vote]]:
        """Return the votes on a question, of the first and of the second round."""
        people = self.people.values()
        first = [person.first[name] for person in people if name in person.first]
        return first, [person.second[name] for person in people if name in person.second]

    # What the instructor does.

    def ask(self, name: object, at: float) -> None:
        """Put a question on the wall, as it was left; a timer that has run out goes.

        Raises
        ------
        Refused
            If there is no such question.
        """
        asked = self.asked(name)
        self._clock(at)
        self.now, self.play_now = asked.name, ""
        if self.ends_at <= at:
            self.ends_at = 0.0
        if self.stage(asked.name) == "waiting":
            self.stages[asked.name] = "open"
        self.minutes.setdefault(asked.name, [0.0, at])[1] = at

    def show_votes(self) -> None:
        """Show how the room voted, without the result; no vote of this round is counted after."""
        if self.stage(self.now) in ("open", "again") and not self.votes_shown:
            self.ended.append(self.now)

    def ask_again(self) -> None:
        """Open the vote after the discussion."""
        if self.stage(self.now) == "open":
            self.stages[self.now] = "again"
            if self.votes_shown:
                self.ended.remove(self.now)

    def reveal(self) -> None:
        """Show all answers against the result; where there is none, show the votes."""
        if self.now not in self.results:
            self.show_votes()
            return
        self.stages[self.now] = "shown"
        if self.votes_shown:
            self.ended.remove(self.now)

    def clear(self, at: float) -> None:
        """Put the code back on the wall."""
        self._clock(at)
        self.now = self.play_now = ""

    def show_play(self, name: object, at: float) -> None:
        """Put on the wall what came out for all in a widget.

        Raises
        ------
        Refused
            If there is no such widget.
        """
        play = self.play(name)
        self.clear(at)
        self.play_now = play.name

    def time(self, minutes: object, at: float) -> None:
        """Start a timer that all see, or stop it with 0.

        Raises
        ------
        Refused
            If these are no minutes.
        """
        if not isinstance(minutes, int | float) or not 0 <= minutes <= _LONGEST_TIMER:
            raise Refused(f"A timer runs for 0 to {_LONGEST_TIMER} minutes.")
        self.ends_at = at + 60 * minutes if minutes else 0.0

    def lower_hands(self) -> None:
        """Lower all hands: somebody has helped."""
        for person in self.people.values():
            person.hand = False
        self.helped += 1

    def _clock(self, at: float) -> None:
        """Add the time that the last question was on the wall."""
        if self.now in self.minutes:
            spent, since = self.minutes[self.now]
            self.minutes[self.now] = [spent + max(0.0, at - since) / 60, at]


def _first_tries(told: object) -> tuple[int, int]:
    match told:
        case (int(right), int(of)) if 0 <= right <= of <= _MOST_CHOICES:
            return int(right), int(of)
        case _:
            raise Refused("Choices can't have gone like that.")


def _bounded(answer: float | str) -> float | str:
    if isinstance(answer, str) or (math.isfinite(answer) and abs(answer) <= _LARGEST):
        return answer
    raise ValueError("That number is too large to be drawn.")
