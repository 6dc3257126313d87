"""Show a built site on this machine, and to this machine only."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOOPBACK = "127.0.0.1"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word in the terminal."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


def server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server of a folder, which listens on this machine only.

    Parameters
    ----------
    folder
        The site.
    port
        Where to listen; 0 for a free one.
    """
    return ThreadingHTTPServer((LOOPBACK, port), partial(_Quiet, directory=str(folder)))


def serve(folder: Path, port: int, *, tell: Callable[[str], object]) -> None:
    """Serve a site until somebody interrupts.

    Parameters
    ----------
    folder, port
        As for :func:`server`.
    tell
        Gets the sentence with the address.
    """
    with server(folder, port) as running, suppress(KeyboardInterrupt):
        tell(f"http://{LOOPBACK}:{running.server_port}/ (Ctrl+C ends it)")
        running.serve_forever()
