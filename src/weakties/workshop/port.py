"""A port for the server: a free one, or the one that was asked for."""

from __future__ import annotations

import os
import socket

from weakties.workshop.errors import WorkshopError

_HOST = "127.0.0.1"


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def refuse_taken_port(port: int) -> None:
    """Do nothing if a server may listen on `port`.

    Raises
    ------
    WorkshopError
        If something else listens there, or the system keeps it for itself.
    """
    with socket.socket() as probe:
        if os.name != "nt":
            # A server that has just ended leaves its port in a state that only looks taken.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_HOST, port))
        except PermissionError:
            raise WorkshopError(
                f"Port {port} is kept for the system. Choose one above 1023, "
                "or leave --port out to get a free one."
            ) from None
        except OSError:
            raise WorkshopError(
                f"Port {port} is in use, perhaps by an earlier start. Choose another one, "
                f"for example --port {port + 1}, or leave --port out to get a free one."
            ) from None
