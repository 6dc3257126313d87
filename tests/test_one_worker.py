"""A file that grades something stays on one worker of several."""

from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_a_file_that_grades_is_a_group_of_its_own_and_workers_are_told_so(request):
    group = str(request.path.relative_to(TESTS))
    assert request.node.get_closest_marker("xdist_group").args == (group,)
    if getattr(request.config.option, "loadgroup", False):
        assert request.node.nodeid.endswith(f"@{group}")
