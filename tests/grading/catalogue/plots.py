"""Plots: axes, figures, what is drawn on them, and the usual first cell with a magic command on top."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, free

ENTRIES = (
    entry(
        "line",
        answer("""
            fig, ax = plt.subplots()
            ax.plot([1, 2], [3, 4])
            ax.set_xlabel("time")
            plt.show()
        """),
        check("label", 'assert ax.get_xlabel() == "time"\nassert len(ax.lines) == 1'),
        check("data", "assert list(ax.lines[0].get_ydata()) == [3, 4]"),
        style="""
            fig = plt.figure()
            ax = fig.add_subplot()
            ax.plot(np.array([1, 2]), np.array([3, 4]), "r--")
            ax.set(xlabel="time")
        """,
        types='ax = pd.Series([3, 4], index=[1, 2]).plot()\nax.set_xlabel("time")\nfig = ax.figure',
        wrong="""
            fig, ax = plt.subplots()
            ax.plot([3, 4], [1, 2])
            ax.set_xlabel("time")
        """,
    ),
    entry(
        "bars",
        answer("""
            plt.figure()
            plt.bar(["a", "b"], [1, 2])
            plt.title("T")
            bars = plt.gca()
        """),
        check("title", 'assert bars.get_title() == "T"'),
        check("heights", "assert [patch.get_height() for patch in bars.patches] == [1, 2]"),
        style='_, bars = plt.subplots()\nbars.bar(["a", "b"], [1, 2])\nbars.set_title("T")',
        types='bars = pd.Series([1, 2], ["a", "b"]).plot.bar(title="T")',
        wrong='_, bars = plt.subplots()\nbars.barh(["a", "b"], [1, 2])\nbars.set_title("T")',
    ),
    entry(
        "function",
        answer("""
            def draw(ax, values):
                ax.scatter(range(len(values)), values)
                ax.set_ylabel("value")
                return ax
        """),
        check(
            "returned",
            """
            _, mine = plt.subplots()
            assert draw(mine, [5, 6, 7]) is mine
            assert mine.get_ylabel() == "value"
            """,
        ),
        check(
            "points",
            "assert mine.collections[0].get_offsets().tolist() == [[0, 5], [1, 6], [2, 7]]",
        ),
        check(
            "closed", "plt.close(mine.figure)\nassert mine.figure.number not in plt.get_fignums()"
        ),
        style="""
            def draw(ax, values):
                xs = [i for i, _ in enumerate(values)]
                ax.scatter(x=xs, y=values, marker="x")
                ax.set_ylabel("value")
                return ax
        """,
        types="""
            def draw(ax, values):
                pd.DataFrame({"i": np.arange(len(values)), "value": values}).plot.scatter("i", "value", ax=ax)
                return ax
        """,
        wrong="""
            def draw(ax, values):
                plt.figure()
                plt.scatter(range(len(values)), values)
                plt.ylabel("value")
                return plt.gca()
        """,
        fails="returned points",
        passes_blank="closed",
    ),
    entry(
        "legend",
        answer("""
            fig2, ax2 = plt.subplots(figsize=(6, 4))
            ax2.plot([0, 1], label="rising")
            ax2.plot([1, 0], label="falling")
            ax2.legend()
        """),
        check(
            "texts",
            'assert [t.get_text() for t in ax2.get_legend().get_texts()] == ["rising", "falling"]',
        ),
        check("size", "assert tuple(fig2.get_size_inches()) == (6, 4)"),
        style="""
            fig2 = plt.figure(figsize=(6, 4))
            plt.plot([0, 1], [0, 1])
            plt.plot([0, 1], [1, 0])
            plt.legend(["rising", "falling"])
            ax2 = plt.gca()
        """,
        types="""
            ax2 = pd.DataFrame({"rising": [0, 1], "falling": [1, 0]}).plot(figsize=(6, 4))
            fig2 = ax2.get_figure()
        """,
        wrong="""
            fig2, ax2 = plt.subplots(figsize=(4, 6))
            ax2.plot([0, 1], label="rising")
            ax2.plot([1, 0], label="falling")
            ax2.legend()
        """,
    ),
    entry(
        "hist",
        answer("counts_h, edges, _ = plt.hist([1, 1, 2, 3, 3, 3], bins=3)"),
        check("counts", "assert list(counts_h) == [2, 1, 3]"),
        check("edges", "assert len(edges) == 4 and edges[0] == 1 and edges[-1] == 3"),
        style="counts_h, edges = np.histogram([1, 1, 2, 3, 3, 3], bins=3)",
        types="counts_h, edges = (2, 1, 3), [1, 5 / 3, 7 / 3, 3]",
        wrong="counts_h, edges, _ = plt.hist([1, 1, 2, 3, 3, 3], bins=3, range=(0, 3))",
        fails="counts edges",
    ),
    entry(
        "saved",
        answer("""
            plt.figure()
            plt.plot([1, 4, 9])
            plt.savefig("squares.png")
        """),
        check(
            "image",
            """
            import os
            assert os.path.getsize("squares.png") > 1000
            with open("squares.png", "rb") as file:
                assert file.read(4) == b"\\x89PNG"
            """,
        ),
        style='f3, a3 = plt.subplots()\na3.plot([1, 4, 9])\nf3.savefig("squares.png", dpi=80)',
        wrong='f3, a3 = plt.subplots()\na3.plot([1, 4, 9])\nf3.savefig("squares.png", format="svg")',
    ),
    entry(
        "grid",
        answer("""
            panel, axes = plt.subplots(2, 2, sharex=True)
            for i, one in enumerate(axes.flat):
                one.set_title(f"plot {i}")
        """),
        check("shape", "assert axes.shape == (2, 2)"),
        check(
            "titles",
            'assert [one.get_title() for one in panel.axes] == [f"plot {i}" for i in range(4)]',
        ),
        style="""
            panel, axes = plt.subplots(nrows=2, ncols=2, sharex=True)
            for r in range(2):
                for c in range(2):
                    axes[r, c].set_title("plot " + str(2 * r + c))
        """,
        types="""
            panel = plt.figure()
            axes = np.array([panel.add_subplot(2, 2, i + 1, title=f"plot {i}") for i in range(4)]).reshape(2, 2)
        """,
        wrong="""
            panel, axes = plt.subplots(2, 2, sharex=True)
            for i, one in enumerate(axes.T.flat):
                one.set_title(f"plot {i}")
        """,
    ),
    entry(
        "current",
        free("plt.close('all')"),
        answer("plt.plot([1, 2, 3])\nplt.xlabel('day')\nday_axis = plt.gca()"),
        check("label", "assert day_axis.get_xlabel() == 'day' and len(day_axis.get_lines()) == 1"),
        check("one", "assert isinstance(day_axis, plt.Axes)"),
        style="fig4, day_axis = plt.subplots()\nday_axis.plot([1, 2, 3])\nday_axis.set_xlabel('day')",
        wrong="plt.plot([1, 2, 3])\nplt.show()\nplt.xlabel('day')\nplt.plot([3, 2, 1])\nplt.plot([2])\nday_axis = plt.gca()",
        fails="label",
    ),
    entry(
        "x-sum",
        answer("x_points = np.arange(3)\nplt.plot(x_points, x_points)\nplt.show()"),
        check("sum", "assert x_points.sum() == 3"),
        style="x_points = np.array([0, 1, 2])",
        types="x_points = pd.Series([0, 1, 2])\nx_points.plot()",
        wrong="x_points = np.arange(1, 3.1)",
    ),
    entry(
        "patchedshow",
        answer("""
            def show_it(values):
                plt.figure()
                plt.plot(values)
                plt.show()
        """),
        check(
            "called",
            """
            from unittest.mock import patch
            with patch("matplotlib.pyplot.show") as shown, patch("matplotlib.pyplot.plot") as plotted:
                show_it([1, 2])
            assert shown.called and plotted.call_args[0][0] == [1, 2]
            """,
        ),
        style="""
            def show_it(values):
                plt.plot(values, color="k")
                plt.show()
        """,
        types="show_it = lambda values: (plt.plot(values), plt.show())",
        wrong="""
            def show_it(values):
                plt.plot(values)
        """,
    ),
)
THEME = Theme(
    "plots",
    ENTRIES,
    # What is drawn is small: most of the time goes into the labels of ticks.
    first="%matplotlib inline\nimport numpy as np\nimport pandas as pd\nimport matplotlib.pyplot as plt\n"
    'plt.rcParams["figure.figsize"] = (1, 1)',
)
