"""Which edition a process uses: the environment's, the working folder's, or the open one."""

from __future__ import annotations

import pytest

from weakties.data import DataError, load
from weakties.data.editions import current_edition


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Return a working folder, with the process in a folder two below it."""
    monkeypatch.delenv("WEAKTIES_EDITION", raising=False)
    below = tmp_path / "exercises" / "photo"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return tmp_path


def settings(folder, text):
    (folder / "weakties.toml").write_text(text, encoding="utf-8")


def test_without_settings_it_is_the_open_one(folder):  # noqa: ARG001
    assert current_edition() == "open"


def test_the_working_folder_names_it_for_every_folder_below(folder):
    settings(folder, 'edition = "spring-2027"\n')
    assert current_edition() == "spring-2027"
    assert load("pilot").equals(load("pilot", "spring-2027"))
    assert not load("pilot").equals(load("pilot", "open"))


def test_the_environment_wins(folder, monkeypatch):
    settings(folder, 'edition = "spring-2027"\n')
    monkeypatch.setenv("WEAKTIES_EDITION", "autumn-2027")
    assert current_edition() == "autumn-2027"
    monkeypatch.setenv("WEAKTIES_EDITION", "")
    assert current_edition() == "spring-2027"


def test_the_nearest_settings_win(folder):
    settings(folder, 'edition = "far"\n')
    settings(folder / "exercises", 'edition = "near"\n')
    assert current_edition() == "near"


@pytest.mark.parametrize("text", ["", "# edition = 'a'\n", "[other]\nedition = 1\n"])
def test_settings_without_an_edition_mean_the_open_one(folder, text):
    settings(folder, text)
    assert current_edition() == "open"


def test_a_folder_of_that_name_is_not_settings(folder):
    (folder / "weakties.toml").mkdir()
    assert current_edition() == "open"


def test_a_folder_that_was_removed_meanwhile_means_the_open_one(folder, monkeypatch):
    def gone():
        raise FileNotFoundError

    settings(folder, 'edition = "spring-2027"\n')
    monkeypatch.setattr("weakties.data.editions.Path.cwd", gone)
    assert current_edition() == "open"


def test_a_bad_name_is_answered_with_the_file_and_what_can_name_one(folder):
    settings(folder, 'edition = "Spring 2027"\n')
    with pytest.raises(DataError) as refusal:
        load("pilot")
    assert str(refusal.value) == (
        f"In {folder / 'weakties.toml'}, line 1: 'Spring 2027' can't name an edition. Use small letters, "
        "digits and hyphens, such as 'spring-2027'."
    )


@pytest.mark.parametrize("value", ["2027", "true", "['a']"])
def test_an_edition_that_is_no_text_is_answered_with_quotes(folder, value):
    settings(folder, f"# of this cohort\n\nedition = {value}\n")
    with pytest.raises(
        DataError, match=r'line 3: put the edition in quotes: edition = "spring-2027"'
    ):
        current_edition()


@pytest.mark.parametrize("content", [b"edition = spring-2027\n", b"edition = '\xff'\n", b"=\n"])
def test_settings_that_cannot_be_read_are_answered_with_one_line_that_can(folder, content):
    (folder / "weakties.toml").write_bytes(content)
    with pytest.raises(
        DataError, match=r"weakties\.toml can't be read .*at line 1.* It may hold one line"
    ):
        current_edition()


@pytest.mark.parametrize("name", ["editon", "Edition", "edtion"])
def test_a_slip_in_the_name_is_not_taken_for_the_open_edition(folder, name):
    settings(folder, f'title = "Spring"\n{name} = "spring-2027"\n')
    with pytest.raises(DataError, match=rf"line 2: is '{name}' to be edition\?"):
        load("pilot")


def test_another_folder_can_be_asked_about(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    settings(other, 'edition = "other"\n')
    settings(folder, 'edition = "here"\n')
    assert (current_edition(other), current_edition()) == ("other", "here")


def test_an_edition_asked_for_by_name_needs_no_settings(folder):
    settings(folder, "broken =\n")
    assert len(load("pilot", "open")) == 300
