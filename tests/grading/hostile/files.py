"""Folders that no learner's notebook should look like, against the grader itself."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

NAME = "photo.ipynb"
NO_TEXT = os.fsdecode(b"\xff\xfe")
"""A learner's name that is no text, and that no gradebook can hold."""


def broken_json(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / NAME).write_text('{"cells": [', encoding="utf-8")


def empty(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / NAME).write_bytes(b"")


def random_bytes(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / NAME).write_bytes(bytes(range(256)) * 400)


def no_notebook(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / NAME).write_text("[1, 2, 3]", encoding="utf-8")


def cells_that_are_none(folder: Path, blank: Any, _root: Path) -> None:
    (folder / NAME).write_text(json.dumps({**blank, "cells": [1, None, "x"]}), encoding="utf-8")


def a_hundred_thousand_cells(folder: Path, blank: Any, _root: Path) -> None:
    cell = {"cell_type": "markdown", "id": "x", "metadata": {}, "source": "x"}
    (folder / NAME).write_text(json.dumps({**blank, "cells": [cell] * 100_000}), encoding="utf-8")


def deep_nesting(folder: Path, blank: Any, _root: Path) -> None:
    deep = "[" * 50_000 + "]" * 50_000
    text = json.dumps({**blank, "metadata": "DEEP"}).replace('"DEEP"', '{"a": ' + deep + "}")
    (folder / NAME).write_text(text, encoding="utf-8")


def fairly_deep_nesting(folder: Path, blank: Any, _root: Path) -> None:
    deep = "[" * 700 + "]" * 700
    text = json.dumps({**blank, "metadata": "DEEP"}).replace('"DEEP"', '{"a": ' + deep + "}")
    (folder / NAME).write_text(text, encoding="utf-8")


def huge_file(folder: Path, blank: Any, _root: Path) -> None:
    with (folder / NAME).open("w", encoding="utf-8") as file:
        file.write(json.dumps(blank))
        file.write(" " * (60 * 2**20))


def link_to_a_secret(folder: Path, _blank: Any, root: Path) -> None:
    (folder / NAME).symlink_to(root / "outside")


def link_to_another_submission(folder: Path, _blank: Any, root: Path) -> None:
    (folder / NAME).symlink_to(root / "course" / "submitted" / "0-honest" / "photo" / NAME)


def pipe(folder: Path, _blank: Any, _root: Path) -> None:
    os.mkfifo(folder / NAME)


def notebook_that_is_a_folder(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / NAME).mkdir()


def nothing_but_another_file(folder: Path, _blank: Any, _root: Path) -> None:
    (folder / "notes.txt").write_text("", encoding="utf-8")


def nothing_at_all(_folder: Path, _blank: Any, _root: Path) -> None:
    pass


def half_an_emoji_in_a_name(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    (folder / os.fsdecode(b"\xed\xa0\xbd.csv")).write_text("x", encoding="utf-8")


def path_file_beside(folder: Path, blank: Any, root: Path) -> None:
    _beside(folder, blank)
    lines = f"import os; os._exit(1)\n{root / 'course'}\n"
    (folder / "course.pth").write_text(lines, encoding="utf-8")


def _beside(folder: Path, blank: Any) -> None:
    (folder / NAME).write_text(json.dumps(blank), encoding="utf-8")


def links_beside(folder: Path, blank: Any, root: Path) -> None:
    _beside(folder, blank)
    (folder / "link").symlink_to(root / "outside")
    (folder / "links").symlink_to(root / "home", target_is_directory=True)
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "course").symlink_to(root / "course", target_is_directory=True)


def hard_link_beside(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    (folder / "a").write_text("a", encoding="utf-8")
    os.link(folder / "a", folder / "b")


def pipes_beside(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    os.mkfifo(folder / "pipe")


def control_characters_in_names(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    for name in ("a\nb", "\x1b[2J", "x\u202ey", "*", "$(touch x)", "-rf", "%s%n", " "):
        (folder / name).write_text("x", encoding="utf-8")
    (folder / os.fsdecode(b"\xff\xfe")).write_text("x", encoding="utf-8")


def shadows_beside(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    for name in ("pandas", "numpy", "networkx", "weakties", "IPython", "json", "sitecustomize"):
        (folder / f"{name}.py").write_text(
            "question = load = 2.0\nraise SystemExit", encoding="utf-8"
        )
    (folder / "weakties.toml").write_text('edition = "easy"', encoding="utf-8")
    (folder / "nbgrader_config.py").write_text("raise SystemExit", encoding="utf-8")
    (folder / "ipython_config.py").write_text("raise SystemExit", encoding="utf-8")


def many_files_beside(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    for number in range(3_000):
        (folder / f"{number}.txt").write_text("", encoding="utf-8")


def strange_timestamp(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    (folder / "timestamp.txt").write_text("when I felt like it", encoding="utf-8")


def timestamp_before_time(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    (folder / "timestamp.txt").write_text("0001-01-01 00:00:00 +2300", encoding="utf-8")


def timestamp_of_bytes(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    (folder / "timestamp.txt").write_bytes(b"\xff\xfe\x00")


def timestamp_that_is_a_link(folder: Path, blank: Any, root: Path) -> None:
    _beside(folder, blank)
    (folder / "timestamp.txt").symlink_to(root / "outside")


def timestamp_that_is_a_pipe(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    os.mkfifo(folder / "timestamp.txt")


def timestamp_without_end(folder: Path, blank: Any, _root: Path) -> None:
    _beside(folder, blank)
    with (folder / "timestamp.txt").open("wb") as file:
        file.truncate(2**28)


UNGRADABLE = {
    make.__name__.replace("_", "-"): make
    for make in (
        broken_json, empty, random_bytes, no_notebook, cells_that_are_none,
        a_hundred_thousand_cells, deep_nesting, fairly_deep_nesting, huge_file, link_to_a_secret,
        link_to_another_submission, pipe, notebook_that_is_a_folder,
        nothing_but_another_file,
    )
}  # fmt: skip
BESIDE = {
    make.__name__.replace("_", "-"): make
    for make in (
        links_beside, hard_link_beside, pipes_beside, control_characters_in_names, shadows_beside,
        many_files_beside, strange_timestamp, timestamp_before_time, timestamp_of_bytes,
        timestamp_that_is_a_link, timestamp_that_is_a_pipe,
        timestamp_without_end, half_an_emoji_in_a_name, path_file_beside,
    )
}  # fmt: skip
STRANGE_NAMES = {
    name: lambda folder, blank, root: _beside(folder, blank)  # noqa: ARG005
    for name in (
        "*",
        "a b",
        "a'b\"c",
        "%2e%2e",
        "new\nline",
        "\x1b[31mred",
        "..x",
        "-rf",
        "x" * 255,
        NO_TEXT,
    )
}
NOTHING = {"nothing-at-all": nothing_at_all}
"""Who hands in an empty folder has handed in nothing."""
FILES = {**NOTHING, **UNGRADABLE, **BESIDE, **STRANGE_NAMES}
