"""The picture in words: for those who can't see it, and beside it for everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.sociogram.picture import Node, Picture

_NAMED = 5


def alt_of(picture: Picture, *, with_marks: bool = True) -> str:
    """Return what a reader who can't see the picture has to know, perhaps how many are marked."""
    nodes = picture.nodes
    said = [f"{_many(len(nodes), 'person', 'people')} and {_many(len(picture.lines), 'tie')}"]
    if len(picture.groups) > 1:
        groups = ", ".join(f"{group.name} {group.people}" for group in picture.groups)
        said.append(f"{picture.group_label}: {groups}")
    most = nodes[order_of(picture)[0]]
    if most.near:
        said.append(f"Most ties: {most.person.name}, {len(most.near)}")
    alone = sum(not node.near for node in nodes)
    if alone:
        said.append(f"Without a tie: {alone}")
    marked = sum(node.person.marked for node in nodes) if with_marks else 0
    if marked:
        said.append(f"{picture.marked_word.capitalize()}, with a ring: {marked}")
    return f"{'. '.join(said)}."


def called(picture: Picture, node: Node) -> str:
    """Return a person in two or three words: the name and the group."""
    return f"{node.person.name}, {node.group.name}" if _has_groups(picture) else node.person.name


def told(picture: Picture, node: Node) -> str:
    """Return a person in a line: name, group, ties, and the note."""
    names = [picture.nodes[other].person.name for other in node.near]
    ties = _many(len(names), "tie") if names else "no ties"
    if names:
        ties += f": {', '.join(names[:_NAMED])}"
        ties += f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    note = f" · {node.person.note}" if node.person.note else ""
    return f"{' · '.join([*_parts(picture, node), ties])}{note}"


def table_of(
    picture: Picture, *, with_marks: bool = True
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the header and the rows of the table beside the picture, most ties first."""
    marks = with_marks and any(node.person.marked for node in picture.nodes)
    notes = any(node.person.note for node in picture.nodes)
    header = (
        "Person",
        *([picture.group_label] if _has_groups(picture) else []),
        "Ties",
        "Tied to",
        *(["Note"] if notes else []),
        *([picture.marked_word.capitalize()] if marks else []),
    )
    rows = []
    for row in order_of(picture):
        node = picture.nodes[row]
        others = ", ".join(picture.nodes[other].person.name for other in node.near) or "nobody"
        cells = [*_parts(picture, node), str(len(node.near)), others]
        cells += [node.person.note] if notes else []
        cells += ["yes" if node.person.marked else "no"] if marks else []
        rows.append(tuple(cells))
    return header, rows


def order_of(picture: Picture) -> list[int]:
    """Return row numbers of the people, those with most ties first, then by name."""
    nodes = picture.nodes
    return sorted(
        range(len(nodes)),
        key=lambda row: (-len(nodes[row].near), nodes[row].person.name, nodes[row].person.id),
    )


def _has_groups(picture: Picture) -> bool:
    return any(group.name for group in picture.groups)


def _parts(picture: Picture, node: Node) -> list[str]:
    return [node.person.name, *([node.person.group or "–"] if _has_groups(picture) else [])]


def _many(count: int, one: str, many: str = "") -> str:
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"
