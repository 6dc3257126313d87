"""An opening that never ends, or puts out without end, holds up nobody."""

from __future__ import annotations

import pytest

from weakties.grading.zygote import Settings, Zygote

ZYGOTES_START_ANEW = True
SECONDS = 3.0


@pytest.mark.parametrize(
    "source", ["while True:\n    pass", "import time\ntime.sleep(600)", "import os\nos._exit(0)"]
)
def test_an_opening_that_does_not_come_to_its_end_is_nobodys_and_the_next_is_run(tmp_path, source):
    zygote = Zygote()
    try:
        openings = {"endless": (source,), "short": ("x = 1",)}
        settings = Settings("", files=str(tmp_path), openings=openings, cell_seconds=SECONDS)
        opened = zygote.begin(settings)
    finally:
        zygote.end()
    assert opened["endless"].obstacle
    assert opened["short"].obstacle == ""
