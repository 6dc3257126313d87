"""Using the libraries once, so that no submission pays for what they put off until then."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weakties.grading.shell import Shell

_CELL = """
import numpy as np, pandas as pd
rows = pd.DataFrame({"a": ["x", "y"] * 8, "b": range(16), "c": np.linspace(0, 1, 16)})
means = rows.groupby(["a", "b"])["c"].mean().groupby("a")
means.var().mean(), means.median(), rows.groupby("a")["c"].std(), rows["a"].value_counts()
rows.merge(rows, on="b").query("a_x == 'x'").set_index("b").sort_values("c_x")["c_y"].round(2)
rows.pivot_table("c", "b", "a").corr()["x"]["y"], rows["c"].corr(rows["b"]), rows.describe()
rows.groupby(["a", "b"])["c"].mean().unstack().isna().sum(), rows["c"].quantile([0.1, 0.9])
rows[(rows["c"] < 0.5) & rows["a"].isin(["x"])].drop_duplicates().apply(len, axis=1)
rows
"""


def warm_up(shell: Shell) -> None:
    """Run a little of what exercises do, leave no trace of it, and keep memory shared by all forks."""
    shell.run(_CELL)
    shell.reset()
    gc.collect()
    gc.freeze()
