"""The wheel of a site whose notebooks run in the browser."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

from weakties.data.editions import OPEN
from weakties.pack import PACK, Pack
from weakties.teaching.packing.contents import Handout, packed
from weakties.teaching.packing.wheel import wheel_name, wheel_of

if TYPE_CHECKING:
    from weakties.course import Course


def browser_wheel(
    course: Course, *, edition: str = OPEN, graded: bool = False
) -> tuple[str, bytes]:
    """Return name and content of a wheel with the library and the course: the same bytes each time.

    Parameters
    ----------
    course
        The course that came with weakties.
    edition
        Of its data.
    graded
        Whether it is without the key.
    """
    units = tuple(unit.slug for unit in course.ready)
    pack = Pack(course.title, edition, has_key=not graded)
    files = packed(Handout(course, units, pack))
    if edition == OPEN and not graded:
        # It is the whole course, and nobody's in particular.
        del files[f"weakties/content/{PACK}"]
    release = version("weakties")
    return wheel_name(release), wheel_of(files, release)
