"""The zygote's own process: loads, says that it is ready, and forks when asked."""

from __future__ import annotations

import os
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import Closed, Message, receive, send
from weakties.grading.sandbox import Limits, contained_fork, view_of
from weakties.grading.zygote.case import run_case
from weakties.grading.zygote.settings import Settings
from weakties.grading.zygote.warm import warm_up

if TYPE_CHECKING:
    from weakties.grading.sandbox import View

_LIBRARIES = (
    "numpy",
    "pandas",
    "networkx",
    "weakties.check",
    "weakties.data",
    "weakties.grading.shell",
)


def main(control: socket.socket) -> None:
    """Serve one run; the end of the control line ends it."""
    for name in _LIBRARIES:
        import_module(name)
    from weakties.grading.shell import Shell

    shell = Shell()
    settings = Settings.from_json(receive(control).tree)
    _load(settings)
    warm_up(shell)
    root = Path(settings.folder) / "root"
    root.mkdir()
    view = view_of([Path(path) for path in settings.private])
    send(control, Message({"problem": _problem_with(view, root)}))
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a fork
    while True:
        try:
            asked, line = _next_case(control)
        except Closed:
            return
        if os.fork() == 0:
            control.close()
            run_case(line, Limits(**asked["limits"]), asked["files"], view, root, shell)
        line.close()


def _load(settings: Settings) -> None:
    """Load what the submissions will ask for, so that each finds it there."""
    from weakties.data import load

    for name in settings.modules:
        try:
            import_module(name)
        except Exception as error:  # noqa: BLE001 - then a submission meets the error itself
            sys.stderr.write(f"{name} was not loaded: {error}\n")
    for name in settings.datasets:
        load(name)


def _problem_with(view: View, root: Path) -> str:
    """Return why no sandbox can be made here, or an empty text."""
    try:
        contained_fork(view, Limits(), lambda: None, keep=[], folder=root).kill()
    except OSError as error:
        return str(error)
    return ""


def _next_case(control: socket.socket) -> tuple[dict[str, Any], socket.socket]:
    """Wait for the next case and return what it is, and the line to who asked."""
    head, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    if not head:
        raise Closed("the run is over")
    return receive(control).tree, socket.socket(fileno=descriptors[0])


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
