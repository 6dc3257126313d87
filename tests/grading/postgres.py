"""A PostgreSQL server of the tests' own: found on this machine, or installed where Debian's can be."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path:
    """Return the folder of PostgreSQL's programs; install them if they are missing.

    Raises
    ------
    RuntimeError
        If there are none and none can be installed.
    """
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install = "apt-get -qq update && apt-get -qq install -y --no-install-recommends postgresql"
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(
            ["sh", "-c", install], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        found = _found()
    if found is None:
        raise RuntimeError("The tests need PostgreSQL: install it, or run them as root on Debian.")
    return found


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server with one empty database and yield the address of that database."""
    # The socket lies in the folder too, and its name may not be long.
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with _server_in(folder) as address:
            yield address


@contextmanager
def _server_in(folder: Path) -> Iterator[str]:
    place = programs()
    as_somebody = _for_postgres(folder)
    data = folder / "data"
    subprocess.run(
        [place / "initdb", "-D", data, "-A", "trust", "-U", "tests", "--no-sync"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        **as_somebody,
    )
    server = subprocess.Popen(
        [place / "postgres", "-D", data, "-k", folder, "-h", "", "-F"],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **as_somebody,
    )
    try:
        create = [place / "createdb", "-h", folder, "-U", "tests", "gradebook"]
        for _ in range(100):
            if subprocess.run(create, check=False, capture_output=True, cwd=folder).returncode == 0:
                break
            time.sleep(0.1)
        yield f"postgresql+psycopg://tests@/gradebook?host={folder}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _found() -> Path | None:
    on_path = shutil.which("initdb")
    places = [
        *sorted(_DEBIAN.glob("*/bin"), reverse=True),
        *([Path(on_path).parent] if on_path else []),
    ]
    return next((place for place in places if (place / "createdb").exists()), None)


def _for_postgres(folder: Path) -> dict[str, str]:
    """Return who runs the server: it refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(folder, "postgres", "postgres")
    return {"user": "postgres", "group": "postgres"}
