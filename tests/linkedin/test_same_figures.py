"""No figure changes when a table comes in another dress: padding, footers, headers, dates, columns."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linkedin.archives import url
from weakties.linkedin import read
from weakties.linkedin.figures import figures_of

COLUMNS = (
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
)
# Days above 12: whichever way round a spreadsheet wrote them, they have one reading.
DAYS = [date(2019, 1, 13) + timedelta(days=31 * number) for number in range(24)]
DAYS = [day.replace(day=13 + number % 15) for number, day in enumerate(DAYS)]
SPELLINGS = {
    "LinkedIn's": "%d %b %Y",
    "ISO": "%Y-%m-%d",
    "ISO with a time": "%Y-%m-%dT00:00:00",
    "month first": "%m/%d/%Y",
    "day first": "%d/%m/%Y",
    "with dots": "%d.%m.%Y",
    "Excel's": "%d-%b-%y",
    "in words": "%b %d, %Y",
}
PADDING = ("", ",,,,,,", " , ,,,,,", ",,,")
FOOTERS = ("Total: 24", "Exported by a spreadsheet", "—")


def table(*, spelling="LinkedIn's", order=COLUMNS, padding=(), header_at=None, footer=None):
    """Return 24 people as text; the same people, whatever is asked for."""
    lines = [",".join(order)]
    for number, day in enumerate(DAYS):
        if number == header_at:
            lines.append(",".join(order))
        person = {
            "First Name": f"Ana{number}",
            "Last Name": "Ruiz",
            "URL": url(f"ana-{number}"),
            "Email Address": f"a{number}@example.org" if number % 4 == 0 else "",
            "Company": f"Company {number % 5}" if number % 7 else "",
            "Position": "Analyst",
            "Connected On": f'"{day.strftime(SPELLINGS[spelling])}"',
        }
        lines.append(",".join(person[name] for name in order))
    for at, pad in padding:
        lines.insert(1 + at % len(lines), pad)
    if footer:
        lines += ["", footer]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def figures(tmp_path_factory):
    path = tmp_path_factory.mktemp("dress") / "Connections.csv"

    def found(text):
        path.write_text(text, encoding="utf-8")
        return figures_of(read(path)).json()

    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    spelling=st.sampled_from(sorted(SPELLINGS)),
    shuffled=st.integers(0, 99),
    padding=st.lists(st.tuples(st.integers(0, 99), st.sampled_from(PADDING)), max_size=6),
    header_at=st.none() | st.integers(1, len(DAYS) - 1),
    footer=st.none() | st.sampled_from(FOOTERS),
)
def test_no_figure_changes(figures, spelling, shuffled, padding, header_at, footer):
    order = list(COLUMNS)
    random.Random(shuffled).shuffle(order)
    if footer:
        # A footer stands in the first column, where the names are.
        order.sort(key=lambda name: name != "First Name")

    dressed = table(
        spelling=spelling, order=order, padding=padding, header_at=header_at, footer=footer
    )

    assert figures(dressed) == figures(table())


def test_a_person_more_is_seen(figures):
    more = f"{table()}\nBen,Oka,{url('ben')},,Brook,Chef,08 Feb 2026"

    assert figures(more)["connections"]["people"] == len(DAYS) + 1
    assert figures(table())["connections"]["people"] == len(DAYS)


def test_a_footer_is_said_and_a_name_alone_above_other_rows_is_somebody(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(table(footer="Total: 24\nSource: me"), encoding="utf-8")
    below = read(path)
    path.write_text(table(padding=[(0, "Madonna,,,,,,")]), encoding="utf-8")
    above = read(path)

    (note,) = below.account.notes
    assert note.startswith("Lines 27 to 28 of Connections.csv: passed over, since nothing but")
    assert len(above.people) == len(DAYS) + 1
