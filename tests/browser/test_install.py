"""Finding or installing a browser: nothing is installed here."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import install


@pytest.fixture
def bare(monkeypatch):
    """Take every browser away; return the commands that are tried to get one."""
    tried = []

    def nothing_comes(command, **_):
        tried.append(" ".join(map(str, command)))
        return 1

    monkeypatch.setattr(install, "find_browser", lambda: None)
    monkeypatch.setattr("subprocess.call", nothing_comes)
    return tried


def test_a_browser_on_the_path_is_found(tmp_path, monkeypatch):
    chromium = tmp_path / "chromium"
    chromium.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert install.find_browser() == chromium


def test_of_two_browsers_on_the_path_the_lighter_one_is_taken(tmp_path, monkeypatch):
    for name in ("chromium", "chromium-headless-shell", "google-chrome"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert install.find_browser() == tmp_path / "chromium-headless-shell"


def test_where_one_is_found_nothing_is_installed_and_nothing_said(bare, monkeypatch, capsys):
    monkeypatch.setattr(install, "find_browser", lambda: Path("chromium"))
    assert install.main() == 0
    assert bare == []
    assert capsys.readouterr().out == ""


def test_root_on_debian_gets_debians_package_and_playwrights_only_after_that():
    lightest, debian, playwright = install.install_commands(root=True, debian=True, apt=True)
    assert lightest[-1].endswith("apt-get -qq install -y chromium-headless-shell")
    assert debian[-1].endswith("apt-get -qq install -y chromium")
    assert playwright[1:] == ["-m", "playwright", "install", "chromium", "--with-deps"]


def test_root_on_ubuntu_gets_playwrights_with_the_libraries_that_it_needs():
    [playwright] = install.install_commands(root=True, debian=False, apt=True)
    assert playwright[-1] == "--with-deps"


def test_who_is_not_root_gets_playwrights_browser():
    [playwright] = install.install_commands(root=False, debian=True, apt=True)
    assert playwright[1:] == ["-m", "playwright", "install", "chromium"]


def test_an_installation_that_fails_is_one_sentence_and_an_exit_code(bare, capsys):
    assert install.main() == 1
    assert bare
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert "Install Chromium, Chrome or Edge yourself" in said.err
