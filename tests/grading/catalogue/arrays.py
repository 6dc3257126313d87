"""numpy: types, shapes, views and copies, broadcasting, random numbers; and graphs of networkx."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

ENTRIES = (
    entry(
        "ramp",
        answer("ramp = np.linspace(0, 1, 5)"),
        check("close", "assert np.allclose(ramp, [0, 0.25, 0.5, 0.75, 1])"),
        check("shape", "assert ramp.shape == (5,) and ramp.dtype == float"),
        style="ramp = np.arange(5) / 4",
        types="ramp = pd.Series(np.arange(5) / 4)",
        wrong="ramp = np.linspace(0, 1, 5).reshape(1, 5)",
    ),
    entry(
        "eye",
        answer("identity = np.eye(3, dtype=int)"),
        check("equal", "assert (identity == np.eye(3)).all()"),
        check("dtype", "assert identity.dtype.kind == 'i' and identity.ndim == 2"),
        style="identity = np.zeros((3, 3), dtype=int)\nfor i in range(3):\n    identity[i, i] = 1",
        types="identity = np.diag(np.ones(3, dtype=np.int8))",
        wrong="identity = np.eye(3)",
    ),
    entry(
        "window",
        given("base_row = np.arange(6)"),
        answer("window = base_row[1:4]"),
        check("values", "assert window.tolist() == [1, 2, 3]"),
        check(
            "view",
            "assert np.shares_memory(window, base_row), 'a view, no copy'\nassert window.base is base_row",
        ),
        style="window = base_row[slice(1, 4)]",
        types="window = base_row[1:-2:1]",
        wrong="window = base_row[[1, 2, 3]]",
    ),
    entry(
        "own-copy",
        given("original = np.zeros(3)"),
        answer("changed_copy = original.copy()\nchanged_copy[0] = 9"),
        check("values", "assert changed_copy.tolist() == [9, 0, 0]"),
        check("original", "assert original[0] == 0, 'the original was changed'"),
        style="changed_copy = np.array(original)\nchanged_copy[0] = 9",
        types="changed_copy = np.concatenate([[9], original[1:]])",
        wrong="changed_copy = original[:]\nchanged_copy[0] = 9",
        passes_blank="original",
    ),
    entry(
        "normalize",
        answer("def normalize(v):\n    return v / np.linalg.norm(v)"),
        check("unit", "assert np.isclose(np.linalg.norm(normalize(np.array([3.0, 4.0]))), 1)"),
        check(
            "argument",
            """
            v = np.array([3.0, 4.0])
            normalize(v)
            assert v.tolist() == [3, 4], "v must stay"
            """,
        ),
        check(
            "zero",
            "with np.errstate(all='ignore'):\n    assert np.isnan(normalize(np.zeros(2))).all()",
        ),
        style="def normalize(v):\n    length = np.sqrt((v ** 2).sum())\n    return np.divide(v, length)",
        types="normalize = lambda v: np.asarray(v) * (1 / np.hypot.reduce(v))\n"
        "normalize = np.vectorize(normalize, signature='(n)->(n)')",
        wrong="def normalize(v):\n    v /= np.linalg.norm(v)\n    return v",
        fails="argument",
    ),
    entry(
        "columns",
        answer("def center(m):\n    return m - m.mean(axis=0)"),
        check(
            "zero",
            "m = np.array([[1.0, 2.0], [3.0, 6.0]])\nassert np.allclose(center(m).mean(axis=0), 0)",
        ),
        check("values", "np.testing.assert_allclose(center(m), [[-1, -2], [1, 2]])"),
        check("stays", "assert m.sum() == 12"),
        style="def center(m):\n    out = m.astype(float)\n    for j in range(m.shape[1]):\n        out[:, j] = out[:, j] - np.average(out[:, j])\n    return out",
        types="center = lambda m: pd.DataFrame(m).sub(pd.DataFrame(m).mean()).to_numpy()",
        wrong="def center(m):\n    m -= m.mean(axis=0)\n    return m",
        fails="stays",
        passes_blank="stays",
    ),
    entry(
        "vectorized",
        answer("def clipped(a):\n    return np.where(a < 0, 0, a)"),
        check("values", "assert clipped(np.array([-1, 2])).tolist() == [0, 2]"),
        check("twod", "assert clipped(np.array([[-1, 1], [2, -2]])).shape == (2, 2)"),
        check("fast", "assert clipped(np.arange(-500_000, 500_000)).sum() == 124999750000"),
        style="def clipped(a):\n    return a * (a > 0)",
        types="from functools import partial\nclipped = partial(np.maximum, 0)",
        wrong="def clipped(a):\n    return np.array([max(0, x) for x in a.ravel()])",
        fails="twod",
    ),
    entry(
        "large",
        answer("def zeros_of(n):\n    return np.zeros(n)\nlong_list = list(range(10**6))"),
        check("big", "assert zeros_of(5_000_000).sum() == 0 and len(long_list) == 10**6"),
        style="def zeros_of(n):\n    return np.full(n, 0.0)\nlong_list = [*range(10**6)]",
        types="zeros_of = np.zeros\nlong_list = np.arange(10**6)",
        wrong="def zeros_of(n):\n    return np.empty(n) * 0 + 1e-9\nlong_list = range(10**6)",
    ),
    entry(
        "draws",
        answer("np.random.seed(1)\ndraws = np.random.rand(3)"),
        check("same", "np.random.seed(1)\nnp.testing.assert_allclose(draws, np.random.rand(3))"),
        check("range", "assert ((0 <= draws) & (draws < 1)).all()"),
        style="rng_old = np.random.RandomState(1)\ndraws = rng_old.random_sample(3)",
        types="np.random.seed(1)\ndraws = pd.Series(np.random.uniform(size=3))",
        wrong="np.random.seed(1)\nnp.random.rand()\ndraws = np.random.rand(3)",
        fails="same",
    ),
    entry(
        "generator",
        answer("def sample(seed, n):\n    return np.random.default_rng(seed).normal(size=n)"),
        check("repeats", "assert (sample(3, 4) == sample(3, 4)).all() and len(sample(3, 4)) == 4"),
        check(
            "reference", "assert np.allclose(sample(5, 2), np.random.default_rng(5).normal(size=2))"
        ),
        style="def sample(seed, n):\n    rng = np.random.default_rng(seed)\n    return np.array([rng.normal() for _ in range(n)])",
        types="sample = lambda seed, n: np.random.Generator(np.random.PCG64(seed)).standard_normal(n)",
        wrong="rng_global = np.random.default_rng(5)\ndef sample(seed, n):\n    return rng_global.normal(size=n)",
        fails="repeats reference",
    ),
    entry(
        "structured",
        answer(
            "record = np.array([('ann', 30), ('bob', 25)], dtype=[('name', 'U10'), ('age', 'i4')])"
        ),
        check("field", "assert record['age'].mean() == 27.5"),
        check(
            "names", "assert record.dtype.names == ('name', 'age') and record[0]['name'] == 'ann'"
        ),
        style="record = np.zeros(2, dtype=[('name', 'U10'), ('age', 'i4')])\nrecord['name'] = 'ann', 'bob'\nrecord['age'] = 30, 25",
        types="record = np.rec.array([('ann', 30.0), ('bob', 25.0)], dtype=[('name', 'U3'), ('age', 'f8')])",
        wrong="record = np.array([('ann', 30), ('bob', 25)], dtype=[('age', 'U10'), ('name', 'i4')])",
        fails="field names",
    ),
    entry(
        "masked",
        answer("positive = np.ma.masked_less(np.array([-1, 2, 3]), 0)"),
        check("mean", "assert positive.mean() == 2.5"),
        check("count", "assert np.ma.count_masked(positive) == 1"),
        style="readings = np.array([-1, 2, 3])\npositive = np.ma.array(readings, mask=readings < 0)",
        types="positive = np.ma.masked_where([True, False, False], [-1.0, 2.0, 3.0])",
        wrong="positive = np.array([2, 3])",
    ),
    entry(
        "friends",
        answer("friends = nx.Graph()\nfriends.add_edges_from([('a', 'b'), ('b', 'c')])"),
        check(
            "edges",
            "assert set(map(frozenset, friends.edges)) == {frozenset('ab'), frozenset('bc')}",
        ),
        check("path", "assert nx.shortest_path_length(friends, 'a', 'c') == 2"),
        check("undirected", "assert not friends.is_directed() and friends.degree['b'] == 2"),
        style="friends = nx.path_graph(['a', 'b', 'c'])",
        types="friends = nx.from_pandas_edgelist(pd.DataFrame({'source': ['a', 'b'], 'target': ['b', 'c']}))",
        wrong="friends = nx.DiGraph([('a', 'b'), ('b', 'c')])",
        fails="undirected",
    ),
    entry(
        "weighted",
        given(
            "roads = nx.Graph()\nroads.add_weighted_edges_from([('x', 'y', 4), ('y', 'z', 1), ('x', 'z', 7)])"
        ),
        answer("def distance(graph, a, b):\n    return nx.dijkstra_path_length(graph, a, b)"),
        check("value", "assert distance(roads, 'x', 'z') == 5"),
        check("graph", "assert roads.number_of_edges() == 3 and roads['x']['z']['weight'] == 7"),
        style="def distance(graph, a, b):\n    return nx.shortest_path_length(graph, a, b, weight='weight')",
        types="distance = lambda graph, a, b: dict(nx.all_pairs_dijkstra_path_length(graph))[a][b]",
        wrong="def distance(graph, a, b):\n    graph.remove_edge('x', 'z')\n    return nx.dijkstra_path_length(graph, a, b)",
        fails="graph",
        passes_blank="graph",
    ),
    entry(
        "hubs",
        answer("centrality = nx.degree_centrality(nx.star_graph(4))"),
        check("hub", "assert max(centrality, key=centrality.get) == 0 and centrality[0] == 1"),
        check("all", "assert sorted(round(c, 2) for c in centrality.values()) == [0.25] * 4 + [1]"),
        style="star = nx.star_graph(4)\ncentrality = {node: star.degree(node) / 4 for node in star}",
        types="centrality = pd.Series(nx.degree_centrality(nx.star_graph(4))).to_dict()",
        wrong="centrality = dict(nx.star_graph(4).degree())",
        fails="hub all",
    ),
)
THEME = Theme(
    "arrays", ENTRIES, first="import numpy as np\nimport pandas as pd\nimport networkx as nx"
)
