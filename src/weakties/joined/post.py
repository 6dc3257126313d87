"""One message to a room, and its answer."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from typing import Any

_SECONDS = 4
_MOST_BYTES = 10_000


class NoAnswer(Exception):
    """A room did not take a message; the text says why."""


class NotReached(NoAnswer):
    """Nobody answered at all."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Goes nowhere but where the learner said."""

    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        """Follow nothing."""


# A room is in the same network: no proxy stands between.
_OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), _Stay)


def post(address: str, path: str, message: dict[str, object]) -> dict[str, Any]:
    """Send a message to a room; return what it answers.

    Raises
    ------
    NoAnswer
        If it can't be reached, or refuses.
    """
    request = urllib.request.Request(  # noqa: S310 - `room_named` lets only http and https through
        address + path, json.dumps(message).encode(), {"Content-Type": "application/json"}
    )
    try:
        with _OPENER.open(request, timeout=_SECONDS) as answer:
            return _object(answer.read(_MOST_BYTES))
    except urllib.error.HTTPError as error:
        with error:
            why = _object(error.read(_MOST_BYTES)).get("error")
        raise NoAnswer(str(why or "The room did not understand.")) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise NotReached(
            "The room can't be reached. Is this machine in the same network, and the address as it "
            "stands on the wall?"
        ) from None


def _object(text: bytes) -> dict[str, Any]:
    """Return a JSON object; an empty one where something else answers than a room."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
