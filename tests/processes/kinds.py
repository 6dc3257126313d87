"""What there are nurseries for: the libraries of each kind of process, and how it goes on from there."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from processes.nursery import Wish


def loaded(kind: str) -> Callable[[Wish], None]:
    """Load what a kind of process needs, and return what it is to run."""
    return {
        "code": _code,
        "kernel": _kernel,
        "nbgrader": _nbgrader,
        "weakties": _weakties,
        "zygote": _zygote,
    }[kind]()


def _code() -> Callable[[Wish], None]:
    """Load what runs cells without a kernel; what cells load may ask who runs them."""
    import_module("weakties.grading.shell.shell")
    return _run_code


def _run_code(wish: Wish) -> None:
    """Do what `python -c` does."""
    _, code, *words = wish.arguments
    sys.argv = ["-c", *words]
    exec(code, {"__name__": "__main__"})  # noqa: S102 - it comes from the tests themselves


_OF_KERNELS = (
    "ipykernel.debugger",  # it would take half of a kernel's beginning
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "IPython.core.completerlib",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "psutil",
    "tornado.platform.asyncio",
    "matplotlib.pyplot",
    "pandas",
)


def _kernel() -> Callable[[Wish], None]:
    """Load what a kernel does before it runs anything, and what most notebooks import then."""
    # Else the debugger says on stderr what it says to nobody in a kernel that is started.
    os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    # A kernel says so before anybody imports matplotlib, which reads it then.
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
    for name in _OF_KERNELS:
        import_module(name)
    import numpy as np
    from ipykernel import kernelapp

    def run(wish: Wish) -> None:
        np.random.seed()  # else all kernels draw the same numbers
        sys.argv = ["ipykernel_launcher", *wish.arguments]
        kernelapp.launch_new_instance()

    return run


def _zygote() -> Callable[[Wish], None]:
    """Load and try what every zygote does before it hears of an assignment."""
    import socket
    import traceback

    from weakties.grading.zygote.__main__ import main, warm_shell

    shell = warm_shell()

    def run(wish: Wish) -> None:
        try:
            main(socket.socket(fileno=wish.lines[0]), shell)
        except BaseException:  # noqa: BLE001 - its last words stand in the log
            traceback.print_exc()
        sys.stderr.flush()
        os._exit(0)

    return run


def _weakties() -> Callable[[Wish], None]:
    """Load the command, and nbgrader, which takes longest."""
    from processes.born import NURSERIES
    from processes.instead import zygotes_are_born
    from weakties.cli import main

    import_module("nbgrader")

    def run(wish: Wish) -> None:
        sys.argv = ["weakties", *wish.arguments]
        sys.path.insert(0, wish.cwd)
        NURSERIES.update(wish.nurseries)
        zygotes_are_born(setattr)
        main()

    return run


def _nbgrader() -> Callable[[Wish], None]:
    """Load all that nbgrader's commands do, and what they ask alembic for a new gradebook."""
    import nbgrader.api
    import nbgrader.apps.nbgraderapp

    from processes.born import NURSERIES
    from processes.instead import kernels_are_born

    # nbgrader calls alembic by name.
    scripts = str(Path(sys.executable).parent)
    os.environ["PATH"] = os.pathsep.join([scripts, os.environ.get("PATH", "")])
    nbgrader.api.get_alembic_version = cache(nbgrader.api.get_alembic_version)
    nbgrader.api.get_alembic_version()
    # It opens the gradebook for each step anew; what an engine has compiled it keeps.
    nbgrader.api.create_engine = cache(nbgrader.api.create_engine)

    def run(wish: Wish) -> None:
        NURSERIES.update(wish.nurseries)
        kernels_are_born(setattr)
        if wish.arguments[0] == "-c":
            _run_code(wish)
            return
        sys.argv = ["nbgrader", *wish.arguments]
        # What `python -m` puts first on the path, for plugins that lie in the course.
        sys.path.insert(0, wish.cwd)
        nbgrader.apps.nbgraderapp.main()

    return run
