"""A file that only its owner may read."""

from __future__ import annotations

import stat

import pytest

from weakties.pages.private import write_privately


def test_only_its_owner_may_read_it_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text("before", encoding="utf-8")
    path.chmod(0o644)
    write_privately("after", path)
    assert path.read_text(encoding="utf-8") == "after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["kept.json"]


def test_what_was_there_stays_where_the_new_text_can_not_be_written(tmp_path):
    path = tmp_path / "kept.json"
    path.write_text("before", encoding="utf-8")
    (tmp_path / "kept.new").mkdir()
    with pytest.raises(OSError, match=r"kept\.new"):
        write_privately("after", path)
    assert path.read_text(encoding="utf-8") == "before"
