"""The page of a reader's desk: a server for this machine alone, behind a token in the address."""

from __future__ import annotations

import asyncio
import hmac
import json
import secrets
from contextlib import contextmanager
from importlib.resources import files
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

from weakties.course import CourseError
from weakties.grading.hindrance import what_hinders
from weakties.pages.local import POLICY, Local
from weakties.teaching.reading.agreement import agreement_page
from weakties.teaching.reading.desk import Outdated
from weakties.teaching.reading.reading import NotReadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weakties.teaching.reading.desk import Desk

HOST = "127.0.0.1"
_MOST_BYTES = 200_000
_FILES = {
    "": ("page.html", "text/html; charset=utf-8"),
    "read.js": ("read.js", "text/javascript; charset=utf-8"),
    "save.js": ("save.js", "text/javascript; charset=utf-8"),
    "read.css": ("read.css", "text/css; charset=utf-8"),
}


class _Guarded(Local):
    """Answers only who has the token, and only under this machine's own name."""

    def initialize(self, desk: Desk, token: str) -> None:
        """Take what every answer needs."""
        self.desk = desk
        self.token = token

    def prepare(self) -> None:
        """Refuse everybody else; a foreign page can neither know the token nor send JSON here."""
        name = self.request.host.rpartition(":")[0]
        known = hmac.compare_digest(self.path_args.pop(0).encode(), self.token.encode())
        if not known or name not in (HOST, "localhost"):
            self.set_status(404)
            self.finish("Nothing here. Open the address that the command printed, as a whole.")
        elif self.request.method != "GET" and not self._is_ours():
            self.set_status(403)
            self.finish("Only the page itself may save.")

    def _is_ours(self) -> bool:
        is_json = self.request.headers.get("Content-Type", "").startswith("application/json")
        origin = self.request.headers.get("Origin")
        return is_json and origin in (None, f"http://{self.request.host}")

    def answer(self, made: Callable[[], Any]) -> None:
        """Answer with what is made, or with a sentence that says why it was not."""
        try:
            found = made()
            self.write(found if isinstance(found, str) else json.dumps(found))
        except Outdated as error:
            self._refuse(409, str(error))
        except CourseError as error:
            self._refuse(400, str(error))
        except Exception as error:
            why = what_hinders(error)
            if not why:
                raise
            self._refuse(503, f"{why}.")

    def _refuse(self, status: int, why: str) -> None:
        self.set_status(status)
        self.write(json.dumps({"error": why}))

    def sent(self) -> dict[str, Any]:
        """Return what the page sent."""
        try:
            found = json.loads(self.request.body)
        except ValueError:
            found = None
        if not isinstance(found, dict):
            raise NotReadable("That is no JSON object.")
        return found


class _File(_Guarded):
    def get(self, name: str) -> None:
        """Give one of the page's own files."""
        file, kind = _FILES[name]
        self.set_header("Content-Type", kind)
        self.write(files("weakties.teaching.reading.page").joinpath(file).read_bytes())


class _Overview(_Guarded):
    def get(self) -> None:
        """Give the reader's questions and texts."""
        self.answer(self.desk.overview)


class _Text(_Guarded):
    def get(self, question: str, number: str) -> None:
        """Give a text."""
        self.answer(lambda: self.desk.text(int(question), int(number)))

    def post(self, question: str, number: str) -> None:
        """Save what was made of it."""
        self.answer(lambda: self.desk.save(int(question), int(number), self.sent()))


class _Phrases(_Guarded):
    def post(self, question: str) -> None:
        """Keep or forget a phrase."""

        def made() -> list[str]:
            sent = self.sent()
            return self.desk.phrase(
                int(question), sent.get("phrase"), kept=sent.get("kept") is True
            )

        self.answer(made)


class _Agreement(_Guarded):
    def get(self) -> None:
        """Give the page on how well readers agree; its own policy forbids all but its own style."""
        self.set_header(
            "Content-Security-Policy",
            POLICY.replace("style-src 'self'", "style-src 'unsafe-inline'"),
        )
        self.answer(self._page)

    def _page(self) -> str:
        return agreement_page(self.desk.view(), self.desk.questions, self.desk.room.assignment)


def application(desk: Desk, token: str) -> Application:
    """Return the server's answers."""
    with_desk = {"desk": desk, "token": token}
    at = r"/([\w-]+)/"
    named = "|".join(name.replace(".", r"\.") for name in _FILES)
    return Application(
        [
            (rf"{at}({named})", _File, with_desk),
            (rf"{at}overview", _Overview, with_desk),
            (rf"{at}text/(\d{{1,6}})/(\d{{1,9}})", _Text, with_desk),
            (rf"{at}phrases/(\d{{1,6}})", _Phrases, with_desk),
            (rf"{at}agreement", _Agreement, with_desk),
        ],
        log_function=lambda _: None,
    )


@contextmanager
def serving(desk: Desk, port: int = 0) -> Iterator[str]:
    """Serve a desk in a thread of its own; yield its address, token and all.

    Requests are answered one after the other, so that two clicks of one reader never cross.

    Parameters
    ----------
    desk
        The desk.
    port
        Where to listen; a free port if 0.
    """
    token = secrets.token_urlsafe(24)
    sockets = bind_sockets(port, HOST)
    ready, loops = Event(), []

    async def run() -> None:
        stop = asyncio.Event()
        loops.append((asyncio.get_running_loop(), stop))
        server = HTTPServer(application(desk, token), max_body_size=_MOST_BYTES)
        server.add_sockets(sockets)
        ready.set()
        await stop.wait()
        server.stop()
        await server.close_all_connections()

    thread = Thread(target=lambda: asyncio.run(run()), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield f"http://{HOST}:{sockets[0].getsockname()[1]}/{token}/"
    finally:
        loop, stop = loops[0]
        loop.call_soon_threadsafe(stop.set)
        thread.join(timeout=10)
