"""pandas: frames, groups, indexes, categories, times, merges, and tables of the instructor's."""

from __future__ import annotations

from grading.catalogue.entry import Theme, answer, check, entry, given

ENTRIES = (
    entry(
        "orders",
        given("""
            orders = pd.DataFrame({
                "who": ["ann", "bob", "ann", "cy"],
                "paid": [3.0, 4.0, 5.0, None],
                "day": pd.to_datetime(["2024-01-01", "2024-01-02", "2024-01-02", "2024-02-01"]),
            })
            expected_total = orders.groupby("who").paid.sum()
        """),
        answer('totals = orders.groupby("who")["paid"].sum()'),
        check("series", "pd.testing.assert_series_equal(totals, expected_total)"),
        check("value", "assert totals['ann'] == 8 and totals.loc['cy'] == 0"),
        check("intact", "assert orders.shape == (4, 3) and orders.paid.isna().sum() == 1"),
        style='totals = orders.pivot_table(index="who", values="paid", aggfunc="sum", dropna=False)["paid"]',
        types='totals = orders.groupby("who").agg({"paid": "sum"}).squeeze()',
        wrong="""
            orders["paid"] = orders["paid"].fillna(0)
            totals = orders.groupby("who")["paid"].sum()
        """,
        passes_blank="intact",
    ),
    entry(
        "spoiled",
        given("""
            people = pd.DataFrame({"name": ["Ann", "Bob"], "age": [30, 40]})
        """),
        answer("""
            def oldest(table):
                return table.sort_values("age", ascending=False).iloc[0]["name"]
        """),
        check("value", 'assert oldest(people) == "Bob"'),
        check(
            "untouched",
            'assert people["age"].tolist() == [30, 40] and list(people.index) == [0, 1]',
        ),
        style='def oldest(table):\n    return table.loc[table["age"].idxmax(), "name"]',
        types='oldest = lambda table: table.nlargest(1, "age").name.squeeze()',
        wrong="""
            def oldest(table):
                table["age"] = -table["age"]
                return table.sort_values("age").iloc[0]["name"]
        """,
        passes_blank="untouched",
    ),
    entry(
        "newcolumn",
        answer("""
            def with_ratio(df):
                out = df.copy()
                out["ratio"] = out["a"] / out["b"]
                return out
        """),
        check(
            "column",
            """
            t = pd.DataFrame({"a": [1, 2], "b": [4, 4]})
            assert with_ratio(t)["ratio"].tolist() == [0.25, 0.5]
            """,
        ),
        check(
            "untouched",
            """
            t = pd.DataFrame({"a": [1, 2], "b": [4, 4]})
            with_ratio(t)
            assert list(t.columns) == ["a", "b"], "work on a copy"
            """,
        ),
        check(
            "view",
            """
            part = t[t["a"] > 1]
            assert with_ratio(part).shape == (1, 3) and t.shape == (2, 2)
            """,
        ),
        style="def with_ratio(df):\n    return df.assign(ratio=df.a / df.b)",
        types='with_ratio = lambda df: pd.concat([df, (df["a"] / df["b"]).rename("ratio")], axis=1)',
        wrong='def with_ratio(df):\n    df["ratio"] = df["a"] / df["b"]\n    return df',
        fails="untouched view",
    ),
    entry(
        "mask",
        answer('late = orders[orders["day"] > "2024-01-01"]'),
        check("rows", 'assert late["who"].tolist() == ["bob", "ann", "cy"]'),
        check("index", "assert list(late.index) == [1, 2, 3]"),
        style="late = orders.loc[orders.day >= pd.Timestamp(2024, 1, 2), :]",
        types="late = orders.query('day > @pd.Timestamp(\"2024-01-01\")')",
        wrong='late = orders[orders["day"] > "2024-01-01"].reset_index(drop=True)',
    ),
    entry(
        "category",
        answer(
            'sizes = pd.Series(["m", "s", "l"]).astype(pd.CategoricalDtype(["s", "m", "l"], ordered=True))'
        ),
        check("dtype", "assert isinstance(sizes.dtype, pd.CategoricalDtype) and sizes.cat.ordered"),
        check("sorted", 'assert sizes.sort_values().tolist() == ["s", "m", "l"]'),
        check("max", 'assert sizes.max() == "l" and (sizes > "s").sum() == 2'),
        style='sizes = pd.Series(pd.Categorical(["m", "s", "l"], categories=["s", "m", "l"], ordered=True))',
        types='sizes = pd.Series(["m", "s", "l"], dtype="category").cat.set_categories(list("sml"), ordered=True)',
        wrong='sizes = pd.Series(["m", "s", "l"]).astype(pd.CategoricalDtype(ordered=True))',
        fails="sorted max",
    ),
    entry(
        "months",
        answer('by_month = orders.set_index("day")["paid"].resample("ME").sum()'),
        check("values", "assert by_month.tolist() == [12, 0]"),
        check(
            "index",
            'assert isinstance(by_month.index, pd.DatetimeIndex)\nassert by_month.index[0] == pd.Timestamp("2024-01-31")',
        ),
        style="""
            by_month = orders.groupby(pd.Grouper(key="day", freq="ME"))["paid"].sum()
        """,
        types="""
            by_month = orders.assign(day=orders.day + pd.offsets.MonthEnd(0)).groupby("day").paid.sum()
        """,
        wrong='by_month = orders.set_index("day")["paid"].resample("MS").sum()',
    ),
    entry(
        "merged",
        answer("""
            left = pd.DataFrame({"k": [1, 2, 3], "x": list("abc")})
            right = pd.DataFrame({"k": [1, 3], "y": [10.0, 30.0]})
            both = left.merge(right, on="k", how="left")
        """),
        check("rows", "assert len(both) == 3 and both.y.isna().tolist() == [False, True, False]"),
        check("columns", 'assert list(both.columns) == ["k", "x", "y"]'),
        style="""
            left = pd.DataFrame({"k": [1, 2, 3], "x": list("abc")})
            right = pd.DataFrame({"k": [1, 3], "y": [10.0, 30.0]})
            both = pd.merge(left, right, how="left")
        """,
        types="""
            left = pd.DataFrame({"k": [1, 2, 3], "x": list("abc")})
            right = pd.DataFrame({"k": [1, 3], "y": [10.0, 30.0]})
            both = left.set_index("k").join(right.set_index("k")).reset_index()
        """,
        wrong="""
            left = pd.DataFrame({"k": [1, 2, 3], "x": list("abc")})
            right = pd.DataFrame({"k": [1, 3], "y": [10.0, 30.0]})
            both = left.merge(right, on="k")
        """,
        fails="rows",
    ),
    entry(
        "multi",
        answer("""
            levels = pd.DataFrame({"g": ["a", "a", "b"], "h": [1, 2, 1], "v": [5, 6, 7]}).set_index(["g", "h"])
        """),
        check("loc", 'assert levels.loc[("a", 2), "v"] == 6'),
        check("names", 'assert levels.index.names == ["g", "h"] and levels.index.nlevels == 2'),
        check("xs", 'assert levels.xs(1, level="h")["v"].tolist() == [5, 7]'),
        style="""
            levels = pd.DataFrame(
                {"v": [5, 6, 7]},
                index=pd.MultiIndex.from_tuples([("a", 1), ("a", 2), ("b", 1)], names=["g", "h"]),
            )
        """,
        types="""
            levels = pd.Series({("a", 1): 5, ("a", 2): 6, ("b", 1): 7}, name="v").rename_axis(["g", "h"]).to_frame()
        """,
        wrong="""
            levels = pd.DataFrame({"h": ["a", "a", "b"], "g": [1, 2, 1], "v": [5, 6, 7]}).set_index(["h", "g"])
        """,
        fails="names xs",
    ),
    entry(
        "groups",
        answer('by_who = orders.groupby("who")'),
        check("mean", 'assert by_who["paid"].mean()["ann"] == 4'),
        check(
            "kind",
            "assert by_who.ngroups == 3 and isinstance(by_who, pd.core.groupby.DataFrameGroupBy)",
        ),
        check("loop", 'assert [name for name, rows in by_who] == ["ann", "bob", "cy"]'),
        style='by_who = orders.groupby(orders["who"])',
        types="by_who = orders.groupby(by=lambda i: orders.who[i])",
        wrong='by_who = orders.groupby("who", sort=False)\nby_who = orders.sort_values("who", ascending=False).groupby("who", sort=False)',
    ),
    entry(
        "apply",
        given("""
            pupils = pd.DataFrame({"name": ["Ann", "Bob"], "age": [30, 40]})
        """),
        answer("""
            def band(age):
                return "old" if age >= 40 else "young"
        """),
        check("map", 'assert pupils["age"].map(band).tolist() == ["young", "old"]'),
        check(
            "frame",
            'assert pupils.apply(lambda row: band(row["age"]), axis=1).eq("old").sum() == 1',
        ),
        check("edge", 'assert band(40) == "old" and band(39.9) == "young"'),
        style='def band(age):\n    return ["young", "old"][age >= 40]',
        types='band = lambda age: np.where(age < 40, "young", "old").item()',
        wrong='def band(age):\n    return "old" if age > 39 else "young"',
        fails="edge",
    ),
    entry(
        "strings",
        answer('domains = pd.Series(["a@x.org", "b@y.com"]).str.split("@").str[1]'),
        check("values", 'assert domains.tolist() == ["x.org", "y.com"]'),
        check("str", 'assert domains.str.endswith("org").sum() == 1'),
        style='domains = pd.Series([mail.split("@")[-1] for mail in ["a@x.org", "b@y.com"]])',
        types='domains = pd.Index(["a@x.org", "b@y.com"]).str.extract("@(.*)", expand=False)',
        wrong='domains = pd.Series(["a@x.org", "b@y.com"]).str.split("@").str[0]',
        fails="values str",
    ),
    entry(
        "missing",
        answer('filled = orders["paid"].fillna(orders["paid"].mean())'),
        check("none", "assert filled.isna().sum() == 0 and filled.iloc[-1] == 4"),
        check("dtype", 'assert filled.dtype == "float64" and filled.name == "paid"'),
        style='filled = orders["paid"].copy()\nfilled[filled.isna()] = filled.mean()',
        types='filled = orders["paid"].where(orders["paid"].notna(), 4.0)',
        wrong='filled = orders["paid"].fillna(0)',
        fails="none",
    ),
    entry(
        "reference",
        given("""
            survey = pd.DataFrame({"city": ["Ulm", "Bonn", "Ulm"], "score": [1, 2, 4]})
            def reference():
                return survey.groupby("city")["score"].mean().to_dict()
        """),
        answer('means = {city: rows["score"].mean() for city, rows in survey.groupby("city")}'),
        check("value", "assert means == reference()"),
        check("true", 'assert means["Ulm"] == 2.5'),
        style='means = survey.groupby("city").score.mean().to_dict()',
        types='means = survey.pivot_table(index="city", values="score")["score"].to_dict()',
        wrong='survey.loc[0, "score"] = 0\nmeans = survey.groupby("city").score.mean().to_dict()',
        fails="true",
    ),
    entry(
        "iloc",
        answer("corner = pd.DataFrame(np.arange(9).reshape(3, 3)).iloc[:2, :2]"),
        check("values", "assert corner.to_numpy().tolist() == [[0, 1], [3, 4]]"),
        check("sum", "assert corner.values.sum() == 8 and corner.shape == (2, 2)"),
        style="corner = pd.DataFrame([[0, 1], [3, 4]])",
        types="corner = pd.DataFrame({0: pd.array([0, 3]), 1: pd.array([1, 4])})",
        wrong="corner = pd.DataFrame(np.arange(9).reshape(3, 3)).loc[:2, :2]",
        fails="values sum",
    ),
)
THEME = Theme("tables", ENTRIES, first="import numpy as np\nimport pandas as pd")
