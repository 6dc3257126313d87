"""Right and wrong answers to the questions of ``followup``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
real = ~messages["draft"] & ~messages["no_sender"] & (messages["folder"] != "SPAM")
kept = messages[real].sort_values("sent_at")
first = kept.drop_duplicates("conversation").set_index("conversation")
began = first.loc[first["sender_slug"] == her, "sent_at"]
others = kept[kept["sender_slug"] != her].drop_duplicates("conversation")
others = others.set_index("conversation")["sent_at"].reindex(began.index)
hours = (others - began).dt.total_seconds() / 3600
n_started = len(began)
reply_rate = hours.notna().mean()
median_hours = hours.median()
"""
_Q2 = """
people = connections[connections["status"] == "read"]
real = ~messages["draft"] & ~messages["no_sender"] & (messages["folder"] != "SPAM")
kept = messages[real]
keys = set(kept["sender_slug"]) | set(kept["recipient_slugs"].str.split().explode())
n_people = len(people)
silent_share = (~people["slug"].isin(keys)).mean()
"""
_Q3 = """
def lasting(ties, until=12):
    share = 1
    for month in range(1, until + 1):
        at_risk = (ties["months"] >= month).sum()
        share *= 1 - ((ties["months"] == month) & (ties["ended"] == "yes")).sum() / at_risk
    return share

bridges = tie_spans[tie_spans["kind"] == "bridge"]
embedded = tie_spans[tie_spans["kind"] == "embedded"]
s12_bridge, s12_embedded = lasting(bridges), lasting(embedded)
shortcut = "too low"
"""
_Q4 = """
asks["yes"] = 100 * (asks["said_yes"] == "yes")
means = asks.groupby("channel")[["predicted_pct", "yes"]].mean()
bias = means["predicted_pct"] - means["yes"]
bias_email, bias_face, bias_phone = bias["e-mail"], bias["face to face"], bias["phone"]
reported = "not both can be exact"
"""
_Q5 = """
people = contact_layers["people_up_to"].diff().fillna(contact_layers["people_up_to"])
contacts = people * contact_layers["contacts_each"]
contacts_per_year = contacts.sum()
hours_per_week = (contacts * contact_layers["minutes_per_contact"]).sum() / 60 / 52
share_inner = contacts[:2].sum() / contacts.sum()
"""
_Q6 = """
both = (contacts["from_her"] > 0) & (contacts["from_them"] > 0)
old = contacts["last"] <= today - pd.Timedelta(days=3 * 365.25)
dormant = contacts[both & old]
n_dormant = len(dormant)
active = contacts.loc[contacts["last"] >= today - pd.Timedelta(days=365), "company"]
shown = dormant[dormant["company"].fillna("") != ""]
elsewhere = shown[~shown["company"].isin(active)]
revive = list(elsewhere.nlargest(3, "from_them").index)
"""
_Q7 = """
first, second = group_visits["first_rating"], group_visits["second_rating"]
kept = group_visits["kept"] == "yes"
change = second - first
rise_noticed = second[kept].mean() - first.mean()
change_kept = change[kept].mean()
lowest = first.nsmallest(24).index
change_lowest = change[lowest].mean()
reading = "choosing, and luck at the first look"
"""

ANSWERS = {
    "followup-q1": Catalogue(
        right=[
            _Q1,
            # plain Python over the rows
            """
import statistics
threads = {}
for row in messages.to_dict("records"):
    if not (row["draft"] or row["no_sender"] or row["folder"] == "SPAM"):
        threads.setdefault(row["conversation"], []).append((row["sent_at"], row["sender_slug"]))
started = [sorted(thread) for thread in threads.values() if min(thread)[1] == "nadia-ferro"]
waits = []
for thread in started:
    later = [at for at, slug in thread if slug != "nadia-ferro"]
    if later:
        waits.append((later[0] - thread[0][0]).total_seconds() / 3600)
n_started = len(started)
reply_rate = len(waits) / len(started)
median_hours = statistics.median(waits)
""",
            # one group after the other
            """
kept = messages.query("not draft and not no_sender and folder != 'SPAM'").sort_values("sent_at")
def wait(thread):
    others = thread.loc[thread["sender_slug"] != her, "sent_at"]
    return (others.iloc[0] - thread["sent_at"].iloc[0]).total_seconds() / 3600 if len(others) else None
hers = [t for _, t in kept.groupby("conversation") if t["sender_slug"].iloc[0] == her]
waits = [w for w in map(wait, hers) if w is not None]
n_started, reply_rate = len(hers), len(waits) / len(hers)
median_hours = sorted(waits)[len(waits) // 2] if len(waits) % 2 else sum(sorted(waits)[len(waits) // 2 - 1:][:2]) / 2
""",
        ],
        wrong=[
            Wrong(
                "drafts count",
                _Q1
                + """
kept = messages[~messages["no_sender"] & (messages["folder"] != "SPAM")].sort_values("sent_at")
first = kept.drop_duplicates("conversation")
n_started = (first["sender_slug"] == her).sum()
reply_rate = hours.notna().sum() / n_started
""",
                1,
                "its denominator holds drafts",
            ),
            Wrong(
                "latest taken for first",
                _Q1
                + """
first = messages[real].drop_duplicates("conversation")
n_started = (first["sender_slug"] == her).sum()
""",
                2,
                "the table is newest first",
            ),
            Wrong(
                "messages, not conversations",
                _Q1 + 'n_started = (kept["sender_slug"] == her).sum()',
                2,
                "a conversation holds several",
            ),
            Wrong(
                "her own reminder is an answer",
                _Q1
                + """
second = kept[kept["conversation"].duplicated()].drop_duplicates("conversation")
second = second.set_index("conversation")["sent_at"].reindex(began.index)
reply_rate = second.notna().mean()
""",
                2,
                "her own second message counts as an answer",
            ),
            Wrong(
                "hours until her own reminder",
                _Q1
                + """
second = kept[kept["conversation"].duplicated()].drop_duplicates("conversation")
second = second.set_index("conversation")["sent_at"].reindex(began.index)
median_hours = ((second - began).dt.total_seconds() / 3600).median()
""",
                2,
                "somebody else has to write",
            ),
            Wrong(
                "all conversations",
                _Q1 + 'reply_rate = hours.notna().sum() / kept["conversation"].nunique()',
                2,
                "its denominator is all conversations",
            ),
            Wrong("mean", _Q1 + "median_hours = hours.mean()", 2, "it is the mean"),
            Wrong(
                "unanswered is 0 hours",
                _Q1 + "median_hours = hours.fillna(0).median()",
                2,
                "count as 0 hours",
            ),
            Wrong(
                "the days are lost",
                _Q1 + "median_hours = ((others - began).dropna().dt.seconds / 3600).median()",
                2,
                "whole days were lost",
            ),
            Wrong(
                "waits in all conversations",
                _Q1
                + """
all_first = kept.drop_duplicates("conversation").set_index("conversation")["sent_at"]
theirs = kept[kept["sender_slug"] != her].drop_duplicates("conversation")
theirs = theirs.set_index("conversation")["sent_at"]
median_hours = ((theirs - all_first).dt.total_seconds() / 3600).median()
""",
                2,
                "conversations that others began are in it",
            ),
            Wrong(
                "those that others began",
                _Q1 + 'n_started = kept["conversation"].nunique() - n_started',
                2,
                "that others began",
            ),
            Wrong("days", _Q1 + "median_hours = median_hours / 24", 2, "it is in days"),
            Wrong("unanswered", _Q1 + "reply_rate = hours.isna().mean()", 2, "was not answered"),
            Wrong(
                "from her last message",
                _Q1
                + """
mine = kept[kept["sender_slug"] == her]
mine = mine[mine["sent_at"] < mine["conversation"].map(others)]
last = mine.groupby("conversation")["sent_at"].max()
median_hours = ((others - last).dt.total_seconds() / 3600).median()
""",
                2,
                "count from her first",
            ),
        ],
    ),
    "followup-q2": Catalogue(
        right=[
            _Q2,
            """
members = [row for row in connections.to_dict("records") if row["status"] == "read"]
talked = set()
for row in messages.to_dict("records"):
    if row["draft"] or row["no_sender"] or row["folder"] == "SPAM":
        continue
    talked.add(row["sender_slug"])
    talked.update(row["recipient_slugs"].split())
n_people = len({row["slug"] for row in members})
silent_share = sum(row["slug"] not in talked for row in members) / n_people
""",
            # an anti-join
            """
import pandas as pd
people = connections.dropna(subset="slug").drop_duplicates("slug")
kept = messages.query("not draft and not no_sender and folder != 'SPAM'")
ends = [kept["sender_slug"], kept["recipient_slugs"].str.split().explode()]
keys = pd.concat(ends).drop_duplicates().rename("slug")
joined = people.merge(keys, on="slug", how="left", indicator=True, validate="one_to_one")
n_people = people["slug"].nunique()
silent_share = (joined["_merge"] == "left_only").mean()
""",
        ],
        wrong=[
            Wrong(
                "every row",
                _Q2
                + 'n_people = len(connections)\nsilent_share = (~connections["slug"].isin(keys)).mean()',
                0,
                "members who hid and repeated people are in it",
            ),
            Wrong(
                "hidden rows are silent",
                _Q2
                + """
rows = connections[connections["status"] != "duplicate"]
n_people = len(rows)
silent_share = (~rows["slug"].isin(keys)).mean()
""",
                0,
                "members who hid count as silent",
            ),
            Wrong(
                "duplicates",
                _Q2 + 'n_people = (connections["status"] != "hidden").sum()',
                1,
                "are counted twice",
            ),
            Wrong(
                "hidden in the denominator",
                _Q2 + "silent_share = silent_share * n_people / len(connections)",
                1,
                "its denominator is every row",
            ),
            Wrong(
                "joined by name",
                _Q2
                + """
called = set(kept["sender"]) | set(kept["recipients"].str.split(", ").explode())
silent_share = (~(people["first_name"] + " " + people["last_name"]).isin(called)).mean()
""",
                1,
                "it joins by name",
            ),
            Wrong(
                "senders only",
                _Q2 + 'silent_share = (~people["slug"].isin(kept["sender_slug"])).mean()',
                1,
                "those whom Nadia wrote to are not silent",
            ),
            Wrong(
                "recipients only",
                _Q2
                + """
got = kept["recipient_slugs"].str.split().explode()
silent_share = (~people["slug"].isin(got)).mean()
""",
                1,
                "those who wrote to her are not silent",
            ),
            Wrong(
                "recipients of hers only",
                _Q2
                + """
hers = kept.loc[kept["sender_slug"] == "nadia-ferro", "recipient_slugs"].str.split().explode()
silent_share = (~people["slug"].isin(hers)).mean()
""",
                1,
                "got no message from Nadia",
            ),
            Wrong(
                "groups not taken apart",
                _Q2
                + """
keys = set(kept["sender_slug"]) | set(kept["recipient_slugs"])
silent_share = (~people["slug"].isin(keys)).mean()
""",
                1,
                "recipients in a group were not taken apart",
            ),
            Wrong(
                "drafts and spam",
                _Q2
                + """
keys = set(messages["sender_slug"]) | set(messages["recipient_slugs"].str.split().explode())
silent_share = (~people["slug"].isin(keys)).mean()
""",
                1,
                "drafts or spam count as messages",
            ),
            Wrong(
                "who did write",
                _Q2 + 'silent_share = people["slug"].isin(keys).mean()',
                1,
                "who did exchange a message",
            ),
        ],
    ),
    "followup-q3": Catalogue(
        right=[
            _Q3,
            # only the months in which something ended, with groupby and cumprod
            """
def lasting(ties):
    ended = ties[ties["ended"] == "yes"].groupby("months").size()
    at_risk = ended.index.map(lambda month: (ties["months"] >= month).sum())
    return (1 - ended / at_risk).loc[:12].prod()

shares = {kind: lasting(ties) for kind, ties in tie_spans.groupby("kind")}
s12_bridge, s12_embedded = shares["bridge"], shares["embedded"]
shortcut = "Too low"
""",
            # plain Python, tie by tie
            """
def lasting(kind):
    rows = [(m, e) for k, m, e in zip(tie_spans["kind"], tie_spans["months"], tie_spans["ended"]) if k == kind]
    share = 1.0
    for month in range(1, 13):
        left = sum(m >= month for m, _ in rows)
        share = share * (left - rows.count((month, "yes"))) / left
    return share

s12_bridge = lasting("bridge")
s12_embedded = lasting("embedded")
shortcut = "too low"
""",
        ],
        wrong=[
            Wrong(
                "censored dropped",
                _Q3
                + """
ended = tie_spans[tie_spans["ended"] == "yes"]
shares = (ended["months"] > 12).groupby(ended["kind"]).mean()
s12_bridge, s12_embedded = shares["bridge"], shares["embedded"]
""",
                0,
                "the censored ties were dropped",
            ),
            Wrong(
                "censored count as ended",
                _Q3 + 's12_bridge = (bridges["months"] > 12).mean()',
                2,
                "censored ties count as ended",
            ),
            Wrong(
                "censored count as lasting",
                _Q3
                + 's12_embedded = 1 - ((embedded["ended"] == "yes") & (embedded["months"] <= 12)).mean()',
                2,
                "all censored ties count as lasting",
            ),
            Wrong(
                "censored early dropped",
                _Q3
                + """
lasted = embedded["months"] > 12
s12_embedded = lasted[lasted | (embedded["ended"] == "yes")].mean()
""",
                2,
                "ties that were censored early were dropped",
            ),
            Wrong(
                "mean of months",
                _Q3 + 's12_bridge = bridges["months"].mean()',
                2,
                "a share lies between 0 and 1",
            ),
            Wrong(
                "eleven months",
                _Q3 + "s12_embedded = lasting(embedded, 11)",
                2,
                "month 12 is missing",
            ),
            Wrong(
                "at risk only afterwards",
                _Q3
                + """
s12_embedded = 1
for month in range(1, 13):
    gone = ((embedded["months"] == month) & (embedded["ended"] == "yes")).sum()
    s12_embedded *= 1 - gone / (embedded["months"] > month).sum()
""",
                2,
                "are not at risk in month t",
            ),
            Wrong(
                "everybody always at risk",
                _Q3
                + """
s12_bridge = 1
for month in range(1, 13):
    s12_bridge *= 1 - ((bridges["months"] == month) & (bridges["ended"] == "yes")).mean()
""",
                2,
                "divides by all ties",
            ),
            Wrong(
                "the first month left out",
                _Q3 + "s12_bridge = s12_bridge / lasting(bridges, 1)",
                2,
                "month 1 is missing",
            ),
            Wrong("ended", _Q3 + "s12_bridge = 1 - s12_bridge", 2, "the share that ended"),
            Wrong("percent", _Q3 + "s12_bridge = 100 * s12_bridge", 2, "Is it a percentage?"),
            Wrong("too high", _Q3 + 'shortcut = "too high"', 2, "compute it once"),
            Wrong(
                "kinds exchanged",
                _Q3 + "s12_bridge, s12_embedded = s12_embedded, s12_bridge",
                0,
                "the two names are swapped",
            ),
        ],
    ),
    "followup-q4": Catalogue(
        right=[
            _Q4,
            """
rows = asks.to_dict("records")
def bias(channel):
    chosen = [row for row in rows if row["channel"] == channel]
    yes = sum(row["said_yes"] == "yes" for row in chosen)
    return (sum(row["predicted_pct"] for row in chosen) - 100 * yes) / len(chosen)
bias_email = bias("e-mail")
bias_phone = round(bias("phone"), 2)
bias_face = bias("face to face")
reported = "Not both can be exact"
""",
        ],
        wrong=[
            Wrong(
                "sign",
                _Q4 + "bias_email, bias_phone = -bias_email, -bias_phone",
                2,
                "the sign is the other way round",
            ),
            Wrong(
                "without direction",
                _Q4 + "bias_face = abs(bias_face)",
                3,
                "below 0 where people expected too little",
            ),
            Wrong(
                "mean distance",
                _Q4
                + 'bias_email = (asks["predicted_pct"] - asks["yes"]).abs().groupby(asks["channel"]).mean()["e-mail"]',
                3,
                "it is the mean distance",
            ),
            Wrong(
                "percent and shares mixed",
                _Q4 + 'bias_phone = means["predicted_pct"]["phone"] - means["yes"]["phone"] / 100',
                3,
                "percent and shares are mixed",
            ),
            Wrong(
                "yeses of all channels",
                _Q4 + 'bias_phone = means["predicted_pct"]["phone"] - asks["yes"].mean()',
                3,
                "its yeses are those of all channels",
            ),
            Wrong(
                "minus no",
                _Q4
                + 'bias_email = means["predicted_pct"]["e-mail"] - (100 - means["yes"]["e-mail"])',
                3,
                "it subtracts the percentage that said no",
            ),
            Wrong("shares", _Q4 + "bias_face = bias_face / 100", 3, "it is a share"),
            Wrong(
                "relative",
                _Q4 + 'bias_email = 100 * bias_email / means["yes"]["e-mail"]',
                3,
                "the difference itself is asked for",
            ),
            Wrong(
                "all channels",
                _Q4 + 'bias_email = asks["predicted_pct"].mean() - asks["yes"].mean()',
                3,
                "take one at a time",
            ),
            Wrong(
                "whole sample as denominator",
                _Q4 + 'bias_phone = bias_phone * (asks["channel"] == "phone").mean()',
                3,
                "its denominator is all asks",
            ),
            Wrong(
                "the guess alone",
                _Q4 + 'bias_face = means["predicted_pct"]["face to face"]',
                3,
                "it is the mean prediction",
            ),
            Wrong(
                "reported, so exact",
                _Q4 + 'reported = "both can be exact"',
                3,
                "how many yes out of 10",
            ),
        ],
    ),
    "followup-q5": Catalogue(
        right=[
            _Q5,
            """
yearly, minutes, inner, before = 0, 0, 0, 0
for row in contact_layers.to_dict("records"):
    contacts = (row["people_up_to"] - before) * row["contacts_each"]
    before = row["people_up_to"]
    yearly += contacts
    minutes += contacts * row["minutes_per_contact"]
    if row["layer"] in ("closest", "close"):
        inner += contacts
contacts_per_year = yearly
hours_per_week = round(minutes / 60 / 52, 2)
share_inner = inner / yearly
""",
            """
import numpy as np
added = np.diff(contact_layers["people_up_to"], prepend=0)
contacts = added * contact_layers["contacts_each"].to_numpy()
contacts_per_year = contacts.sum()
hours_per_week = contacts @ contact_layers["minutes_per_contact"].to_numpy() / 3120
share_inner = contacts[:2].sum() / contacts_per_year
""",
        ],
        wrong=[
            Wrong(
                "share without the innermost",
                _Q5 + "share_inner = contacts[1] / contacts[1:].sum()",
                2,
                "the innermost layer is missing",
            ),
            Wrong(
                "running totals",
                _Q5
                + """
stacked = contact_layers["people_up_to"] * contact_layers["contacts_each"]
contacts_per_year = stacked.sum()
hours_per_week = (stacked * contact_layers["minutes_per_contact"]).sum() / 60 / 52
share_inner = stacked[:2].sum() / stacked.sum()
""",
                0,
                "people_up_to is a running total",
            ),
            Wrong(
                "first layer lost",
                _Q5
                + 'contacts_per_year = (contact_layers["people_up_to"].diff() * contact_layers["contacts_each"]).sum()',
                2,
                "the innermost layer is missing",
            ),
            Wrong("a year", _Q5 + "hours_per_week = hours_per_week * 52", 2, "it is a year's"),
            Wrong("a month", _Q5 + "hours_per_week = hours_per_week * 52 / 12", 2, "a month's"),
            Wrong("minutes", _Q5 + "hours_per_week = hours_per_week * 60", 2, "divide by 60"),
            Wrong(
                "mean minutes",
                _Q5
                + 'hours_per_week = contacts_per_year * contact_layers["minutes_per_contact"].mean() / 60 / 52',
                2,
                "multiply layer by layer",
            ),
            Wrong(
                "share of people",
                _Q5
                + 'share_inner = contact_layers["people_up_to"][1] / contact_layers["people_up_to"][3]',
                2,
                "their share of the people",
            ),
            Wrong(
                "share of time",
                _Q5
                + """
time = contacts * contact_layers["minutes_per_contact"]
share_inner = time[:2].sum() / time.sum()
""",
                2,
                "their share of the time",
            ),
            Wrong(
                "innermost alone",
                _Q5 + "share_inner = contacts[0] / contacts.sum()",
                2,
                "the innermost layer alone",
            ),
        ],
    ),
    "followup-q6": Catalogue(
        right=[
            _Q6,
            # the three with what each of them wrote
            _Q6 + "revive = elsewhere.nlargest(3, 'from_them')['from_them'].to_dict()",
            """
rows = contacts.reset_index().to_dict("records")
def days(row):
    return (today - row["last"]).total_seconds() / 86400
dormant = [r for r in rows if r["from_her"] and r["from_them"] and days(r) >= 3 * 365.25]
near = {r["company"] for r in rows if days(r) <= 365}
new = [r for r in dormant if isinstance(r["company"], str) and r["company"] not in near]
n_dormant = len(dormant)
revive = {r["slug"] for r in sorted(new, key=lambda r: -r["from_them"])[:3]}
""",
        ],
        wrong=[
            Wrong(
                "one-way",
                _Q6 + "n_dormant = old.sum()",
                1,
                "both have to have written",
            ),
            Wrong(
                "whether they answered is forgotten",
                _Q6 + 'n_dormant = (old & (contacts["from_her"] > 0)).sum()',
                1,
                "one-way contacts are in it",
            ),
            Wrong(
                "counted after the choice",
                _Q6 + "n_dormant = len(elsewhere)",
                1,
                "count all who are dormant",
            ),
            Wrong("not old", _Q6 + "n_dormant = both.sum()", 1, "however lately"),
            Wrong(
                "by the day of connecting",
                _Q6
                + """
since = people["connected_on"].reindex(contacts.index)
n_dormant = (both & (since <= (today - pd.Timedelta(days=3 * 365.25)).tz_localize(None))).sum()
""",
                1,
                "it goes by the day of connecting",
            ),
            Wrong(
                "one year is enough",
                _Q6
                + 'n_dormant = (both & (contacts["last"] <= today - pd.Timedelta(days=365))).sum()',
                1,
                "it counts silence of one year",
            ),
            Wrong(
                "the closest",
                _Q6
                + """
total = dormant["from_her"] + dormant["from_them"]
revive = total.nlargest(3).index
""",
                1,
                "are the three who were closest",
            ),
            Wrong(
                "by all messages",
                _Q6
                + """
total = elsewhere["from_her"] + elsewhere["from_them"]
revive = total.nlargest(3).index
""",
                1,
                "are those with most messages in both directions together",
            ),
            Wrong(
                "by what Nadia wrote",
                _Q6 + 'revive = elsewhere.nlargest(3, "from_her").index',
                1,
                "are those to whom Nadia wrote most",
            ),
            Wrong(
                "the longest silent",
                _Q6 + 'revive = dormant.nsmallest(3, "last").index',
                1,
                "are the three longest silent",
            ),
            Wrong(
                "news from the same firms",
                _Q6 + 'revive = shown.nlargest(3, "from_them").index',
                1,
                "at companies she is in contact with",
            ),
            Wrong(
                "no company is no news",
                _Q6
                + 'revive = dormant[~dormant["company"].isin(active)].nlargest(3, "from_them").index',
                1,
                "somebody who shows no company",
            ),
            Wrong(
                "recent contacts",
                _Q6 + 'revive = contacts[both].nlargest(3, "from_them").index',
                1,
                "dormant or not",
            ),
        ],
    ),
    "followup-q7": Catalogue(
        right=[
            _Q7,
            """
rows = group_visits.to_dict("records")
def mean(values):
    values = list(values)
    return sum(values) / len(values)
kept = [r for r in rows if r["kept"] == "yes"]
low = sorted(rows, key=lambda r: r["first_rating"])[:24]
rise_noticed = mean(r["second_rating"] for r in kept) - mean(r["first_rating"] for r in rows)
change_kept = mean(r["second_rating"] - r["first_rating"] for r in kept)
change_lowest = round(mean(r["second_rating"] - r["first_rating"] for r in low), 3)
reading = "Choosing, and luck at the first look"
""",
        ],
        wrong=[
            Wrong(
                "second ratings alone",
                _Q7 + "rise_noticed = second[kept].mean()",
                3,
                "subtract the first ratings",
            ),
            Wrong(
                "kept against all, second look",
                _Q7 + "change_kept = second[kept].mean() - second.mean()",
                3,
                "follow the kept groups from the first",
            ),
            Wrong(
                "against those she left",
                _Q7 + "rise_noticed = second[kept].mean() - first[~kept].mean()",
                3,
                "it compares with the groups she left",
            ),
            Wrong(
                "the first look at what she kept",
                _Q7 + "rise_noticed = first[kept].mean() - first.mean()",
                3,
                "it is the first rating of what she kept",
            ),
            Wrong(
                "both at the second look",
                _Q7 + "rise_noticed = second[kept].mean() - second.mean()",
                3,
                "both means are of second ratings",
            ),
            Wrong("all groups", _Q7 + "change_kept = change.mean()", 3, "all groups are in it"),
            Wrong("those she left", _Q7 + "change_kept = change[~kept].mean()", 3, "that she left"),
            Wrong("sign", _Q7 + "change_kept = -change_kept", 3, "the sign is the other way round"),
            Wrong(
                "lowest at the second look",
                _Q7 + "change_lowest = change[second.nsmallest(24).index].mean()",
                3,
                "choose them by the first",
            ),
            Wrong(
                "two different lowest",
                _Q7 + "change_lowest = second.nsmallest(24).mean() - first.nsmallest(24).mean()",
                3,
                "follow the same ones",
            ),
            Wrong(
                "lowest of the kept",
                _Q7 + "change_lowest = change[first[kept].nsmallest(24).index].mean()",
                3,
                "the lowest of the groups she kept",
            ),
            Wrong(
                "the quarter of the lesson",
                _Q7 + "change_lowest = change[first <= first.quantile(0.25)].mean()",
                3,
                "it is the lowest quarter",
            ),
            Wrong(
                "first rows",
                _Q7 + "change_lowest = change[:24].mean()",
                3,
                "sort by the first rating",
            ),
            Wrong(
                "sum",
                _Q7 + "change_lowest = change[lowest].sum()",
                3,
                "it is the sum: the task asks for the mean",
            ),
            Wrong(
                "groups improve",
                _Q7 + 'reading = "the groups got better"',
                3,
                "compare the mean change over all groups",
            ),
            Wrong(
                "one gets used to them",
                _Q7 + 'reading = "she got used to groups"',
                3,
                "compare the mean change over all groups",
            ),
        ],
    ),
}
