"""A network to explore: the sociogram, picked in by mouse and by keyboard, and as a table."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, ClassVar

import traitlets

from weakties.sociogram import alt_of, beside, picture_of, spec_of, svg, table_of
from weakties.widgets.network_explorer.model import people_from, ties_from
from weakties.widgets.network_explorer.newcomer import (
    CAPTION,
    HEADER,
    grown,
    growth,
    rows,
    waiting,
)
from weakties.widgets.network_explorer.told import nearness, told
from weakties.widgets.shared.base import RefusedError, Widget
from weakties.widgets.shared.fallback import Fallback

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from weakties.widgets.shared.guess import Guess

__all__ = ["NetworkExplorer"]

TITLE = "Who is tied to whom"
INTRODUCTION = (
    "Look at one person after the other: whose ties stay within a circle, whose lead out?"
)


class NetworkExplorer(Widget):
    """Show a network of up to 500 people; the reader can pick some of them.

    Parameters
    ----------
    people, ties
        DataFrames or lists: see :func:`~weakties.widgets.network_explorer.model.people_from` and
        :func:`~weakties.widgets.network_explorer.model.ties_from`.
    id, name, group, size, note
        Columns of `people`. `group` decides shape and color, `size` the area of a mark.
    ends, weight, dashed
        Columns of `ties`.
    marked
        Ids of the people who are picked at first.
    title, introduction
        What stands above the picture.
    groups
        Their order, which gives them shape and color; by default the largest first.
    group_label
        What the groups are; by default the column's name.
    tells
        Whether it says of one picked person how far what is new to them travels, and of two what a
        tie between them opens from both ends.
    newcomer
        The name of somebody who is not in the network yet and can be dragged into it: who is
        picked is then whom the newcomer knows, and what that does to the effective size is shown.
    after
        A guess; what a newcomer does is not shown before it is committed.

    Attributes
    ----------
    picked
        Ids of the people who are picked, as text, in the order of picking.

    Raises
    ------
    TypeError, ValueError
        If people or ties can't be drawn; the message says what to do.

    Examples
    --------
    >>> NetworkExplorer(["Ana", "Bo", "Cy"], [("Ana", "Bo"), ("Bo", "Cy")])
    <NetworkExplorer>
    """

    inputs: ClassVar[tuple[str, ...]] = ("picked",)
    pieces: ClassVar[tuple[str, ...]] = ("sociogram",)
    parts: ClassVar[tuple[str, ...]] = ("newcomer",)

    picked = traitlets.List(read_only=True).tag(sync=True)
    ask = traitlets.Dict(read_only=True).tag(sync=True)
    spec = traitlets.Dict(read_only=True).tag(sync=True)
    told = traitlets.Unicode(None, allow_none=True, read_only=True).tag(sync=True)
    newcomer = traitlets.Dict(read_only=True).tag(sync=True)
    sums = traitlets.List(read_only=True).tag(sync=True)

    def __init__(
        self,
        people: object,
        ties: object,
        *,
        id: str | None = None,  # noqa: A002 - it names the column
        name: str | None = None,
        group: str | None = None,
        size: str | None = None,
        note: str | None = None,
        ends: tuple[str, str] | None = None,
        weight: str | None = None,
        dashed: str | None = None,
        marked: Collection[object] = (),
        title: str = TITLE,
        introduction: str = INTRODUCTION,
        groups: Sequence[str] | None = None,
        group_label: str | None = None,
        tells: bool = False,
        newcomer: str = "",
        after: Guess | None = None,
    ) -> None:
        self._picture = picture_of(
            people_from(people, id=id, name=name, group=group, size=size, note=note, marked=marked),
            ties_from(ties, ends=ends, weight=weight, dashed=dashed),
            title=title,
            groups=groups,
            group_label=group_label or (group or "group").capitalize(),
            marked_word=f"known to {newcomer}" if newcomer else "picked",
        )
        self._introduction = introduction
        self._tells = tells
        self._newcomer, self._after = newcomer, after
        nodes = self._picture.nodes
        self._names = {node.person.id: node.person.name for node in nodes}
        self._near = nearness(self._picture)
        super().__init__()
        spec = spec_of(self._picture)
        self.put(
            ask={"title": title, "introduction": introduction}, spec=spec, picked=spec["marked"]
        )
        if newcomer:
            self.put(
                newcomer=asdict(beside(self._picture))
                | {"name": newcomer, "caption": CAPTION, "header": list(HEADER)}
            )
        self.react("picked")

    def accept(self, name: str, value: object) -> object:  # noqa: ARG002 - there is one input
        """Return whom the reader picked, or refuse it."""
        known = {node.person.id for node in self._picture.nodes}
        if not isinstance(value, list) or not all(
            isinstance(one, str) and one in known for one in value
        ):
            raise RefusedError("Only people in the picture can be picked.")
        return list(dict.fromkeys(value))

    def react(self, name: str) -> None:  # noqa: ARG002 - there is one input
        """Tell of whom was picked; the picture stays as it is, the front end moves the rings."""
        if self._newcomer:
            self._reckon()
        elif self._tells:
            self.put(told=told(self.picked, self._names, self._near))

    def _reckon(self) -> None:
        """Show what the newcomer does to the network, unless a guess is awaited."""
        name, now = self._newcomer, growth(self._picture, len(self.picked))
        is_open = self._after is not None and self._after.commitment is None
        self.put(
            told=waiting(name) if is_open else grown(name, now),
            sums=rows(name, now, is_open=is_open),
        )

    def fallback(self) -> Fallback:
        """Return the picture with its table."""
        header, rows = table_of(self._picture)
        return Fallback(
            title=self._picture.title,
            question=self._introduction,
            picture=svg(self._picture, alone=True),
            alt=alt_of(self._picture),
            header=header,
            rows=tuple(rows),
            width=720,
        )
