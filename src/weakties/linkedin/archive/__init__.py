"""From a path to the bytes of the files that are used; nothing is unpacked to the disk."""

from weakties.linkedin.archive.found import Found, found_in
from weakties.linkedin.archive.kinds import Kind

__all__ = ["Found", "Kind", "found_in"]
