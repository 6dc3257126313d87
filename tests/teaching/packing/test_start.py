"""What an unpacked zip or a stick is opened with: installs once, from beside it, and passes words on."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from weakties.pack import Pack
from weakties.teaching.packing.folder import folder_of
from weakties.teaching.packing.wheel import zipped

MAIN = b"import sys, needed\nprint('weakties', *sys.argv[1:], needed.WORD)\n"


def wheel(name, files, needs="", version="1"):
    """Return a wheel of a few files."""
    about = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}"
    tag = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    texts = {"METADATA": metadata, "WHEEL": tag, "RECORD": ""}
    return zipped({**files, **{f"{about}/{one}": text.encode() for one, text in texts.items()}})


@pytest.fixture
def stick(tmp_path):
    """Return a folder as it is unpacked, with a small library in the place of ours."""
    place = tmp_path / "my stick é"
    for name, data in folder_of({}, "1", Pack("Ours", "open"), offline=True).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(data)
    library = {"weakties/__init__.py": b"", "weakties/__main__.py": MAIN}
    files = {
        "weakties": wheel("weakties", library, "Requires-Dist: needed\n"),
        "needed": wheel("needed", {"needed.py": b"WORD = 'found'\n"}),
    }
    for name, data in files.items():
        (place / "wheels" / f"{name}-1-py3-none-any.whl").write_bytes(data)
    return place


def test_it_installs_once_without_a_network_and_passes_words_on(stick):
    environment = {
        **os.environ,
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
        "PYTHONIOENCODING": "cp1252",
        "PYTHONPATH": "",
    }
    said = [
        subprocess.run(
            [sys.executable, stick / "start.py", "hand-in", "photo"],
            cwd=stick.parent,
            env=environment,
            capture_output=True,
            encoding="cp1252",
            check=True,
        ).stdout
        for _ in range(2)
    ]
    assert said[0] == "Installing, a few minutes ...\nweakties hand-in photo found\n"
    assert said[1] == "weakties hand-in photo found\n"
    assert "and no network" in (stick / "READ ME.txt").read_text(encoding="utf-8")
