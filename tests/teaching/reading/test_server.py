"""The page's server answers only its own page: with the token, under this machine's name, in JSON."""

from __future__ import annotations

import json
import urllib.error
import urllib.request

import pytest

from weakties.teaching.reading.desk import Outdated
from weakties.teaching.reading.reading import NotReadable
from weakties.teaching.reading.server import serving


class DeskOfPaper:
    """Answers as it is told."""

    questions = ()

    def __init__(self):
        self.raised = None
        self.saved = []

    def overview(self):
        if self.raised:
            raise self.raised
        return {"reader": "maria"}

    def text(self, question, number):
        return {"question": question, "number": number}

    def save(self, question, number, sent):
        self.saved.append((question, number, sent))
        return {}

    def phrase(self, _question, phrase, *, kept):
        return [phrase] if kept else []


@pytest.fixture(scope="module")
def served():
    desk = DeskOfPaper()
    with serving(desk) as address:
        yield desk, address


def asked(address, *, body=None, **headers):
    """Return the status, the headers and the text of an answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, body, named)  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def test_the_token_opens_page_and_data_and_nothing_else_does(served):
    _, address = served
    assert address.startswith("http://127.0.0.1:")
    port_and_token = address.removesuffix("/").rpartition("/")
    for path in ("", "read.js", "save.js", "read.css", "overview", "text/0/1"):
        assert asked(address + path)[0] == 200
        status, _, said = asked(f"{port_and_token[0]}/{'x' * 32}/{path}")
        assert status == 404
        assert "maria" not in said
    assert asked(port_and_token[0])[0] == 404
    assert asked(f"{address}../../etc/passwd")[0] == 404


def test_a_name_of_another_machine_is_refused(served):
    _, address = served
    port = address.split(":")[2].split("/")[0]
    assert asked(f"{address}overview", Host=f"evil.example:{port}")[0] == 404
    assert asked(f"{address}overview", Host=f"localhost:{port}")[0] == 200


def test_only_json_of_the_page_itself_is_saved(served):
    desk, address = served
    desk.saved.clear()
    at, plain = f"{address}text/0/7", b'{"comment": "x"}'
    origin = address.rsplit("/", 2)[0]
    assert asked(at, body=plain, Content_Type="text/plain")[0] == 403
    evil = {"Content_Type": "application/json", "Origin": "http://evil.example"}
    assert asked(at, body=plain, **evil)[0] == 403
    assert desk.saved == []
    ours = {"Content_Type": "application/json", "Origin": origin}
    assert asked(at, body=plain, **ours)[0] == 200
    assert desk.saved == [(0, 7, {"comment": "x"})]
    assert asked(at, body=b"[]", **ours)[0] == 400
    assert asked(at, body=b"{", **ours)[0] == 400
    assert asked(f"{address}phrases/0", body=b'{"phrase": "a", "kept": true}', **ours)[2] == '["a"]'


def test_the_browser_is_told_to_run_nothing_else_and_to_tell_nobody(served):
    _, address = served
    for path in ("", "overview"):
        headers = asked(address + path)[1]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("raised", "status", "says"),
    [
        (NotReadable("No such text."), 400, "No such text."),
        (Outdated("Changed."), 409, "Changed."),
        (OSError(28, "No space left on device"), 503, "no room left on the disk"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_sentence(served, raised, status, says):
    desk, address = served
    desk.raised = raised
    found, _, said = asked(f"{address}overview")
    desk.raised = None
    assert (found, says in json.loads(said)["error"]) == (status, True)
