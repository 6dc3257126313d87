"""The two pages of a projected lesson, on this machine alone and behind a secret."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import asdict
from hmac import compare_digest
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from weakties.course import CourseError
from weakties.pages.local import POLICY, Local, page_file
from weakties.projector.place import Place, keep_place, kept_place
from weakties.projector.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path
    from socket import socket

    from weakties.projector.notes import Note
    from weakties.projector.screens import Screen

HERE = "127.0.0.1"
_MOST_BYTES = 1_000_000
_KINDS = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
}
# Tables and figures of a lesson carry their own style.
_POLICY = POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "img-src 'self'", "img-src 'self' data:"
)


class Show:
    """A lesson that is being shown: the screen that is up, and the pages that follow it.

    Parameters
    ----------
    screens
        Of the lesson.
    notes
        By section.
    beside
        What to say beside single screens, one list for each.
    path
        Where the place is kept until the show ends, for a server that is killed.
    """

    def __init__(
        self,
        screens: Sequence[Screen],
        notes: Mapping[str, Sequence[Note]],
        beside: Sequence[Sequence[str]],
        path: Path | None = None,
    ) -> None:
        self.screens, self.notes, self.beside, self.path = screens, notes, beside, path
        self.place = kept_place(path) if path else Place()
        self.closed = asyncio.Event()
        self.stage = Stage({one.cell: one.source for one in screens if one.cell}, self.tell)
        self.pages: set[_Socket] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def tell(self, told: dict[str, Any]) -> None:
        """Tell every page."""
        for page in tuple(self.pages):
            page.tell(told)

    def go(self, at: int) -> None:
        """Put up another screen, and have its cell run."""
        self.place.at = at = min(max(at, 0), len(self.screens) - 1)
        if at and not self.place.began:
            self.place.began = time.time()
        if self.path:
            keep_place(self.path, self.place)
        self.tell({"kind": "now", "at": at, "began": self.place.began})
        if cell := self.screens[at].cell:
            self.do_soon(self.stage.show(cell))

    def do_soon(self, what: Any) -> None:
        """Do something without keeping a page waiting."""
        task: asyncio.Task[None] = asyncio.ensure_future(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def restart(self) -> None:
        """Start Python again after it has stopped, and go on at the same screen."""
        await self.stage.restart()
        self.go(self.place.at)

    def as_json(self) -> list[dict[str, Any]]:
        """Return all screens, with the notes of their sections."""
        return [
            {
                "section": one.section,
                "opens": one.opens,
                "html": one.html,
                "cell": one.cell,
                "source": one.source,
                "output": one.output,
                "beside": beside,
                "notes": [asdict(note) for note in self.notes.get(one.section, ())],
            }
            for one, beside in zip(self.screens, self.beside, strict=True)
        ]


class _Known(Local):
    """Answers under this machine's name, to whoever has the secret."""

    def initialize(self, show: Show) -> None:
        """Take the show."""
        self.show = show

    def set_default_headers(self) -> None:
        """Let lessons' own styles and pictures through besides our files."""
        super().set_default_headers()
        self.set_header("Content-Security-Policy", _POLICY)

    def prepare(self) -> None:
        """Refuse a foreign name and a wrong secret."""
        if not _is_known(self.show, self.request.host, self.path_args[0]):
            self.set_status(404)
            self.finish("Nothing here. Open the whole address that the command printed.")


def _is_known(show: Show, host: str, secret: str) -> bool:
    return urlsplit(f"//{host}").hostname == HERE and compare_digest(secret, show.place.secret)


class _File(_Known):
    def get(self, _secret: str, name: str) -> None:
        """Give a page or one of its files."""
        name = {"": "slides.html", "notes": "notes.html"}.get(name, name)
        self.set_header("Content-Type", _KINDS[name.rpartition(".")[2]])
        self.finish(page_file("weakties.projector.page", name))


class _Front(_Known):
    def get(self, _secret: str, name: str, kind: str) -> None:
        """Give a widget's front end or its style."""
        if name not in self.show.stage.fronts:
            self.set_status(404)
        self.set_header("Content-Type", _KINDS[kind])
        self.finish(self.show.stage.fronts.get(name, ""))


class _Screens(_Known):
    def get(self, _secret: str) -> None:
        """Give all screens."""
        self.finish(json.dumps({"screens": self.show.as_json()}))


class _Socket(WebSocketHandler):
    """A page: the projector's or the notes'."""

    def initialize(self, show: Show) -> None:
        """Take the show."""
        self.show = show

    async def get(self, *args: str, **named: str) -> None:
        """Let only those through who have the secret."""
        if _is_known(self.show, self.request.host, args[0]):
            await super().get(*args, **named)
        else:
            self.set_status(404)
            await self.finish()

    def check_origin(self, origin: str) -> bool:
        """Let only our own pages in."""
        return urlsplit(origin).netloc == self.request.host

    def open(self, *_args: str, **_named: str) -> None:
        """Tell how things are."""
        self.show.pages.add(self)
        for cell in self.show.stage.outputs:
            self.tell(self.show.stage.told(cell))
        self.show.go(self.show.place.at)
        if self.show.stage.has_stopped:
            self.tell({"kind": "stopped"})

    def tell(self, told: dict[str, Any]) -> None:
        """Tell this page."""
        try:
            self.write_message(json.dumps(told)).add_done_callback(lambda sent: sent.exception())
        except WebSocketClosedError:
            self.show.pages.discard(self)

    def on_message(self, message: str | bytes) -> None:
        """Do what the page asks for."""
        told, stage = json.loads(message), self.show.stage
        if told["do"] == "go":
            self.show.go(int(told["at"]))
        elif told["do"] == "turn":
            self.show.go(self.show.place.at + int(told["by"]))
        elif told["do"] == "restart":
            self.show.do_soon(self.show.restart())
        elif told["do"] == "run" and told["cell"] in stage.cells:
            self.show.do_soon(stage.again(told["cell"], str(told["source"])))
        elif told["do"] == "take" and told["model"] in stage.models:
            stage.take(told["model"], told["state"])

    def on_close(self) -> None:
        """Let it go."""
        self.show.pages.discard(self)


async def serve(show: Show, port: int, opened: Callable[[str], None]) -> None:
    """Serve a lesson's screens until the show is closed.

    Parameters
    ----------
    show
        The lesson.
    port
        Where to listen on this machine; if 0 where a killed server did, else a free one.
    opened
        Told the projector's address; the notes lie below it.

    Raises
    ------
    CourseError
        If the port is taken.
    """
    sockets = _bound(port or show.place.port, may_be_another=not port)
    show.place.port = sockets[0].getsockname()[1]
    server = HTTPServer(application(show), max_body_size=_MOST_BYTES)
    await show.stage.start()
    try:
        server.add_sockets(sockets)
        opened(f"http://{HERE}:{show.place.port}/{show.place.secret}/")
        await show.closed.wait()
    finally:
        server.stop()
        await server.close_all_connections()
        await show.stage.stop()
        if show.path:
            show.path.unlink(missing_ok=True)


def _bound(port: int, *, may_be_another: bool) -> list[socket]:
    try:
        return bind_sockets(port, HERE)
    except OSError as error:
        if may_be_another:
            return bind_sockets(0, HERE)
        raise CourseError(
            f"Port {port} can't be used: {error.strerror}. Give another one with --port."
        ) from None


def application(show: Show) -> Application:
    """Return the server's answers."""
    common = {"show": show}
    behind = r"/([\w-]{8,64})/"
    own = r"(|notes|slides\.js|notes\.js|shared\.js|elements\.js|slides\.css|screen\.css)"
    return Application(
        [
            (behind + own, _File, common),
            (behind + r"screens\.json", _Screens, common),
            (behind + r"front/([0-9a-f]{16})\.(js|css)", _Front, common),
            (behind + "live", _Socket, common),
        ],
        log_function=lambda _: None,
        websocket_max_message_size=_MOST_BYTES,
    )
