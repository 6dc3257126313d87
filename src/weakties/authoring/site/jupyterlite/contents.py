"""The list of files that JupyterLite's file browser reads: one for each folder."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MADE = "2020-01-01T00:00:00Z"
_KINDS = {
    ".ipynb": ("notebook", "json", None),
    ".md": ("file", "text", "text/markdown"),
    ".csv": ("file", "text", "text/csv"),
    ".json": ("file", "text", "application/json"),
    ".png": ("file", "base64", "image/png"),
    ".svg": ("file", "base64", "image/svg+xml"),
}
_OTHER = ("file", "text", "text/plain")


def listed(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Yield the place and content of each list.

    Parameters
    ----------
    files
        The files by their path.
    """
    folders: dict[str, dict[str, dict[str, Any]]] = {"": {}}
    for name, data in files.items():
        _add(folders, PurePosixPath(name), data)
    for folder, entries in folders.items():
        place = f"api/contents/{folder}/all.json".replace("//", "/")
        content = _entry(folder, "directory", "json", None, None)
        content["content"] = [entries[name] for name in sorted(entries)]
        yield place, json.dumps(content, indent=1).encode()


def _add(folders: dict[str, dict[str, dict[str, Any]]], path: PurePosixPath, data: bytes) -> None:
    kind, form, mime = _KINDS.get(path.suffix, _OTHER)
    entry = _entry(path.as_posix(), kind, form, mime, len(data))
    while True:
        folder = "" if path.parent == PurePosixPath() else path.parent.as_posix()
        folders.setdefault(folder, {})[path.name] = entry
        if not folder:
            return
        path = path.parent
        entry = _entry(folder, "directory", None, None, None)


def _entry(
    path: str, kind: str, form: str | None, mime: str | None, size: int | None
) -> dict[str, Any]:
    return {
        "content": None,
        "created": _MADE,
        "format": form,
        "hash": None,
        "hash_algorithm": None,
        "last_modified": _MADE,
        "mimetype": mime,
        "name": PurePosixPath(path).name,
        "path": path,
        "size": size,
        "type": kind,
        "writable": True,
    }
