"""How long a run still takes, from what it really graded."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.progress import ProgressColumn
from rich.text import Text

if TYPE_CHECKING:
    from rich.progress import Task

_PATIENCE = 3.0


def time_left(done: int, total: int | None, elapsed: float, since_last: float) -> str:
    """Return what to say of the time that is left.

    Parameters
    ----------
    done, total
        How many are graded, and how many there are; ``None`` while that is not known.
    elapsed
        Since the run began, in seconds.
    since_last
        Since the last one was graded.

    Examples
    --------
    >>> time_left(10, 100, 5.0, 0.1)
    '0:44 left'
    >>> time_left(99, 100, 50.0, 22.0)
    '1 still runs, for 22 s now'
    >>> time_left(0, 100, 2.0, 2.0)
    ''
    """
    if not done or total is None or done >= total:
        return ""
    left = total - done
    seconds = max(0.0, (elapsed - since_last) / done * left - since_last)
    if not seconds and since_last > _PATIENCE:
        verb = "runs" if left == 1 else "run"
        return f"{left} still {verb}, for {since_last:.0f} s now"
    minutes, rest = divmod(max(1, round(seconds)), 60)
    return f"{minutes}:{rest:02d} left"


class TimeLeft(ProgressColumn):
    """Shows `time_left` of a task that keeps the time of its last step in its fields."""

    def render(self, task: Task) -> Text:
        """Return it as rich shows it."""
        now = time.monotonic()
        since = now - task.fields.get("last", now)
        total = None if task.total is None else int(task.total)
        return Text(time_left(int(task.completed), total, task.elapsed or 0.0, since))
