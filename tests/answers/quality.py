"""Right and wrong answers to the questions of ``quality``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
import numpy as np
firm = contacts[contacts["list"] == "firm"]
p = firm["industry"].value_counts(normalize=True)
blau_firm = 1 - (p ** 2).sum()
types_firm = np.exp(-(p * np.log(p)).sum())
parents_alike = "city"
"""
_Q2 = """
def ei(rows):
    known = rows["industry"].dropna()
    external, internal = (known != "software").sum(), (known == "software").sum()
    return (external - internal) / (external + internal)
hers = contacts[contacts["list"] == "nadia"]
outside = hers[hers["employer"] != "Tarn Valley"]
others = people[people["person_id"] != "P0000"]
ei_all, ei_outside, ei_expected = ei(hers), ei(outside), ei(others)
"""
_Q3 = """
n = contacts["list"].value_counts()
t = ego_ties["list"].value_counts()
eff_size_parents = n["parents"] - 2 * t["parents"] / n["parents"]
eff_size_tank = n["think tank"] - 2 * t["think tank"] / n["think tank"]
misleads = "size"
"""
_Q4 = """
own = dict(town.degree())
theirs = {who: sum(own[f] for f in town[who]) / own[who] for who in town}
mean_connections = sum(own.values()) / len(own)
mean_of_friends = sum(theirs.values()) / len(theirs)
share_below = sum(own[who] < theirs[who] for who in town) / len(town)
"""
_Q5 = """
core = nx.core_number(network)
lion = max(network, key=network.degree)
core_of_lion = core[lion]
top_core = {who for who, k in core.items() if k == max(core.values())}
ranked = sorted(network, key=network.degree, reverse=True)
"""
_Q6 = """
def year(number):
    rows = target[target["month"].dt.year == number].sort_values("month")
    return rows
def by_member(rows):
    members = rows.groupby("member_id")
    return members["connections"].last(), members["opportunities"].sum()
c, o = by_member(year(2025))
r_before = c.corr(o)
c, o = by_member(year(2026))
r_after = c.corr(o)
reading = "measure"
"""
_Q7 = """
bandwidth["novel"] = bandwidth["messages_per_month"] * bandwidth["new_per_message"]
bands = bandwidth.groupby("diversity")
novel = bands["novel"].mean()
best_diversity, novelty_best = novel.idxmax(), novel.max()
loss_most_diverse = (novelty_best - novel.loc[novel.index.max()]) / novelty_best
"""

ANSWERS = {
    "quality-q1": Catalogue(
        right=[
            _Q1,
            # plain Python, counting by hand
            """
import math
from collections import Counter
shown = [i for l, i in zip(contacts["list"], contacts["industry"]) if l == "firm" and isinstance(i, str)]
shares = [k / len(shown) for k in Counter(shown).values()]
blau_firm = 1 - sum(s * s for s in shares)
types_firm = math.exp(-sum(s * math.log(s) for s in shares))
parents_alike = "City"
""",
            # the library's own measures
            """
from weakties.measures import blau_index, effective_number
counts = contacts.loc[contacts["list"] == "firm", "industry"].value_counts()
blau_firm, types_firm = blau_index(counts), effective_number(counts)
parents_alike = "city"
""",
        ],
        wrong=[
            Wrong("the share of equals", _Q1 + "blau_firm = (p ** 2).sum()", 2, "take it from 1"),
            Wrong(
                "hidden ones in the denominator",
                _Q1 + 'blau_firm = 1 - ((firm["industry"].value_counts() / len(firm)) ** 2).sum()',
                2,
                "its shares do not add up to 1",
            ),
            Wrong(
                "hidden ones as a type",
                _Q1
                + """
p = firm["industry"].fillna("unknown").value_counts(normalize=True)
blau_firm = 1 - (p ** 2).sum()
types_firm = np.exp(-(p * np.log(p)).sum())
""",
                0,
                "count as an industry of their own",
            ),
            Wrong(
                "without replacement",
                _Q1 + 'm = firm["industry"].count(); blau_firm = blau_firm * m / (m - 1)',
                2,
                "it draws without replacement",
            ),
            Wrong(
                "industries counted",
                _Q1 + 'types_firm = firm["industry"].nunique()',
                2,
                "counts as much as one with thirty",
            ),
            Wrong(
                "entropy itself", _Q1 + "types_firm = np.log(types_firm)", 2, "it is the entropy H"
            ),
            Wrong(
                "bases mixed",
                _Q1 + "types_firm = np.exp(-(p * np.log2(p)).sum())",
                2,
                "base 2 and base e are mixed",
            ),
            Wrong("inverse Simpson", _Q1 + "types_firm = 1 / (p ** 2).sum()", 2, "it is 1 / Σ p²"),
            Wrong(
                "industries from the other table",
                _Q1
                + """
from weakties.data import load
shown = load("people").set_index("person_id")["industry"]
p = firm["person_id"].map(shown).value_counts(normalize=True)
blau_firm = 1 - (p ** 2).sum()
types_firm = np.exp(-(p * np.log(p)).sum())
""",
                0,
                "the industries come from `people`",
            ),
            Wrong(
                "all four lists",
                _Q1
                + """
p = contacts["industry"].value_counts(normalize=True)
types_firm = np.exp(-(p * np.log(p)).sum())
""",
                2,
                "it mixes all four lists",
            ),
            Wrong("the sum squared", _Q1 + "blau_firm = 1 - p.sum() ** 2", 2, "it is exactly 0"),
            Wrong("squares averaged", _Q1 + "blau_firm = 1 - (p ** 2).mean()", 2, "add them up"),
            Wrong(
                "index and number swapped",
                _Q1 + "blau_firm, types_firm = types_firm, blau_firm",
                0,
                "the two names are swapped",
            ),
            Wrong(
                "alike in everything",
                _Q1 + 'parents_alike = "both"',
                2,
                "is well above 0.4",
            ),
            Wrong(
                "the essay taken at its word",
                _Q1 + 'parents_alike = "industry"',
                2,
                "by industry: is it below 0.4?",
            ),
            Wrong("percent", _Q1 + "blau_firm = 100 * blau_firm", 2, "Is it a percentage"),
        ],
    ),
    "quality-q2": Catalogue(
        right=[
            _Q2,
            """
from weakties.measures import ei_index
def counts(industries):
    shown = [i for i in industries if i == i]
    return sum(i != "software" for i in shown), sum(i == "software" for i in shown)
mine = contacts.query("list == 'nadia'")
ei_all = ei_index(*counts(mine.industry))
ei_outside = ei_index(*counts(mine.query("employer != 'Tarn Valley'").industry))
ei_expected = round(ei_index(*counts(people.industry[1:])), 4)
""",
        ],
        wrong=[
            Wrong(
                "sign turned round",
                _Q2 + "ei_all, ei_outside, ei_expected = -ei_all, -ei_outside, -ei_expected",
                0,
                "external minus internal",
            ),
            Wrong(
                "share of external ones",
                _Q2 + "ei_all = (1 + ei_all) / 2",
                2,
                "it is the share of external contacts",
            ),
            Wrong(
                "hidden ones as external",
                _Q2
                + """
own = (hers["industry"] == "software").sum()
ei_all = ((hers["industry"] != "software").sum() - own) / len(hers)
""",
                2,
                "were counted as external",
            ),
            Wrong(
                "hidden ones in the denominator",
                _Q2 + 'ei_outside = ei_outside * outside["industry"].count() / len(outside)',
                2,
                "in the denominator or",
            ),
            Wrong(
                "colleagues called external",
                _Q2
                + """
known = hers.dropna()
own = ((known["industry"] == "software") & (known["employer"] != "Tarn Valley")).sum()
ei_outside = (len(known) - 2 * own) / len(known)
""",
                2,
                "were moved to the external ones",
            ),
            Wrong(
                "industries from the other table",
                _Q2
                + """
industry = people.set_index("person_id")["industry"]
ei_all = ei(hers.assign(industry=hers["person_id"].map(industry)))
ei_outside = ei(outside.assign(industry=outside["person_id"].map(industry)))
""",
                1,
                "the industry that `people` has for them",
            ),
            Wrong(
                "her own contacts for chance",
                _Q2 + "ei_expected = ei_all",
                2,
                "chance is over everybody in `people`",
            ),
            Wrong(
                "colleagues left out of all",
                _Q2 + "ei_all = ei_outside",
                2,
                "colleagues at Tarn Valley are not in it",
            ),
            Wrong(
                "hidden ones as internal",
                _Q2
                + """
external = (hers["industry"].notna() & (hers["industry"] != "software")).sum()
ei_all = (2 * external - len(hers)) / len(hers)
""",
                2,
                "were counted as internal",
            ),
            Wrong("ten equal industries", _Q2 + "ei_expected = (9 - 1) / 10", 2, "equally large"),
            Wrong("half and half", _Q2 + "ei_expected = 0", 2, "count who there is"),
            Wrong(
                "employers for industries",
                _Q2 + 'ei_all = (hers["employer"] != "Tarn Valley").mean() * 2 - 1',
                2,
                "compare industries",
            ),
            Wrong(
                "her industry left out",
                _Q2 + 'ei_outside = ei(hers[hers["industry"] != "software"])',
                2,
                "leave out those who work at Tarn Valley",
            ),
            Wrong(
                "all and outside swapped",
                _Q2 + "ei_all, ei_outside = ei_outside, ei_all",
                1,
                "the two names are swapped",
            ),
        ],
    ),
    "quality-q3": Catalogue(
        right=[
            _Q3,
            # networkx, with the owner of the list in the network
            """
import networkx as nx
def effective(name):
    rows = ego_ties[ego_ties["list"] == name]
    network = nx.from_pandas_edgelist(rows, "a", "b")
    listed = contacts.loc[contacts["list"] == name, "person_id"]
    network.add_edges_from(("owner", who) for who in listed)
    return nx.effective_size(network, nodes=["owner"])["owner"]
eff_size_parents, eff_size_tank = effective("parents"), effective("think tank")
misleads = "SIZE"
""",
        ],
        wrong=[
            Wrong(
                "ties counted twice",
                _Q3 + 'eff_size_tank = n["think tank"] - 4 * t["think tank"] / n["think tank"]',
                2,
                "counted twice",
            ),
            Wrong(
                "half the overlap",
                _Q3 + 'eff_size_tank = n["think tank"] - t["think tank"] / n["think tank"]',
                2,
                "every tie makes two contacts redundant",
            ),
            Wrong(
                "who knows nobody left out",
                _Q3
                + """
rows = ego_ties[ego_ties["list"] == "think tank"]
tied = len(set(rows["a"]) | set(rows["b"]))
eff_size_tank = tied - 2 * len(rows) / tied
""",
                2,
                "contacts who know nobody on the list are missing",
            ),
            Wrong(
                "the owner counted",
                _Q3
                + """
k = n["think tank"]
eff_size_tank = (k + 1) - 2 * (t["think tank"] + k) / (k + 1)
""",
                2,
                "the owner of the list was counted",
            ),
            Wrong(
                "more contacts, more sources",
                _Q3 + 'eff_size_parents = float(n["parents"])',
                2,
                "take out what they share",
            ),
            Wrong(
                "efficiency",
                _Q3 + 'eff_size_parents = eff_size_parents / n["parents"]',
                2,
                "it is the efficiency",
            ),
            Wrong(
                "lower constraint is always freer",
                _Q3 + 'misleads = "nothing"',
                2,
                "Who hears more that is different?",
            ),
            Wrong("ties misjudged", _Q3 + 'misleads = "ties"', 2, "what share of the pairs"),
            Wrong(
                "the overlap not shared out",
                _Q3 + 'eff_size_parents = n["parents"] - 2 * t["parents"]',
                2,
                "divide 2t by n first",
            ),
            Wrong(
                "the wrong list",
                _Q3 + 'eff_size_parents = n["firm"] - 2 * t["firm"] / n["firm"]',
                2,
                "the list of the firm",
            ),
            Wrong(
                "lists swapped",
                _Q3 + "eff_size_parents, eff_size_tank = eff_size_tank, eff_size_parents",
                0,
                "the two names are swapped",
            ),
            Wrong(
                "all of it over n",
                _Q3 + 'eff_size_parents = (n["parents"] - 2 * t["parents"]) / n["parents"]',
                2,
                "divide 2t alone by n",
            ),
            Wrong(
                "the owner in n",
                _Q3 + 'm = n["parents"] + 1; eff_size_parents = m - 2 * t["parents"] / m',
                2,
                "the owner of the list was counted",
            ),
            Wrong(
                "the owner's ties",
                _Q3 + "eff_size_parents = eff_size_parents - 2",
                2,
                "the ties to the owner of the list were counted",
            ),
        ],
    ),
    "quality-q4": Catalogue(
        right=[
            _Q4,
            # pandas only
            """
import pandas as pd
ends = pd.concat([friends, friends.rename(columns={"a": "b", "b": "a"})])
number = ends.groupby("a").size()
theirs = ends["b"].map(number).groupby(ends["a"]).mean()
mean_connections, mean_of_friends = number.mean(), theirs.mean()
share_below = (number < theirs).mean()
""",
        ],
        wrong=[
            Wrong(
                "one end of each tie",
                _Q4 + "mean_connections = town.number_of_edges() / town.number_of_nodes()",
                2,
                "counts one end only",
            ),
            Wrong(
                "every tie counts once",
                _Q4 + "mean_of_friends = sum(k * k for k in own.values()) / sum(own.values())",
                2,
                "outvote the rest",
            ),
            Wrong(
                "below the town's mean",
                _Q4 + "share_below = sum(k < mean_connections for k in own.values()) / len(own)",
                2,
                "with the mean of the town",
            ),
            Wrong(
                "below the friends' mean",
                _Q4 + "share_below = sum(k < mean_of_friends for k in own.values()) / len(own)",
                2,
                "it compares everybody with one number",
            ),
            Wrong(
                "below the mean over ties",
                _Q4
                + """
one = sum(k * k for k in own.values()) / sum(own.values())
share_below = sum(k < one for k in own.values()) / len(own)
""",
                2,
                "it compares everybody with one number",
            ),
            Wrong(
                "at the mean counts as below",
                _Q4 + "share_below = sum(own[who] <= theirs[who] for who in town) / len(town)",
                2,
                "below means below",
            ),
            Wrong(
                "own numbers for friends'",
                _Q4 + "mean_of_friends = mean_connections",
                2,
                "the mean of people's own numbers",
            ),
            Wrong(
                "column b only",
                _Q4 + 'mean_connections = friends["b"].value_counts().mean()',
                2,
                "where they stand in column b",
            ),
            Wrong(
                "a median for a mean",
                _Q4 + "import statistics; mean_connections = statistics.median(own.values())",
                2,
                "it is the median",
            ),
            Wrong("percent", _Q4 + "share_below = 100 * share_below", 2, "Is it a percentage"),
            Wrong(
                "each tie's two ends compared",
                _Q4 + 'share_below = (friends["a"].map(own) < friends["b"].map(own)).mean()',
                2,
                "the two ends of each tie",
            ),
            Wrong(
                "all who were drawn",
                _Q4 + "mean_of_friends = sum(theirs.values()) / 240",
                2,
                "divides by all who were drawn",
            ),
        ],
    ),
    "quality-q5": Catalogue(
        right=[
            _Q5,
            # peeling by hand
            """
left, core, k = network.copy(), {}, 0
while left:
    weakest = min(left, key=left.degree)
    k = max(k, left.degree(weakest))
    core[weakest] = k
    left.remove_node(weakest)
ties = dict(network.degree())
core_of_lion = float(core[max(ties, key=ties.get)])
top_core = {who: k for who in core if core[who] == k}.keys()
""",
        ],
        wrong=[
            Wrong(
                "degree for core",
                _Q5 + "core_of_lion = network.degree(lion)",
                1,
                "it is the number of ties",
            ),
            Wrong(
                "people for ties",
                _Q5 + "core_of_lion = nx.node_clique_number(network, lion)",
                1,
                "it is one too many",
            ),
            Wrong(
                "the best connected must be innermost",
                _Q5 + "core_of_lion = max(core.values())",
                1,
                "is the open networker in that core?",
            ),
            Wrong(
                "the people with the most ties",
                _Q5 + "top_core = set(ranked[:len(top_core)])",
                1,
                "has the people with the most ties",
            ),
            Wrong(
                "the open networker added",
                _Q5 + "top_core = top_core | {lion}",
                1,
                "has the open networker in it",
            ),
            Wrong(
                "the largest clique",
                _Q5 + "top_core = max(nx.find_cliques(network), key=len)",
                1,
                "has the largest clique",
            ),
            Wrong(
                "the open networker's own core",
                _Q5 + "top_core = set(nx.k_core(network, core_of_lion))",
                1,
                "has the core that the open networker is in",
            ),
            Wrong(
                "ties of the core",
                _Q5 + "top_core = nx.k_core(network).edges",
                1,
                "a set or a list of ids is asked for",
            ),
            Wrong(
                "ids with their ties",
                _Q5 + "top_core = nx.k_core(network).degree",
                1,
                "a set or a list of ids is asked for",
            ),
        ],
    ),
    "quality-q6": Catalogue(
        right=[
            _Q6,
            """
import numpy as np
results = {}
for number, rows in target.groupby(target.month.dt.year):
    wide = rows.pivot(index="member_id", columns="month")
    december, total = wide["connections"].iloc[:, -1], wide["opportunities"].sum(axis=1)
    results[number] = np.corrcoef(december, total)[0, 1]
r_before, r_after, reading = results[2025], results[2026], "Measure"
""",
        ],
        wrong=[
            Wrong(
                "both years pooled",
                _Q6 + "c, o = by_member(target); r_before = c.corr(o)",
                2,
                "it pools both years",
            ),
            Wrong(
                "single months",
                _Q6 + 'r_before = year(2025)["connections"].corr(year(2025)["opportunities"])',
                2,
                "it correlates single months",
            ),
            Wrong(
                "only December's opportunities",
                _Q6
                + """
december = year(2025).groupby("member_id").last()
r_before = december["connections"].corr(december["opportunities"])
""",
                2,
                "opportunities of December only",
            ),
            Wrong(
                "January's connections",
                _Q6
                + """
members = year(2026).groupby("member_id")
r_after = members["connections"].first().corr(members["opportunities"].sum())
""",
                2,
                "it takes the connections of January",
            ),
            Wrong("r squared", _Q6 + "r_before = r_before ** 2", 2, "it is r squared"),
            Wrong(
                "November's connections",
                _Q6
                + """
rows = year(2025)
november = rows[rows["month"].dt.month == 11].set_index("member_id")["connections"]
r_before = november.corr(rows.groupby("member_id")["opportunities"].sum())
""",
                2,
                "it takes the connections of November",
            ),
            Wrong(
                "ranks",
                _Q6
                + """
c, o = by_member(year(2025))
r_before = c.rank().corr(o.rank())
""",
                2,
                "it is Spearman's",
            ),
            Wrong("no correlation at all", _Q6 + "r_after = 0", 2, "it is exactly 0"),
            Wrong(
                "last year's connections",
                _Q6 + "r_after = by_member(year(2025))[0].corr(by_member(year(2026))[1])",
                2,
                "it takes the connections of December 2025",
            ),
            Wrong(
                "years swapped",
                _Q6 + "r_before, r_after = r_after, r_before",
                0,
                "the two names are swapped",
            ),
            Wrong(
                "a causal story", _Q6 + 'reading = "cause"', 2, "does not say that connections made"
            ),
            Wrong("harm read from r", _Q6 + 'reading = "harm"', 2, "while nobody loses anything"),
        ],
    ),
    "quality-q7": Catalogue(
        right=[
            _Q7,
            """
bands = {}
for d, m, p in zip(bandwidth.diversity, bandwidth.messages_per_month, bandwidth.new_per_message):
    bands.setdefault(d, []).append(m * p)
mean = {d: sum(values) / len(values) for d, values in bands.items()}
best_diversity = max(mean, key=mean.get)
novelty_best = mean[best_diversity]
loss_most_diverse = 1 - mean[max(mean)] / novelty_best
""",
        ],
        wrong=[
            Wrong(
                "most new in each message",
                _Q7 + 'best_diversity = bands["new_per_message"].mean().idxmax()',
                2,
                "but how many messages come?",
            ),
            Wrong(
                "most messages",
                _Q7 + 'best_diversity = bands["messages_per_month"].mean().idxmax()',
                2,
                "but how much of them is new?",
            ),
            Wrong(
                "product of means",
                _Q7
                + """
means = bands["messages_per_month"].mean() * bands["new_per_message"].mean()
novelty_best = means.max()
""",
                2,
                "it multiplies two means",
            ),
            Wrong(
                "what is left",
                _Q7 + "loss_most_diverse = 1 - loss_most_diverse",
                2,
                "it is what is left",
            ),
            Wrong(
                "the other denominator",
                _Q7 + "loss_most_diverse = loss_most_diverse / (1 - loss_most_diverse)",
                2,
                "the share is of the best one",
            ),
            Wrong(
                "messages alone",
                _Q7 + 'novelty_best = bands["messages_per_month"].mean().max()',
                2,
                "it counts messages",
            ),
            Wrong(
                "no loss",
                _Q7 + "loss_most_diverse = 0",
                2,
                "the most diverse band loses nothing only if",
            ),
            Wrong(
                "another band",
                _Q7 + "novelty_best = novel.drop(best_diversity).max()",
                2,
                "the mean of another band",
            ),
            Wrong(
                "the best member",
                _Q7 + 'novelty_best = bandwidth["novel"].max()',
                2,
                "best single member",
            ),
            Wrong(
                "percent",
                _Q7 + "loss_most_diverse = 100 * loss_most_diverse",
                2,
                "Is it a percentage",
            ),
            Wrong(
                "the loss in new things",
                _Q7 + "loss_most_diverse = novelty_best - novel[novel.index.max()]",
                2,
                "divide it by `novelty_best`",
            ),
            Wrong(
                "the loss below 0",
                _Q7 + "loss_most_diverse = -loss_most_diverse",
                2,
                "the sign is the other way round",
            ),
            Wrong(
                "band and mean swapped",
                _Q7 + "best_diversity, novelty_best = novelty_best, best_diversity",
                1,
                "the two names are swapped",
            ),
            Wrong(
                "the band's messages",
                _Q7 + 'novelty_best = bands["messages_per_month"].mean()[best_diversity]',
                2,
                "it counts messages",
            ),
        ],
    ),
}
