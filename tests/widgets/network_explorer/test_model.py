"""People and ties from whatever a notebook has."""

from __future__ import annotations

import networkx as nx
import pandas as pd
import pytest

from weakties.sociogram import Person, Tie
from weakties.widgets.network_explorer.model import people_from, ties_from

ANA = Person("P1", "Ana Ruiz", "sales")


@pytest.mark.parametrize(
    "people",
    [
        pd.DataFrame({"id": ["P1"], "name": ["Ana Ruiz"], "group": ["sales"]}),
        pd.DataFrame({"name": ["Ana Ruiz"], "group": ["sales"]}, index=pd.Index(["P1"], name="id")),
        pd.DataFrame(
            {"person_id": ["P1"], "first_name": ["Ana"], "last_name": ["Ruiz"], "group": ["sales"]}
        ),
        [{"id": "P1", "name": "Ana Ruiz", "group": "sales"}],
        [("P1", "Ana Ruiz", "sales")],
        (["P1", "Ana Ruiz", "sales"] for _ in range(1)),
        [ANA],
    ],
)
def test_people_come_as_a_table_or_a_list(people):
    assert people_from(people) == [ANA]


def test_columns_can_be_named():
    table = pd.DataFrame(
        {"key": [7], "who": ["Ana"], "team": ["law"], "hours": [2.5], "remark": ["On leave."]}
    )
    found = people_from(
        table, id="key", name="who", group="team", size="hours", note="remark", marked=[7]
    )
    assert found == [Person("7", "Ana", "law", 2.5, marked=True, note="On leave.")]


def test_plain_ids_are_their_own_names():
    assert people_from(["Ana", 2]) == [Person("Ana", "Ana"), Person("2", "2")]


@pytest.mark.parametrize("missing", [None, float("nan"), pd.NA, pd.NaT])
def test_a_missing_group_is_no_group(missing):
    assert people_from([{"id": "a", "group": missing}])[0].group == ""


@pytest.mark.parametrize(
    "ties",
    [
        pd.DataFrame({"a": ["x"], "b": ["y"], "strength": ["weak"]}),
        pd.DataFrame({"source": ["x"], "target": ["y"]}),
        [("x", "y")],
        [{"from": "x", "to": "y"}],
        nx.Graph([("x", "y")]).edges,
        [Tie("x", "y")],
    ],
)
def test_ties_come_as_a_table_or_a_list(ties):
    assert ties_from(ties) == [Tie("x", "y")]


def test_ties_have_a_weight_and_may_be_dashed():
    table = pd.DataFrame({"u": [1], "v": [2], "talks": [3], "over": [True]})

    assert ties_from(table, ends=("u", "v"), weight="talks", dashed="over") == [
        Tie("1", "2", 3.0, dashed=True)
    ]
    assert ties_from([("x", "y", 2)]) == [Tie("x", "y", 2.0)]


@pytest.mark.parametrize("wrong", ["Ana", 5, None, {"a": 1}])
def test_what_is_no_list_is_refused(wrong):
    with pytest.raises(TypeError, match="people must be a DataFrame or a list"):
        people_from(wrong)
    with pytest.raises(TypeError, match="ties must be a DataFrame or a list"):
        ties_from(wrong)


def test_a_missing_column_is_named_beside_those_there_are():
    table = pd.DataFrame({"id": ["x"], "city": ["Lune"]})

    for column in ("id", "name", "group", "size", "note"):
        with pytest.raises(
            ValueError, match="people has no column 'team'; its columns are: id, city"
        ):
            people_from(table, **{column: "team"})
    with pytest.raises(ValueError, match="ties has no column 'a'; its columns are: id, city"):
        ties_from(table)


def test_tuples_of_another_length_are_refused():
    with pytest.raises(ValueError, match=r"it should be \(a, b, weight\)"):
        ties_from([("x", "y", 1, 2)])


def test_somebody_marked_must_be_there():
    with pytest.raises(ValueError, match="Marked, but not among the people: zoe"):
        people_from(["ana"], marked=["zoe"])
