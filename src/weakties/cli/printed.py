"""What is printed that others wrote: without signs that would steer the terminal."""

from __future__ import annotations

import typer


def say(text: str, *, err: bool = False) -> None:
    """Print a text of several lines; every sign that no terminal should act on is replaced."""
    typer.echo(harmless(text), err=err)


def harmless(text: str) -> str:
    r"""Return a text with nothing but printable signs, line ends and tabs.

    Examples
    --------
    >>> harmless("a\x1b[2Jb\nc")
    'a\ufffd[2Jb\nc'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in "\n\t" else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )
