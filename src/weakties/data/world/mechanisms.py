"""The mechanisms of the world as a table, for whoever wants to open the box."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pandas as pd

from weakties.data.world.parameters import settings

if TYPE_CHECKING:
    from weakties.data.world.parameters import Parameters


def mechanisms(parameters: Parameters | None = None) -> pd.DataFrame:
    """Return one row per parameter: its mechanism, value, unit, source and meaning.

    Examples
    --------
    >>> mechanisms().set_index("parameter").loc["bridge_half_life", "unit"]
    'months'
    """
    return pd.DataFrame([asdict(setting) for setting in settings(parameters)])
