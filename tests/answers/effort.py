"""Right and wrong answers to the questions of ``effort``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
import pandas as pd
days = pd.to_datetime(connection_dates["connected_on"], format="%d %b %Y").sort_values()
oldest = days.iloc[:400]
reached = oldest.max()
week_of_400 = reached - pd.Timedelta(days=reached.weekday())
since_goal = (oldest >= pd.Timestamp(2026, 9, 1)).sum()
"""
_Q2 = """
median_c = team["connections"].median()
mean_c = team["connections"].mean()
below_mean = (team["connections"] < mean_c).sum()
"""
_Q3 = """
active = effort_log.query("hours > 0")
x, y = np.log(active["hours"]), np.log(active["opportunities"])
elasticity = x.cov(y) / x.var()
doubling = (2**elasticity - 1) * 100
reading = "less than in proportion"
"""
_Q4 = """
active = effort_log.query("hours > 0")
known, time, came = np.log(active[["connections", "hours", "opportunities"]]).T.to_numpy()
slope_crude = np.polyfit(known, came, 1)[0]
model = np.column_stack([known, time, np.ones(len(known))])
slope_adj = np.linalg.lstsq(model, came, rcond=None)[0][0]
reading = "hours go with both"
"""
_Q5 = """
change = two_quarters["rate_2"] - two_quarters["rate_1"]
worst = two_quarters["rate_1"].nsmallest(30).index
best = two_quarters["rate_1"].nlargest(30).index
gain_worst = change[worst].mean()
loss_best = -change[best].mean()
reading = "luck went back to its middle"
"""
_Q6 = """
import numpy as np
share = (cohort_trial["employed"] == "yes").groupby(
    [cohort_trial["trained"], cohort_trial["cohort"]]
).mean() * 100
means, errors = share.groupby("trained").mean(), share.groupby("trained").sem()
effect_pp = means["yes"] - means["no"]
effect_pct = 100 * (means["yes"] / means["no"] - 1)
se_cluster = np.hypot(errors["yes"], errors["no"])
"""
_Q7 = """
counts = sorted(outcomes["opportunities"], reverse=True)
top = -(-len(counts) // 10)
top_share = sum(counts[:top]) / sum(counts)
n_half = next(n for n in range(len(counts)) if 2 * sum(counts[:n]) >= sum(counts))
"""

ANSWERS = {
    "effort-q1": Catalogue(
        right=[
            _Q1,
            # plain Python, and a text for the date
            """
from datetime import datetime, timedelta
days = sorted(datetime.strptime(day, "%d %b %Y") for day in connection_dates["connected_on"])
reached = days[399]
week_of_400 = (reached - timedelta(days=reached.weekday())).strftime("%Y-%m-%d")
since_goal = sum(day >= datetime(2026, 9, 1) for day in days[:400])
""",
            # by weeks that add up
            """
import pandas as pd
days = pd.to_datetime(connection_dates["connected_on"], format="%d %b %Y")
weeks = days.dt.to_period("W-SUN").value_counts().sort_index().cumsum()
week_of_400 = weeks[weeks >= 400].index[0].start_time.date()
since_goal = 400 - int((days < "2026-09-01").sum())
""",
        ],
        wrong=[
            Wrong(
                "sorted as texts",
                _Q1
                + """
day = pd.to_datetime(connection_dates["connected_on"].sort_values().iloc[399])
week_of_400 = day - pd.Timedelta(days=day.weekday())
""",
                1,
                "sorted as texts",
            ),
            Wrong(
                "row 400 of the file",
                _Q1
                + """
day = pd.to_datetime(connection_dates["connected_on"].iloc[399])
week_of_400 = day - pd.Timedelta(days=day.weekday())
""",
                1,
                "begins with the newest",
            ),
            Wrong(
                "position 400",
                _Q1
                + """
day = days.iloc[400]
week_of_400 = day - pd.Timedelta(days=day.weekday())
""",
                1,
                "the week of the 401st",
            ),
            Wrong(
                "hidden members left out",
                """
import pandas as pd
shown = connection_dates.dropna()
days = pd.to_datetime(shown["connected_on"], format="%d %b %Y").sort_values()
day = days.iloc[399]
week_of_400 = day - pd.Timedelta(days=day.weekday())
since_goal = (days.iloc[:400] >= "2026-09-01").sum()
""",
                0,
                "members who hid are missing",
            ),
            Wrong("the day", _Q1 + "week_of_400 = reached", 1, "the very day"),
            Wrong(
                "the Sunday",
                _Q1 + "week_of_400 = week_of_400 + pd.Timedelta(days=6)",
                1,
                "the Sunday that ends the week",
            ),
            Wrong(
                "all since the goal",
                _Q1 + 'since_goal = (days >= "2026-09-01").sum()',
                1,
                "stop at the 400th",
            ),
            Wrong(
                "after the first day",
                _Q1 + 'since_goal = (oldest > "2026-09-01").sum()',
                1,
                "the first day itself is missing",
            ),
        ],
    ),
    "effort-q2": Catalogue(
        right=[
            _Q2,
            # each number in a wrapping that can be read in one way
            _Q2 + "median_c, mean_c, below_mean = [median_c], str(mean_c), (below_mean,)",
            """
from statistics import mean, median
counts = [int(count) for count in team["connections"] if count == count]
median_c, mean_c = median(counts), mean(counts)
below_mean = len([count for count in counts if count < mean_c])
""",
            """
import numpy as np
counts = np.sort(team["connections"].dropna().to_numpy(dtype=float))
half = counts.size // 2
median_c = counts[[half - 1, half]].sum() / 2
mean_c = counts.sum() / counts.size
below_mean = int(np.searchsorted(counts, mean_c))
""",
        ],
        wrong=[
            Wrong(
                "nothing is zero",
                """
filled = team["connections"].fillna(0)
median_c, mean_c = filled.median(), filled.mean()
below_mean = (filled < team["connections"].mean()).sum()
""",
                0,
                "no number is not zero",
            ),
            Wrong(
                "the list not sorted",
                _Q2
                + """
listed = team["connections"].dropna().tolist()
half = len(listed) // 2
median_c = (listed[half - 1] + listed[half]) / 2
""",
                2,
                "not sorted first",
            ),
            Wrong(
                "one of the two in the middle",
                _Q2
                + """
ranked = sorted(team["connections"].dropna())
median_c = ranked[len(ranked) // 2]
""",
                2,
                "the mean of the two in the middle",
            ),
            Wrong("the mean for the median", _Q2 + "median_c = mean_c", 2, "it is the mean"),
            Wrong(
                "below the median",
                _Q2 + 'below_mean = (team["connections"] < median_c).sum()',
                2,
                "those below the median",
            ),
        ],
    ),
    "effort-q3": Catalogue(
        right=[
            _Q3,
            # by hand
            """
from math import log
rows = [(log(h), log(o)) for h, o in zip(effort_log["hours"], effort_log["opportunities"]) if h > 0]
mx, my = sum(x for x, _ in rows) / len(rows), sum(y for _, y in rows) / len(rows)
elasticity = sum((x - mx) * (y - my) for x, y in rows) / sum((x - mx) ** 2 for x, _ in rows)
doubling = round(100 * (2**elasticity - 1), 2)
reading = "Less than in proportion"
""",
            # log10 of both gives the same slope
            """
active = effort_log[effort_log.hours.gt(0)]
X = np.vstack([np.log10(active.hours), np.ones(len(active))]).T
elasticity = np.linalg.lstsq(X, np.log10(active.opportunities), rcond=None)[0][0]
doubling = 100 * np.expm1(elasticity * np.log(2))
reading = "less than in proportion"
""",
        ],
        wrong=[
            Wrong(
                "through the origin",
                _Q3 + "elasticity = (x * y).sum() / (x * x).sum()",
                2,
                "forced through 0",
            ),
            Wrong(
                "opportunities per hour",
                _Q3 + 'elasticity = np.polyfit(active["hours"], active["opportunities"], 1)[0]',
                2,
                "opportunities per hour",
            ),
            Wrong(
                "only the hours in logarithms",
                _Q3 + 'elasticity = np.polyfit(x, active["opportunities"], 1)[0]',
                2,
                "only the hours are in logarithms",
            ),
            Wrong(
                "log10 on one side",
                _Q3 + 'elasticity = np.polyfit(x, np.log10(active["opportunities"]), 1)[0]',
                2,
                "the opportunities are in log10",
            ),
            Wrong("turned round", _Q3 + "elasticity = np.polyfit(y, x, 1)[0]", 2, "turn it round"),
            Wrong("the correlation", _Q3 + "elasticity = x.corr(y)", 2, "the correlation"),
            Wrong(
                "one added before the logarithm",
                _Q3
                + """
elasticity = np.polyfit(np.log1p(effort_log["hours"]), np.log(effort_log["opportunities"]), 1)[0]
""",
                2,
                "one was added",
            ),
            Wrong(
                "the logarithm of zero",
                _Q3
                + """
import warnings
warnings.simplefilter("ignore")
both = np.log(effort_log[["hours", "opportunities"]])
elasticity = both["hours"].cov(both["opportunities"]) / both["hours"].var()
""",
                2,
                "is NaN",
            ),
            Wrong("times 100", _Q3 + "doubling = 100 * elasticity", 2, "small changes only"),
            Wrong("a factor", _Q3 + "doubling = 2**elasticity", 2, "it is a factor"),
            Wrong("proportional", _Q3 + 'reading = "in proportion"', 2, "twice the opportunities"),
        ],
    ),
    "effort-q4": Catalogue(
        right=[
            _Q4,
            # what the hours leave unexplained, of both
            """
active = effort_log[effort_log["hours"] > 0]
h, k, o = (np.log(active[c].to_numpy(dtype=float)) for c in ("hours", "connections", "opportunities"))
def rest(y):
    return y - np.polyval(np.polyfit(h, y, 1), h)
slope_crude = np.cov(k, o)[0, 1] / np.var(k, ddof=1)
slope_adj = (rest(k) @ rest(o)) / (rest(k) @ rest(k))
reading = "Hours go with both"
""",
            # normal equations
            """
active = effort_log.loc[effort_log["hours"] > 0]
X = np.array([np.ones(len(active)), np.log(active["hours"]), np.log(active["connections"])]).T
y = np.log(active["opportunities"].to_numpy())
slope_adj = np.linalg.solve(X.T @ X, X.T @ y)[2]
Z = X[:, [0, 2]]
slope_crude = np.linalg.solve(Z.T @ Z, Z.T @ y)[1]
reading = "hours go with both"
""",
        ],
        wrong=[
            Wrong("not adjusted", _Q4 + "slope_adj = slope_crude", 2, "the hours are not in it"),
            Wrong(
                "the coefficient of the hours",
                _Q4 + "slope_adj = np.linalg.lstsq(model, came, rcond=None)[0][1]",
                2,
                "the coefficient of the hours",
            ),
            Wrong(
                "the hours as they are",
                _Q4
                + """
model = np.column_stack([known, active["hours"], np.ones(len(known))])
slope_adj = np.linalg.lstsq(model, came, rcond=None)[0][0]
""",
                2,
                "the hours are in it as they are",
            ),
            Wrong(
                "no logarithms",
                _Q4
                + """
slope_crude = np.polyfit(active["connections"], active["opportunities"], 1)[0]
""",
                2,
                "per connection",
            ),
            Wrong(
                "connections over opportunities",
                _Q4 + "slope_crude = np.polyfit(came, known, 1)[0]",
                2,
                "turn it round",
            ),
            Wrong(
                "connections bring it",
                _Q4 + 'reading = "connections bring what comes"',
                2,
                "at equal hours",
            ),
        ],
    ),
    "effort-q5": Catalogue(
        right=[
            _Q5,
            """
ranked = two_quarters.sort_values("rate_1")
gain_worst = ranked.head(30)["rate_2"].mean() - ranked.head(30)["rate_1"].mean()
loss_best = ranked.tail(30)["rate_1"].mean() - ranked.tail(30)["rate_2"].mean()
reading = "LUCK went back to its middle"
""",
            """
rows = sorted(zip(two_quarters["rate_1"], two_quarters["rate_2"]))
gain_worst = round(sum(b - a for a, b in rows[:30]) / 30, 2)
loss_best = round(sum(a - b for a, b in rows[-30:]) / 30, 2)
reading = "luck went back to its middle"
""",
        ],
        wrong=[
            Wrong(
                "the first rows",
                _Q5 + "loss_best = -change.head(30).mean()",
                2,
                "those are the first 30 rows",
            ),
            Wrong(
                "tenths of each quarter",
                _Q5
                + """
gain_worst = two_quarters["rate_2"].nsmallest(30).mean() - two_quarters["rate_1"].nsmallest(30).mean()
""",
                2,
                "different people",
            ),
            Wrong(
                "chosen by the second quarter",
                _Q5 + 'gain_worst = change[two_quarters["rate_2"].nsmallest(30).index].mean()',
                2,
                "chosen by the second quarter",
            ),
            Wrong(
                "those who rose most",
                _Q5 + "gain_worst = change.nlargest(30).mean()",
                2,
                "rose most",
            ),
            Wrong(
                "second minus first",
                _Q5 + "loss_best = change[best].mean()",
                2,
                "first minus second",
            ),
            Wrong(
                "in percent of the first rate",
                _Q5
                + """
low = two_quarters.loc[worst]
gain_worst = 100 * (low["rate_2"].mean() / low["rate_1"].mean() - 1)
""",
                2,
                "in percent of the first rate",
            ),
            Wrong(
                "credit to the talk",
                _Q5 + 'reading = "the worst learned, the best grew lazy"',
                2,
                "nothing was done to anybody",
            ),
        ],
    ),
    "effort-q6": Catalogue(
        right=[
            _Q6,
            """
import statistics
rooms = {}
for row in cohort_trial.to_dict("records"):
    rooms.setdefault((row["trained"], row["cohort"]), []).append(row["employed"] == "yes")
yes, no = ([100 * sum(r) / len(r) for (t, _), r in rooms.items() if t == arm] for arm in ("yes", "no"))
effect_pp = statistics.mean(yes) - statistics.mean(no)
effect_pct = effect_pp / statistics.mean(no) * 100
se_cluster = (statistics.variance(yes) / 15 + statistics.variance(no) / 15) ** 0.5
""",
            """
table = cohort_trial.assign(job=cohort_trial["employed"].eq("yes") * 100.0)
rooms = table.pivot_table(index="cohort", columns="trained", values="job", aggfunc="mean")
effect_pp = rooms["yes"].mean() - rooms["no"].mean()
effect_pct = 100 * effect_pp / rooms["no"].mean()
se_cluster = (rooms.var() / rooms.count()).sum() ** 0.5
""",
        ],
        wrong=[
            Wrong(
                "all cohorts as n",
                _Q6 + "se_cluster = ((errors**2).sum() / 2) ** 0.5",
                2,
                "number of cohorts in each group",
            ),
            Wrong(
                "s divided by n",
                _Q6 + "se_cluster = (errors / 15**0.5).sum()",
                2,
                "before the root",
            ),
            Wrong(
                "numbers of people compared",
                _Q6
                + """
employed = cohort_trial[cohort_trial["employed"] == "yes"]["trained"].value_counts()
effect_pct = 100 * (employed["yes"] / employed["no"] - 1)
""",
                2,
                "numbers of people",
            ),
            Wrong(
                "people as units",
                """
yes = cohort_trial["employed"] == "yes"
rate = 100 * yes.groupby(cohort_trial["trained"]).mean()
n = cohort_trial["trained"].value_counts()
effect_pp = rate["yes"] - rate["no"]
effect_pct = 100 * effect_pp / rate["no"]
se_cluster = sum(rate[arm] * (100 - rate[arm]) / n[arm] for arm in ("yes", "no")) ** 0.5
""",
                0,
                "people are the unit",
            ),
            Wrong(
                "points called percent",
                _Q6 + "effect_pct = effect_pp",
                2,
                "divide by the mean of the others",
            ),
            Wrong("a share", _Q6 + "effect_pp = effect_pp / 100", 2, "like a share"),
            Wrong(
                "in percent of the trained",
                _Q6 + 'effect_pct = 100 * effect_pp / means["yes"]',
                2,
                "in percent of the trained",
            ),
            Wrong(
                "errors added",
                _Q6 + "se_cluster = errors.sum()",
                2,
                "add their squares",
            ),
            Wrong(
                "not divided",
                _Q6 + 'se_cluster = share.groupby("trained").var().sum() ** 0.5',
                2,
                "not divided by the number of cohorts",
            ),
            Wrong("one group alone", _Q6 + 'se_cluster = errors["yes"]', 2, "alone"),
        ],
    ),
    "effort-q7": Catalogue(
        right=[
            _Q7,
            """
import numpy as np
counts = np.sort(outcomes["opportunities"].to_numpy())[::-1]
top_share = counts[: int(np.ceil(counts.size / 10))].sum() / counts.sum()
n_half = int(np.argmax(counts.cumsum() >= counts.sum() / 2)) + 1
""",
            """
from math import ceil
most = outcomes.nlargest(ceil(len(outcomes) / 10), "opportunities")
top_share = round(most["opportunities"].sum() / outcomes["opportunities"].sum(), 3)
n_half, reached = 0, 0
for count in outcomes["opportunities"].sort_values(ascending=False):
    if reached * 2 >= outcomes["opportunities"].sum():
        break
    n_half, reached = n_half + 1, reached + count
""",
        ],
        wrong=[
            Wrong(
                "above the mean",
                _Q7 + "n_half = sum(count > sum(counts) / len(counts) for count in counts)",
                1,
                "above the mean",
            ),
            Wrong(
                "both of a tie left out",
                _Q7 + "top_share = sum(n for n in counts if n > counts[top - 1]) / sum(counts)",
                1,
                "both are left out",
            ),
            Wrong(
                "a threshold with ties",
                _Q7
                + """
edge = outcomes["opportunities"].quantile(0.9)
top_share = outcomes.loc[outcomes["opportunities"] >= edge, "opportunities"].sum() / sum(counts)
""",
                1,
                "two tie for the last place",
            ),
            Wrong(
                "rounded down",
                _Q7 + "top_share = sum(counts[: len(counts) // 10]) / sum(counts)",
                1,
                "rounded down",
            ),
            Wrong(
                "a share of people",
                _Q7 + "top_share = top / len(counts)",
                1,
                "share of the members",
            ),
            Wrong("the fewest", _Q7 + "top_share = sum(counts[-top:]) / sum(counts)", 1, "fewest"),
            Wrong("one too few", _Q7 + "n_half = n_half - 1", 1, "one more is needed"),
            Wrong(
                "half of the members", _Q7 + "n_half = len(counts) // 2", 1, "half of the members"
            ),
            Wrong(
                "from the bottom",
                _Q7
                + """
upward = counts[::-1]
n_half = next(n for n in range(len(counts)) if 2 * sum(upward[:n]) >= sum(counts))
""",
                1,
                "those who have fewest",
            ),
        ],
    ),
}
