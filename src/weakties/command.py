"""How the reader calls this program, so that a message names a command that works."""

from __future__ import annotations

import os

VARIABLE = "WEAKTIES_COMMAND"
"""Set by ``run.py``, which is called where no environment is active."""


def command(words: str = "") -> str:
    """Return the command line that the reader types.

    Parameters
    ----------
    words
        What follows the program's name.
    """
    return " ".join([os.environ.get(VARIABLE, "weakties"), *words.split()])
