"""Writing the committed edition: every file again, and its checksum on its card."""

from __future__ import annotations

import hashlib
import json
import shutil
from functools import cache
from typing import TYPE_CHECKING

import pytest

from weakties.authoring import dataset_files
from weakties.authoring.dataset_files import checksum, write_datasets
from weakties.content import content_root
from weakties.data import dataset_names

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMITTED = content_root() / "data"


@pytest.fixture(scope="module", autouse=True)
def _tables_made_once() -> Iterator[None]:
    """Write tables again without making them again: that they come out the same is another test's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dataset_files, "generate", cache(dataset_files.generate))
        yield


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with the cards alone, as an author has it who is about to write the files."""
    shutil.copyfile(COMMITTED / "datapackage.json", tmp_path / "datapackage.json")
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_is_written_is_what_is_committed(data: Path) -> None:
    assert write_datasets(data) == tuple(f"{name}.csv" for name in dataset_names())
    assert contents(data) == contents(COMMITTED)


def test_a_stale_file_and_a_stale_checksum_are_mended(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    package["resources"][0] |= {"hash": "sha256:0", "bytes": 0}
    (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (data / "photos.csv").write_text("old", encoding="utf-8")
    write_datasets(data)
    assert contents(data) == contents(COMMITTED)


def test_a_draft_of_a_card_is_left_as_it_is(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    draft = {"name": "later", "draft": True, "path": "later.csv"}
    package["resources"].append(draft)
    (data / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert "later.csv" not in write_datasets(data)
    assert json.loads((data / "datapackage.json").read_text("utf-8"))["resources"][-1] == draft


def test_a_checksum_names_its_algorithm() -> None:
    assert checksum(b"weak ties") == f"sha256:{hashlib.sha256(b'weak ties').hexdigest()}"
