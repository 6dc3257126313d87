"""What a process has loaded from which nbgrader's commands are forked."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

import nbgrader.api
import nbgrader.apps.nbgraderapp

# nbgrader calls alembic by name.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
nbgrader.api.get_alembic_version = cache(nbgrader.api.get_alembic_version)
nbgrader.api.get_alembic_version()
