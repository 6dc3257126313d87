"""Who asks is counted by the address that a proxy of ours noted, not by one that anybody can write."""

from __future__ import annotations

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine

from weakties.room.behind import path_below, who_asks


class Line:
    """A connection as a request knows it."""

    class context:  # noqa: N801
        remote_ip = "127.0.0.1"
        protocol = "http"


def asked(noted):
    headers = HTTPHeaders(
        {"Host": "hub.example.org"} | ({"X-Forwarded-For": noted} if noted else {})
    )
    return HTTPServerRequest(
        headers=headers, connection=Line(), start_line=RequestStartLine("GET", "/", "HTTP/1.1")
    )


@pytest.mark.parametrize(
    ("noted", "who"),
    [
        ("192.168.1.20", "192.168.1.20"),
        ("6.6.6.6, 192.168.1.20", "192.168.1.20"),
        ("192.168.1.20, 127.0.0.1, ::1", "192.168.1.20"),
        ("::ffff:192.168.1.20", "192.168.1.20"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("6.6.6.6, nonsense", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
def test_behind_a_proxy_the_last_address_that_is_not_of_this_machine_asks(noted, who):
    assert who_asks(asked(noted), behind=True) == who


def test_without_a_proxy_what_a_request_says_of_its_sender_is_not_believed():
    assert who_asks(asked("192.168.1.20"), behind=False) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "below"),
    [
        ("https://hub.example.org/services/room/", "/services/room"),
        ("https://hub.example.org", ""),
    ],
)
def test_a_room_answers_below_the_path_of_its_address(address, below):
    assert path_below(address) == below
