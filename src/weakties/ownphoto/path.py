"""From what a learner typed to a file that can be opened, or a sentence on why not."""

from __future__ import annotations

import os
from pathlib import Path


class NoPhoto(Exception):
    """There is nothing to measure, for the reason given."""


class NotChosen(NoPhoto):
    """No photo was chosen yet."""


NOT_ALLOWED = (
    "This machine does not let the notebook read that file. Copy the photo into the notebook's "
    "folder and try again."
)
_HOW = (
    'Put the path of a photo between quotation marks, such as look_at("me.jpg") for a file beside '
    'this notebook or look_at("~/Pictures/me.jpg") for one in your pictures, and run the cell '
    "again."
)


def photo_path(given: object) -> Path:
    """Return the file that was meant.

    Parameters
    ----------
    given
        What a learner typed: a path as text or as a Path, or ``...`` for none yet.

    Raises
    ------
    NoPhoto
        If that is no file, with a sentence for the learner.
    """
    if given is ... or given is None:
        raise NotChosen(_HOW)
    if not isinstance(given, str | os.PathLike):
        raise NoPhoto(f"A path is text, and this is a value of type {type(given).__name__}. {_HOW}")
    try:
        return _existing_file(os.fspath(given))
    except PermissionError:
        raise NoPhoto(NOT_ALLOWED) from None
    except (OSError, RuntimeError, TypeError, ValueError):
        raise NoPhoto(f"This machine cannot make sense of that path. {_HOW}") from None


def shown_name(path: Path) -> str:
    """Return a file's name as it can be shown; a name may hold what no text can."""
    return "".join(
        sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in path.name
    )


def _existing_file(typed: str) -> Path:
    # "Copy as path" on Windows brings its own quotation marks along.
    text = typed.strip().strip("\"'")
    if not text:
        raise NotChosen(_HOW)
    if text.lower().startswith(("http:", "https:", "file:")):
        raise NoPhoto(
            "This is a web address. Only files on this machine are opened: save the photo as a "
            "file first, then give its path."
        )
    path = Path(text).expanduser()
    if path.is_dir():
        raise NoPhoto(
            f"“{shown_name(path)}” is a folder. Add the name of the photo, such as "
            'look_at("Pictures/me.jpg").'
        )
    # stat, not exists: a folder that can't be entered has its own sentence.
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NoPhoto(
            f"There is no file “{shown_name(path)}” in the folder “{shown_name(path.absolute().parent)}”. Check "
            "the spelling and the ending (.jpg, .jpeg, .png), or put the photo beside this "
            "notebook and give its name alone."
        ) from None
    if not path.is_file():
        raise NoPhoto(f"“{shown_name(path)}” is not an ordinary file. Give the path of a photo.")
    return path
