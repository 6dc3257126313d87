"""The picture as data: whoever is given in whatever order, and what can't be drawn."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.networks import networks
from weakties.sociogram import Person, Tie, alt_of, picture_of, spec_of, svg, table_of
from weakties.sociogram.marks import COLORS, OTHERS, SHAPES
from weakties.sociogram.picture import WIDTH

ANA, BO, CY = Person("a", "Ana", "sales"), Person("b", "Bo", "law"), Person("c", "Cy", "sales")


ANA_AND_BO = Tie("a", "b")


def drawn(people=(ANA, BO, CY), ties=(ANA_AND_BO,), **options):
    return picture_of(people, ties, title="Three", **options)


@settings(deadline=None, max_examples=80)
@given(networks(), st.randoms(use_true_random=False))
def test_another_order_gives_the_same_picture(network, random):
    people, ties = network
    shuffled = random.sample(people, len(people))
    turned = [Tie(tie.b, tie.a) for tie in random.sample(ties, len(ties))]
    one, other = (drawn(*pair) for pair in ((people, ties), (shuffled, turned)))

    def by_id(picture):
        nodes = picture.nodes
        return {
            node.person.id: (replace(node, near=()), {nodes[row].person.id for row in node.near})
            for node in nodes
        }

    assert by_id(one) == by_id(other)
    assert alt_of(one) == alt_of(other)
    assert table_of(one)[0] == table_of(other)[0]
    assert [node.person for node in one.nodes] == list(people)


@settings(deadline=None, max_examples=80)
@given(networks())
def test_everybody_stands_inside_the_frame_and_on_a_spot_of_their_own(network):
    picture = drawn(*network)
    spots = {(node.x, node.y) for node in picture.nodes}

    assert len(spots) == len(picture.nodes)
    for node in picture.nodes:
        assert node.radius <= node.x <= WIDTH - node.radius
        assert node.radius <= node.y <= picture.height - node.radius
    assert all(
        math.dist((a.x, a.y), (b.x, b.y)) > a.radius + b.radius
        for a in picture.nodes
        for b in picture.nodes
        if a is not b
    )


@settings(deadline=None, max_examples=60)
@given(networks())
def test_the_spec_is_plain_data_and_agrees_with_itself(network):
    spec = spec_of(drawn(*network))

    assert json.loads(json.dumps(spec)) == spec
    assert sorted(spec["order"]) == list(range(len(spec["people"])))
    for row, person in enumerate(spec["people"]):
        assert all(row in spec["people"][other]["near"] for other in person["near"])
    assert {len(row) for row in spec["rows"]} == {len(spec["header"])}


def test_ties_between_the_same_two_become_one_and_add_up():
    ties = [Tie("a", "b", 1), Tie("b", "a", 2, dashed=True), Tie("b", "c", 9)]
    lines = {(line.a, line.b): line for line in drawn(ties=ties).lines}

    assert set(lines) == {(0, 1), (1, 2)}
    assert (lines[0, 1].width, lines[1, 2].width) == (2, 3)
    assert not lines[0, 1].dashed


def test_equal_ties_are_equally_thin():
    assert {line.width for line in drawn(ties=[Tie("a", "b", 7), Tie("b", "c", 7)]).lines} == {1}


def test_size_is_an_area():
    people = [replace(ANA, size=1), replace(BO, size=1), replace(CY, size=2.25)]
    small, _, large = (node.radius for node in drawn(people).nodes)

    assert large == pytest.approx(1.5 * small, abs=0.1)


def test_groups_differ_by_shape_and_by_color_the_largest_first():
    groups = drawn().groups

    assert [(group.name, group.shape, group.color) for group in groups] == [
        ("sales", "circle", COLORS[0]),
        ("law", "square", COLORS[1]),
    ]
    assert len(SHAPES) == len(COLORS) == len(set(COLORS))


def test_a_given_order_of_groups_keeps_their_looks_in_every_picture():
    groups = drawn(groups=["law", "health", "sales"]).groups

    assert {group.name: (group.shape, group.people) for group in groups} == {
        "law": ("circle", 1),
        "health": ("square", 0),
        "sales": ("triangle", 2),
    }


def test_the_eighth_group_and_the_unknown_are_others():
    people = [Person(str(row), str(row), f"group {row}") for row in range(9)]
    picture = drawn([*people, Person("x", "X")], [])

    assert picture.groups[-1].name == OTHERS
    assert picture.groups[-1].people == 3
    assert picture.nodes[8].group.name == OTHERS
    assert picture.nodes[9].group.name == OTHERS


def test_people_without_groups_look_alike():
    picture = drawn([Person("a", "Ana"), Person("b", "Bo")], [])

    assert [group.shape for group in picture.groups] == ["circle"]
    assert "Group" not in table_of(picture)[0]
    assert spec_of(picture)["people"][0]["name"] == "Ana"


@pytest.mark.parametrize(
    ("people", "ties", "message"),
    [
        ([], [], "nobody to draw"),
        ([ANA, ANA], [], "Two people have the id 'a'"),
        ([Person(str(row), "x") for row in range(501)], [], "501 people.*500 is the most"),
        ([replace(ANA, size=0)], [], "size of 'a' must be above 0"),
        ([replace(ANA, size=math.nan)], [], "size of 'a' must be above 0"),
        ([ANA], [Tie("a", "a")], "A tie needs two people"),
        ([ANA, BO], [Tie("a", "b", 0)], "weight of a tie must be above 0"),
        ([ANA], [Tie("a", "z"), Tie("y", "a")], "not among the people: 2; the first names 'z'"),
    ],
)
def test_what_can_not_be_drawn_is_refused_with_a_way_out(people, ties, message):
    with pytest.raises(ValueError, match=message):
        drawn(people, ties)


def test_the_words_tell_what_the_picture_shows():
    picture = drawn([ANA, replace(BO, marked=True, note="On leave."), CY], group_label="Team")

    assert alt_of(picture) == (
        "3 people and 1 tie. Team: sales 2, law 1. Most ties: Ana, 1. Without a tie: 1. "
        "Marked, with a ring: 1."
    )
    assert spec_of(picture)["people"][1]["told"] == "Bo · law · 1 tie: Ana · On leave."
    assert table_of(picture) == (
        ("Person", "Team", "Ties", "Tied to", "Note", "Marked"),
        [
            ("Ana", "sales", "1", "Bo", "", "no"),
            ("Bo", "law", "1", "Ana", "On leave.", "yes"),
            ("Cy", "sales", "0", "nobody", "", "no"),
        ],
    )


def test_many_names_are_cut_short_in_the_line_and_complete_in_the_table():
    people = [Person(f"{row:02}", f"N{row}") for row in range(9)]
    picture = drawn(people, [Tie("00", f"{row:02}") for row in range(1, 9)])

    assert spec_of(picture)["people"][0]["told"].endswith("8 ties: N1, N2, N3, N4, N5 and 3 more")
    assert "N8" in table_of(picture)[1][0][-1]


def test_names_that_are_shown_cover_no_mark_and_no_other_name():
    people = [Person(f"{row:03}", f"Somebody Named {row}") for row in range(120)]
    ties = [Tie(f"{row:03}", f"{row * 7 % 119:03}") for row in range(120) if row != row * 7 % 119]
    picture = drawn(people, ties)
    shown = [node for node in picture.nodes if node.label.shown]

    assert 5 < len(shown) <= 40
    for node in shown:
        left, right, top, bottom = box(node)
        assert 0 <= left < right <= WIDTH
        for other in picture.nodes:
            assert not (left < other.x < right and top < other.y < bottom)
        for other in shown:
            o_left, o_right, o_top, o_bottom = box(other)
            apart = right <= o_left or o_right <= left or bottom <= o_top or o_bottom <= top
            assert other is node or apart


def test_a_narrow_drawing_is_taller_and_holds_everybody_and_every_name_that_is_shown():
    people = [Person(f"{row:02}", f"Somebody {row}") for row in range(30)]
    # Six circles of five, each person tied to all others of the same.
    ties = [
        Tie(f"{a:02}", f"{b:02}") for a in range(30) for b in range(a + 1, 30) if a // 5 == b // 5
    ]
    wide, narrow = drawn(people, ties), drawn(people, ties, width=340)

    assert narrow.height > wide.height
    assert f'viewBox="0 0 340 {narrow.height:g}"' in svg(narrow)
    assert [node.near for node in narrow.nodes] == [node.near for node in wide.nodes]
    for node in narrow.nodes:
        assert node.radius <= node.x <= 340 - node.radius
        assert node.radius <= node.y <= narrow.height - node.radius
    shown = [box(node) for node in narrow.nodes if node.label.shown]
    assert len(shown) > 15
    assert all(0 <= left < right <= 340 for left, right, _, _ in shown)


def box(node):
    width = 6.4 * len(node.label.text)
    before = {"start": 0, "middle": width / 2, "end": width}[node.label.anchor]
    left, base = node.label.x - before, node.label.y
    return left, left + width - 0.1, base - 8.9, base + 2.9
