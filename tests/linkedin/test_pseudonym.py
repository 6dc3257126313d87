"""The copy for class: no name is left in it, k people share what is left, and figures still hold."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linkedin.archives import PROFILE, connections, message, messages, url, zipped
from weakties.linkedin import ExportError, read
from weakties.linkedin.figures import figures_of
from weakties.linkedin.insight.roles import FUNCTIONS, role_of
from weakties.linkedin.pseudonym.coarse import Traits, coarsened
from weakties.linkedin.pseudonym.copy import REVEALS, title_of
from weakties.linkedin.pseudonym.differs import WHY, differences
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.pseudonym.revealed import revealed_by
from weakties.linkedin.report import mirror_of
from weakties.linkedin.sample import write_sample

LINKEDINS_OWN = (
    *("INBOX", "ARCHIVE", "SPAM", "Yes", "No", "UTC", "AM", "PM", "VISIBLE", "ACCEPTED"),
    *(
        "LinkedIn",
        "Member",
        "OUTGOING",
        "INCOMING",
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
    ),
    *("Oct", "Nov", "Dec"),
)
ERAS = ("to-2015", "to-2021", "2021-2023", "since-2023")


def cells(path):
    """Return every value in an archive, headers left out, addresses as their slug."""
    found = set()
    with ZipFile(path) as archive:
        for name in archive.namelist():
            rows = list(csv.reader(io.StringIO(archive.read(name).decode(), newline="")))
            start = next(at for at, row in enumerate(rows) if len(row) > 4)
            found |= {cell for row in rows[start + 1 :] for cell in row if cell}
    return {re.sub(r"(?:https://)?www\.linkedin\.com/(?:in/)?", "", cell) for cell in found}


def words(texts):
    return {word for text in texts for word in re.findall(r"\w+", str(text).casefold())} - {""}


@pytest.fixture(params=ERAS)
def original(request, tmp_path):
    path = tmp_path / "Basic_LinkedInDataExport_10-03-2026.zip"
    write_sample(path, era=request.param)
    return read(path)


def test_no_name_slug_address_or_word_of_a_message_is_left(original, tmp_path):
    write_copy(original, tmp_path / "copy.zip")

    allowed = words([*LINKEDINS_OWN, "01T00"])
    left = cells(tmp_path / "copy.zip")
    kept = {name for name in original.people["company"] if name in left}
    told = words(left - kept) - allowed
    tables = (original.connections, original.profile, original.endorsements)
    secret = words(
        text
        for table in tables
        for column in ("first_name", "last_name", "slug")
        for text in table.get(column, [])
    )
    secret |= words(original.messages["sender"]) | words(original.messages["sender_slug"])
    secret |= words(original.connections["email"])
    for column in ("content", "subject", "title", "conversation"):
        secret |= words(original.messages[column])
    secret |= words(original.invitations["message"]) | words(original.recommendations["text"])
    secret |= words(original.profile["headline"]) | words(original.positions["title"])
    letters = {word for word in secret if re.search(r"[^\W\d]", word)}
    assert told & letters - words([*FUNCTIONS, "President"]) == set()
    functions = words([*FUNCTIONS, "President"])
    assert not any(re.search(r"[^\W\d]", word) for word in told - words(kept) - functions)
    assert not words(kept) & words(original.people["last_name"])


def test_each_figure_that_differs_is_said_with_its_reason_and_all_others_are_equal(
    original, tmp_path
):
    written = write_copy(original, tmp_path / "copy.zip")

    before, after = figures_of(original).json(), figures_of(read(tmp_path / "copy.zip")).json()
    changed = {
        f"{part}.{name}"
        for part, figures in before.items()
        for name, value in figures.items()
        if after[part][name] != pytest.approx(value, rel=0.005)
    }
    assert changed <= set(WHY)
    assert {WHY[name][0] for name in changed} == {
        said.split(": ")[0] for said in written.differences
    }
    assert after["connections"]["with_email"] == 0


def test_a_figure_that_differs_without_a_reason_is_a_mistake():
    with pytest.raises(KeyError, match=r"ties\.silent"):
        differences({"ties": {"silent": 3}}, {"ties": {"silent": 4}})


def test_a_company_is_named_only_where_five_people_share_it(tmp_path):
    rows = [f"Ana{n},Ruiz{n},{url(f'a{n}')},,Acme Works,Chef,08 Feb 2026" for n in range(5)]
    rows += [f"Ben{n},Oka{n},{url(f'b{n}')},,Brook,Chef,08 Feb 2026" for n in range(4)]
    rows += [f"Cho{n},Moss,{url(f'c{n}')},,Moss Legal,Chef,08 Feb 2026" for n in range(6)]
    path = zipped(tmp_path / "x.zip", {"Connections.csv": connections(*rows)})
    write_copy(read(path), tmp_path / "copy.zip")

    left = read(tmp_path / "copy.zip").people["company"].value_counts()

    assert left.to_dict() == {"Acme Works": 5, "": 10}, "the third company bears somebody's name"


def test_days_become_months_texts_their_length_and_the_order_stays(tmp_path):
    nadia, ana = ("Nadia Ferro", "nadia-ferro"), ("Ana Ruiz", "ana")
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(f"Ana,Ruiz,{url('ana')},a@b.org,Acme,Chef,08 Feb 2026"),
            "Profile.csv": PROFILE + "Nadia,Ferro,,,,Analyst,,,,,,,",
            "messages.csv": messages(
                message("c1", ana, nadia, "2026-02-03 15:00:00", "Fine"),
                message("c1", nadia, ana, "2026-02-03 12:00:00", "How are you?"),
            ),
        },
    )
    write_copy(read(path), tmp_path / "copy.zip")

    copy = read(tmp_path / "copy.zip")

    assert str(copy.people["connected_on"].iloc[0].date()) == "2026-01-01", "she is alone: a year"
    assert set(copy.messages["sent_at"].dt.strftime("%Y-%m-%d %H:%M")) == {"2026-02-01 00:00"}
    assert list(copy.messages["content"]) == ["20", "20"]
    assert figures_of(copy).json()["messages"]["started"] == 1


def test_two_copies_have_other_numbers_so_that_they_can_not_be_laid_side_by_side(
    original, tmp_path
):
    for name in ("a.zip", "b.zip"):
        write_copy(original, tmp_path / name)

    first, second = (read(tmp_path / name).people["last_name"] for name in ("a.zip", "b.zip"))
    assert not set(first) & set(second)


def test_a_name_that_is_no_zip_is_refused_and_what_is_still_shown_is_said(original, tmp_path):
    with pytest.raises(ExportError, match=r"must end in \.zip"):
        write_copy(original, tmp_path / "copy.csv")
    assert any("month" in line for line in REVEALS)


def test_connections_of_one_month_lose_their_order(tmp_path):
    titles = ("Designer", "Sales", "Buyer")
    rows = [
        f"Ana{at:02},Ruiz,{url(f'a{at}')},,Acme,{titles[at // 10]},08 Feb 2026" for at in range(30)
    ]
    path = zipped(tmp_path / "x.zip", {"Connections.csv": connections(*rows)})
    write_copy(read(path), tmp_path / "copy.zip")

    functions = list(read(tmp_path / "copy.zip").people["position"])

    names = ["Design", "Operations and supply", "Sales and customers"]
    assert sorted(functions) == [name for name in names for _ in range(10)]
    assert functions != sorted(functions, key=["Design", *names[:0:-1]].index)


def test_the_report_on_a_copy_says_what_months_alone_can_not_tell(tmp_path):
    nadia, ana = ("Nadia Ferro", "nadia-ferro"), ("Ana Ruiz", "ana")
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"),
            "Profile.csv": PROFILE + "Nadia,Ferro,,,,Analyst,,,,,,,",
            "messages.csv": messages(
                message("c1", ana, nadia, "2026-02-03 15:00:00"),
                message("c1", nadia, ana, "2026-02-03 12:00:00"),
            ),
        },
    )
    write_copy(read(path), tmp_path / "copy.zip")
    report = mirror_of(read(tmp_path / "copy.zip"))

    assert mirror_of(read(path)).json()["messages"]["median_reply_hours"] == 3
    assert report.json()["messages"]["median_reply_hours"] is None
    assert "dated to the month alone" in report.html()
    assert "until the first answer" not in report.html()


def test_the_report_on_a_copy_finds_no_burst_and_says_that_it_names_nobody(tmp_path):
    path = zipped(
        tmp_path / "x.zip",
        {
            "Connections.csv": connections(
                *(f"Ana,P{n},{url(f'p{n}')},,Acme,Chef,0{n} Feb 20{10 + n}" for n in range(1, 10))
            )
        },
    )
    write_copy(read(path), tmp_path / "copy.zip")
    archive, copy = (mirror_of(read(one)).html() for one in (path, tmp_path / "copy.zip"))

    assert "New connections by year" in archive
    assert "It names people" in archive
    assert "New connections by" not in copy
    assert "stands out" not in copy
    assert "It names people" not in copy
    assert "as mixed as 1 company of equal size" in archive


def test_a_copy_of_a_mailbox_without_messages_has_a_mailbox_without_messages(tmp_path):
    files = {
        "Connections.csv": connections(f"Ana,Ruiz,{url('ana')},,Acme,Chef,08 Feb 2026"),
        "messages.csv": messages(),
    }
    path = zipped(tmp_path / "x.zip", files)
    write_copy(read(path), tmp_path / "copy.zip")

    assert figures_of(read(path)).json()["messages"]["threads"] == 0
    assert figures_of(read(tmp_path / "copy.zip")).json()["messages"]["threads"] == 0


def test_a_company_goes_where_a_name_is_part_of_its_name(tmp_path):
    names = ("AlvarezTech", "山田商店", "Brook")
    rows = [
        f"{first},{last},{url(f'{name}{at}')},,{name},Chef,08 Feb 2026"
        for name in names
        for at, (first, last) in enumerate(
            [("Eva", "Alvarez"), ("花子", "山田"), *[("Bo", "Oka")] * 3]
        )
    ]
    path = zipped(tmp_path / "x.zip", {"Connections.csv": connections(*rows)})
    write_copy(read(path), tmp_path / "copy.zip")

    assert set(read(tmp_path / "copy.zip").people["company"]) == {"", "Brook"}


def test_k_people_share_what_the_copy_tells_of_each_and_the_share_is_measured(original, tmp_path):
    before, after, _ = write_copy(original, tmp_path / "copy.zip", k=7)

    copy = read(tmp_path / "copy.zip")
    seen = (
        copy.people[["connected_on", "company", "position"]].astype(str).value_counts(dropna=False)
    )
    assert seen.min() >= 7
    assert (after.fewest, after.people) == (seen.min(), 0)
    assert revealed_by(copy) == after, "what is said of the copy holds for what lies in the file"
    if original.era == "since-2023":
        assert before.people > 0.9
        assert after.conversations < 0.3 < before.conversations


def test_who_knows_a_public_profile_finds_no_row_of_it_by_any_file(original, tmp_path):
    write_copy(original, tmp_path / "copy.zip")

    copy = read(tmp_path / "copy.zip")
    for table in (copy.endorsements, copy.recommendations):
        told = table.drop(columns=["line", "direction", "status"])
        assert len(told.astype(str).drop_duplicates()) <= 1
    assert len(copy.endorsements) == len(original.endorsements)
    for moments in (copy.invitations["sent_at"], copy.positions["started_on"]):
        assert set(moments.dropna().dt.month) <= {1}
    assert set(copy.messages["content"]) <= {"", "20", "100", "500", "2000", "8000", "100000"}


@settings(max_examples=25)
@given(
    st.lists(
        st.builds(
            Traits,
            st.none() | st.integers(24_000, 24_060),
            st.sampled_from(["", "Acme", "Brook"]),
            st.sampled_from(["", "Design"]),
        ),
        max_size=40,
    ),
    st.integers(1, 6),
)
def test_nobody_is_one_of_fewer_than_k_and_nothing_is_made_up(people, k):
    kept = coarsened(people, k)

    many = Counter(kept)
    assert all(count >= min(k, len(people)) for count in many.values())
    assert all(
        one.company in {"", of.company} and one.function in {"", of.function}
        for one, of in zip(kept, people, strict=True)
    )


def test_every_function_is_read_again_from_the_copy():
    assert [role_of(title_of(name)).function for name in FUNCTIONS] == list(FUNCTIONS)
