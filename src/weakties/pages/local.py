"""A page that is served on this machine: its browser runs nothing else, and tells nobody of it."""

from __future__ import annotations

from importlib.resources import files

from tornado.web import RequestHandler

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

SHARED = ("elements.js", "screen.css")
"""Files that pages of several servers load."""


def page_file(package: str, name: str) -> bytes:
    """Return a file of a package's pages, or one that they share with others."""
    return files("weakties.pages.shared" if name in SHARED else package).joinpath(name).read_bytes()


class Local(RequestHandler):
    """Answers with the headers of every page of ours that is served."""

    def set_default_headers(self) -> None:
        """Let the browser run nothing but our own files, keep nothing, and tell nobody."""
        self.set_header("Content-Security-Policy", POLICY)
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")
