"""Right and wrong answers to the questions of ``strangers``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
worth = requests["value_hours"] - requests["harm_hours"]
some, answered = requests["mutuals"] >= 3, requests["answered"] == "yes"
ev_all = worth.mean()
ev_mutuals = worth.where(some, 0).mean()
ev_ask = worth.where(answered, 0).mean() - 0.25
best_policy = "ask first"
"""
_Q2 = """
def p_star(value, cost):
    return cost / (value + cost)

none = requests[requests["mutuals"] == 0]
p = (none["is_bad"] == "no").mean()
cost_limit = 10 * p / (1 - p)
"""
_Q3 = """
def shares(table):
    return (table["accepted"] == "yes").groupby(table["has_mutual"]).mean()

share, lot = shares(bots), shares(mutual_trial)
diff_pp = (share["yes"] - share["no"]) * 100
risk_ratio = share["yes"] / share["no"]
odds_ratio = share["yes"] / (1 - share["yes"]) / (share["no"] / (1 - share["no"]))
risk_ratio_trial = lot["yes"] / lot["no"]
by_itself = "about a third more"
"""
_Q4 = """
helped = (ties["helped"] == "yes").astype(int)
groups = helped.groupby(ties["mutuals_bin"], observed=True)
peak_bin = groups.mean().idxmax()
peak_share = groups.mean().max()
r_mutuals = ties["mutuals"].corr(helped)
reading = "inverted U"
"""
_Q5 = """
weak, helped = ties["strength"] == "weak", ties["helped"] == "yes"
share_via_weak = weak[helped].mean()
rate_weak = helped[weak].mean()
rate_strong = helped[~weak].mean()
because = "there are more weak ties"
"""
_Q6 = """
lost = layoffs.pivot(index="scenario", columns="person", values="kept_job") == "no"
needed = lost[lost["Nadia"]]
p_none_colleagues = needed[colleagues].all(axis=1).mean()
p_none_elsewhere = needed[elsewhere].all(axis=1).mean()
why = "their losses come together"
"""
_Q7 = """
from math import log

friends = {}
for a, b in zip(acquaintances["a"], acquaintances["b"]):
    friends.setdefault(a, set()).add(b)
    friends.setdefault(b, set()).add(a)
new = set(friends) - friends["P0000"] - {"P0000"}
scores = {p: sum(1 / log(len(friends[m])) for m in friends["P0000"] & friends[p]) for p in new}
suggestions = sorted(new, key=scores.get)[-3:]
top_score = max(scores.values())
"""

ANSWERS = {
    "strangers-q1": Catalogue(
        right=[
            _Q1,
            # plain Python over the rows
            """
rows = requests.to_dict("records")
def mean_worth(accepts):
    return sum(r["value_hours"] - r["harm_hours"] for r in rows if accepts(r)) / len(rows)
ev_all = mean_worth(lambda r: True)
ev_mutuals = mean_worth(lambda r: r["mutuals"] >= 3)
ev_ask = mean_worth(lambda r: r["answered"] == "yes") - 0.25
best_policy = "Ask first"
""",
        ],
        wrong=[
            Wrong(
                "mean over the accepted",
                _Q1 + "ev_mutuals = worth[some].mean()\nev_ask = worth[answered].mean() - 0.25",
                2,
                "it is the mean over accepted requests only",
            ),
            Wrong(
                "harm left out",
                _Q1 + 'ev_all = requests["value_hours"].mean()',
                3,
                "the harm of bad requests is missing",
            ),
            Wrong(
                "harm added",
                _Q1 + 'ev_all = (requests["value_hours"] + requests["harm_hours"]).mean()',
                3,
                "the harm was added",
            ),
            Wrong(
                "the hours of the inbox",
                _Q1
                + """
hours = requests["is_bad"].map({"no": 10, "yes": -20})
ev_all, ev_mutuals, ev_ask = hours.mean(), (hours * some).mean(), (hours * answered).mean() - 0.25
""",
                0,
                "10 and 20 hours, as the inbox did",
            ),
            Wrong("the total", _Q1 + "ev_all = worth.sum()", 3, "it is the total of the year"),
            Wrong(
                "more than three",
                _Q1 + 'ev_mutuals = worth.where(requests["mutuals"] > 3, 0).mean()',
                3,
                "at least 3 includes 3",
            ),
            Wrong(
                "asking is free",
                _Q1 + "ev_ask = worth.where(answered, 0).mean()",
                3,
                "asking was free",
            ),
            Wrong(
                "asking costs only with an answer",
                _Q1 + "ev_ask = (worth - 0.25).where(answered, 0).mean()",
                3,
                "only those who answered were charged",
            ),
            Wrong(
                "openness is always best",
                _Q1 + 'best_policy = "accept all"',
                3,
                "compare all four, with 0 for declining",
            ),
            Wrong(
                "asking is charged once for the year",
                _Q1 + "ev_ask = (worth.where(answered, 0).sum() - 0.25) / 480",
                3,
                "came off once for the whole year",
            ),
            Wrong(
                "harm alone",
                _Q1 + 'ev_all = -requests["harm_hours"].mean()',
                3,
                "the value of the requests is missing",
            ),
            Wrong(
                "exactly three",
                _Q1 + 'ev_mutuals = worth.where(requests["mutuals"] == 3, 0).mean()',
                3,
                "3 means 3 or more",
            ),
            Wrong(
                "the price added", _Q1 + "ev_ask = ev_ask + 0.5", 3, "the price of asking was added"
            ),
            Wrong(
                "the silent accepted",
                _Q1 + "ev_ask = worth.where(~answered, 0).mean() - 0.25",
                3,
                "it accepts those who did not answer",
            ),
        ],
    ),
    "strangers-q2": Catalogue(
        right=[
            _Q2,
            """
p_star = lambda value, cost: 1 / (1 + value / cost)
counts = requests.loc[requests["mutuals"].eq(0), "is_bad"].value_counts()
cost_limit = 10 * counts["no"] / counts["yes"]
""",
        ],
        wrong=[
            Wrong(
                "how likely bad",
                _Q2 + "p_star = lambda value, cost: value / (value + cost)",
                1,
                "for declining to pay",
            ),
            Wrong("odds", _Q2 + "p_star = lambda value, cost: cost / value", 1, "gives odds"),
            Wrong(
                "percent",
                _Q2 + "p_star = lambda value, cost: 100 * cost / (value + cost)",
                1,
                "gives a percentage",
            ),
            Wrong(
                "good and bad exchanged",
                _Q2 + "cost_limit = 10 * (1 - p) / p",
                1,
                "good and bad have changed places",
            ),
            Wrong("what the good bring", _Q2 + "cost_limit = 10 * p", 1, "bring on average"),
            Wrong(
                "all requests",
                _Q2 + 'p = (requests["is_bad"] == "no").mean()\ncost_limit = 10 * p / (1 - p)',
                1,
                "keep those with no mutual connection",
            ),
            Wrong(
                "what the good ones bring in the table",
                _Q2
                + 'good = none["is_bad"] == "no"\ncost_limit = none["value_hours"][good].sum() / (~good).sum()',
                1,
                "the question sets V = 10 hours",
            ),
            Wrong(
                "rounded",
                _Q2 + "p_star = lambda value, cost: round(cost / (value + cost), 2)",
                1,
                "rounded too early",
            ),
            Wrong(
                "inputs ignored",
                _Q2 + "p_star = lambda value, cost: 1 / 3",
                1,
                "the same for every input",
            ),
            Wrong(
                "brackets forgotten",
                _Q2 + "p_star = lambda value, cost: cost / value + cost",
                1,
                "without brackets",
            ),
            Wrong(
                "difference over sum",
                _Q2 + "p_star = lambda value, cost: (value - cost) / (value + cost)",
                1,
                "solve for p",
            ),
            Wrong(
                "the good ones among all",
                _Q2
                + 'p = (none["is_bad"] == "no").sum() / len(requests); cost_limit = 10 * p / (1 - p)',
                1,
                "its p has all requests",
            ),
            Wrong("twenty hours", _Q2 + "cost_limit = 2 * cost_limit", 1, "it puts in V = 20"),
        ],
    ),
    "strangers-q3": Catalogue(
        right=[
            _Q3,
            """
import pandas as pd
table = pd.crosstab(bots["has_mutual"], bots["accepted"])
trial = pd.crosstab(mutual_trial["has_mutual"], mutual_trial["accepted"], normalize="index")
a, b = table.loc["yes", "yes"], table.loc["yes", "no"]
c, d = table.loc["no", "yes"], table.loc["no", "no"]
diff_pp = 100 * (a / (a + b) - c / (c + d))
risk_ratio = (a * (c + d)) / (c * (a + b))
odds_ratio = float(a * d / (b * c))
risk_ratio_trial = trial.loc["yes", "yes"] / trial.loc["no", "yes"]
by_itself = "About a third more"
""",
        ],
        wrong=[
            Wrong(
                "odds ratio for risk ratio",
                _Q3 + "risk_ratio = odds_ratio",
                4,
                "divide the shares themselves",
            ),
            Wrong(
                "risk ratio for odds ratio",
                _Q3 + "odds_ratio = risk_ratio",
                4,
                "turn each share into odds",
            ),
            Wrong(
                "a share for percentage points",
                _Q3 + "diff_pp = diff_pp / 100",
                4,
                "multiply by 100",
            ),
            Wrong(
                "percent for percentage points",
                _Q3 + "diff_pp = 100 * (risk_ratio - 1)",
                4,
                "it is a percentage of the smaller share",
            ),
            Wrong(
                "given accepted",
                _Q3
                + """
turned = (bots["has_mutual"] == "yes").groupby(bots["accepted"]).mean()
risk_ratio = turned["yes"] / turned["no"]
""",
                4,
                "it compares accepted with refused requests",
            ),
            Wrong(
                "counts",
                _Q3
                + """
counts = bots[bots["accepted"] == "yes"]["has_mutual"].value_counts()
risk_ratio = counts["yes"] / counts["no"]
""",
                4,
                "it divides counts",
            ),
            Wrong(
                "upside down",
                _Q3 + "risk_ratio_trial = lot['no'] / lot['yes']",
                4,
                "it is upside down",
            ),
            Wrong(
                "what was watched is the effect",
                _Q3 + 'by_itself = "about 3 times"',
                4,
                "went to other kinds of people",
            ),
            Wrong(
                "odds read as likelihood",
                _Q3 + 'by_itself = "about 6 times"',
                4,
                "an odds ratio is not how many times as likely",
            ),
            Wrong(
                "reserved receivers only",
                _Q3
                + 'some = shares(bots[bots["receiver"] == "reserved"])\nrisk_ratio = some["yes"] / some["no"]',
                4,
                "one kind of receiver only",
            ),
            Wrong(
                "open receivers only",
                _Q3
                + 'some = shares(bots[bots["receiver"] == "open"])\nrisk_ratio = some["yes"] / some["no"]',
                4,
                "one kind of receiver only",
            ),
            Wrong(
                "a ratio in percent",
                _Q3 + "risk_ratio = 100 * risk_ratio",
                4,
                "leave out the 100",
            ),
            Wrong(
                "the trial's odds ratio",
                _Q3 + 'odds_ratio = lot["yes"] / (1 - lot["yes"]) / (lot["no"] / (1 - lot["no"]))',
                4,
                "use the table bots here",
            ),
            Wrong(
                "a difference for a ratio",
                _Q3 + 'risk_ratio_trial = lot["yes"] - lot["no"]',
                4,
                "difference of the two shares",
            ),
            Wrong(
                "who refused",
                _Q3 + 'diff_pp = 100 * ((1 - share["yes"]) - (1 - share["no"]))',
                4,
                "did you take those who refused?",
            ),
        ],
    ),
    "strangers-q4": Catalogue(
        right=[
            _Q4,
            """
import numpy as np
yes = (ties["helped"] == "yes").to_numpy(float)
shares = {name: yes[(ties["mutuals_bin"] == name).to_numpy()].mean() for name in labels}
peak_bin = max(shares, key=shares.get)
peak_share = shares[peak_bin]
r_mutuals = np.corrcoef(ties["mutuals"], yes)[0, 1]
reading = "Inverted U"
""",
        ],
        wrong=[
            Wrong(
                "counts, not shares",
                _Q4 + "peak_bin = groups.sum().idxmax()",
                3,
                "that is where most ties that helped are",
            ),
            Wrong(
                "the bin with most ties",
                _Q4 + 'peak_bin = ties["mutuals_bin"].value_counts().idxmax()',
                3,
                "that is where most ties are",
            ),
            Wrong(
                "many mutuals are best",
                _Q4 + 'peak_bin = "19 or more"',
                3,
                "more mutual connections are not always better",
            ),
            Wrong(
                "the wrong whole",
                _Q4 + "peak_share = groups.sum()[peak_bin] / helped.sum()",
                3,
                "its denominator is all ties that helped",
            ),
            Wrong(
                "percent",
                _Q4 + "peak_share = 100 * peak_share",
                3,
                "Is it a percentage?",
            ),
            Wrong(
                "correlation of bins",
                _Q4
                + "import pandas as pd\nr_mutuals = pd.Series(range(6)).corr(groups.mean().reset_index(drop=True))",
                3,
                "it correlates the six bins",
            ),
            Wrong(
                "no line, no effect",
                _Q4 + 'reading = "no effect"',
                3,
                "no straight line fits",
            ),
            Wrong(
                "above 0, so more is better",
                _Q4 + 'reading = "more is better"',
                3,
                "Does the share keep rising",
            ),
            Wrong(
                "another bin",
                _Q4 + 'peak_share = groups.mean()["4-7"]',
                3,
                "another bin",
            ),
            Wrong(
                "a count",
                _Q4 + "peak_share = groups.sum()[peak_bin]",
                3,
                "Is it a count?",
            ),
            Wrong(
                "the mean of the bins",
                _Q4 + "peak_share = groups.mean().mean()",
                3,
                "the mean of the six bins",
            ),
            Wrong(
                "those who did not help",
                _Q4 + "peak_share = 1 - peak_share",
                3,
                "the share of the others",
            ),
        ],
    ),
    "strangers-q5": Catalogue(
        right=[
            _Q5,
            """
counts = ties.groupby(["strength", "helped"]).size()
share_via_weak = counts["weak", "yes"] / (counts["weak", "yes"] + counts["strong", "yes"])
rate_weak = counts["weak", "yes"] / counts["weak"].sum()
rate_strong = counts["strong", "yes"] / counts["strong"].sum()
because = "There are more weak ties"
""",
        ],
        wrong=[
            Wrong(
                "weak among all ties",
                _Q5 + "share_via_weak = weak.mean()",
                3,
                "look only at those that helped",
            ),
            Wrong(
                "parts of all ties",
                _Q5 + "rate_weak = (weak & helped).mean()\nrate_strong = (~weak & helped).mean()",
                2,
                "its denominator is all ties",
            ),
            Wrong(
                "wholes exchanged",
                _Q5 + "share_via_weak, rate_weak = rate_weak, share_via_weak",
                2,
                "here the weak ties are the whole",
            ),
            Wrong(
                "as if there were as many strong ties",
                _Q5 + "share_via_weak = rate_weak / (rate_weak + rate_strong)",
                3,
                "it weighs weak and strong ties the same",
            ),
            Wrong("percent", _Q5 + "rate_strong = 100 * rate_strong", 3, "Is it a percentage?"),
            Wrong(
                "weak ties are better one by one",
                _Q5 + 'because = "each weak tie helps more"',
                3,
                "compare the two rates",
            ),
            Wrong(
                "did not help",
                _Q5 + "share_via_weak = weak[~helped].mean()",
                3,
                "the ties that did not help",
            ),
            Wrong(
                "weak by strong",
                _Q5 + "share_via_weak = (weak & helped).sum() / (~weak & helped).sum()",
                3,
                "it divides weak by strong ties",
            ),
            Wrong(
                "by the strong ones",
                _Q5 + "rate_weak = (weak & helped).sum() / (~weak).sum()",
                3,
                "divide by the weak ones",
            ),
            Wrong("the rest", _Q5 + "rate_strong = 1 - rate_strong", 3, "the share of the others"),
            Wrong(
                "how many times",
                _Q5 + "rate_strong = rate_strong / rate_weak",
                3,
                "the ratio of the two rates",
            ),
            Wrong(
                "rates swapped",
                _Q5 + "rate_weak, rate_strong = rate_strong, rate_weak",
                2,
                "the two names are swapped",
            ),
        ],
    ),
    "strangers-q6": Catalogue(
        right=[
            _Q6,
            """
kept = {}
for row in layoffs.itertuples():
    kept.setdefault(row.scenario, {})[row.person] = row.kept_job == "yes"
years = [year for year in kept.values() if not year["Nadia"]]
p_none_colleagues = sum(not any(year[c] for c in colleagues) for year in years) / len(years)
p_none_elsewhere = sum(not any(year[c] for c in elsewhere) for year in years) / len(years)
why = "Their losses come together"
""",
        ],
        wrong=[
            Wrong(
                "all years",
                _Q6
                + "p_none_colleagues, p_none_elsewhere = lost[colleagues].all(axis=1).mean(), lost[elsewhere].all(axis=1).mean()",
                0,
                "its denominator is all 800 years",
            ),
            Wrong(
                "multiplied as if independent",
                _Q6
                + "p_none_colleagues, p_none_elsewhere = (lost[four].mean().mean() ** 4 for four in (colleagues, elsewhere))",
                0,
                "nothing to do with one another",
            ),
            Wrong(
                "people instead of years",
                _Q6 + "p_none_colleagues = needed[colleagues].mean().mean()",
                2,
                "count years in which all four did",
            ),
            Wrong(
                "at least one lost",
                _Q6 + "p_none_elsewhere = needed[elsewhere].any(axis=1).mean()",
                2,
                "all four have to",
            ),
            Wrong(
                "somebody left",
                _Q6 + "p_none_colleagues = 1 - p_none_colleagues",
                2,
                "somebody was left to help",
            ),
            Wrong(
                "colleagues are riskier",
                _Q6 + 'why = "colleagues lose jobs more often"',
                2,
                "compare how often each group loses jobs",
            ),
            Wrong(
                "elsewhere is safe",
                _Q6 + 'why = "elsewhere is safe"',
                2,
                "compare how often each group loses jobs",
            ),
            Wrong(
                "years in which Nadia kept her job",
                _Q6 + 'p_none_colleagues = lost[~lost["Nadia"]][colleagues].all(axis=1).mean()',
                2,
                "in which Nadia kept her job",
            ),
            Wrong(
                "a condition that is never met",
                _Q6 + "p_none_colleagues, p_none_elsewhere = 0, 0.0",
                0,
                "says that this never happens",
            ),
            Wrong(
                "independent within her years",
                _Q6 + "p_none_elsewhere = needed[elsewhere].mean().mean() ** 4",
                2,
                "nothing to do with one another",
            ),
            Wrong(
                "three of four",
                _Q6 + "p_none_colleagues = (needed[colleagues].sum(axis=1) >= 3).mean()",
                2,
                "three of the four",
            ),
            Wrong(
                "turned round",
                _Q6
                + 'all_lost = lost[colleagues].all(axis=1); p_none_colleagues = lost["Nadia"][all_lost].mean()',
                2,
                "it is turned round",
            ),
            Wrong(
                "one of the four",
                _Q6 + 'p_none_colleagues = needed["C1"].mean()',
                2,
                "one of the four",
            ),
        ],
    ),
    "strangers-q7": Catalogue(
        right=[
            _Q7,
            """
import networkx as nx
graph = nx.from_pandas_edgelist(acquaintances, "a", "b")
found = nx.adamic_adar_index(graph, [("P0000", other) for other in nx.non_neighbors(graph, "P0000")])
ranked = sorted(((score, other) for _, other, score in found), reverse=True)
suggestions = {other for _, other in ranked[:3]}
top_score = ranked[0][0]
""",
            # a piece of the graph, and its nodes
            """
import math
import networkx as nx
graph = nx.from_pandas_edgelist(acquaintances, "a", "b")
weigh = lambda who: sum(1 / math.log(graph.degree(m)) for m in nx.common_neighbors(graph, "P0000", who))
by_score = {who: weigh(who) for who in graph if who != "P0000" and who not in graph["P0000"]}
best = sorted(by_score.items(), key=lambda pair: -pair[1])
top_score = best[0][1]
suggestions = graph.subgraph(who for who, _ in best[:3]).nodes
""",
            # what pandas calls an array
            """
import numpy as np
import pandas as pd
both = pd.concat([acquaintances, acquaintances.rename(columns={"a": "b", "b": "a"})])
degree = both.groupby("a").size()
mine = both.loc[both.a == "P0000", "b"]
steps = both[both.a.isin(mine)].assign(weight=lambda rows: 1 / np.log(rows.a.map(degree)))
ranking = steps[~steps.b.isin([*mine, "P0000"])].groupby("b")["weight"].sum().nlargest(3)
suggestions, top_score = ranking.index.to_series().unique(), ranking.iloc[0]
""",
        ],
        wrong=[
            Wrong(
                "every mutual connection counts 1",
                _Q7
                + """
scores = {p: len(friends["P0000"] & friends[p]) for p in new}
suggestions = sorted(new, key=scores.get)[-3:]
top_score = max(scores.values())
""",
                0,
                "weigh each by 1 ÷ ln(degree)",
            ),
            Wrong(
                "already connected",
                _Q7
                + """
all_others = set(friends) - {"P0000"}
scores = {p: sum(1 / log(len(friends[m])) for m in friends["P0000"] & friends[p]) for p in all_others}
suggestions = sorted(all_others, key=scores.get)[-3:]
top_score = max(scores.values())
""",
                0,
                "a suggestion has to be new",
            ),
            Wrong(
                "base 10",
                _Q7
                + """
from math import log10
top_score = max(sum(1 / log10(len(friends[m])) for m in friends["P0000"] & friends[p]) for p in new)
""",
                1,
                "its logarithm has base 10",
            ),
            Wrong(
                "the popular",
                _Q7 + "suggestions = sorted(new, key=lambda p: (-len(friends[p]), p))[:3]",
                1,
                "look at what they share with Nadia",
            ),
            Wrong(
                "one suggestion",
                _Q7 + "suggestions = {max(new, key=scores.get)}",
                1,
                "3 are asked for",
            ),
            Wrong(
                "pairs with their scores",
                _Q7 + "suggestions = sorted(scores.items(), key=lambda pair: pair[1])[-3:]",
                1,
                "holds tuples",
            ),
            Wrong(
                "the third-highest",
                _Q7 + "top_score = sorted(scores.values())[-3]",
                1,
                "third-highest",
            ),
            Wrong(
                "the sum of the three",
                _Q7 + "top_score = sum(scores[p] for p in suggestions)",
                1,
                "sum of the three",
            ),
            Wrong(
                "pairs without Nadia",
                _Q7
                + 'import networkx as nx\ngraph = nx.from_pandas_edgelist(acquaintances, "a", "b")\ntop_score = max(score for _, _, score in nx.adamic_adar_index(graph))',
                1,
                "a pair without Nadia",
            ),
            Wrong(
                "the sum over all",
                _Q7 + "top_score = sum(scores.values())",
                1,
                "the sum over everybody",
            ),
        ],
    ),
}
