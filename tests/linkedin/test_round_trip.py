"""Writing an export in any era and reading it back gives the same people, ties and messages."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from weakties.linkedin import ExportError, read
from weakties.linkedin.names import full_name
from weakties.linkedin.reading.sheet import _NOTHING
from weakties.linkedin.slugs import url_of
from weakties.linkedin.tables import Tables, frame
from weakties.linkedin.writing import columns, write_export

ERAS = ("to-2015", "to-2021", "2021-2023", "since-2023")
SLOWLY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
NUMBERS = itertools.count()

WORDS = st.text(
    st.one_of(
        st.sampled_from(" ,;\"'-.éßñ🌱日=+@"), st.characters(codec="utf-8", categories=["L", "N"])
    ),
    min_size=1,
    max_size=12,
).map(str.strip)
NAMES = WORDS.filter(lambda text: text not in {"", *_NOTHING})
SLUGS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
DAYS = st.dates(date(2003, 5, 5), date(2026, 11, 1))
MOMENTS = st.integers(1_052_092_800, 1_793_491_200).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
TEXTS = st.text(
    st.one_of(
        st.sampled_from(' ,;"\n\r\t'), st.characters(codec="utf-8", exclude_categories=["C"])
    ),
    max_size=40,
)


@st.composite
def tables(draw) -> Tables:
    slugs = draw(st.lists(SLUGS, min_size=1, max_size=6, unique=True))
    names = {slug: (draw(NAMES), draw(NAMES)) for slug in slugs}
    connections = {
        "first_name": [names[slug][0] for slug in slugs],
        "last_name": [names[slug][1] for slug in slugs],
        "slug": slugs,
        "url": [url_of(slug) for slug in slugs],
        "email": draw(some(st.sampled_from(["", "a@example.org"]), slugs)),
        "company": draw(some(WORDS.filter(lambda text: text not in _NOTHING), slugs)),
        "position": draw(some(WORDS.filter(lambda text: text not in _NOTHING), slugs)),
        "connected_on": draw(some(DAYS, slugs)),
    }
    count = draw(st.integers(0, 6))
    senders = draw(st.lists(st.sampled_from(slugs), min_size=count, max_size=count))
    recipients = draw(st.lists(st.sampled_from(slugs), min_size=count, max_size=count))
    messages = {
        "conversation": draw(some(st.sampled_from(["c1", "c2"]), senders)),
        "sender": [full_name(*names[slug]) for slug in senders],
        "sender_slug": senders,
        "recipients": [full_name(*names[slug]) for slug in recipients],
        "recipient_slugs": recipients,
        "sent_at": draw(some(MOMENTS, senders)),
        "subject": draw(some(TEXTS, senders)),
        "content": draw(some(TEXTS, senders)),
        "folder": draw(some(st.sampled_from(["INBOX", "ARCHIVE", "SPAM", ""]), senders)),
        "draft": draw(some(st.booleans(), senders)),
    }
    positions = {"company": [draw(NAMES)], "title": [draw(NAMES)], "started_on": [date(2019, 5, 1)]}
    return Tables(
        connections=frame("connections", connections),
        messages=frame("messages", messages),
        invitations=frame("invitations"),
        profile=frame("profile", {"first_name": ["Nadia"], "last_name": ["Ferro"]}),
        positions=frame("positions", positions),
        endorsements=frame("endorsements"),
        recommendations=frame("recommendations"),
    )


def some(values, like):
    return st.lists(values, min_size=len(like), max_size=len(like))


def columns_of(table, names):
    return [list(table[name]) for name in names]


@SLOWLY
@given(
    tables(),
    st.sampled_from(ERAS),
    st.sampled_from(list(columns.MESSAGES)),
    st.booleans(),
    st.booleans(),
)
def test_what_is_written_in_any_era_is_read_back_the_same(
    tmp_path, written, era, width, quoted, excel
):
    path = tmp_path / f"{next(NUMBERS)}.zip"
    write_export(written, path, era=era, message_columns=width, quoted=quoted, excel=excel)

    found = read(path)

    people = ["first_name", "last_name", "email", "company", "position"]
    people += ["connected_on"] if era != "to-2015" else []
    people += ["slug"] if era == "since-2023" else []
    assert columns_of(found.connections, people) == columns_of(written.connections, people)
    told = written.messages[~written.messages["draft"]] if width < 12 else written.messages
    parts = ["sender", "recipients", "sent_at", "subject", "content", "folder"]
    parts += ["conversation", "sender_slug"] if width >= 9 else []
    parts += ["recipient_slugs"] if width >= 10 else []
    parts += ["draft"] if width >= 12 else []
    assert columns_of(found.messages, parts) == columns_of(told, parts)
    assert columns_of(found.positions, ["company", "title", "started_on"]) == columns_of(
        written.positions, ["company", "title", "started_on"]
    )
    statuses = set(found.connections["status"])
    assert statuses <= ({"read"} if era == "since-2023" else {"read", "duplicate"})


def full_tables() -> Tables:
    """Return a table of every kind, with something in every column."""
    noon = datetime.fromisoformat("2024-02-01T12:30:00")
    person = {"first_name": ["Ana", "Ben"], "last_name": ["Ruiz", "Okafor"]}
    both = ["RECEIVED", "GIVEN"]
    return Tables(
        connections=frame("connections", {**person, "connected_on": [date(2024, 2, 1)] * 2}),
        messages=frame("messages"),
        invitations=frame(
            "invitations",
            {
                "sender": ["Nadia Ferro"],
                "recipient": ["Ana Ruiz"],
                "sent_at": [noon],
                "message": ["Hi, Ana"],
                "direction": ["OUTGOING"],
                "sender_slug": ["nadia-ferro"],
                "recipient_slug": ["ana-ruiz"],
            },
        ),
        profile=frame(
            "profile",
            {
                "first_name": ["Nadia"],
                "last_name": ["Ferro"],
                "headline": ["Analyst"],
                "summary": ["I\ncount"],
                "industry": ["Data"],
                "location": ["Turin"],
            },
        ),
        positions=frame(
            "positions",
            {"company": ["Tarn Valley"], "title": ["Analyst"], "started_on": [date(2019, 5, 1)]},
        ),
        endorsements=frame(
            "endorsements",
            {
                **person,
                "direction": both,
                "slug": ["ana-ruiz", "ben"],
                "skill": ["SQL", "R"],
                "endorsed_at": [noon] * 2,
                "status": ["ACCEPTED"] * 2,
            },
        ),
        recommendations=frame(
            "recommendations",
            {
                **person,
                "direction": both,
                "company": ["Acme"] * 2,
                "title": ["Chef"] * 2,
                "text": ["Good, very"] * 2,
                "written_at": [noon] * 2,
                "status": ["VISIBLE"] * 2,
            },
        ),
    )


@pytest.mark.parametrize("excel", [False, True])
@pytest.mark.parametrize("era", ERAS)
def test_the_smaller_files_are_read_back_the_same(tmp_path, era, excel):
    written = full_tables()
    path = tmp_path / "x.zip"
    write_export(written, path, era=era, excel=excel)

    found = read(path)

    unknown = [] if era == "since-2023" else ["slug", "sender_slug", "recipient_slug"]
    for name in ("invitations", "profile", "positions", "endorsements", "recommendations"):
        left, right = (
            getattr(export, name).drop(columns=["line", *unknown], errors="ignore")
            for export in (found, written)
        )
        pd.testing.assert_frame_equal(left, right)
    assert set(found.account.counts["unreadable"]) == {0}


def test_two_archives_of_the_same_tables_are_equal_byte_for_byte(tmp_path):
    for name in ("a.zip", "b.zip"):
        write_export(full_tables(), tmp_path / name)

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_folder_is_written_too_and_nothing_is_overwritten(tmp_path):
    write_export(full_tables(), tmp_path / "folder")
    write_export(full_tables(), tmp_path / "x.zip")
    before = (tmp_path / "x.zip").read_bytes()

    assert len(read(tmp_path / "folder").people) == 2
    for taken in ("folder", "x.zip"):
        with pytest.raises(ExportError, match="there already"):
            write_export(full_tables(), tmp_path / taken)
    assert (tmp_path / "x.zip").read_bytes() == before


def test_a_place_that_can_not_be_written_to_and_a_width_that_never_was_are_refused(tmp_path):
    with pytest.raises(ExportError, match="could not be written"):
        write_export(full_tables(), tmp_path / "no" / "such" / "x.zip")
    with pytest.raises(ExportError, match="not 8"):
        write_export(full_tables(), tmp_path / "x.zip", message_columns=8)
