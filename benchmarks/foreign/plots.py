"""Plots: answers draw figures, and checks look into their axes."""

from benchmarks.foreign.assignment import BLANK, Assignment

from grading.courses import cell

CELLS = [
    cell("# Lab 5: drawing data", markdown=True),
    cell("%matplotlib inline\nimport matplotlib.pyplot as plt\nimport numpy as np"),
    cell(
        """\
months = np.arange(1, 13)
rain = np.array([58, 44, 49, 42, 60, 68, 75, 70, 51, 48, 55, 63])
warmth = np.array([0.5, 1.8, 5.4, 9.9, 14.6, 17.7, 19.6, 19.2, 14.8, 9.8, 4.8, 1.7])"""
    ),
    cell(
        """\
# A line of warmth over months; label both axes, and name the axes object ax.
### BEGIN SOLUTION
fig, ax = plt.subplots()
ax.plot(months, warmth, marker="o")
ax.set_xlabel("month")
ax.set_ylabel("temperature (°C)")
### END SOLUTION""",
        "line",
        solution=True,
    ),
    cell(
        """\
assert ax.get_xlabel() and ax.get_ylabel(), "label both axes"
assert len(ax.lines) == 1
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(ax.lines[0].get_xdata(), months)
np.testing.assert_allclose(ax.lines[0].get_ydata(), warmth)
### END HIDDEN TESTS""",
        "line-check",
        points=3,
    ),
    cell(
        """\
# Bars of rain with a title; the wettest month in another color. Name the axes bars.
### BEGIN SOLUTION
fig, bars = plt.subplots(figsize=(8, 4))
bars.bar(months, rain, color=["tab:orange" if r == rain.max() else "tab:blue" for r in rain])
bars.set_title("Rain by month")
### END SOLUTION""",
        "bars",
        solution=True,
    ),
    cell(
        """\
assert bars.get_title() != ""
heights = [bar.get_height() for bar in bars.patches]
assert len(heights) == 12
### BEGIN HIDDEN TESTS
assert heights == list(rain)
colors = [bar.get_facecolor() for bar in bars.patches]
assert colors.count(colors[6]) == 1
### END HIDDEN TESTS""",
        "bars-check",
        points=3,
    ),
    cell(
        """\
def two_panels(x, upper, lower):
    \"\"\"Return a figure with two axes, one above the other.\"\"\"
    ### BEGIN SOLUTION
    fig, (top, bottom) = plt.subplots(2, 1, sharex=True)
    top.plot(x, upper)
    bottom.bar(x, lower)
    return fig
    ### END SOLUTION

two_panels(months, warmth, rain);""",
        "panels",
        solution=True,
    ),
    cell(
        """\
figure = two_panels(months, warmth, rain)
assert len(figure.axes) == 2
### BEGIN HIDDEN TESTS
assert len(figure.axes[0].lines) == 1
assert len(figure.axes[1].patches) == 12
### END HIDDEN TESTS
plt.close("all")""",
        "panels-check",
        points=2,
    ),
    cell(
        """\
# wettest: the number of the wettest month
### BEGIN SOLUTION
wettest = months[rain.argmax()]
### END SOLUTION""",
        "wettest",
        solution=True,
    ),
    cell("assert wettest == 7", "wettest-check", points=1),
    cell(
        "### BEGIN SOLUTION\nRain follows warmth.\n### END SOLUTION",
        "seen",
        points=2,
        solution=True,
        markdown=True,
    ),
]

PYPLOT = {
    "line": """\
plt.plot(months, warmth)
plt.xlabel("Month")
plt.ylabel("Temperature")
ax = plt.gca()""",
    "bars": """\
plt.bar(months, rain)
plt.title("Rain")
bars = plt.gca()
bars.patches[int(rain.argmax())].set_color("red")
plt.show()""",
}
PANDAS = {
    "line": """\
import pandas as pd

year = pd.DataFrame({"month": months, "warmth": warmth, "rain": rain})
ax = year.plot(x="month", y="warmth", ylabel="degrees")""",
    "wettest": 'wettest = year.loc[year["rain"].idxmax(), "month"]',
}
STYLED = {
    "line": """\
plt.style.use("ggplot")
fig, ax = plt.subplots(figsize=(10, 6), dpi=100)
ax.plot(months, warmth, "r--", linewidth=3, label="warmth")
ax.set(xlabel="month of the year", ylabel="mean temperature", title="A year")
ax.grid(True)
ax.legend()
fig.tight_layout()""",
}
WRONG = {
    "line": "fig, ax = plt.subplots()\nax.plot(warmth, months)\nax.set_xlabel('month')",
    "bars": "fig, bars = plt.subplots()\nbars.bar(months, rain)\nbars.set_title('Rain')",
    "panels": """\
def two_panels(x, upper, lower):
    fig, (left, right) = plt.subplots(1, 2)
    left.plot(x, lower)
    return fig""",
    "wettest": "wettest = rain.max()",
}
NO_AXES = {
    "line": "plt.plot(months, warmth);",
    "bars": "bars = plt.bar(months, rain)",
    "panels": "def two_panels(x, upper, lower):\n    plt.plot(x, upper)\n    plt.plot(x, lower)",
}
ERRORS = {
    "line": "fig, ax = plt.subplot()\nax.plot(months, warmth)",
    "bars": "fig, bars = plt.subplots()\nbars.bar(months, rain[:11])",
}

ASSIGNMENT = Assignment(
    "plots",
    CELLS,
    {
        "right": {},
        "blank": BLANK,
        "pyplot": PYPLOT,
        "pandas": PANDAS,
        "styled": STYLED,
        "wrong": WRONG,
        "no-axes": NO_AXES,
        "errors": ERRORS,
    },
)
