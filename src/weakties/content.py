"""Where the course's own files lie: beside the code in a wheel, at the root of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def content_root() -> Path:
    """Return the folder that holds ``course/``, ``exercises/``, ``solutions/`` and ``data/``.

    Raises
    ------
    FileNotFoundError
        If neither a wheel's content nor a checkout surrounds the package.
    """
    for root in (_PACKAGE / "content", _PACKAGE.parents[1]):
        if (root / "course" / "course.toml").is_file():
            return root
    raise FileNotFoundError(
        "The course's files were not found beside weakties. Install it again: pip install weakties."
    )
