"""Cut a browser off from everything that is not this machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route, WebSocket

ELSEWHERE = re.compile(r"^(?:https?|wss?)://(?!(?:127\.0\.0\.1|localhost|\[::1\])[:/])")


def cut_off(context: BrowserContext) -> list[str]:
    """Refuse every request that leaves this machine; return the list that they are noted in."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    def watch(socket: WebSocket) -> None:
        if ELSEWHERE.match(socket.url):
            asked.append(socket.url)

    context.route(ELSEWHERE, refuse)
    context.on("page", lambda page: page.on("websocket", watch))
    return asked
