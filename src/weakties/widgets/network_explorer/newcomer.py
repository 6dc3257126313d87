"""What a newcomer does to the sources that a list of contacts holds, by whom they know there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from weakties.counted import unit_of
from weakties.lesson.numbers import plain_number
from weakties.measures import effective_size

if TYPE_CHECKING:
    from weakties.sociogram.picture import Picture

CAPTION = "Effective size: Burt's measure in Borgatti's form, n − 2t ÷ n"
HEADER = ("The list", "people, n", "ties among them, t", "sources, n − 2t ÷ n")


class Growth(NamedTuple):
    """A list of contacts before and after somebody joined it.

    Parameters
    ----------
    people, ties
        How many were on the list, and how many ties there were among them.
    shared
        How many of them the newcomer knows.
    """

    people: int
    ties: int
    shared: int

    @property
    def before(self) -> float:
        """Return the sources on the list before anybody joined."""
        return effective_size(self.people, self.ties)

    @property
    def after(self) -> float:
        """Return the sources on the list with the newcomer and the ties that come along."""
        return effective_size(self.people + 1, self.ties + self.shared)

    @property
    def gain(self) -> float:
        """Return the sources that the newcomer adds; below 0 if they take some away.

        Examples
        --------
        Four who do not know one another are four sources. A stranger is one more. Whoever knows all
        of them leaves 5 − 8 ÷ 5 of five.

        >>> Growth(4, 0, 0).gain, round(Growth(4, 0, 4).gain, 2)
        (1.0, -0.6)
        """
        return self.after - self.before


def growth(picture: Picture, shared: int) -> Growth:
    """Return what happens to the network of a picture if somebody joins who knows some in it."""
    return Growth(len(picture.nodes), len(picture.lines), shared)


def waiting(name: str) -> str:
    """Say that the sums wait for a guess."""
    return f"The sums wait for your guess: commit it above, then move {name}."


def grown(name: str, now: Growth) -> str:
    """Say what the newcomer does to the list."""
    before, after = plain_number(now.before), plain_number(now.after)
    knows = f"{name} knows {now.shared or 'nobody'} of the {now.people}"
    if now.gain > 0:
        alone = plain_number(Growth(now.people, now.ties, 0).gain)
        other = f", where somebody who knows nobody here adds {alone}" if now.shared else ""
        return f"{knows}: {before} sources become {after}, {_sources(now.gain)} more{other}."
    if now.gain < 0:
        return (
            f"{knows}: one person more, and {before} sources become {after}, "
            f"{_sources(-now.gain)} less. The overlap that comes along outweighs the newcomer."
        )
    return f"{knows}: one person more, and {before} sources as before."


def rows(name: str, now: Growth, *, is_open: bool) -> list[list[str]]:
    """Return the sums, for a table below `HEADER`; those afterwards may still be open."""
    after = [str(now.people + 1), str(now.ties + now.shared), plain_number(now.after)]
    return [
        ["before", str(now.people), str(now.ties), plain_number(now.before)],
        [f"with {name}", *("???" if is_open else after)],
    ]


def _sources(number: float) -> str:
    return f"{plain_number(number)} {unit_of(number, 'sources')}"
