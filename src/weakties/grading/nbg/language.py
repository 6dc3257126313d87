"""The language that an instructor's notebook is written in; only Python can be graded here."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.nbg.book import OneGradebook
    from weakties.grading.nbg.release import Original

PYTHON = "Python"
_BY_WORD = {
    "ir": "R", "r": "R", "xr": "R",
    "julia": "Julia", "bash": "Bash", "zsh": "Zsh", "octave": "Octave", "xoctave": "Octave",
    "matlab": "MATLAB", "imatlab": "MATLAB", "sas": "SAS", "stata": "Stata", "nbstata": "Stata",
    "scala": "Scala", "almond": "Scala", "spylon": "Scala", "java": "Java", "ijava": "Java",
    "kotlin": "Kotlin", "clojure": "Clojure", "javascript": "JavaScript", "jslab": "JavaScript",
    "deno": "TypeScript", "typescript": "TypeScript", "tslab": "TypeScript", "xcpp": "C++",
    "cling": "C++", "csharp": "C#", "fsharp": "F#", "powershell": "PowerShell", "rust": "Rust",
    "go": "Go", "gophernotes": "Go", "gonb": "Go", "haskell": "Haskell", "ihaskell": "Haskell",
    "ocaml": "OCaml", "racket": "Racket", "iracket": "Racket", "calysto": "Scheme",
    "ruby": "Ruby", "perl": "Perl", "raku": "Raku", "lua": "Lua", "xlua": "Lua",
    "prolog": "Prolog", "xsqlite": "SQL", "sqlite": "SQL", "sql": "SQL", "xsql": "SQL",
    "wolfram": "Wolfram", "wolframlanguage": "Wolfram", "maxima": "Maxima", "gap": "GAP",
    "sagemath": "Sage", "sos": "SoS", "gnuplot": "gnuplot", "elixir": "Elixir", "erlang": "Erlang",
    "fortran": "Fortran", "coq": "Coq",
}  # fmt: skip
"""Languages by a word in the name of their usual kernels, for metadata that name no language."""
_PYTHON_WORDS = {"py", "python", "ipython", "xpython", "pypy", "pyspark", "pyodide"}


class OtherLanguage(CourseError):
    """Some notebook of the assignment is not Python; the text says which, and what to do."""


def language_of(metadata: Mapping[str, Any]) -> str:
    """Return the language of a notebook from its metadata; what they leave open is Python.

    Examples
    --------
    >>> language_of({"kernelspec": {"name": "ir", "language": "R"}})
    'R'
    >>> language_of({"kernelspec": {"name": "ir"}}), language_of({"kernelspec": {"name": "x"}})
    ('R', 'Python')
    >>> language_of({"language_info": {"name": "julia"}}), language_of({})
    ('julia', 'Python')
    """
    kernel, info = (_table(metadata.get(key)) for key in ("kernelspec", "language_info"))
    for named in (kernel.get("language"), info.get("name")):
        if isinstance(named, str) and named.strip():
            return PYTHON if "python" in named.lower() else named.strip()
    name = kernel.get("name")
    return _language_of_kernel(name) if isinstance(name, str) else PYTHON


def only_python(book: OneGradebook, assignment: str, originals: Mapping[str, Original]) -> None:
    """Go on if every notebook of an assignment is for Python.

    As for nbgrader, the kernel is the one that was released; a learner's own counts for nothing.

    Raises
    ------
    OtherLanguage
        If one is not.
    """
    found = {}
    for name, kept in originals.items():
        own = dict(kept.notebook.metadata) if kept.notebook is not None else {}
        released = json.loads(book.find_notebook(name, assignment).kernelspec or "null")
        language = language_of({**own, "kernelspec": released} if released else own)
        if language != PYTHON:
            found[name] = language
    if found:
        named = " and ".join(f"{name}.ipynb is for {which}" for name, which in found.items())
        raise OtherLanguage(
            f"{named[:500]}, and only Python is graded here: `nbgrader autograde {assignment}` "
            "grades it."
        )


def _language_of_kernel(name: str) -> str:
    """Return the language that a kernel's name speaks of.

    Examples
    --------
    >>> [_language_of_kernel(name) for name in ("julia-1.10", "conda-env-stats-r", "xcpp17")]
    ['Julia', 'R', 'C++']
    >>> [_language_of_kernel(name) for name in ("conda-env-r-py", "xeus-python", "my-env", "sos3")]
    ['Python', 'Python', 'Python', 'SoS']
    """
    words = re.findall("[a-z]+", name.lower())
    if not _PYTHON_WORDS.isdisjoint(words):
        return PYTHON
    return next((_BY_WORD[word] for word in words if word in _BY_WORD), PYTHON)


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
