"""Writing the committed edition of the data: one CSV for each dataset, and its checksum."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from weakties.data.cards import is_draft
from weakties.data.datasets import as_csv, dataset_names, generate
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from pathlib import Path


def write_datasets(data: Path) -> tuple[str, ...]:
    """Write every dataset of the open edition below `data`, with its checksum on its card.

    A draft of a card is left as it is.

    Parameters
    ----------
    data
        The folder that holds ``datapackage.json``.

    Returns
    -------
    tuple of str
        The names of the files written.
    """
    package_file = data / "datapackage.json"
    package = json.loads(package_file.read_text("utf-8"))
    contents = {name: as_csv(generate(name, OPEN)) for name in dataset_names()}
    written = [entry for entry in package["resources"] if not is_draft(entry)]
    for entry in written:
        content = contents[entry["name"]]
        (data / entry["path"]).write_bytes(content)
        entry["hash"] = checksum(content)
        entry["bytes"] = len(content)
    package_file.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return tuple(entry["path"] for entry in written)


def checksum(content: bytes) -> str:
    """Return a file's checksum in the form that a data package uses.

    Examples
    --------
    >>> checksum(b"")[:15]
    'sha256:e3b0c442'
    """
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
