"""The zygote's own process: loads, says that it is ready, and forks when asked."""

from __future__ import annotations

import gc
import os
import random
import signal
import socket
import sys
import traceback
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from weakties.grading.carry import Closed, Message, TooLarge, receive, send
from weakties.grading.collector import uncollected
from weakties.grading.job import Opened
from weakties.grading.sandbox import (
    Exposed,
    Limits,
    Stage,
    become_nobody,
    contained_fork,
    staged,
    view_of,
)
from weakties.grading.sandbox.pages import gather_pages
from weakties.grading.sandbox.system import die_with_parent
from weakties.grading.zygote.case import Forks, World, run_case
from weakties.grading.zygote.opening import Opening, opened
from weakties.grading.zygote.settings import Settings
from weakties.grading.zygote.warm import warm_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weakties.grading.shell.shell import Shell

_LIBRARIES = (
    "encodings.ascii",
    "numpy",
    "pandas",
    "networkx",
    "weakties.check",
    "weakties.measures",
    "weakties.data",
    "weakties.grading.carry.arrays",
    "weakties.grading.carry.frames",
    "weakties.grading.carry.graphs",
    "weakties.grading.shell.shell",
)


def main(control: socket.socket, warm: Shell | None = None) -> None:
    """Serve one run; the end of the control line ends it.

    Parameters
    ----------
    control
        The line to who grades.
    warm
        What `warm_shell` returned, if this process called it already.
    """
    with uncollected():
        shell = warm or warm_shell()
        problem = _without_a_name()
        settings = Settings.from_json(receive(control).tree)
        _load(settings)
    try:
        if problem:
            raise problem
        forks = _begun(settings, shell)
    except Exposed as why:
        send(control, Message({"exposed": str(why)}))
        return
    except OSError as error:
        send(control, Message({"problem": error.strerror or str(error), "opened": {}}))
        return
    gather_pages()
    # What lies where is nothing that a submission should find in its memory.
    settings = replace(settings, private=())
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for a fork
    found, lines = {}, {}
    for name, sources in settings.openings.items():
        opening = Opening(sources, settings.files, settings.cell_seconds)
        found[name], lines[name] = _opened(control, forks, opening)
    send(control, Message({"problem": "", "opened": found}))
    _serve(control, forks, lines)


def warm_shell() -> Shell:
    """Load what every run needs, try it, and return what runs cells; there is one for a process."""
    for name in _LIBRARIES:
        import_module(name)
    from weakties.grading.shell.shell import Shell

    shell = Shell()
    # Before anything is known of the assignment: who tells loads nbgrader meanwhile.
    warm_up(shell)
    return shell


def _without_a_name() -> OSError | None:
    """Become nobody, as long as no module of an instructor's has begun a thread."""
    try:
        become_nobody()
    except OSError as error:
        return error
    return None


def _begun(settings: Settings, shell: Shell) -> Forks:
    """Return what the forks begin with, or raise what keeps a sandbox from being made here."""
    view = view_of([Path(path) for path in settings.private])
    root, checks = (Path(settings.folder) / name for name in ("root", "checks"))
    for folder in (root, checks):
        folder.mkdir()
    forks = Forks(staged(view, root), checks, shell)
    _try_one(forks.stage)
    return forks


def _try_one(stage: Stage) -> None:
    """Raise what keeps a sandbox from being made here."""
    told, tells = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            contained_fork(stage, Limits(), lambda: None, keep=[]).kill()
        except OSError as error:
            os.write(tells, (error.strerror or str(error)).encode())
        finally:
            os._exit(0)
    os.close(tells)
    with os.fdopen(told, encoding="utf-8") as text:
        problem = text.read()
    os.waitpid(process, 0)
    if problem:
        raise OSError(problem)


def _opened(
    control: socket.socket, forks: Forks, opening: Opening
) -> tuple[dict[str, Any], socket.socket]:
    """Fork a process that runs an opening and then serves those who start from there."""
    ours, theirs = socket.socketpair()
    process = os.fork()
    if process == 0:
        try:
            control.close()
            ours.close()
            die_with_parent(signal.SIGKILL)
            with uncollected():
                ran = opened(forks.shell, opening, forks.checks)
                gc.collect()
            send(theirs, Message(ran.as_json()))
            randomness = random.getstate() if ran.seeded else None
            _serve(theirs, replace(forks, randomness=randomness), {})
        finally:
            os._exit(0)
    theirs.close()
    try:
        most = (len(opening.sources) + 1) * opening.seconds
        return receive(ours, seconds=most).tree, ours
    except Closed:
        return Opened(obstacle="it ends the process").as_json(), ours
    except (TimeoutError, TooLarge):
        os.kill(process, signal.SIGKILL)
        return Opened(obstacle="it takes too long, or puts out too much").as_json(), ours


def _serve(control: socket.socket, forks: Forks, openings: Mapping[str, socket.socket]) -> None:
    """Fork for each case that comes, or hand it on to where its opening was run."""
    while True:
        try:
            asked, line = _next_case(control)
        except Closed:
            return
        opening = openings.get(asked["opening"])
        if opening is not None:
            socket.send_fds(opening, [b"c"], [line.fileno()])
            send(opening, Message(asked))
        elif os.fork() == 0:
            control.close()
            run_case(
                line,
                forks,
                World(
                    Limits(**asked["limits"]),
                    asked["files"],
                    asked["seed"],
                    asked["shows"],
                    asked["twice"],
                ),
            )
        line.close()


def _load(settings: Settings) -> None:
    """Load what the submissions will ask for, so that each finds it there."""
    from weakties.data import load
    from weakties.data.editions import former_editions

    for name in settings.modules:
        try:
            if "." in name and find_spec(name) is None:
                continue
            import_module(name)
        except ModuleNotFoundError:
            continue  # a name in a module, not a module
        except Exception as error:  # noqa: BLE001 - then a submission meets the error itself
            sys.stderr.write(f"{name} was not loaded: {error}\n")
    for edition in (None, *former_editions()):
        for name in settings.datasets:
            load(name, edition)


def _next_case(control: socket.socket) -> tuple[dict[str, Any], socket.socket]:
    """Wait for the next case and return what it is, and the line to who asked."""
    head, descriptors, _, _ = socket.recv_fds(control, 1, 1)
    if not head:
        raise Closed("the run is over")
    return receive(control).tree, socket.socket(fileno=descriptors[0])


if __name__ == "__main__":
    try:
        main(socket.socket(fileno=int(sys.argv[1])))
    except BaseException:  # noqa: BLE001 - its last words stand in the log
        traceback.print_exc()
    sys.stderr.flush()
    # Taking all that was loaded apart takes longer than a submission.
    os._exit(0)
