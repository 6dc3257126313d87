"""Writing tracebacks in less time: in full, and where nobody reads more than an error's place."""

from __future__ import annotations

import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from IPython.core.compilerop import CachingCompiler

_MOST_PLACES = 50


def places_only(compiler: CachingCompiler) -> Callable[..., list[str]]:
    """Return what writes of an error the lines of cells that it came through, as IPython names them.

    Parameters
    ----------
    compiler
        Knows which cell has which name.
    """

    def structured_traceback(
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None = None,
        *_more: object,
        **_named: object,
    ) -> list[str]:
        came_through = [
            (compiler.format_code_name(frame.f_code.co_filename), line)
            for frame, line in traceback.walk_tb(trace)
        ]
        places = [f"{' '.join(name)}, line {line}" for name, line in came_through if name]
        return [*places[:_MOST_PLACES], *traceback.format_exception_only(kind, error)]

    return structured_traceback


def keep_grammar_at_hand() -> None:
    """Have Python's grammar prepared once for all tracebacks.

    What draws a traceback makes a class of its own below the grammar's for each piece of code, and the
    grammar is prepared anew for each class, which takes longer than to use it.
    """
    grammar: Any = type(import_module("pygments.lexers").get_lexer_by_name("python3"))

    def share(made: Any, /) -> None:
        if "tokens" not in vars(made):
            made._tokens = grammar._tokens

    grammar.__init_subclass__ = classmethod(share)


def leave_long_files_unread() -> None:
    """Have no file read for a traceback that IPython finds too long to show more of than a line.

    IPython leaves such frames out of what it has read, and has their files read all the same:
    20,000 lines of pandas for every error in a table.
    """
    source: Any = import_module("stack_data").Source
    longest: int = import_module("IPython.core.ultratb").FAST_THRESHOLD
    read = source.__init__

    def read_if_shown(made: Any, filename: str, lines: Sequence[str]) -> None:
        is_shown = len(lines) <= longest or not filename.endswith(".py")
        read(made, filename, lines if is_shown else ())

    source.__init__ = read_if_shown
