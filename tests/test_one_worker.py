"""Tests of one file stay on one worker of several, and what takes longest begins first."""

from __future__ import annotations

from pathlib import Path

from conftest import LONGEST_FIRST

ROOT = Path(__file__).parents[1]


def test_a_file_is_a_group_of_its_own_and_workers_are_told_so(request):
    group = request.path.relative_to(ROOT).as_posix()
    assert request.node.get_closest_marker("xdist_group").args == (group,)
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith(f"@{group}")


def test_long_groups_come_before_all_others_each_in_its_turn(request):
    groups = [item.get_closest_marker("xdist_group").args[0] for item in request.session.items]
    long = [group for group in groups if group in LONGEST_FIRST]
    assert groups[: len(long)] == long
    assert long == sorted(long, key=LONGEST_FIRST.index)
