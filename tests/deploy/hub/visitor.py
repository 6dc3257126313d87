"""A learner's way into the hub without a browser: cookies, requests and a kernel's line."""

from __future__ import annotations

import asyncio
import http.cookiejar
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

if TYPE_CHECKING:
    from collections.abc import Mapping

PATIENCE = 900
"""Seconds after which nothing more is expected of a machine, however busy it is."""
EXERCISE = "contents/exercises/photo/photo.ipynb"
ANSWER = "photo-q1-answer"
TEXT = "photo-reflection-answer"


class Visitor:
    """Somebody who uses the hub over its addresses alone."""

    def __init__(self, who: str, url: str) -> None:
        self.who, self.base = who, url
        self.jar = http.cookiejar.CookieJar()
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open
        self.kernel = ""

    def enter(self, code: str) -> bool:
        """Type a code; return whether it let us in."""
        self.open(f"{self.base}/hub/login", timeout=PATIENCE).read()
        form = {"username": self.who, "password": code, "_xsrf": self._token("/hub/")}
        sent = urllib.parse.urlencode(form).encode()
        try:
            self.open(f"{self.base}/hub/login?next=/hub/home", sent, PATIENCE)
        except urllib.error.HTTPError:
            return False
        names = {one.name for one in self.jar}
        return {"jupyterhub-session-id", "jupyterhub-hub-login"} <= names

    def begin(self) -> None:
        """Start a server and return when it answers."""
        begun = time.monotonic()
        self.open(f"{self.base}/hub/spawn/{self.who}", timeout=PATIENCE).read()
        while time.monotonic() - begun < PATIENCE:
            try:
                self.open(f"{self.base}/user/{self.who}/lab", timeout=PATIENCE).read()
                self.ask("status")
            except (urllib.error.URLError, ValueError):
                time.sleep(0.5)
            else:
                return
        raise TimeoutError(self.who)

    def ask(self, path: str, sent: object = None, *, method: str = "GET", of: str = "api") -> Any:
        """Ask their own server's API, or one that an extension has below another name."""
        address = f"{self.base}/user/{self.who}/{of}/{path}"
        request = urllib.request.Request(address)  # noqa: S310 - our own
        if sent is not None:
            request.method, request.data = method, json.dumps(sent).encode()
            request.add_header("Content-Type", "application/json")
            request.add_header("X-XSRFToken", self._token(f"/user/{self.who}/"))
        with self.open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read())

    def runs_welcome(self) -> bool:
        """Run the cells of welcome, one after the other; return whether none ended in an error."""
        cells = self.ask("contents/course/welcome.ipynb")["content"]["cells"]
        for cell in cells:
            if cell["cell_type"] == "code":
                self.run(cell["source"])
        return True

    def answers(self, source: str, text: str) -> bool:
        """Answer a question and write a text; return whether the question's check looked at it."""
        notebook = self.ask(EXERCISE)["content"]
        cells = {cell["id"]: cell for cell in notebook["cells"]}
        cells[ANSWER]["source"], cells[TEXT]["source"] = source, text
        self.ask(EXERCISE, {"type": "notebook", "content": notebook}, method="PUT")
        self.run(source)
        return "formal_effect" in self.run(cells["photo-q1-check"]["source"])

    def kept(self) -> str:
        """Return what their answer is now."""
        cells = self.ask(EXERCISE)["content"]["cells"]
        return next(cell["source"] for cell in cells if cell["id"] == ANSWER)

    def grades_by_hand(self, unit: str, points: Mapping[str, float], said: str) -> dict[str, str]:
        """Give texts points and a comment, as the Formgrader's pages do; return these pages."""
        pages, form = {}, "formgrader/api"
        handed_in = self.ask(f"submitted_notebooks/{unit}/{unit}", of=form)
        for one in (one for one in handed_in if one["student"] in points):
            page = f"/user/{self.who}/formgrader/submissions/{one['id']}/"
            with self.open(self.base + page, timeout=PATIENCE) as answer:
                pages[one["student"]] = answer.read().decode()
            sent = {"manual_score": points[one["student"]], "manual_comment": said}
            for kind in ("grade", "comment"):
                rows = self.ask(f"{kind}s?submission_id={one['id']}", of=form)
                (row,) = (row["id"] for row in rows if row["name"] == TEXT)
                self.ask(f"{kind}/{row}", sent, method="PUT", of=form)
        return pages

    def run(self, code: str) -> str:
        """Run code in a kernel of theirs; return what it showed."""
        if not self.kernel:
            self.kernel = self.ask("kernels", {"name": "python3"}, method="POST")["id"]
        return asyncio.run(
            self._asked(f"/user/{self.who}/api/kernels/{self.kernel}/channels", code)
        )

    def status(self, path: str) -> int:
        """Return how an address of the hub answers them."""
        try:
            return self.open(self.base + path, timeout=PATIENCE).status
        except urllib.error.HTTPError as error:
            return error.code

    def reads(self, path: str) -> str:
        """Return a page that lies in their folder."""
        address = f"{self.base}/user/{self.who}/files/{path}"
        with self.open(address, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def _token(self, path: str) -> str:
        return next((one.value for one in self.jar if one.name == "_xsrf" and one.path == path), "")

    async def _asked(self, path: str, code: str) -> str:
        mine = [one for one in self.jar if path.startswith(one.path)]
        cookies = "; ".join(f"{one.name}={one.value}" for one in mine)
        address = self.base.replace("http", "ws", 1) + path
        patient = {"connect_timeout": PATIENCE, "request_timeout": PATIENCE}
        headers = {"Cookie": cookies}
        line = await websocket_connect(HTTPRequest(address, headers=headers, **patient))
        number, said = uuid4().hex, ""
        about = {"msg_id": number, "msg_type": "execute_request", "username": "", "session": number}
        asked = {
            "header": {**about, "version": "5.3"},
            "content": {"code": code, "silent": False, "allow_stdin": False},
            "parent_header": {},
            "metadata": {},
            "buffers": [],
            "channel": "shell",
        }
        await line.write_message(json.dumps(asked))
        replied = idle = False
        while not (replied and idle):
            told = await line.read_message()
            if told is None:
                raise ConnectionError(path)
            message = json.loads(told)
            if message["parent_header"].get("msg_id") != number:
                continue
            content = message["content"]
            if message["msg_type"] == "execute_reply":
                if content["status"] != "ok":
                    raise RuntimeError(content)
                replied = True
            idle = idle or content.get("execution_state") == "idle"
            said += content.get("text", "") + str(content.get("data", {}).get("text/html", ""))
        line.close()
        return said
