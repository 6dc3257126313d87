"""Who somebody in a message is among the connections: by slug, and by name where none is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from weakties.linkedin.names import folded

if TYPE_CHECKING:
    import pandas as pd

NOBODY = -1


@dataclass(frozen=True)
class Identity:
    """The people of an export by slug and by folded name; a person is a row's place, from 0.

    A name stands for a person only if nobody else bears it.
    """

    slugs: dict[str, int]
    names: dict[str, int]
    without_slug: frozenset[int]

    @classmethod
    def of(cls, people: pd.DataFrame) -> Identity:
        """Index people."""
        firsts, lasts, slugs = (
            people[column].tolist() for column in ("first_name", "last_name", "slug")
        )
        names = [folded(f"{first} {last}") for first, last in zip(firsts, lasts, strict=True)]
        often = Counter(names)
        return cls(
            slugs={slug: at for at, slug in enumerate(slugs) if slug},
            names={name: at for at, name in enumerate(names) if name and often[name] == 1},
            without_slug=frozenset(at for at, slug in enumerate(slugs) if not slug),
        )

    def person(self, slug: str, name: str) -> int:
        """Return who that is: by slug; by name if either side has no slug; or −1."""
        if slug in self.slugs:
            return self.slugs[slug]
        return self.named(name, with_slug=not slug)

    def named(self, name: str, *, with_slug: bool) -> int:
        """Return who bears a name, or −1; those with a slug only if that is allowed."""
        person = self.names.get(folded(name), NOBODY)
        return person if with_slug or person in self.without_slug else NOBODY
