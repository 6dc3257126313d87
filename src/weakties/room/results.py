"""What came out: the lesson's own cells say so, run once in a process of their own.

`python -m weakties.room.results LESSON` prints what each prediction is set against, as JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path

from weakties.room.questions import code_of

_PATIENCE = 300
"""Seconds for one lesson."""


@dataclass(frozen=True)
class Result:
    """What one prediction is set against.

    Parameters
    ----------
    value
        A number in the unit asked for, or the right choice.
    where_from
        Where it comes from and how far it can be trusted.
    interval
        Of a number, where it has one.
    """

    value: float | str
    where_from: str
    interval: tuple[float, float] | None = None

    @staticmethod
    def from_json(told: dict[str, object]) -> Result:
        """Return the result that `asdict` gave."""
        value, where_from, interval = told["value"], told["where_from"], told["interval"]
        pair = (float(interval[0]), float(interval[1])) if isinstance(interval, list) else None
        return Result(value if isinstance(value, str) else float(str(value)), str(where_from), pair)


def results_of(lesson: Path) -> dict[str, Result]:
    """Return what came out, by the prediction's name; empty where the lesson can't be run here."""
    environment = {**os.environ, "MPLBACKEND": "agg", "WEAKTIES_PROGRESS": "off"}
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "weakties.room.results", str(lesson)],
            capture_output=True,
            timeout=_PATIENCE,
            env=environment,
            check=True,
        )
        found = json.loads(ran.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}
    return {name: Result.from_json(told) for name, told in found.items()}


def _found_by_running(lesson: Path) -> dict[str, Result]:
    from weakties.lesson.prediction import Comparison
    from weakties.widgets import Prediction

    found: dict[str, Result] = {}

    def against(
        asked: Prediction,
        result: float | str,
        where_from: str,
        *,
        interval: tuple[float, float] | None = None,
    ) -> Comparison:
        value = result if isinstance(result, str) else float(result)
        pair = (float(interval[0]), float(interval[1])) if interval else None
        found[asked._asked.name] = Result(value, where_from, pair)
        return Comparison(asked._asked, value, where_from, pair)

    setattr(Prediction, "against", against)  # noqa: B010 - for this process alone
    names: dict[str, object] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for source in code_of(lesson):
            exec(compile(source, str(lesson), "exec"), names)  # noqa: S102 - the course's lesson
    return found


if __name__ == "__main__":
    told = {name: asdict(result) for name, result in _found_by_running(Path(sys.argv[1])).items()}
    sys.stdout.write(json.dumps(told))
