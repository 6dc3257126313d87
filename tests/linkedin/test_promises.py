"""What the room promises: no network, cheap to import, and no writing but where it was asked."""

from __future__ import annotations

import ast
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import weakties.linkedin
from weakties.linkedin import mirror
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.reading import read
from weakties.linkedin.sample import write_sample

ROOM = Path(weakties.linkedin.__file__).parent
# urllib.parse takes addresses apart and never opens one.
NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser"),
    *("websockets", "xmlrpc", "subprocess", "multiprocessing", "ctypes"),
}


@pytest.mark.parametrize(
    "module", sorted(ROOM.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOM))
)
def test_no_module_imports_the_network(module):
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names] + [str(node.module)]
        for name in names:
            assert not any(name == one or name.startswith(f"{one}.") for one in NETWORK), name


def test_reading_reporting_and_copying_open_no_socket(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    path = tmp_path / "x.zip"
    write_sample(path)

    assert mirror(path).html()
    write_copy(read(path), tmp_path / "copy.zip")

    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.zip", "x.zip"]


def test_importing_the_room_loads_neither_pandas_nor_numpy():
    code = (
        "import json, sys, weakties.linkedin;"
        "print(json.dumps([name for name in ('pandas', 'numpy', 'socket') if name in sys.modules]))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert json.loads(found.stdout) == []
