"""Open the learner's browser without showing the token to the machine's other users."""

from __future__ import annotations

import html
import os
import webbrowser
from contextlib import contextmanager
from typing import TYPE_CHECKING

from weakties.own_folder import PRIVATE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGE = """<!doctype html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<title>weakties</title>
<p><a href="{address}">Open the workshop</a></p>
"""


@contextmanager
def opened_browser(address: str, folder: Path) -> Iterator[bool]:
    """Open `address`; yield whether a browser was found.

    A command line can be read by others, a private file can't: the browser is sent to a page that
    leads on. It lies in the working folder because browsers packaged as snaps may not look into
    Jupyter's own hidden one.
    """
    page = folder / PRIVATE / "open.html"
    page.unlink(missing_ok=True)
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(_PAGE.format(address=html.escape(address)))
    try:
        yield webbrowser.open(page.as_uri())
    finally:
        page.unlink(missing_ok=True)
