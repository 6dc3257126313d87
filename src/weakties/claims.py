"""What the essays claim and what was found about it, read from ``course/claims.toml``.

Where a claim is taught stands in ``course.toml``, and there alone.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from weakties.course import CourseError

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS: Final = "course/claims.toml"
"""Where the claims stand, below the content root."""

SURE: Final = {
    "quite sure": "published evidence that one can lean on",
    "fairly sure": "published evidence with a gap, which its card names",
    "not sure": "evidence that is small, for sale, retold, or at odds with other evidence",
    "by arithmetic": "it follows from the numbers, whatever the data are",
    "planted": "it comes of what we put into the simulated data, and shows what to look for, no more",
    "not tested": "nobody whom we read has tested it",
}
"""How sure a finding can be, and what that means."""

FROM_CARDS: Final = ("quite sure", "fairly sure", "not sure")
"""Those that rest on evidence cards, the surest first; cards have them, too."""


@dataclass(frozen=True)
class Essay:
    """An essay that claims something, or a comment below one."""

    id: str
    title: str
    author: str


@dataclass(frozen=True)
class Claim:
    """One sentence of an essay in our words.

    Parameters
    ----------
    id
        Such as ``"E3.4"``, the fourth claim of essay E3.
    says
        The claim, retold.
    found
        What the data or the evidence say about it.
    sure
        How sure that is, one of `SURE`.
    evidence
        The cards that it rests on, such as ``"R41"``.
    again
        Why more than one unit teaches it, where that is so.
    """

    id: str
    says: str
    found: str
    sure: str
    evidence: tuple[str, ...] = ()
    again: str = ""

    @property
    def essay(self) -> str:
        """Return the id of the essay that says it."""
        return self.id.rpartition(".")[0]


@dataclass(frozen=True)
class Contradiction:
    """Claims that cannot all be followed.

    Parameters
    ----------
    id
        Such as ``"C5"``.
    between
        The ids of the claims on each side.
    about
        What they disagree about, as a question.
    found, sure, evidence, again
        As those of a `Claim`.
    """

    id: str
    between: tuple[tuple[str, ...], ...]
    about: str
    found: str
    sure: str
    evidence: tuple[str, ...] = ()
    again: str = ""


@dataclass(frozen=True)
class Claims:
    """All that the essays claim, in the order of the file."""

    essays: tuple[Essay, ...]
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def told(self) -> tuple[Claim | Contradiction, ...]:
        """Return claims and contradictions, one after the other."""
        return (*self.claims, *self.contradictions)


def load_claims(root: Path) -> Claims:
    """Read the claims of the course whose ``course/`` lies below `root`.

    Raises
    ------
    CourseError
        If ``claims.toml`` cannot be read or contradicts itself.
    """
    path = root / CLAIMS
    try:
        contents = path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from None
    return claims_in(contents)


def claims_in(contents: bytes) -> Claims:
    """Return the claims that `contents`, the bytes of a ``claims.toml``, holds.

    Raises
    ------
    CourseError
        If it is not valid TOML or contradicts itself.
    """
    try:
        table = tomllib.loads(contents.decode("utf-8"))
        claims = Claims(
            tuple(Essay(key, **entry) for key, entry in table["essays"].items()),
            tuple(Claim(key, **_frozen(entry)) for key, entry in table["claims"].items()),
            tuple(
                Contradiction(key, **_frozen(entry))
                for key, entry in table["contradictions"].items()
            ),
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseError(f"claims.toml is not valid TOML: {error}.") from None
    except KeyError as error:
        raise CourseError(f"claims.toml lacks the part {error}.") from None
    except (AttributeError, TypeError) as error:
        raise CourseError(f"claims.toml has an entry of the wrong shape: {error}.") from None
    _refuse_contradictions(claims)
    return claims


def _frozen(entry: dict[str, Any]) -> dict[str, Any]:
    """Return the entry with tuples in place of lists, and of lists in lists."""
    return {
        key: _tuples(value) if isinstance(value, list) else value for key, value in entry.items()
    }


def _tuples(values: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuples(value) if isinstance(value, list) else value for value in values)


def _refuse_contradictions(claims: Claims) -> None:
    essays = {essay.id for essay in claims.essays}
    ids = {claim.id for claim in claims.claims}
    for claim in claims.claims:
        if claim.essay not in essays:
            raise CourseError(f"claims.toml: {claim.id} is of no essay listed there.")
    for contradiction in claims.contradictions:
        if not all(contradiction.between):
            raise CourseError(f"claims.toml: {contradiction.id} has a side without a claim.")
        for name in (name for side in contradiction.between for name in side):
            if name not in ids:
                raise CourseError(
                    f"claims.toml: {contradiction.id} names {name}, which is no claim."
                )
    for entry in claims.told:
        if entry.sure not in SURE:
            raise CourseError(f"claims.toml: {entry.id} is sure in one of: {', '.join(SURE)}.")
        if entry.sure in FROM_CARDS and not entry.evidence:
            raise CourseError(
                f"claims.toml: {entry.id} is {entry.sure} and names no evidence; without a card it "
                "is by arithmetic, planted, or not tested."
            )
