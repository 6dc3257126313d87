"""Code as a row of tokens in which names, comments and layout make no difference."""

from __future__ import annotations

import ast
import builtins
import io
import keyword
import token
import tokenize
from functools import lru_cache
from typing import NamedTuple

NAME = "name"
"""What every name becomes that its author could have chosen otherwise."""
_LAYOUT = {
    token.COMMENT, token.NL, token.NEWLINE, token.INDENT, token.DEDENT,
    token.ENCODING, token.ENDMARKER,
}  # fmt: skip
_KEPT = {*keyword.kwlist, *dir(builtins)}
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_ROUND = frozenset("()")


class Token(NamedTuple):
    """A token, and the line on which it stands, from 1 on."""

    text: str
    line: int


@lru_cache(maxsize=20_000)
def tokens_of(code: str) -> tuple[Token, ...]:
    r"""Return the tokens of some Python, also of a piece of it or of what does not parse.

    Names become one and the same, except Python's own, attributes and keywords of calls; texts are
    written alike however they are quoted; comments, docstrings, magics, layout and round brackets,
    which may be added at will, are left out.

    Examples
    --------
    >>> [one.text for one in tokens_of("share = t['a'].mean(axis=1)  # why")]
    ['name', '=', 'name', '[', "'a'", ']', '.', 'mean', 'axis', '=', '1']
    >>> tokens_of("x = 1") == tokens_of('  y=1 # so')
    True
    """
    found: list[Token] = []
    for line in _logical_lines(code):
        if len(line) > 1 or line[0].type != token.STRING:
            found += _normal(line)
    return tuple(found)


def _logical_lines(code: str) -> list[list[tokenize.TokenInfo]]:
    """Return the tokens line by line, as far as they can be read."""
    plain = "\n".join(
        "" if line.lstrip().startswith(("%", "!")) else line for line in code.strip().split("\n")
    )
    lines: list[list[tokenize.TokenInfo]] = [[]]
    try:
        for one in tokenize.generate_tokens(io.StringIO(plain).readline):
            if one.type == token.NEWLINE:
                lines.append([])
            elif one.type not in _LAYOUT:
                lines[-1].append(one)
    except (tokenize.TokenError, SyntaxError):
        pass  # the rest of it is no Python; what came before counts
    return [line for line in lines if line]


def _normal(line: list[tokenize.TokenInfo]) -> list[Token]:
    depth, found = 0, []
    for place, one in enumerate(line):
        before = line[place - 1].string if place else ""
        after = line[place + 1].string if place + 1 < len(line) else ""
        depth += (one.string in _OPENING) - (one.string in _CLOSING)
        text = one.string
        if one.type == token.NAME and not (
            text in _KEPT or before == "." or (depth and after == "=")
        ):
            text = NAME
        elif one.type in (token.STRING, token.NUMBER):
            text = _written_alike(text)
        if text not in _ROUND:
            found.append(Token(text, one.start[0]))
    return found


def _written_alike(text: str) -> str:
    try:
        return repr(ast.literal_eval(text))
    except (ValueError, SyntaxError):
        return text
