"""What the browser imports is compiled once, and the same sources make the same bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from weakties.authoring.site.bytecode import SITE_PACKAGES, STDLIB, Archive, InNode, compiled
from weakties.course import CourseError


def packed(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def unpacked(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Translator:
    """Makes of each source its place and itself, but of those that are wrong; notes what it was asked."""

    def __init__(self, state=""):
        self.state = state
        self.asked = []

    def __call__(self, sources):
        self.asked.append(sorted(sources))
        return {
            place: place.encode() + source
            for place, source in sources.items()
            if source != b"wrong"
        }


def test_bytecode_stands_in_the_place_of_its_source_and_all_else_stays(tmp_path):
    archive = Archive(STDLIB, packed({"a/b.py": b"1", "a/b.css": b"2", "old.py": b"wrong"}))
    [made] = compiled([archive], tmp_path / "cache.zip", Translator())
    assert unpacked(made) == {
        "a/b.pyc": f"{STDLIB}/a/b.py1".encode(),
        "a/b.css": b"2",
        "old.py": b"wrong",
    }


def test_only_what_is_new_is_compiled(tmp_path):
    translator = Translator()
    cache = tmp_path / "cache.zip"
    for content in (b"1", b"1", b"2"):
        archive = Archive(STDLIB, packed({"a.py": content, "b.py": b"3", "old.py": b"wrong"}))
        [made] = compiled([archive], cache, translator)
        assert unpacked(made)["a.pyc"].endswith(content)
    everything = [f"{STDLIB}/{name}.py" for name in ("a", "b", "old")]
    assert translator.asked == [everything, [f"{STDLIB}/a.py"]]


def test_another_python_for_the_browser_compiles_all_anew(tmp_path):
    archive = Archive(STDLIB, packed({"a.py": b"1"}))
    for state in ("3.12", "3.13"):
        translator = Translator(state)
        compiled([archive], tmp_path / "cache.zip", translator)
        assert translator.asked == [[f"{STDLIB}/a.py"]]


def test_what_compiles_is_another_with_another_pyodide_or_script(tmp_path):
    script = tmp_path / "compiler.py"
    states = set()
    for content, core in (("1", b"1"), ("2", b"1"), ("2", b"2")):
        script.write_text(content, "utf-8")
        states.add(InNode(tmp_path, tmp_path, {"pyodide.asm.wasm": core}).state)
    assert len(states) == 3


def test_the_same_source_in_two_places_is_compiled_for_each(tmp_path):
    data = packed({"a.py": b"1"})
    archives = [Archive(STDLIB, data), Archive(SITE_PACKAGES, data)]
    one, other = compiled(archives, tmp_path / "cache.zip", Translator())
    assert unpacked(one)["a.pyc"].startswith(STDLIB.encode())
    assert unpacked(other)["a.pyc"].startswith(SITE_PACKAGES.encode())


def test_a_compiler_that_fails_is_told_of(tmp_path):
    node = tmp_path / "python"
    node.write_text("#!/bin/sh\necho no Pyodide here >&2\nexit 1\n", "utf-8")
    node.chmod(0o755)
    with pytest.raises(CourseError, match="could not be compiled for the browser:\nno Pyodide"):
        InNode(node, tmp_path, {})({"a.py": b"1"})
