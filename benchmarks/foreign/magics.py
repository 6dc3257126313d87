"""Arrays: the first cell has a magic command above the imports, as most notebooks of its kind."""

from benchmarks.foreign.assignment import BLANK, Assignment

from grading.courses import cell

CELLS = [
    cell("# Lab 2: arrays\n\nNo loops, please.", markdown=True),
    cell(
        """\
%matplotlib inline
import numpy as np
import pandas as pd
import matplotlib.pyplot as plt

plt.rcParams["figure.figsize"] = (8, 5)
np.set_printoptions(precision=3, suppress=True)"""
    ),
    cell("Make an array of the squares of 1 to 10.", markdown=True),
    cell(
        """\
### BEGIN SOLUTION
squares = np.arange(1, 11) ** 2
### END SOLUTION""",
        "squares",
        solution=True,
    ),
    cell(
        """\
assert isinstance(squares, np.ndarray), "squares is to be an array"
assert squares.shape == (10,)
### BEGIN HIDDEN TESTS
np.testing.assert_array_equal(squares, [1, 4, 9, 16, 25, 36, 49, 64, 81, 100])
### END HIDDEN TESTS""",
        "squares-check",
        points=1,
    ),
    cell(
        """\
def standardize(x):
    \"\"\"Return x with mean 0 and standard deviation 1.\"\"\"
    ### BEGIN SOLUTION
    return (x - x.mean()) / x.std()
    ### END SOLUTION""",
        "standardize",
        solution=True,
    ),
    cell(
        """\
z = standardize(np.array([1.0, 2.0, 3.0, 4.0]))
assert np.isclose(z.mean(), 0)
assert np.isclose(z.std(), 1)
### BEGIN HIDDEN TESTS
x = np.random.default_rng(1).normal(5, 3, 100)
np.testing.assert_allclose(standardize(x), (x - x.mean()) / x.std())
### END HIDDEN TESTS""",
        "standardize-check",
        points=2,
    ),
    cell(
        """\
def moving_average(x, n=3):
    ### BEGIN SOLUTION
    return np.convolve(x, np.ones(n) / n, mode="valid")
    ### END SOLUTION""",
        "moving",
        solution=True,
    ),
    cell(
        """\
np.testing.assert_allclose(moving_average(np.arange(5)), [1, 2, 3])
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(moving_average(np.array([1.0, 5.0, 3.0, 7.0]), n=2), [3, 4, 5])
assert len(moving_average(np.ones(30), 7)) == 24
### END HIDDEN TESTS""",
        "moving-check",
        points=2,
    ),
    cell(
        """\
heights = np.array([1.62, 1.75, 1.58, 1.91, 1.69, 1.80])
names = np.array(["Ada", "Bo", "Cy", "Di", "Ed", "Flo"])"""
    ),
    cell(
        """\
# tall: the names of those above the mean, tallest first
### BEGIN SOLUTION
order = np.argsort(heights)[::-1]
tall = names[order][heights[order] > heights.mean()]
### END SOLUTION""",
        "tall",
        solution=True,
    ),
    cell('assert list(tall) == ["Di", "Flo", "Bo"]', "tall-check", points=2),
    cell(
        """\
# table: a DataFrame with the columns name and cm
### BEGIN SOLUTION
table = pd.DataFrame({"name": names, "cm": heights * 100})
### END SOLUTION""",
        "table",
        solution=True,
    ),
    cell(
        """\
assert list(table.columns) == ["name", "cm"]
### BEGIN HIDDEN TESTS
assert np.allclose(table["cm"], heights * 100)
assert table.shape == (6, 2)
### END HIDDEN TESTS""",
        "table-check",
        points=1,
    ),
    cell(
        "### BEGIN SOLUTION\nThey run in C.\n### END SOLUTION",
        "why",
        points=2,
        solution=True,
        markdown=True,
    ),
]

LOOPS = {
    "squares": "squares = np.array([i * i for i in range(1, 11)])",
    "moving": """\
def moving_average(x, n=3):
    means = []
    for start in range(len(x) - n + 1):
        means.append(sum(x[start : start + n]) / n)
    return np.array(means)""",
    "tall": """\
pairs = sorted(zip(heights, names), reverse=True)
tall = [str(name) for height, name in pairs if height > np.mean(heights)]
print(tall)""",
}
PANDAS = {
    "squares": "squares = pd.Series(range(1, 11)).pow(2).to_numpy()\nsquares",
    "standardize": """\
def standardize(x):
    column = pd.Series(x)
    return ((column - column.mean()) / column.std(ddof=0)).values""",
    "moving": "def moving_average(x, n=3):\n    return pd.Series(x).rolling(n).mean().dropna().values",
    "table": """\
table = pd.DataFrame()
table["name"] = names
table["cm"] = heights * 100
table.head()""",
}
LOOKED_AT = {
    "standardize": """\
def standardize(x):
    z = x - np.mean(x)
    return z / np.sqrt(np.mean(z**2))

plt.hist(standardize(heights))
plt.title("Heights")
plt.show()"""
}
WRONG = {
    "squares": "squares = np.arange(10) ** 2",
    "standardize": "def standardize(x):\n    return (x - x.mean()) / x.std(ddof=1)",
    "tall": "tall = names[heights > heights.mean()]",
    "table": 'table = pd.DataFrame({"name": names, "cm": heights})',
}
OTHER_TYPES = {
    "squares": "squares = [i**2 for i in range(1, 11)]",
    "moving": "def moving_average(x, n=3):\n    return np.convolve(x, np.ones(n) / n)",
    "why": "Because numpy is *vectorized*.",
}
ERRORS = {
    "squares": "squares = np.arrange(1, 11) ** 2",
    "moving": "def moving_average(x, n=3)\n    return x",
    "tall": "tall = names[heights.sort()]",
}

ASSIGNMENT = Assignment(
    "magics",
    CELLS,
    {
        "right": {},
        "blank": BLANK,
        "loops": LOOPS,
        "pandas": PANDAS,
        "looked-at": LOOKED_AT,
        "wrong": WRONG,
        "other-types": OTHER_TYPES,
        "errors": ERRORS,
    },
)
