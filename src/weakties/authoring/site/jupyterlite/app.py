"""JupyterLite itself: its pages and extensions, as its own builder puts them together."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import weakties
from weakties.course import CourseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
"""The extension that has the settings of the browser's Python."""

OWN_EXTENSION = Path(weakties.__file__).parent / "workshop/jupyter/share/labextensions/weakties"
"""Opens a notebook at the cell that its address names, and lets check panels have buttons."""

SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
    }
}

LINES = {
    "extensions": [".jsonl"],
    "fileFormat": "text",
    "mimeTypes": ["application/jsonl"],
    "name": "jsonl",
}
"""A file of lines, such as a learner's record: taken for JSON, writing a second one never ends."""


def app(
    python: Path, work: Path, title: str, kernel: dict[str, Any], extensions: Sequence[Path]
) -> dict[str, bytes]:
    """Return JupyterLite's files by their path.

    Parameters
    ----------
    python
        That of an environment with its builder.
    work
        A folder for the builder, which is all ours.
    title
        What it is called on screen.
    kernel
        The settings of the browser's Python.
    extensions
        Folders of JupyterLab's extensions.

    Raises
    ------
    CourseError
        If it cannot be built.
    """
    config = {
        "LiteBuildConfig": {
            "apps": ["lab"],
            "federated_extensions": [str(path) for path in extensions],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(work / "out"),
        }
    }
    lite = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": title,
            "enableMemoryStorage": False,
            "exposeAppInBrowser": True,
            "fileTypes": {"jsonl": LINES},
            "litePluginSettings": {KERNEL: kernel},
        },
    }
    sources = {
        "jupyter_lite_config.json": config,
        "jupyter-lite.json": lite,
        "overrides.json": SETTINGS,
    }
    texts = {name: json.dumps(value, indent=1, sort_keys=True) for name, value in sources.items()}
    stamp = work / "made-of"
    builder = (python.parents[1] / "made-of").read_text("utf-8")
    state = hashlib.sha256(f"{builder}{texts}{_digest(extensions)}".encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != state:
        # Upon an earlier build its builder leaves out what it merged before.
        shutil.rmtree(work, ignore_errors=True)
        _build(python, work, texts)
        stamp.write_text(state, "utf-8")
    return {
        path.relative_to(work / "out").as_posix(): path.read_bytes()
        for path in sorted((work / "out").rglob("*"))
        if path.is_file()
    }


def _digest(extensions: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for folder in extensions:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _build(python: Path, work: Path, texts: dict[str, str]) -> None:
    source = work / "source"
    source.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (source / name).write_text(text, "utf-8")
    command = [
        *(python, "-W", "ignore", "-m", "jupyterlite_core", "build"),
        *("--lite-dir", source, "--config", source / "jupyter_lite_config.json"),
    ]
    plain = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1577836800"}
    done = subprocess.run(
        list(map(str, command)),
        cwd=source,
        env=os.environ | plain,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CourseError(f"JupyterLite could not be built:\n{done.stdout}{done.stderr}")
