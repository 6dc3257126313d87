"""The room's server: pages for everybody, and what each of them may send."""

from __future__ import annotations

import io
import json
import re
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import segno
from tornado.web import Application, RedirectHandler
from tornado.websocket import WebSocketHandler

from weakties.pages.local import SHARED, Local, page_file
from weakties.room.behind import path_below, who_asks
from weakties.room.codes import plain_code, same
from weakties.room.live import FLOODED, UNKNOWN
from weakties.room.session import Refused
from weakties.room.taking import Limits, TooMuch, flat, taken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tornado.httputil import HTTPServerRequest
    from tornado.web import RequestHandler

    from weakties.room.live import Audience, Live

MOST_BYTES = 4_000
"""Of one request: no honest one comes near."""
_KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_FILES = (*SHARED, "room.css", "shared.js", "dots.js", "join.js", "wall.js", "instructor.js")


class _Answers(Local):
    """Answers under the room's own names only, and takes nothing from other sites."""

    def initialize(self, live: Live, hosts: frozenset[str], limits: Limits) -> None:
        """Take what every answer needs."""
        self.live, self.hosts, self.limits = live, hosts, limits

    def prepare(self) -> None:
        """Refuse a foreign name, a foreign page, and whoever sends too much."""
        if _name(self.request.host) not in self.hosts:
            self.refuse(404, "Nothing here under this name.")
        elif self.request.method != "GET" and not _is_ours(self.request):
            self.refuse(403, "Only the room's own pages may send.")

    def write_error(self, status_code: int, **_told: object) -> None:
        """Say nothing about what went wrong inside."""
        self.refuse(status_code, "That did not work.")

    def refuse(self, status: int, why: str) -> None:
        """Answer with a sentence."""
        self.set_status(status)
        self.finish(json.dumps({"error": why}))

    def who(self) -> str:
        """Return the address of who asks."""
        return who_asks(self.request, behind=self.live.behind)

    def sent(self) -> dict[str, Any]:
        """Return what was sent: a flat JSON object."""
        return flat(self.request.body)

    def answered(self, made: Callable[[], dict[str, Any]]) -> None:
        """Answer with what is made, or with the sentence that says why it was not."""
        try:
            self.finish(json.dumps(made()))
        except Refused as error:
            self.refuse(400, str(error))


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def _is_ours(request: HTTPServerRequest) -> bool:
    """Say whether a request comes from our page or from a notebook, not from another site."""
    origin = request.headers.get("Origin")
    ours = origin is None or urlsplit(origin).netloc == request.host
    return ours and request.headers.get("Content-Type", "").startswith("application/json")


class _WithPages(_Answers):
    def page(self, name: str) -> None:
        """Give one of the pages."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page_file("weakties.room.page", f"{name}.html"))


class _Page(_WithPages):
    def get(self) -> None:
        """Give the page on which participants join."""
        self.page("join")


class _Behind(_WithPages):
    """A page that only who knows its secret finds."""

    def get(self, which: str, secret: str) -> None:
        """Give the wall or the instructor's page."""
        if _knows(self.live, which, secret):
            self.page(which)
        else:
            self.refuse(404, "Nothing here. Open the whole address that the command printed.")


def _knows(live: Live, which: str, secret: str) -> bool:
    return same(secret, live.secrets.wall if which == "wall" else live.secrets.instructor)


class _File(_Answers):
    def get(self, name: str) -> None:
        """Give one of the pages' own files."""
        self.set_header("Content-Type", _KINDS[name.rpartition(".")[2]])
        self.finish(page_file("weakties.room.page", name))


class _Picture(_Answers):
    def get(self) -> None:
        """Give the QR code of the room's address."""
        picture = io.BytesIO()
        code = segno.make(f"{self.live.address}#{self.live.room.code}", micro=False)
        code.save(picture, kind="svg", border=2, light="#fff", xmldecl=False, svgclass=None)
        self.set_header("Content-Type", "image/svg+xml")
        self.finish(picture.getvalue())


class _Join(_Answers):
    def post(self) -> None:
        """Let somebody in."""
        self.answered(self._joined)

    def _joined(self) -> dict[str, Any]:
        who, at = self.who(), time.monotonic()
        limits, told = self.limits, self.sent()
        if limits.wrong_codes.is_spent(who, at) or limits.all_wrong_codes.is_spent("", at):
            raise Refused("Too many wrong codes. Wait a minute, then look at the wall again.")
        code = plain_code(told.get("code"))
        if code != self.live.room.code:
            limits.wrong_codes.allows(who, at)
            limits.all_wrong_codes.allows("", at)
        elif not limits.joins.allows(who, at):
            raise Refused("Many join at this moment. Try again in a few seconds.")
        ticket = self.live.room.join(code, agreed=told.get("agreed"))
        self.live.changed()
        return {"ticket": ticket}


class _Send(_Answers):
    def post(self, what: str) -> None:
        """Take what a participant sends."""
        self.answered(lambda: self._taken(what))

    def _taken(self, what: str) -> dict[str, Any]:
        told = self.sent()
        return taken(self.live, self.limits, self.who(), told.get("ticket"), what, told)


class _Now(_Answers):
    def post(self) -> None:
        """Tell how things are to a page that can't listen and so looks again and again."""
        try:
            ticket = self.sent().get("ticket")
            self.live.room.person(ticket)
        except Refused as error:
            self.refuse(404, str(error))
        else:
            self.answered(lambda: self._told(str(ticket)))

    def _told(self, ticket: str) -> dict[str, Any]:
        if not self.limits.looks.allows(ticket, time.monotonic()):
            raise TooMuch
        return self.live.told("participants")


class _Do(_Answers):
    def post(self, secret: str) -> None:
        """Do what the instructor asks for."""
        if _knows(self.live, "instructor", secret):
            self.answered(self._done)
        else:
            self.refuse(404, "Nothing here.")

    def _done(self) -> dict[str, Any]:
        told, live = self.sent(), self.live
        room, at = live.room, live.now()
        actions: dict[object, Callable[[], None]] = {
            "ask": lambda: room.ask(told.get("name"), at),
            "show": room.show_votes,
            "again": room.ask_again,
            "reveal": room.reveal,
            "play": lambda: room.show_play(told.get("name"), at),
            "clear": lambda: room.clear(at),
            "time": lambda: room.time(told.get("minutes"), at),
            "hands": room.lower_hands,
            "lock": lambda: setattr(room, "locked", told.get("on") is True),
            "close": live.closed.set,
        }
        action = actions.get(str(told.get("what")))
        if action is None:
            raise Refused("There is no such thing to do.")
        action()
        live.changed(for_all=True)
        return {"said": "Done."}


class _Socket(WebSocketHandler):
    """A page that listens; a participant's says its ticket first, and then what it sends."""

    def initialize(
        self, live: Live, hosts: frozenset[str], limits: Limits, audience: Audience
    ) -> None:
        """Take what every connection needs."""
        self.live, self.hosts, self.limits, self.audience = live, hosts, limits, audience
        self.ticket = ""

    async def get(self, *args: str, **named: str) -> None:
        """Let only those through who know the room's name, and the secret where there is one."""
        is_known = self.audience == "participants" or _knows(self.live, self.audience, args[0])
        full = self.live.connections(self.audience) >= 3 * self.live.room.most
        if _name(self.request.host) not in self.hosts or not is_known or full:
            self.set_status(404)
            await self.finish()
        else:
            await super().get(*args, **named)

    def check_origin(self, origin: str) -> bool:
        """Let only our own pages listen."""
        return urlsplit(origin).netloc == self.request.host

    def open(self, *_args: str, **_named: str) -> None:
        """Tell at once whoever needs no ticket."""
        if self.audience != "participants":
            self.live.opened(self.audience, self)

    def on_message(self, message: str | bytes) -> None:
        """Take a ticket, and then what its owner sends; anything else ends the connection."""
        if self.audience != "participants":
            self.close(UNKNOWN, "unknown")
        elif self.ticket:
            self._take(message)
        elif isinstance(message, str) and message in self.live.room.people:
            self.ticket = message
            self.live.opened(self.audience, self)
        else:
            self.close(UNKNOWN, "unknown")

    def _take(self, message: str | bytes) -> None:
        """Answer what was sent under the number that came with it; cut off whoever floods."""
        number: object = None
        try:
            told = flat(message)
            number = told.get("number")
            who = who_asks(self.request, behind=self.live.behind)
            said = taken(self.live, self.limits, who, self.ticket, str(told.get("what")), told)
        except Refused as error:
            said = {"error": str(error)}
            if isinstance(error, TooMuch):
                self.close(FLOODED, "too much")
                return
        self.live.answer(self, {"number": number if isinstance(number, int) else None, **said})

    def on_close(self) -> None:
        """Let it go."""
        self.live.gone(self)


def application(live: Live, hosts: frozenset[str]) -> Application:
    """Return the server's answers.

    Parameters
    ----------
    live
        The room.
    hosts
        The names under which it answers.
    """
    common: dict[str, Any] = {"live": live, "hosts": hosts, "limits": Limits()}
    named = "|".join(map(re.escape, _FILES))
    behind = r"([\w-]{8,64})"
    below = path_below(live.address)
    answers: list[tuple[str, type[RequestHandler], dict[str, Any]]] = [
        (r"/", _Page, common),
        (rf"/(wall|instructor)/{behind}/", _Behind, common),
        (rf"/files/({named})", _File, common),
        (r"/code\.svg", _Picture, common),
        (r"/join", _Join, common),
        (r"/(vote|hand|check|played|leave|mine)", _Send, common),
        (r"/now", _Now, common),
        (rf"/instructor/{behind}/do", _Do, common),
        (r"/live", _Socket, {**common, "audience": "participants"}),
        (rf"/wall/{behind}/live", _Socket, {**common, "audience": "wall"}),
        (rf"/instructor/{behind}/live", _Socket, {**common, "audience": "instructor"}),
    ]
    rules: list[Any] = [
        (rf"(?:{re.escape(below)})?{path}", handler, told) for path, handler, told in answers
    ]
    if below:
        rules.append((re.escape(below), RedirectHandler, {"url": f"{below}/"}))
    return Application(
        rules,
        log_function=lambda _: None,
        websocket_max_message_size=MOST_BYTES,
        websocket_ping_interval=20,
        websocket_ping_timeout=20,
    )
