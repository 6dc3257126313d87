"""Where things lie on the grader's machine: nothing that a learner reads says it."""

from __future__ import annotations

import re
import sys
import tempfile
from functools import lru_cache
from pathlib import Path

import weakties

_PACKAGE = Path(weakties.__file__).parent
_LIBRARIES = re.compile(
    r"…[\\/](?:lib[\\/])?(?:python[\d.]+[\\/])?site-packages[\\/]", re.IGNORECASE
)


def without_paths(text: str) -> str:
    """Return a text in which the grader's own folders are an ellipsis.

    Examples
    --------
    >>> without_paths(f"in {sys.prefix}/share/x.txt, not in /data/x.txt")
    'in …/share/x.txt, not in /data/x.txt'
    """
    return _LIBRARIES.sub("…/", _ours(str(Path.cwd())).sub("…", text))


def plain_traceback(parts: list[str]) -> str:
    """Return an error as plain text, with one line for each part that is not the learner's.

    Parameters
    ----------
    parts
        What nbformat keeps as ``traceback``: a text for each part, colored for a terminal.
    """
    from nbconvert.filters import strip_ansi

    shown = []
    for part in map(strip_ansi, parts):
        is_elsewhere = part.startswith("File ")
        if is_elsewhere and str(_PACKAGE) in part.partition("\n")[0]:
            continue
        shown.append(part.partition("\n")[0] if is_elsewhere else part.rstrip())
    return without_paths("\n".join(shown))


@lru_cache(maxsize=8)
def _ours(working: str) -> re.Pattern[str]:
    places = {
        sys.prefix, sys.base_prefix, str(Path.home()), working, tempfile.gettempdir(),
        str(_PACKAGE.parent),
    }  # fmt: skip
    named = sorted((place for place in places if len(place) > 1), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, named))})(?![\w-])")
