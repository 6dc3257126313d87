"""Which version of nbgrader's schema a new gradebook has, told without starting alembic's command."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def schema_version_known() -> Iterator[None]:
    """Let nbgrader ask here for the version that it writes into a new gradebook.

    It starts ``alembic heads`` for that, by name. That takes a second or more, and fails where this
    Python's commands are not on ``PATH``, as when weakties was started by its full path.
    """
    from nbgrader import api

    asked_by_name = api.get_alembic_version
    api.get_alembic_version = newest_schema_version
    try:
        yield
    finally:
        api.get_alembic_version = asked_by_name


def newest_schema_version() -> str:
    """Return the newest version of the schema that the installed nbgrader has."""
    from alembic.config import Config
    from alembic.script import ScriptDirectory
    from nbgrader.dbutil import ALEMBIC_DIR

    settings = Config()
    settings.set_main_option("script_location", ALEMBIC_DIR.replace("%", "%%"))
    return ScriptDirectory.from_config(settings).get_current_head() or ""
