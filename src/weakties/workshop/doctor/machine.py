"""What can be wrong with the machine: no port to listen on, no browser to open."""

from __future__ import annotations

import socket
import webbrowser
from typing import TYPE_CHECKING

from weakties.command import command
from weakties.workshop.doctor.finding import Finding
from weakties.workshop.errors import WorkshopError
from weakties.workshop.port import free_port, refuse_taken_port

if TYPE_CHECKING:
    from collections.abc import Iterator


def wrong_with_machine(port: int | None = None) -> Iterator[Finding]:
    """Yield what keeps the workshop from opening here.

    Parameters
    ----------
    port
        The port that somebody wants; by default any free one.
    """
    try:
        if port:
            refuse_taken_port(port)
        else:
            free_port()
    except WorkshopError as error:
        yield Finding(str(error), "")
    except (OSError, socket.gaierror) as error:
        yield Finding(
            f"Nothing can listen on this machine's own address, 127.0.0.1 ({error.strerror}).",
            "Ask whoever looks after this machine which program forbids it.",
        )
    try:
        webbrowser.get()
    except webbrowser.Error:
        yield Finding(
            "No browser was found here.",
            f"Open the address that {command('start --no-browser')} prints in one yourself.",
        )
