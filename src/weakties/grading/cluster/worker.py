"""What a worker does: it keeps one zygote for a run and hands it one notebook after the other."""

from __future__ import annotations

import atexit
import json
import threading
from typing import Any

from weakties.grading.job import Job
from weakties.grading.zygote.client import Zygote
from weakties.grading.zygote.settings import Settings

_lock = threading.Lock()
_zygotes: dict[str, Zygote] = {}


def run_there(
    job: dict[str, Any], settings: dict[str, Any], environment: dict[str, str]
) -> dict[str, Any]:
    """Run a notebook in this worker.

    Parameters
    ----------
    job, settings
        As plain JSON values.
    environment
        The environment of the notebook, beside what it always has.
    """
    return _zygote(settings, environment).run(Job.from_json(job)).as_json()


def _zygote(settings: dict[str, Any], environment: dict[str, str]) -> Zygote:
    """Return this worker's zygote for a run; the one of an earlier run ends."""
    key = json.dumps([settings, environment], sort_keys=True)
    with _lock:
        if key not in _zygotes:
            for zygote in _zygotes.values():
                zygote.end()
            _zygotes.clear()
            zygote = Zygote(environment)
            zygote.begin(Settings.from_json(settings))
            _zygotes[key] = zygote
            atexit.register(zygote.end)
        return _zygotes[key]
