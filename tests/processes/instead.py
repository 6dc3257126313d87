"""What starts kernels and zygotes, made to take them out of a nursery."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any

from processes.born import Born, nursery, nursery_of_what_it_starts

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    Patch = Callable[[object, str, object], None]
    """Such as `setattr`, or that of a fixture that undoes it."""

_KERNEL = [sys.executable, "-m", "ipykernel_launcher"]


def kernels_are_born(patch: Patch) -> None:
    """Let jupyter_client have its Python kernels out of a nursery."""
    from jupyter_client.provisioning import local_provisioner

    launch = local_provisioner.launch_kernel

    def born(cmd: list[str], *, env: dict[str, str], cwd: Any = None, **more: Any) -> Any:
        if cmd[:3] != _KERNEL:
            return launch(cmd, env=env, cwd=cwd, **more)
        streams = (None, 1, 2)
        place = str(cwd or Path.cwd())
        return Born(nursery("kernel", env), cmd[3:], cwd=place, environment=env, streams=streams)

    patch(local_provisioner, "launch_kernel", born)


def zygotes_are_born(patch: Patch) -> None:
    """Let our engine have its zygotes out of a nursery."""
    from weakties.grading.zygote import client

    def started(
        self: client.Zygote, line: socket.socket, log: IO[bytes], environment: dict[str, str]
    ) -> Any:
        environment = {
            **client._clean_environment(self._home.name),
            **environment,
            **self._cache(),
        }
        return Born(
            nursery("zygote", environment),
            [],
            cwd="/",
            environment=environment,
            streams=(None, None, log.fileno()),
            lines=[line.fileno()],
        )

    patch(client.Zygote, "_started", started)


def commands_are_made_once(patch: Patch) -> None:
    """Let typer's runner keep the command that it makes of an application, with all that is below it."""
    from typer import testing

    patch(testing, "_get_command", cache(testing._get_command))


def comparisons_are_born(patch: Patch) -> None:
    """Let a comparison have both its commands out of nurseries."""
    from weakties.grading.compare import programs

    def born(words: list[str], *, cwd: Any, env: dict[str, str], stdout: int, **_more: Any) -> Any:
        _python, _no_path, flag, what, *rest = words
        kind, arguments = ("weakties", rest) if flag == "-m" else ("nbgrader", [flag, what, *rest])
        nursery_of_what_it_starts(kind, arguments, env)
        streams = (None, stdout, stdout)
        return Born(nursery(kind, env), arguments, cwd=str(cwd), environment=env, streams=streams)

    patch(programs, "subprocess", SimpleNamespace(**{**vars(subprocess), "Popen": born}))
