"""What is put into an exchange is what nbgrader collects from one."""

from __future__ import annotations

from datetime import UTC, datetime

from weakties.handover.exchange import files_of, put_into

NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)


def test_a_hand_in_lies_there_as_nbgrader_puts_it(tmp_path):
    (tmp_path / "inbound").mkdir()
    first, second = (
        put_into(tmp_path, "photo", files_of("photo", b"{}", b"{}"), NOW) for _ in range(2)
    )
    assert first != second
    who, unit, stamp, secret = first.name.split("+", 3)
    assert who
    assert secret
    assert (unit, stamp) == ("photo", "2027-03-01 12:00:00.000000 UTC")
    assert {path.name for path in first.iterdir()} == {
        "photo.ipynb", "receipt.json", "timestamp.txt", "submission_secret.txt"
    }  # fmt: skip
    from nbgrader.utils import parse_utc

    assert parse_utc((first / "timestamp.txt").read_text()) == NOW.replace(tzinfo=None)
