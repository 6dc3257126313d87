"""A table: 20,000 rows beside the notebook, cleaned in a cell that every answer and check builds on."""

import random

from benchmarks.foreign.assignment import BLANK, Assignment

from grading.courses import cell

ROWS = 20_000
STATIONS = ("Harbor", "Old Town", "Museum", "North Gate", "Campus", "Park", "Mill", "Bridge")


def trips_csv() -> str:
    """Return what a city might publish of its bicycles, with the flaws of such files."""
    draw = random.Random(2024)
    lines = ["trip,station,started,minutes,km,member"]
    for trip in range(ROWS):
        station = draw.choice(STATIONS)
        untidy = draw.choice([station, station.upper(), f" {station}", station.lower()])
        started = f"{draw.randint(1, 28):02}.{draw.randint(1, 12):02}.2024 {draw.randint(0, 23):02}:{draw.randint(0, 59):02}"
        minutes = draw.randint(3, 90)
        km = f"{minutes * draw.uniform(0.1, 0.3):.2f}".replace(".", ",")
        shown = "n/a" if draw.random() < 0.02 else f"{minutes} min"
        lines.append(f'{trip},{untidy},{started},{shown},"{km}",{draw.choice(["yes", "no"])}')
        if draw.random() < 0.01:
            lines.append(lines[-1])
    return "\n".join(lines) + "\n"


CELLS = [
    cell("# Homework 4: a year of bicycles", markdown=True),
    cell("import numpy as np\nimport pandas as pd"),
    cell(
        """\
raw = pd.read_csv("trips.csv", dtype=str, keep_default_na=False)
trips = raw.drop_duplicates().copy()
trips["station"] = trips["station"].str.strip().str.title()
trips["started"] = pd.to_datetime(trips["started"], format="%d.%m.%Y %H:%M")
trips["minutes"] = pd.to_numeric(trips["minutes"].str.removesuffix(" min"), errors="coerce")
trips["km"] = trips["km"].str.replace(",", ".").astype(float)
trips["member"] = trips["member"].map({"yes": True, "no": False})
trips = trips.dropna().sort_values(["started", "trip"]).reset_index(drop=True)
trips["hour"] = trips.apply(lambda trip: trip["started"].hour, axis=1)
trips.head()""",
        "cleaning",
        locked=True,
    ),
    cell(
        """\
# longest: the station with the highest mean of minutes
### BEGIN SOLUTION
longest = trips.groupby("station")["minutes"].mean().idxmax()
### END SOLUTION""",
        "longest",
        solution=True,
    ),
    cell(
        """\
assert longest in set(trips["station"])
### BEGIN HIDDEN TESTS
assert longest == trips.groupby("station")["minutes"].mean().idxmax()
### END HIDDEN TESTS""",
        "longest-check",
        points=1,
    ),
    cell(
        """\
# by_hour: how many trips started in each hour, a Series with the hours in order
### BEGIN SOLUTION
by_hour = trips.groupby("hour").size()
### END SOLUTION""",
        "by-hour",
        solution=True,
    ),
    cell(
        """\
assert len(by_hour) == 24
assert by_hour.sum() == len(trips)
### BEGIN HIDDEN TESTS
assert list(by_hour.index) == list(range(24))
assert by_hour[8] == (trips["hour"] == 8).sum()
### END HIDDEN TESTS""",
        "by-hour-check",
        points=2,
    ),
    cell(
        """\
def share_of_members(trips, station):
    ### BEGIN SOLUTION
    return trips.loc[trips["station"] == station, "member"].mean()
    ### END SOLUTION""",
        "members",
        solution=True,
    ),
    cell(
        """\
assert 0 < share_of_members(trips, "Harbor") < 1
### BEGIN HIDDEN TESTS
for station in ["Park", "Mill"]:
    here = trips[trips["station"] == station]
    assert np.isclose(share_of_members(trips, station), here["member"].sum() / len(here))
### END HIDDEN TESTS""",
        "members-check",
        points=2,
    ),
    cell(
        """\
# Add a column kmh to trips.
### BEGIN SOLUTION
trips["kmh"] = trips["km"] / (trips["minutes"] / 60)
### END SOLUTION""",
        "speed",
        solution=True,
    ),
    cell(
        """\
assert "kmh" in trips
### BEGIN HIDDEN TESTS
np.testing.assert_allclose(trips["kmh"], 60 * trips["km"] / trips["minutes"])
### END HIDDEN TESTS""",
        "speed-check",
        points=2,
    ),
    cell(
        """\
# months: a table of mean km, one row a month (1 to 12), one column a station
### BEGIN SOLUTION
months = trips.pivot_table("km", trips["started"].dt.month, "station")
### END SOLUTION""",
        "months",
        solution=True,
    ),
    cell(
        """\
assert months.shape == (12, 8)
### BEGIN HIDDEN TESTS
march = trips[(trips["started"].dt.month == 3) & (trips["station"] == "Park")]
assert abs(months.loc[3, "Park"] - march["km"].mean()) < 1e-6
### END HIDDEN TESTS""",
        "months-check",
        points=2,
    ),
]

OTHER_WORDS = {
    "longest": 'means = trips.pivot_table("minutes", "station")\nlongest = means["minutes"].sort_values().index[-1]',
    "by-hour": 'by_hour = trips["hour"].value_counts().sort_index()\nby_hour',
    "members": """\
def share_of_members(trips, station):
    return trips.query("station == @station")["member"].value_counts(normalize=True)[True]""",
    "speed": 'trips = trips.assign(kmh=trips["km"] * 60 / trips["minutes"])',
    "months": """\
months = trips.groupby([trips["started"].dt.month, "station"])["km"].mean().unstack()
months.round(1)""",
}
LOOPS = {
    "longest": """\
best = 0
for station in trips["station"].unique():
    mean = trips[trips["station"] == station]["minutes"].mean()
    if mean > best:
        best, longest = mean, station""",
    "by-hour": """\
counts = {hour: 0 for hour in range(24)}
for hour in trips["hour"]:
    counts[hour] += 1
by_hour = pd.Series(counts)""",
    "speed": """\
speeds = []
for km, minutes in zip(trips["km"], trips["minutes"]):
    speeds.append(km / minutes * 60)
trips["kmh"] = speeds""",
}
WRONG = {
    "longest": 'longest = trips.groupby("station")["minutes"].sum().idxmax()',
    "by-hour": 'by_hour = trips["hour"].value_counts()',
    "members": 'def share_of_members(trips, station):\n    return trips["member"].mean()',
    "speed": 'trips["kmh"] = trips["km"] / trips["minutes"]',
    "months": 'months = trips.pivot_table("km", "station", trips["started"].dt.month)',
}
CHANGED_THE_TABLE = {
    "longest": """\
trips = trips[trips["minutes"] < 80]
longest = trips.groupby("station")["minutes"].mean().idxmax()"""
}
ERRORS = {
    "longest": 'longest = trips.groupby("Station")["minutes"].mean().idxmax()',
    "months": 'months = trips.pivot_table("km", "month", "station")',
}
ONE_PART = {
    "members": "def share_of_members(trips, station):\n    pass",
    "speed": "",
    "months": "months = None",
}

ASSIGNMENT = Assignment(
    "table",
    CELLS,
    {
        "right": {},
        "blank": BLANK,
        "other-words": OTHER_WORDS,
        "loops": LOOPS,
        "wrong": WRONG,
        "changed-the-table": CHANGED_THE_TABLE,
        "errors": ERRORS,
        "one-part": ONE_PART,
    },
    {"trips.csv": trips_csv()},
)
