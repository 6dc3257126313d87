"""What a page's Python imports is small, always the same, and does not hold the key."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import weakties
from weakties.authoring.site.bundle import bundle
from weakties.course import load_course

PACKAGE = Path(weakties.__file__).parent


def test_the_same_files_make_the_same_bytes_and_hold_no_key():
    packed = bundle(load_course(), PACKAGE)
    assert packed == bundle(load_course(), PACKAGE)
    assert len(packed) < 1_000_000
    names = zipfile.ZipFile(io.BytesIO(packed)).namelist()
    assert {
        "stage.py",
        "anywidget.py",
        "traitlets/__init__.py",
        "weakties/widgets/inbox/view.js",
    } <= {*names}
    assert [name for name in names if name.endswith(".ipynb") or "solutions" in name] == []
