"""No figure of messages changes when their table comes in another dress."""

from __future__ import annotations

import csv
import io
import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkedin.archives import MESSAGES, PROFILE, connections, message, url, zipped
from weakties.linkedin import read
from weakties.linkedin.figures import figures_of

COLUMNS = tuple(MESSAGES.strip().split(","))
OTHERS = (("Ana Ruiz", "ana"), ("Ben Oka", "ben"), ("Cy Lund", "cy"))
FILES = {
    "Connections.csv": connections(
        *(f"{name.replace(' ', ',')},{url(slug)},,Acme,Chef,01 Jan 2016" for name, slug in OTHERS)
    ),
    "Profile.csv": PROFILE + "Me,Moss,,,,Analyst,,,,,,,",
}
# Days above 12: whichever way round a spreadsheet wrote them, they have one reading.
BEGAN = [
    datetime(2016 + number // 3, 1 + number % 12, 13 + number, 9, 30, tzinfo=UTC)
    for number in range(12)
]
SPELLINGS = {
    "LinkedIn's": "%Y-%m-%d %H:%M:%S UTC",
    "ISO": "%Y-%m-%dT%H:%M:%SZ",
    "month first": "%m/%d/%Y %H:%M",
    "with dots": "%d.%m.%Y %H:%M",
    "in words": "%b %d %Y %I:%M %p",
}
PADDING = ("", ",,,,,,,,,,,,", " , ,,,,,", ",,,")
FOOTERS = ("Total: 18", "Exported by a spreadsheet", "—")


def table(
    *,
    spelling="LinkedIn's",
    order=COLUMNS,
    quoting=csv.QUOTE_MINIMAL,
    padding=(),
    header_at=None,
    footer=None,
):
    """Return 12 conversations as text, of which every second has an answer."""
    rows = []
    for number, began in enumerate(BEGAN):
        me, other = ("Me Moss", "me"), OTHERS[number % 3]
        talk = [(me, other, began)]
        if number % 2:
            talk.append((other, me, began + timedelta(minutes=90)))
        rows += [row(f"c{number}", *one, spelling) for one in talk]
    if header_at is not None:
        rows.insert(header_at, dict(zip(COLUMNS, COLUMNS, strict=True)))
    text = io.StringIO()
    writer = csv.DictWriter(text, order, quoting=quoting, lineterminator="\0")
    writer.writeheader()
    writer.writerows(rows)
    lines = text.getvalue().removesuffix("\0").split("\0")
    for at, pad in padding:
        lines.insert(1 + at % len(lines), pad)
    return "\n".join([*lines, *(["", footer] if footer else [])])


def row(conversation, sender, to, at, spelling):
    return dict.fromkeys(COLUMNS, "") | {
        "CONVERSATION ID": conversation,
        "FROM": sender[0],
        "SENDER PROFILE URL": url(sender[1]),
        "TO": to[0],
        "RECIPIENT PROFILE URLS": url(to[1]),
        "DATE": at.strftime(SPELLINGS[spelling]),
        "CONTENT": 'Hello,\nshe said "so"',
        "FOLDER": "INBOX",
    }


@pytest.fixture(scope="module")
def found(tmp_path_factory):
    path = tmp_path_factory.mktemp("dress") / "Basic_LinkedInDataExport_02-01-2024.zip"

    def found(text):
        figures = figures_of(read(zipped(path, {**FILES, "messages.csv": text})))
        return figures.json(), figures.conversations.left_out, len(figures.export.messages)

    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    spelling=st.sampled_from(sorted(SPELLINGS)),
    shuffled=st.integers(0, 99),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    padding=st.lists(st.tuples(st.integers(0, 99), st.sampled_from(PADDING)), max_size=6),
    header_at=st.none() | st.integers(1, 17),
    footer=st.none() | st.sampled_from(FOOTERS),
)
def test_no_figure_changes(found, spelling, shuffled, quoting, padding, header_at, footer):
    order = list(COLUMNS)
    random.Random(shuffled).shuffle(order)
    if footer:
        # A footer stands in the first column, where the conversations are.
        order.sort(key=lambda name: name != "CONVERSATION ID")

    dressed = table(
        spelling=spelling,
        order=order,
        quoting=quoting,
        padding=padding,
        header_at=header_at,
        footer=footer,
    )

    assert found(dressed) == found(table())


def test_they_are_the_figures_that_one_counts_by_hand(found):
    figures, left_out, rows = found(table())

    assert (figures["messages"]["started"], figures["messages"]["replied"], rows) == (12, 6, 18)
    assert figures["messages"]["median_reply_hours"] == 1.5
    assert not any(left_out.values())


def test_one_message_more_is_seen(found):
    one = message("c99", ("Me Moss", "me"), OTHERS[0], "2020-01-01 10:00:00")
    more = f"{table()}\n{one}"

    assert found(more)[0]["messages"]["started"] == 13
