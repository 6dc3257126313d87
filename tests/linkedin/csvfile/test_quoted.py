"""Cutting a mailbox whose cells are all quoted gives what the csv module gives, or leaves it."""

from __future__ import annotations

import csv
import io
import random

import pytest

from weakties.linkedin.csvfile import Lines, find_header, rows_of
from weakties.linkedin.csvfile.quoted import Quoted

HEADER = '"FROM","TO","DATE","CONTENT"\n'
PIECES = ("hello", '"', '""', ",", '","', "\n", '"\n"', '",\n"', "\r", "日本", " ", "", "\n\n")


def quoted(rows, end="\n"):
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator=end).writerows(rows)
    return text.getvalue()


def rows_in(cut):
    return [list(cells) for cells in zip(*cut.columns, strict=True)]


def read(text):
    lines = Lines((HEADER + text).encode())
    header = find_header(lines, [frozenset({"from", "to"})])
    found = list(rows_of(lines, header))
    return (
        [row for rows in found for row in rows_in(rows)],
        [line for rows in found for line in rows.lines],
    )


@pytest.mark.parametrize("pieces", [PIECES, [one for one in (*PIECES, "\0") if '"' not in one]])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cells_with_quotation_marks_commas_and_breaks_are_as_the_csv_module_reads_them(end, pieces):
    chance = random.Random(4)
    rows = [
        ["a", *("".join(chance.choices(pieces, k=chance.randrange(5))) for _ in range(3))]
        for _ in range(4_000)
    ]
    text = quoted(rows, end)

    cells, lines = read(text)

    assert cells == rows
    begins = [2]
    for row in rows:
        begins.append(begins[-1] + quoted([row], end).count("\n"))
    assert lines == begins[:-1]


def test_rows_after_one_that_is_not_written_so_are_read_as_before():
    good = ["Ana", "Ben", "2024", 'she said "so",\nand left']
    text = quoted([good] * 3) + 'Ana,Ben,2024,"plain"\n' + quoted([good])

    assert read(text) == ([good] * 3 + [["Ana", "Ben", "2024", "plain"], good], [2, 4, 6, 8, 9])


@pytest.mark.parametrize(
    "row",
    [
        '"a","b"\n',
        '"a","b","c","d"\n"e","f"\n',
        '"a","b","c","\0"\n"e","f"\n',
        '"a"b,"c"\n',
        '"a","b",\n',
        '"a","b","c"\n',
        '"a,"b"\n',
        '"a","b\n' * 3,
    ],
)
def test_what_the_csv_module_alone_can_read_is_left_to_it(row):
    cutter = Quoted(3, ",", longest=1_000, most_lines=100)
    good = '"x","y","z"\n'

    cut = cutter.cut(good + row + good, more=False)

    expected = [["x", "y", "z"], ["a", "b", "c"], ["x", "y", "z"]]
    assert rows_in(cut) == (expected if row == '"a","b","c"\n' else expected[:1])
    assert cut.left == ("" if row == '"a","b","c"\n' else row + good)
    assert cut.sound == (row == '"a","b","c"\n')


def test_a_row_beyond_the_limits_is_left():
    cutter = Quoted(2, ",", longest=20, most_lines=3)

    assert rows_in(cutter.cut(f'"{"a" * 30}","b"\n', more=False)) == []
    assert rows_in(cutter.cut('"a\n\n\n","b"\n', more=False)) == []
    assert rows_in(cutter.cut('"a\n\n","b"\n', more=False)) == [["a\n\n", "b"]]


def test_a_row_whose_end_is_yet_to_come_waits_for_it():
    cut = Quoted(2, ",", longest=100, most_lines=9).cut('"a","b"\n"c","d\n', more=True)

    assert (rows_in(cut), cut.left, cut.sound) == ([["a", "b"]], '"c","d\n', True)


@pytest.mark.parametrize("more", [True, False])
def test_a_text_in_which_no_row_ends_is_left_whole(more):
    for text in ('"a","b\n', '"a","b', '"', '"\n', "a,b\n"):
        cut = Quoted(2, ",", longest=100, most_lines=9).cut(text, more=more)

        assert (rows_in(cut), cut.left) == ([], text)
