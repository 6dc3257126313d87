"""Packages are packed for the browser without their tests, the same bytes every time."""

from __future__ import annotations

import io
import zipfile

from weakties.authoring.site.jupyterlite.wheels import packed

FILES = {
    "one_thing/__init__.py": "x = 1\n",
    "one_thing/tests/test_x.py": "",
    "share/jupyter/x.js": "",
    "one_thing-1.5.dist-info/METADATA": "Name: one_thing\nVersion: 1.5\n\nText\n",
    "one_thing-1.5.dist-info/INSTALLER": "uv",
}


def test_a_package_is_packed_as_it_is_imported(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    rows = "".join(f"{name},,\n" for name in FILES)
    (tmp_path / "one_thing-1.5.dist-info" / "RECORD").write_text(rows, "utf-8")
    (wheel,) = packed(tmp_path)
    assert (wheel.name, wheel.version, wheel.imports) == ("one-thing", "1.5", ("one_thing",))
    assert wheel.file == "one_thing-1.5-py3-none-any.whl"
    assert zipfile.ZipFile(io.BytesIO(wheel.data)).namelist() == [
        "one_thing-1.5.dist-info/METADATA",
        "one_thing/__init__.py",
    ]
    assert [wheel] == [*packed(tmp_path)]
