"""Right and wrong answers to the questions of ``purpose``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
rows_2019 = len(pd.read_csv(opened("connections_2019.csv"), skiprows=0))
rows_2026 = len(pd.read_csv(opened("connections_2026.csv"), skiprows=3))
missing_column = "URL"
"""
_Q2 = """
hidden = export["first_name"].isna() & export["last_name"].isna() & export["url"].isna()
n_hidden = hidden.sum()
n_people = len(export) - n_hidden
"""
_Q3 = """
n_with_email = people["email"].notna().sum()
email_share = n_with_email / len(people)
"""
_Q4 = """
connected_of_hired = connected[hired].mean()
hired_of_connected = hired[connected].mean()
times_as_likely = hired_of_connected / hired[~connected].mean()
both = "both can be true"
"""
_Q5 = """
became_first = (by_month.idxmax(axis=1) == "LinkedIn").idxmax()
linkedin_change = by_month.loc[24, "LinkedIn"] - by_month.loc[1, "LinkedIn"]
reading = "the others shrank faster"
"""
_Q6 = """
ways = sum(1 for _ in nx.all_shortest_paths(network, nadia, famous))
hops_talking = nx.shortest_path_length(talking, nadia, famous)
away = nx.single_source_shortest_path_length(network, nadia)
reach2 = list(away.values()).count(2)
"""

ANSWERS = {
    "purpose-q1": Catalogue(
        right=[
            _Q1,
            # plain Python over the lines
            """
older = opened("connections_2019.csv").read().splitlines()
newer = opened("connections_2026.csv").read().splitlines()
rows_2019 = len(older[1:])
rows_2026 = len(newer) - 1 - newer.index(next(t for t in newer if t.startswith("First Name,")))
missing_column = "url"
""",
            # the header found by its name, counted from 0
            """
rows_2026 = pd.read_csv(opened("connections_2026.csv"), header=2).shape[0]
rows_2019 = pd.read_csv(opened("connections_2019.csv")).shape[0]
missing_column = pd.read_csv(opened("connections_2026.csv"), skiprows=2, nrows=0).columns[2]
""",
        ],
        wrong=[
            Wrong(
                "the first person as header",
                _Q1 + 'rows_2026 = len(pd.read_csv(opened("connections_2026.csv"), skiprows=4))',
                2,
                "a person was taken for the header",
            ),
            Wrong(
                "bad lines skipped",
                _Q1
                + 'rows_2026 = len(pd.read_csv(opened("connections_2026.csv"), on_bad_lines="skip"))',
                2,
                "nearly all lines were dropped",
            ),
            Wrong(
                "the same for both eras",
                _Q1 + 'rows_2019 = len(pd.read_csv(opened("connections_2019.csv"), skiprows=3))',
                2,
                "this file has no notes",
            ),
            Wrong(
                "every line",
                _Q1
                + 'rows_2026 = len(opened("connections_2026.csv").read().splitlines())\n'
                + 'rows_2019 = len(opened("connections_2019.csv").read().splitlines())',
                0,
                "it counts every line of the file",
            ),
            Wrong(
                "no header",
                _Q1 + 'rows_2019 = len(pd.read_csv(opened("connections_2019.csv"), header=None))',
                2,
                "the header was counted as a row",
            ),
            Wrong(
                "without those who hid",
                _Q1
                + 'rows_2026 = pd.read_csv(opened("connections_2026.csv"), skiprows=3)["URL"].count()',
                2,
                "rows of members who hid are left out",
            ),
            Wrong(
                "a column that both have",
                _Q1 + 'missing_column = "Email Address"',
                2,
                "both files have this column",
            ),
        ],
    ),
    "purpose-q2": Catalogue(
        right=[
            _Q2,
            # whoever shows an address of a profile
            'n_people = export["url"].count()\nn_hidden = export["url"].isna().sum()',
            # plain Python over the rows
            """
import pandas as pd
n_people = n_hidden = 0
for row in export.to_dict("records"):
    if all(pd.isna(row[part]) for part in ("first_name", "last_name", "url")):
        n_hidden += 1
    else:
        n_people += 1
""",
        ],
        wrong=[
            Wrong("every row", _Q2 + "n_people = len(export)", 1, "members who hid are in it"),
            Wrong(
                "only rows without a gap",
                _Q2 + "n_people = len(export.dropna())",
                1,
                "it keeps only rows without any empty cell",
            ),
            Wrong(
                "rows that are empty as a whole",
                _Q2 + 'n_hidden = len(export) - len(export.dropna(how="all"))',
                1,
                "the day is there even if the member hid",
            ),
            Wrong(
                "no last name",
                _Q2 + 'n_hidden = export["last_name"].isna().sum()',
                1,
                "only a first name",
            ),
            Wrong(
                "no last name and no company",
                _Q2 + 'n_hidden = (export["last_name"].isna() & export["company"].isna()).sum()',
                1,
                "only a first name",
            ),
            Wrong(
                "no company",
                _Q2 + 'n_people = export["company"].notna().sum()',
                1,
                "shows no company",
            ),
            Wrong(
                "the other way round",
                _Q2 + "n_people, n_hidden = n_hidden, n_people",
                0,
                "it counts the people",
            ),
            Wrong(
                "any empty cell",
                _Q2 + "n_hidden = export.isna().any(axis=1).sum()",
                1,
                "any cell is empty",
            ),
        ],
    ),
    "purpose-q3": Catalogue(
        right=[
            _Q3,
            # the share in words, the count as it comes out of a table
            _Q3 + 'email_share = f"{n_with_email} of {len(people)}"\n'
            "n_with_email = people[people['email'].notna()][['url']].count()",
            'email_share = people["email"].notna().mean()\nn_with_email = people["email"].count()',
            # plain Python: only a text has a length
            """
shown = [email for email in people["email"] if isinstance(email, str)]
n_with_email = len(shown)
email_share = round(len(shown) / len(people["url"].tolist()), 3)
""",
        ],
        wrong=[
            Wrong(
                "every row below the line",
                _Q3 + 'email_share = export["email"].notna().mean()',
                1,
                "its denominator is every row",
            ),
            Wrong(
                "an empty cell is no empty text",
                _Q3
                + 'n_with_email = (people["email"] != "").sum()\nemail_share = (people["email"] != "").mean()',
                0,
                "also who shows none",
            ),
            Wrong("percent", _Q3 + "email_share = 100 * email_share", 1, "percent"),
            Wrong(
                "those who show none",
                _Q3 + 'n_with_email = people["email"].isna().sum()',
                1,
                "it counts who shows no address",
            ),
            Wrong(
                "the share that shows none",
                _Q3 + 'email_share = people["email"].isna().mean()',
                1,
                "who show no address",
            ),
            Wrong(
                "complete rows only",
                _Q3 + "n_with_email = len(people.dropna())",
                1,
                "an empty cell elsewhere",
            ),
            Wrong(
                "one to the others",
                _Q3 + "email_share = n_with_email / (len(people) - n_with_email)",
                1,
                "a share is of all people",
            ),
        ],
    ),
    "purpose-q4": Catalogue(
        right=[
            _Q4,
            # counting in plain Python
            """
rows = list(zip(connected, hired))
two = sum(c and h for c, h in rows)
connected_of_hired = two / sum(h for _, h in rows)
hired_of_connected = two / sum(c for c, _ in rows)
others = [h for c, h in rows if not c]
times_as_likely = hired_of_connected / (sum(others) / len(others))
both = "Both can be true"
""",
            # two tables of shares
            """
import pandas as pd
down = pd.crosstab(applicants["has_connection"], applicants["hired"], normalize="columns")
across = pd.crosstab(applicants["has_connection"], applicants["hired"], normalize="index")
connected_of_hired = down.loc["yes", "yes"]
hired_of_connected = across.loc["yes", "yes"]
times_as_likely = round(across.loc["yes", "yes"] / across.loc["no", "yes"], 2)
both = "both can be true"
""",
        ],
        wrong=[
            Wrong(
                "swapped",
                _Q4
                + "connected_of_hired, hired_of_connected = hired_of_connected, connected_of_hired",
                2,
                "turned round",
            ),
            Wrong(
                "of all applicants",
                _Q4 + "hired_of_connected = (hired & connected).mean()",
                3,
                "its denominator is all applicants",
            ),
            Wrong(
                "all who were hired",
                _Q4 + "hired_of_connected = hired.mean()",
                3,
                "all applicants who were hired",
            ),
            Wrong(
                "numbers of people",
                _Q4 + "times_as_likely = (hired & connected).sum() / (hired & ~connected).sum()",
                3,
                "it divides numbers of people",
            ),
            Wrong(
                "against everybody",
                _Q4 + "times_as_likely = hired_of_connected / hired.mean()",
                3,
                "compare with those without a connection",
            ),
            Wrong(
                "one share by the other",
                _Q4 + "times_as_likely = connected_of_hired / hired_of_connected",
                3,
                "different wholes",
            ),
            Wrong(
                "odds",
                _Q4
                + "o = hired[~connected].mean()\n"
                + "times_as_likely = hired_of_connected / (1 - hired_of_connected) / (o / (1 - o))",
                3,
                "a ratio of odds",
            ),
            Wrong(
                "times more",
                _Q4 + "times_as_likely = times_as_likely - 1",
                3,
                "how many times more",
            ),
            Wrong(
                "they contradict",
                _Q4 + 'both = "only one can be true"',
                3,
                "each has another whole",
            ),
        ],
    ),
    "purpose-q5": Catalogue(
        right=[
            _Q5,
            # row by row in plain Python
            """
for month, row in by_month.iterrows():
    if max(row.items(), key=lambda pair: pair[1])[0] == "LinkedIn":
        became_first = month
        break
linkedin = by_month["LinkedIn"].tolist()
linkedin_change = linkedin[-1] - linkedin[0]
reading = "The others shrank faster"
""",
            # ranks, and a whole number that is a float
            """
leads = by_month.rank(axis=1, ascending=False)["LinkedIn"] == 1
became_first = float(leads[leads].index.min())
linkedin_change = by_month["LinkedIn"].diff().sum()
reading = "the others shrank faster"
""",
        ],
        wrong=[
            Wrong(
                "mean of the monthly changes",
                _Q5 + 'linkedin_change = by_month["LinkedIn"].diff().mean()',
                2,
                "mean of the monthly changes",
            ),
            Wrong(
                "in percent, by way of a ratio",
                _Q5
                + 'linkedin_change = 100 * (by_month.loc[24, "LinkedIn"] / by_month.loc[1, "LinkedIn"] - 1)',
                2,
                "it is in percent",
            ),
            Wrong(
                "its own best month",
                _Q5 + 'became_first = by_month["LinkedIn"].idxmax()',
                2,
                "LinkedIn's own best",
            ),
            Wrong(
                "one source alone",
                _Q5 + 'became_first = (by_month["LinkedIn"] > by_month["Facebook"]).idxmax()',
                2,
                "it compares with one source alone",
            ),
            Wrong("position for month", _Q5 + "became_first = became_first - 1", 2, "position 0"),
            Wrong("the last month", _Q5 + "became_first = 24", 2, "that is the last month"),
            Wrong(
                "the largest share",
                _Q5 + 'became_first = (by_month["LinkedIn"] / by_month.sum(axis=1)).idxmax()',
                2,
                "its largest share",
            ),
            Wrong(
                "the sign",
                _Q5 + "linkedin_change = -linkedin_change",
                2,
                "the sign is the other way round",
            ),
            Wrong(
                "percent",
                _Q5 + 'linkedin_change = 100 * linkedin_change / by_month.loc[1, "LinkedIn"]',
                2,
                "it is in percent",
            ),
            Wrong(
                "all sources",
                _Q5
                + "total = by_month.sum(axis=1)\nlinkedin_change = total.loc[24] - total.loc[1]",
                2,
                "about all sources together",
            ),
            Wrong(
                "since it became first",
                _Q5
                + 'linkedin_change = by_month.loc[24, "LinkedIn"] - by_month.loc[became_first, "LinkedIn"]',
                2,
                "count from month 1",
            ),
            Wrong("a rank is a level", _Q5 + 'reading = "LinkedIn grew"', 2, "look at the sign"),
        ],
    ),
    "purpose-q6": Catalogue(
        right=[
            _Q6,
            # paths, and sets of neighbors
            """
ways = len({tuple(way) for way in nx.all_shortest_paths(network, nadia, famous)})
hops_talking = len(nx.shortest_path(talking, nadia, famous)) - 1
first = set(network[nadia])
second = set().union(*(network[one] for one in first)) - first - {nadia}
reach2 = len(second)
""",
            # no networkx: layer by layer
            """
def layers(rows):
    near = {}
    for a, b in zip(rows["a"], rows["b"]):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    seen, edge, found = {nadia}, [nadia], [[nadia]]
    while edge:
        edge = sorted({other for one in edge for other in near[one]} - seen)
        seen.update(edge)
        found.append(edge)
    return found

every, those_who_talk = layers(ties), layers(ties[ties["talked"] == "yes"])
reached = {nadia: 1}
for before, layer in zip(every, every[1:]):
    for one in layer:
        known = set(ties.loc[ties["a"] == one, "b"]) | set(ties.loc[ties["b"] == one, "a"])
        reached[one] = sum(reached[other] for other in before if other in known)
ways = reached[famous]
hops_talking = next(k for k, people in enumerate(those_who_talk) if famous in people)
reach2 = len(every[2])
""",
        ],
        wrong=[
            Wrong(
                "one way only",
                _Q6
                + """
arrows = nx.from_pandas_edgelist(ties, "a", "b", create_using=nx.DiGraph)
reach2 = list(nx.single_source_shortest_path_length(arrows, nadia).values()).count(2)
""",
                2,
                "one way only",
            ),
            Wrong(
                "people on a way",
                _Q6 + "ways = len(nx.shortest_path(network, nadia, famous))",
                2,
                "the number of people on each",
            ),
            Wrong(
                "hops of a way",
                _Q6 + "ways = nx.shortest_path_length(network, nadia, famous)",
                2,
                "the number of hops on each",
            ),
            Wrong(
                "ways on which people talk",
                _Q6 + "ways = len(list(nx.all_shortest_paths(talking, nadia, famous)))",
                2,
                "it uses only connections that talked",
            ),
            Wrong(
                "everybody whom the famous one knows",
                _Q6 + "ways = network.degree(famous)",
                2,
                "everybody whom P60 is connected with",
            ),
            Wrong(
                "people on the way on which they talk",
                _Q6 + "hops_talking = len(nx.shortest_path(talking, nadia, famous))",
                2,
                "both ends included",
            ),
            Wrong(
                "people in between",
                _Q6 + "hops_talking = hops_talking - 1",
                2,
                "people in between",
            ),
            Wrong(
                "never talked",
                _Q6 + "hops_talking = nx.shortest_path_length(network, nadia, famous)",
                2,
                "connections that never talked",
            ),
            Wrong(
                "connections of connections added up",
                _Q6 + "reach2 = sum(network.degree(one) for one in network[nadia])",
                2,
                "many people are in it several times",
            ),
            Wrong(
                "herself",
                _Q6
                + "first = set(network[nadia])\n"
                + "reach2 = len(set().union(*(network[one] for one in first)) - first)",
                2,
                "Nadia herself",
            ),
            Wrong(
                "her own connections, too",
                _Q6 + "reach2 = sum(0 < hop <= 2 for hop in away.values())",
                2,
                "her own connections are in it",
            ),
            Wrong(
                "a set of all neighbors' neighbors",
                _Q6 + "reach2 = len(set().union(*(network[one] for one in network[nadia])))",
                2,
                "who know one another are in it",
            ),
            Wrong("one hop", _Q6 + "reach2 = network.degree(nadia)", 2, "they are one hop away"),
        ],
    ),
}
