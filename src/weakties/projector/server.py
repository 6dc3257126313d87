"""The two pages of a projected lesson, on this machine alone and behind a secret."""

from __future__ import annotations

import asyncio
import json
import secrets
from hmac import compare_digest
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from weakties.course import CourseError
from weakties.pages.local import POLICY, Local, page_file
from weakties.projector.stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from weakties.facilitation import Part
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
    """A lesson that is being shown: the screen that is up, and the pages that follow it."""

    def __init__(self, screens: Sequence[Screen], notes: dict[str, list[Part]]) -> None:
        self.screens, self.notes = screens, notes
        self.secret = secrets.token_urlsafe(16)
        self.at = 0
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
        self.at = min(max(at, 0), len(self.screens) - 1)
        self.tell({"kind": "now", "at": self.at})
        if cell := self.screens[self.at].cell:
            self.do_soon(self.stage.show(cell))

    def do_soon(self, what: Any) -> None:
        """Do something without keeping a page waiting."""
        task: asyncio.Task[None] = asyncio.ensure_future(what)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

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
                "asks": "Prediction(" in one.source,
                "notes": [
                    {
                        "title": part.title,
                        "minutes": part.minutes,
                        "you": part.you,
                        "they": part.they,
                    }
                    for part in self.notes.get(one.section, ())
                ],
            }
            for one in self.screens
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
    return urlsplit(f"//{host}").hostname == HERE and compare_digest(secret, show.secret)


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
        self.show.go(self.show.at)

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
        Where to listen on this machine; a free one if 0.
    opened
        Told the projector's address; the notes lie below it.

    Raises
    ------
    CourseError
        If the port is taken.
    """
    try:
        sockets = bind_sockets(port, HERE)
    except OSError as error:
        raise CourseError(
            f"Port {port} can't be used: {error.strerror}. Give another one with --port."
        ) from None
    server = HTTPServer(application(show), max_body_size=_MOST_BYTES)
    await show.stage.start()
    try:
        server.add_sockets(sockets)
        opened(f"http://{HERE}:{sockets[0].getsockname()[1]}/{show.secret}/")
        await show.closed.wait()
    finally:
        server.stop()
        await server.close_all_connections()
        await show.stage.stop()


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
