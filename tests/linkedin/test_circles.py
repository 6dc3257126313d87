"""Who sits with whom: pairs, circles, audiences, and what is no circle."""

from __future__ import annotations

from linkedin.archives import PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import mirror, read
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.circles import MOST_IN_A_THREAD, circles_of

NADIA = ("Nadia Ferro", "nadia-ferro")
PEOPLE = [(f"Ana{number} Ruiz", f"ana-{number}") for number in range(MOST_IN_A_THREAD + 5)]


def archive(folder, *threads):
    """Return an export in which the people of each thread, by number, write to Nadia."""
    rows = [
        f"{name.removesuffix(' Ruiz')},Ruiz,{url(slug)},,Acme,Chef,08 Feb 2026"
        for name, slug in PEOPLE
    ]
    sent = [
        message(f"c{number}", PEOPLE[person], NADIA, f"2026-03-{number + 1:02} 10:00:{person:02}")
        for number, thread in enumerate(threads)
        for person in thread
    ]
    files = {
        "Connections.csv": connections(*rows),
        "Profile.csv": f"{PROFILE}Nadia,Ferro,,,,,,,,,,,",
        "messages.csv": messages(*sent),
    }
    return zipped(folder / "export.zip", files)


def circles(path):
    conversations = figures_of(read(path)).conversations
    assert conversations is not None
    return circles_of(conversations)


def test_a_pair_counts_the_conversations_that_two_people_share(tmp_path):
    found = circles(archive(tmp_path, (0, 1), (0, 1, 2), (5,)))

    assert found.shared == {(0, 1): 2, (0, 2): 1, (1, 2): 1}
    assert found.threads == 2


def test_a_circle_holds_who_is_linked_by_any_chain_of_conversations(tmp_path):
    found = circles(archive(tmp_path, (7, 8), (0, 1), (1, 2), (2, 3)))

    assert found.members == ((0, 1, 2, 3), (7, 8))


def test_an_audience_is_told_of_and_makes_no_ties(tmp_path):
    path = archive(tmp_path, range(MOST_IN_A_THREAD + 1), (0, 1))

    assert circles(path).shared == {(0, 1): 1}
    assert circles(path).audiences == 1
    assert "Left out: 1 conversation with more than 20 of your people" in mirror(path).html()


def test_an_audience_alone_is_not_taken_for_no_conversation_at_all(tmp_path):
    html = mirror(archive(tmp_path, range(MOST_IN_A_THREAD + 1))).html()

    assert "Left out: 1 conversation with more than 20 of your people" in html
    assert "No conversation here holds two or more of your connections" not in html


def test_a_conversation_as_large_as_allowed_is_a_circle(tmp_path):
    found = circles(archive(tmp_path, range(MOST_IN_A_THREAD)))

    assert [len(circle) for circle in found.members] == [MOST_IN_A_THREAD]


def test_without_a_shared_conversation_the_report_says_so_and_draws_nothing(tmp_path):
    sections = {one.title: one for one in mirror(archive(tmp_path, (0,), (1,))).sections}
    section = sections["Who sits with whom"]

    assert "No conversation here holds two or more" in section.words[0]
    assert not section.pictures
    assert section.next_step


def test_everybody_in_the_picture_stands_in_its_table(tmp_path):
    sections = {one.title: one for one in mirror(archive(tmp_path, (0, 1), (2, 3))).sections}
    picture = sections["Who sits with whom"].pictures[0]

    assert sorted(row[0] for row in picture.grid.rows) == [
        "Ana0 Ruiz", "Ana1 Ruiz", "Ana2 Ruiz", "Ana3 Ruiz",
    ]  # fmt: skip
    for drawing in (picture.svg, picture.narrow):
        assert all(f">{row[0]}<" in drawing for row in picture.grid.rows)
