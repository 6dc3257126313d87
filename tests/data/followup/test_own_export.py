"""What the exercise does with the simulated export, its code also does with an export of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas as pd
import pytest

from weakties.content import content_root
from weakties.course import load_course
from weakties.data import load
from weakties.linkedin import read
from weakties.linkedin.figures import figures_of
from weakties.linkedin.sample import write_sample

NOTEBOOK = json.loads(Path(content_root(), load_course().unit("followup").solution).read_text())
CELLS = {cell["id"]: "".join(cell["source"]) for cell in NOTEBOOK["cells"]}
LOADS = re.compile(r'^.* = .*load\("export_\w+"\).*$', re.MULTILINE)
PROMISED = re.search(r"```python\n(.*?)\n```", CELLS["followup-next"], re.DOTALL).group(1)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "Complete_LinkedInDataExport_10-03-2026.zip"
    write_sample(path, edition="open")
    return path


@pytest.fixture(scope="module")
def figures(archive):
    return figures_of(read(archive)).json()


def answers(question, archive):
    """Run a worked answer with the line changed that the notebook says, and return its names."""
    own = PROMISED.replace("path/to/your/export.zip", str(archive))
    code, changed = LOADS.subn(lambda _: own, CELLS[f"{question}-answer"])
    assert changed == 1
    names = {}
    exec(code, names)  # noqa: S102
    return names


def test_replies_in_ones_own_export_are_those_of_the_report(archive, figures):
    found = answers("followup-q1", archive)
    assert found["n_started"] == figures["messages"]["started"]
    assert found["reply_rate"] == pytest.approx(figures["messages"]["reply_rate"])
    assert found["median_hours"] == pytest.approx(figures["messages"]["median_reply_hours"])


def test_silence_in_ones_own_export_is_that_of_the_report(archive, figures):
    found = answers("followup-q2", archive)
    assert found["n_people"] == figures["connections"]["people"]
    assert found["silent_share"] == pytest.approx(figures["ties"]["silent_share"])


def test_dormant_ties_in_ones_own_export_are_people_who_show_a_company(archive):
    found = answers("followup-q6", archive)
    people = read(archive).people.set_index("slug")
    assert 3 <= found["n_dormant"] < len(people)
    assert len(found["revive"]) == 3
    assert (people.loc[list(found["revive"]), "company"] != "").all()


@pytest.mark.parametrize("table", ["connections", "messages"])
def test_the_simulated_tables_have_columns_of_the_reader_with_their_kinds(archive, table):
    ours, theirs = load(f"export_{table}", "open"), getattr(read(archive), table)
    assert set(ours.columns) <= set(theirs.columns)
    for column in ours:
        same = [pd.api.types.is_datetime64_any_dtype, pd.api.types.is_bool_dtype]
        same += [pd.api.types.is_integer_dtype, pd.api.types.is_string_dtype]
        assert [kind(ours[column]) for kind in same] == [kind(theirs[column]) for kind in same]
    zones = [str(getattr(t.get("sent_at", pd.Series()).dtype, "tz", "")) for t in (ours, theirs)]
    assert zones[0] == zones[1]


def test_the_key_never_sees_a_learners_own_export():
    keys = [source for cell, source in CELLS.items() if cell.endswith("-check")]
    assert not any("linkedin" in source or "read(" in source for source in keys)


def test_nothing_of_an_export_is_stored_in_the_notebook():
    assert not any(cell.get("outputs") for cell in NOTEBOOK["cells"])
