"""A learner's way into the hub without a browser: cookies and requests."""

from __future__ import annotations

import http.cookiejar
import json
import time
import urllib.error
import urllib.parse
import urllib.request

PATIENCE = 900
"""Seconds after which nothing more is expected of a machine, however busy it is."""


class Visitor:
    """A learner's browser, as far as it is cookies and requests."""

    def __init__(self, who: str, url: str) -> None:
        self.who = who
        self.jar = http.cookiejar.CookieJar()
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open
        self.base = url

    def token(self, path: str) -> str:
        """Return the token that goes back with a form of this path."""
        return next((one.value for one in self.jar if one.name == "_xsrf" and one.path == path), "")

    def enter(self, code: str) -> bool:
        """Type a code; return whether it let us in."""
        self.open(f"{self.base}/hub/login", timeout=PATIENCE).read()
        form = {"username": self.who, "password": code, "_xsrf": self.token("/hub/")}
        try:
            self.open(
                f"{self.base}/hub/login?next=/hub/home",
                urllib.parse.urlencode(form).encode(),
                PATIENCE,
            )
        except urllib.error.HTTPError:
            return False
        return any(one.name == "jupyterhub-session-id" for one in self.jar) and any(
            one.name == "jupyterhub-hub-login" for one in self.jar
        )

    def begin(self) -> float:
        """Start a server and return after how many seconds it answers."""
        begun = time.monotonic()
        self.open(f"{self.base}/hub/spawn/{self.who}", timeout=PATIENCE).read()
        while time.monotonic() - begun < PATIENCE:
            try:
                self.open(f"{self.base}/user/{self.who}/lab", timeout=PATIENCE).read()
                self.ask("status")
            except (urllib.error.URLError, ValueError):
                time.sleep(1)
            else:
                return time.monotonic() - begun
        raise TimeoutError(self.who)

    def ask(self, path: str, sent: object = None, *, method: str = "GET") -> dict:
        """Ask their own server's API."""
        address = f"{self.base}/user/{self.who}/api/{path}"
        request = urllib.request.Request(address)  # noqa: S310 - our own
        if sent is not None:
            request.method, request.data = method, json.dumps(sent).encode()
            request.add_header("Content-Type", "application/json")
            request.add_header("X-XSRFToken", self.token(f"/user/{self.who}/"))
        with self.open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read())
