"""From a path to the bytes of the files that are used; nothing is unpacked to the disk."""

from weakties.linkedin.archive.found import Found
from weakties.linkedin.archive.kinds import Kind
from weakties.linkedin.archive.together import found_in_all

__all__ = ["Found", "Kind", "found_in_all"]
