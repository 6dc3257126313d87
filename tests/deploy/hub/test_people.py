"""Who may use a hub: the instructor's list, and no account that the machine had before."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

HUB = Path(__file__).parents[3] / "deploy" / "hub"


@pytest.fixture
def load(monkeypatch):
    """Return a function that loads a file of the hub as a module."""

    def loaded(name):
        spec = importlib.util.spec_from_file_location(name, HUB / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    monkeypatch.setattr(sys, "path", list(sys.path))
    return loaded


@pytest.fixture
def people(load):
    return load("people")


@pytest.mark.parametrize("who", ["", "Ada", "ada lovelace", "../ada", "-x", "a" * 32, "é"])
def test_an_id_that_can_be_no_account_is_refused(people, who):
    with pytest.raises(people.Refused, match="Mend the list"):
        people.people_in(f"id,name\n{who},Ada\n")


@pytest.mark.parametrize("text", ["id,name\nada,A\nada,B\n", "id,name\n", "name\nAda\n", ""])
def test_a_list_that_says_nobody_or_somebody_twice_is_refused(people, text):
    with pytest.raises(people.Refused):
        people.people_in(text)


def test_a_list_as_a_spreadsheet_saves_it_is_read(people):
    text = "\ufeffid,name,email\r\nada,Ada L,ada@example.org\r\nbob,Bob,\r\n"
    assert people.people_in(text) == {"ada": "Ada L", "bob": "Bob"}


def test_codes_stay_while_somebody_is_on_the_list_and_end_with_it(people):
    first = people.codes_for({"ada": "", "bob": ""}, {})
    assert len(set(first.values())) == 2
    kept = people.codes_in(people.table_of(first))
    second = people.codes_for({"ada": "", "eve": ""}, kept)
    assert second["ada"] == first["ada"]
    assert set(second) == {"ada", "eve"}


def test_only_ones_own_code_lets_one_in(people):
    codes = people.codes_for({"ada": "", "bob": ""}, {})
    assert people.may_enter(codes, "ada", f" {codes['ada'].upper()} ")
    assert not people.may_enter(codes, "ada", codes["bob"])
    assert not people.may_enter(codes, "ada", "é")
    assert not people.may_enter(codes, "root", codes["ada"])
    assert not people.may_enter(codes, "root", "")


def test_an_account_that_the_machine_had_before_is_never_taken(people, load, monkeypatch, tmp_path):
    hub, ran = load("hub"), []
    monkeypatch.setattr(hub, "run", lambda *words, **_: ran.append(words))
    group = SimpleNamespace(gr_name=hub.CLASS, gr_mem=["ada"])
    had = [SimpleNamespace(pw_name=name, pw_dir=str(tmp_path)) for name in ("root", "ada")]
    monkeypatch.setattr(hub.grp, "getgrall", lambda: [group])
    monkeypatch.setattr(hub.grp, "getgrnam", lambda _: group)
    monkeypatch.setattr(hub.pwd, "getpwall", lambda: had)
    monkeypatch.setattr(hub.pwd, "getpwnam", lambda _: had[1])
    with pytest.raises(people.Refused, match="accounts of its own called root"):
        hub.make_accounts({"ada": "", "root": ""}, tmp_path)
    assert ran == []
    hub.make_accounts({"ada": "", "eve": ""}, tmp_path)
    assert [words[-1] for words in ran] == ["eve"]
    assert tmp_path.stat().st_mode & 0o777 == 0o700
