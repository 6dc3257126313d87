"""What each kind of machine needs on a stick: its own packages, and none of another's."""

from __future__ import annotations

import subprocess
from importlib.metadata import distribution

import pytest
from typer.testing import CliRunner

from teaching.packing.borrowed import wheel
from weakties.cli import app
from weakties.pack import Pack
from weakties.teaching.packing import offline
from weakties.teaching.packing.contents import NotPacked
from weakties.teaching.packing.folder import folder_of
from weakties.teaching.packing.kinds import Kind, kinds_in, needed_on, told

OURS = distribution("weakties").requires


@pytest.mark.parametrize(
    ("system", "has", "lacks"),
    [
        ("windows", {"colorama", "pywinpty"}, {"pexpect", "appnope"}),
        ("macos", {"pexpect", "appnope"}, {"colorama", "pywinpty"}),
        ("linux", {"pexpect"}, {"appnope", "colorama", "pywinpty"}),
    ],
)
def test_each_system_gets_what_it_alone_needs(system, has, lacks):
    needed = needed_on(Kind(system, "3.12"), OURS)
    names = {one.partition("==")[0] for one in needed}
    assert has <= names
    assert not lacks & names
    assert f"pandas=={distribution('pandas').version}" in needed


def test_an_extra_and_an_older_python_bring_what_they_ask_for():
    needs = ["hypothesis[zoneinfo]; python_version < '3.13'", "pytest; extra == 'tests'"]
    found = [needed_on(Kind("linux", python), needs) for python in ("3.12", "3.13")]
    assert "pytest" not in str(found)
    assert [bool(one) for one in found] == [True, False]


@pytest.mark.parametrize(
    "word", ["windows", "beos-3.12", "windows-3", "windows-3.12.1", "macos-3.9"]
)
def test_what_is_no_kind_of_machine_is_told_so(word):
    with pytest.raises(NotPacked, match=r"3\.12,macos|3\.11 or newer"):
        kinds_in(f"linux-3.12,{word}")


def test_for_each_kind_its_wheels_are_asked_for_by_its_tags(tmp_path, monkeypatch):
    asked = []

    def run(words, **_):
        asked.append(words)
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(offline.subprocess, "run", run)
    pack = tmp_path / "weakties-1-py3-none-any.whl"
    pack.write_bytes(wheel("weakties", {}, "Requires-Dist: ipykernel\n"))
    assert offline.fetch(pack, kinds_in("windows-3.12,macos-3.13")) == 1
    for words, tag, python in zip(asked, ("win_amd64", "macosx_"), ("3.12", "3.13"), strict=True):
        assert words[words.index("--platform") + 1].startswith(tag)
        assert words[words.index("--python-version") + 1] == python
        assert f"ipykernel=={distribution('ipykernel').version}" in words
        assert "--no-deps" in words


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("windows-3.12,linux-3.11", "You need Windows with Python 3.12, or Linux with Python 3.11"),
        ("", "You need a system like the one it was made on, with Python 3."),
    ],
)
def test_a_stick_says_for_whom_it_is(words, says):
    files = folder_of({}, "1", Pack("Ours", "open"), offline_on=told(kinds_in(words)))
    said = files["READ ME.txt"].decode()
    assert says in said
    assert "and no network" in said


def test_machines_are_named_for_a_stick_only():
    ran = CliRunner().invoke(app, ["teach", "pack", "--for", "windows-3.12"])
    assert ran.exit_code == 2
    assert "add --offline" in " ".join(ran.output.split())
