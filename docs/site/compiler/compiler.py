"""Compiles each source of an archive; a source that is no Python of this version is left out."""

from importlib.util import MAGIC_NUMBER, source_hash
from marshal import dumps, loads
from pathlib import Path
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

FOLDER = Path("/folder")

# PEP 552: the file goes by its source's hash and not by its time, and nobody compares.
UNCHECKED = (1).to_bytes(4, "little")


def compiled(source, place):
    """Return a source as the file that Python would keep of it; the same bytes every time."""
    code = dumps(compile(source, place, "exec", dont_inherit=True))
    # Once more: what marshal writes tells how often a constant is in use just now.
    again = dumps(loads(code))  # noqa: S302 - it was written on the line above
    return MAGIC_NUMBER + UNCHECKED + source_hash(source) + again


def main():
    """Read the sources, write the bytecode."""
    with (
        ZipFile(FOLDER / "sources.zip") as sources,
        ZipFile(FOLDER / "bytecode.zip", "w") as bytecode,
        catch_warnings(),
    ):
        simplefilter("ignore")
        for place in sources.namelist():
            try:
                bytecode.writestr(place, compiled(sources.read(place), place))
            except (SyntaxError, ValueError):
                continue


main()
