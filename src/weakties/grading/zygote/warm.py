"""Using the libraries once, so that no submission pays for what they put off until then."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from weakties.grading.shell.errors import keep_grammar_at_hand, leave_long_files_unread

if TYPE_CHECKING:
    from weakties.grading.shell.shell import Shell

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
# networkx compiles each of its functions when it is first called.
_NETWORK = """
import networkx as nx
import pandas as pd
ties = nx.from_pandas_edgelist(pd.DataFrame({"a": [1, 2, 3, 1], "b": [2, 3, 1, 4]}), "a", "b")
nx.effective_size(ties), nx.constraint(ties), nx.density(ties), nx.clustering(ties)
nx.betweenness_centrality(ties), nx.shortest_path_length(ties, 1), nx.number_of_nodes(ties)
list(nx.connected_components(ties)), list(nx.common_neighbors(ties, 1, 2)), nx.k_core(ties)
nx.core_number(ties), list(nx.find_cliques(ties)), list(nx.adamic_adar_index(ties))
"""
# The title of a question comes out of the course's table of contents, which is read but once.
_CHECK = """
from weakties.check import question
with question("warm-up", points=1) as q:
    q.number("rows", ...)
q.verdict
"""
# A traceback is drawn by libraries that load when the first one is.
_MISTAKES = (
    "def ratio(a):\n    return 1 / a\nassert ratio(0) == 1, 'a sentence'",
    "import pandas as pd\npd.DataFrame({'a': [1]})['b']",
    "import numpy as np\nnp.testing.assert_allclose([1.0, 2.0], [1.0, 3.0])",
)


def warm_up(shell: Shell) -> None:
    """Run a little of what exercises do, and leave no trace of it."""
    keep_grammar_at_hand()
    leave_long_files_unread()
    shell.run(_CELL)
    shell.run(_NETWORK)
    shell.run(_CHECK)
    for mistake in _MISTAKES:
        shell.run(mistake)
    # It has the collector look through all that there is, and nothing of that is unreachable.
    gc.freeze()
    shell.reset()
