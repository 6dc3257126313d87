"""The command itself: help, version, and exit codes that a script can trust."""

from __future__ import annotations

import io
import json
import sys

import pytest
import typer
from typer.testing import CliRunner

from weakties import __version__, cli
from weakties.authoring import prove as proving
from weakties.cli import app, main

RUN = CliRunner()


def test_the_version_is_printed():
    result = RUN.invoke(app, ["--version"])

    assert result.exit_code == 0
    assert result.stdout.strip() == f"weakties {__version__}"


@pytest.mark.parametrize("command", [[], ["start"], ["author"], ["author", "prove"]])
def test_every_command_explains_itself(command):
    result = RUN.invoke(app, [*command, "--help"])

    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_an_unknown_unit_ends_in_a_sentence_and_exit_code_1(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["weakties", "author", "lint", "phtoo"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith("There is no unit 'phtoo'. The units are: ")
    assert "photo" in said


@pytest.mark.parametrize(("failures", "code"), [([], 0), (["photo-q1 got 0 points"], 1)])
def test_a_proof_as_json_has_one_entry_per_unit_and_fails_by_exit_code(monkeypatch, failures, code):
    found = proving.Proof("photo", 6, 13, 37, 48, 3, 0.0, 15.0, 15.0, failures)
    monkeypatch.setattr(proving, "prove", lambda *_, **__: found)

    result = RUN.invoke(app, ["author", "prove", "photo", "--json"])

    assert result.exit_code == code
    assert json.loads(result.stdout)["photo"] == {
        "unit": "photo",
        "questions": 6,
        "right": 13,
        "wrong": 37,
        "rude": 48,
        "editions": 3,
        "blank_score": 0.0,
        "solution_score": 15.0,
        "max_score": 15.0,
        "failures": failures,
    }


def test_a_sign_that_a_console_lacks_ends_no_command(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252"))
    monkeypatch.setattr(cli, "app", lambda **_: typer.echo("✕ José Łukasz"))
    monkeypatch.setattr(cli.atexit, "register", lambda _: None)
    cli.main()
    sys.stdout.flush()
    assert written.getvalue().decode("cp1252").strip() == "? José ?ukasz"
