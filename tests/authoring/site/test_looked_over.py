"""A built site with a dead link, or with something from another host, is not right."""

from __future__ import annotations

from weakties.authoring.site.looked_over import wrong_with


def test_dead_links_and_foreign_hosts_are_found(tmp_path):
    (tmp_path / "good.html").write_text("<h1 id='top'>A</h1><a href='https://example.org'>x</a>")
    (tmp_path / "bad.html").write_text(
        "<a href='good.html#top'>right</a><a href='good.html#nowhere'>x</a><a href='gone.html'>x</a>"
        "<a href='../outside.html'>x</a><script src='https://example.org/x.js'></script>"
        "<img src='data:image/png;base64,AA'><a href='file:///home/x'>x</a>"
    )
    assert wrong_with(tmp_path) == [
        "bad.html: links to good.html#nowhere, where there is no such place",
        "bad.html: links to gone.html, which is not there",
        "bad.html: links to ../outside.html, which is not there",
        "bad.html: links to file:///home/x",
        "bad.html: loads https://example.org/x.js",
    ]
