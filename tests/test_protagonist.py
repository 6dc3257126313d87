"""Nadia Ferro is one person of one world, in tables, lesson and export."""

from __future__ import annotations

import json

from weakties.course import load_course
from weakties.data import load
from weakties.linkedin.sample.nadia import sample_tables
from weakties.linkedin.sample.network import MADE_ON

NADIA = "P0000"


def hers():
    ties = load("ties")
    rows = ties[(ties["a"] == NADIA) | (ties["b"] == NADIA)]
    others = rows["a"].where(rows["a"] != NADIA, rows["b"])
    return rows.assign(other=others)


def test_her_contacts_are_her_ties_in_the_world_and_the_lesson_counts_them():
    contacts = load("contacts").query("list == 'nadia'")["person_id"]
    lesson = (load_course().root / load_course().unit("quality").lesson).read_text("utf-8")
    title = "".join(json.loads(lesson)["cells"][0]["source"])

    assert sorted(contacts) == sorted(hers()["other"])
    assert f"Nadia Ferro has {len(contacts)}." in title


def test_her_export_shows_those_of_them_that_she_had_when_it_was_made():
    by_then = hers()["since"].dt.date <= MADE_ON
    listed = sample_tables("open").connections
    names = load("people").set_index("person_id").loc[hers()["other"][by_then], "last_name"]

    shown = listed.drop_duplicates("slug").dropna(subset=["last_name"])
    known = [name.partition(",")[0].title() for name in shown["last_name"] if name]
    assert 0.9 * by_then.sum() <= len(known) <= by_then.sum()
    assert set(known) <= set(names.str.title())
