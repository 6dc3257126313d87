"""Right and wrong answers to the questions of ``message``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_Q1 = """
yes = sends["accepted"] == "yes"
note, blank = sends["variant"] == "note", sends["variant"] == "blank"
diff_pp = 100 * (yes[note].mean() - yes[blank].mean())
note_low, note_high = wilson_interval(yes[note].sum(), note.sum())
reading = "unclear"
"""
_Q2 = """
yes = recipients["accepted"] == "yes"
def share(variant, recipient=None):
    rows = recipients["variant"] == variant
    if recipient:
        rows &= recipients["recipient"] == recipient
    return yes[rows].mean()

template, tailored = share("template"), share("tailored")
recruiters, others = share("blank", "recruiter"), share("blank", "other")
lift_if_recruiters = (template - recruiters) * 100
lift_if_others = (template - others) * 100
break_even = (template - others) / (recruiters - others)
beats_blank = "tailored"
"""
_Q3 = """
short, _, _, longest = lengths["vs_average_pct"]
rate_short_pct = average_pct * (100 + short) / 100
gain_pp = rate_short_pct - average_pct * (100 + longest) / 100
times_short_to_long = (100 + short) / (100 + longest)
"""
_Q4 = """
import numpy as np
import pandas as pd

def label(note):
    if pd.isna(note):
        return "blank"
    return "1-100" if len(note) <= 100 else "101-200" if len(note) <= 200 else "201-300"

notes["length"] = notes["note"].map(label, na_action=None)
notes["yes"] = np.where(notes["accepted"] == "yes", 1, 0)
rate_by_length = notes.groupby("length").agg(sent=("yes", "size"), share=("yes", "mean"))
written = notes["length"] != "blank"
share_with_note = notes.loc[written, "yes"].mean()
"""
_Q5 = """
total = funnel.groupby("variant")[["sent", "accepted", "replied"]].sum()
yields = total["replied"] / total["sent"] * 1000
per_1000_question, per_1000_pitch = yields["question"], yields["pitch"]
top_reply_share = (total["replied"] / total["accepted"]).max()
best_per_sent = "question"
"""
_Q6 = """
small = first_messages["text"].str.lower()
flagged = small.str.contains(phrases[0]) | small.str.contains(phrases[1])
template = first_messages["template"] == "yes"
precision = (flagged & template).sum() / flagged.sum()
recall = (flagged & template).sum() / template.sum()
alarms = (flagged & ~template).sum() / (~template).sum()
precision_rare = 0.05 * recall / (0.05 * recall + 0.95 * alarms)
"""
_Q7 = """
figure = dict(zip(clipping["figure"], clipping["printed"]))
share_sum = figure["share with a note"] + figure["share without a note"]
blanks = figure["invitations"] - figure["with a note"]
share_without = 100 * blanks / figure["invitations"]
people_gained = figure["with a note"] * figure["gap"] / 100
"""

ANSWERS = {
    "message-q1": Catalogue(
        right=[
            _Q1,
            # plain Python, and the formula itself
            """
rows = sends.to_dict("records")
def accepted(variant):
    return sum(r["accepted"] == "yes" for r in rows if r["variant"] == variant)
diff_pp = 2 * (accepted("note") - accepted("blank"))
p, n, z = accepted("note") / 50, 50, 1.96
middle, half = p + z * z / (2 * n), z * (p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5
note_low, note_high = (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)
reading = "Unclear"
""",
            """
import pandas as pd
counts = pd.crosstab(sends["variant"], sends["accepted"])
diff_pp = counts["yes"].diff().iloc[-1] / 50 * 100
low_and_high = wilson_interval(int(counts.loc["note", "yes"]), 50, level=0.95)
note_low = round(low_and_high[0], 4)
note_high = round(low_and_high[1], 4)
reading = "unclear"
""",
        ],
        wrong=[
            Wrong(
                "percent as a count",
                _Q1 + "note_low, note_high = wilson_interval(100 * yes[note].mean(), 100)",
                2,
                "taken for a count among 100",
            ),
            Wrong("a difference of shares", _Q1 + "diff_pp /= 100", 3, "multiply by 100"),
            Wrong(
                "percent for points",
                _Q1 + "diff_pp = 100 * (yes[note].mean() / yes[blank].mean() - 1)",
                3,
                "a percentage of the smaller share",
            ),
            Wrong(
                "people for points",
                _Q1 + "diff_pp = yes[note].sum() - yes[blank].sum()",
                3,
                "it is the difference of two counts",
            ),
            Wrong(
                "the share in place of a count",
                _Q1 + "note_low, note_high = wilson_interval(yes[note].mean(), note.sum())",
                2,
                "wilson_interval was given the share",
            ),
            Wrong(
                "who did not accept",
                _Q1 + "diff_pp = 100 * ((~yes)[note].mean() - (~yes)[blank].mean())",
                3,
                "the sign is the other way round",
            ),
            Wrong(
                "Wald's interval",
                _Q1
                + """
p = yes[note].mean()
error = (p * (1 - p) / 50) ** 0.5
note_low, note_high = p - 1.96 * error, p + 1.96 * error
""",
                2,
                "share ± 1.96 standard errors",
            ),
            Wrong(
                "of a hundred",
                _Q1 + "note_low, note_high = wilson_interval(yes[note].sum(), 100)",
                2,
                "fifty carried a note",
            ),
            Wrong(
                "the blanks' interval",
                _Q1 + "note_low, note_high = wilson_interval(yes[blank].sum(), 50)",
                2,
                "interval of the blank invitations",
            ),
            Wrong(
                "both kinds together",
                _Q1 + "note_low, note_high = wilson_interval(yes.sum(), 100)",
                2,
                "it takes both kinds together",
            ),
            Wrong(
                "90 percent",
                _Q1 + "note_low = wilson_interval(yes[note].sum(), 50, level=0.9)[0]",
                3,
                "90 percent interval",
            ),
            Wrong(
                "ends exchanged",
                _Q1 + "note_low, note_high = note_high, note_low",
                2,
                "the two names are swapped",
            ),
            Wrong("percent", _Q1 + "note_low = 100 * note_low", 3, "Is it a percentage"),
            Wrong("too small to tell", _Q1 + 'reading = "luck"', 3, "Do they overlap at all?"),
            Wrong("the note did it", _Q1 + 'reading = "note"', 3, "who got a note was no accident"),
        ],
    ),
    "message-q2": Catalogue(
        right=[
            _Q2,
            # in counts of 120 each
            """
hits = recipients[recipients["accepted"] == "yes"].fillna({"recipient": "unknown"})
counts = hits.groupby(["variant", "recipient"]).size()
a, b = counts["blank", "recruiter"], counts["blank", "other"]
t = counts["template", "unknown"]
lift_if_recruiters = float(t - a) / 1.2
lift_if_others = float(t - b) / 1.2
break_even = round((t - b) / (a - b), 3)
beats_blank = "Tailored"
""",
        ],
        wrong=[
            Wrong(
                "both notes together",
                _Q2
                + """
both = yes[recipients["variant"] != "blank"].mean()
lift_if_recruiters, lift_if_others = 100 * (both - recruiters), 100 * (both - others)
""",
                2,
                "template and tailored notes together",
            ),
            Wrong(
                "all blanks together",
                _Q2 + 'lift_if_recruiters = lift_if_others = 100 * (template - share("blank"))',
                2,
                "it compares with all blanks together",
            ),
            Wrong(
                "the two kinds exchanged",
                _Q2 + "lift_if_recruiters, lift_if_others = lift_if_others, lift_if_recruiters",
                2,
                "the two names are swapped",
            ),
            Wrong(
                "the tailored note",
                _Q2 + "lift_if_others = 100 * (tailored - others)",
                3,
                "it is of the tailored note",
            ),
            Wrong(
                "a difference of shares",
                _Q2 + "lift_if_others /= 100",
                3,
                "multiply by 100",
            ),
            Wrong(
                "percent for points",
                _Q2 + "lift_if_others = 100 * (template / others - 1)",
                3,
                "a percentage of the blanks' share",
            ),
            Wrong(
                "the sign",
                _Q2 + "lift_if_recruiters = -lift_if_recruiters",
                3,
                "the sign is the other way round",
            ),
            Wrong(
                "share of others",
                _Q2 + "break_even = 1 - break_even",
                3,
                "it is the share of others",
            ),
            Wrong(
                "the template's share",
                _Q2 + "break_even = template",
                3,
                "it is the template's share accepted",
            ),
            Wrong(
                "the table's mix", _Q2 + "break_even = 0.5", 3, "the mix of the blanks in the table"
            ),
            Wrong(
                "not divided by the distance",
                _Q2 + "break_even = template - others",
                3,
                "it is the lift over others",
            ),
            Wrong("percent", _Q2 + "break_even *= 100", 3, "Is it a percentage"),
            Wrong(
                "any note beats none",
                _Q2 + 'beats_blank = "both"',
                3,
                "what if all who got the template were recruiters?",
            ),
            Wrong(
                "nothing can be known",
                _Q2 + 'beats_blank = "neither"',
                3,
                "the two extremes for the tailored note",
            ),
        ],
    ),
    "message-q3": Catalogue(
        right=[
            _Q3,
            """
figure = dict(zip(lengths["length"], lengths["vs_average_pct"] / 100))
rate_short_pct = round(20 + 20 * figure["up to 400"], 2)
gain_pp = round(20 * (figure["up to 400"] - figure["over 1200"]), 2)
times_short_to_long = round((1 + figure["up to 400"]) / (1 + figure["over 1200"]), 2)
""",
        ],
        wrong=[
            Wrong(
                "percent added as points",
                _Q3 + "rate_short_pct = average_pct + short",
                2,
                "as if they were percentage points",
            ),
            Wrong(
                "the printed figure",
                _Q3 + "rate_short_pct = short",
                2,
                "what is it a percentage of?",
            ),
            Wrong(
                "a share",
                _Q3 + "rate_short_pct /= 100",
                2,
                "it looks like a share",
            ),
            Wrong(
                "what comes on top",
                _Q3 + "rate_short_pct -= average_pct",
                2,
                "by how much the rate lies above the average",
            ),
            Wrong(
                "printed figures subtracted",
                _Q3 + "gain_pp = short - longest",
                2,
                "it subtracts the printed figures",
            ),
            Wrong(
                "percent for points",
                _Q3 + "gain_pp = 100 * (times_short_to_long - 1)",
                2,
                "a percentage of the longest messages' rate",
            ),
            Wrong(
                "against the average",
                _Q3 + "gain_pp = rate_short_pct - average_pct",
                2,
                "the task compares with the longest",
            ),
            Wrong(
                "the row before the last",
                _Q3 + 'gain_pp = 0.2 * (short - lengths["vs_average_pct"].iloc[2])',
                2,
                "it compares with the messages of 801 to 1200",
            ),
            Wrong("a difference of shares", _Q3 + "gain_pp /= 100", 2, "multiply by 100"),
            Wrong(
                "distances added",
                _Q3 + "times_short_to_long = 1 + (short - longest) / 100",
                2,
                "it adds the two distances from the average",
            ),
            Wrong(
                "distances divided",
                _Q3 + "times_short_to_long = abs(short / longest)",
                2,
                "it divides the two distances",
            ),
            Wrong(
                "distances divided, with their signs",
                _Q3 + "times_short_to_long = short / longest",
                2,
                "it divides the two distances",
            ),
            Wrong(
                "a ratio of rates to which points were added",
                _Q3 + "times_short_to_long = (average_pct + short) / (average_pct + longest)",
                2,
                "were added to 20 as if they were percentage points",
            ),
            Wrong(
                "percent more for times",
                _Q3 + "times_short_to_long = 100 * (times_short_to_long - 1)",
                2,
                "it says by how many percent more",
            ),
            Wrong(
                "how many times more",
                _Q3 + "times_short_to_long -= 1",
                2,
                "it says how many times more",
            ),
            Wrong(
                "upside down",
                _Q3 + "times_short_to_long = 1 / times_short_to_long",
                2,
                "it is upside down",
            ),
        ],
    ),
    "message-q4": Catalogue(
        right=[
            _Q4,
            """
import pandas as pd
yes = notes["accepted"].eq("yes")
size = notes["note"].fillna("").str.len()
bins = pd.cut(size, [0, 1, 101, 201, 301], right=False, labels=["blank", "1-100", "101-200", "201-300"])
rate_by_length = pd.concat({"sent": bins.value_counts(), "share": yes.groupby(bins, observed=False).mean()}, axis=1)
rate_by_length = rate_by_length.rename_axis("length").reset_index()
share_with_note = yes[size > 0].sum() / (size > 0).sum()
""",
            # plain Python, and a table with more in it than was asked for
            """
import pandas as pd
rows = [
    (0 if not isinstance(note, str) else len(note), answer == "yes")
    for note, answer in zip(notes["note"], notes["accepted"])
]
found = []
for name, low, high in (("201-300", 201, 300), ("blank", 0, 0), ("1-100", 1, 100), ("101-200", 101, 200)):
    answers = [yes for size, yes in rows if low <= size <= high]
    found.append({"length": name, "sent": len(answers), "yes": sum(answers), "share": round(sum(answers) / len(answers), 3)})
rate_by_length = pd.DataFrame(found)
share_with_note = rate_by_length["yes"][rate_by_length["length"] != "blank"].sum() / sum(size > 0 for size, _ in rows)
""",
        ],
        wrong=[
            Wrong(
                "blanks among the longest",
                _Q4
                + """
size = notes["note"].str.len()
bins = np.where(size <= 100, "1-100", np.where(size <= 200, "101-200", "201-300"))
rate_by_length = notes.groupby(bins).agg(sent=("yes", "size"), share=("yes", "mean"))
rate_by_length = rate_by_length.rename_axis("length")
""",
                2,
                "counts the blank invitations among the longest",
            ),
            Wrong(
                "blanks lost",
                _Q4 + 'rate_by_length = rate_by_length.drop(index="blank")',
                2,
                "lacks the blank invitations",
            ),
            Wrong(
                "blanks counted as none",
                _Q4
                + """
bins = pd.cut(notes["note"].str.len(), [-1, 0, 100, 200, 300], labels=["blank", "1-100", "101-200", "201-300"])
rate_by_length = notes["yes"].groupby(bins.rename("length"), observed=False).agg(sent="size", share="mean")
""",
                2,
                "lacks the blank invitations",
            ),
            Wrong(
                "a missing note is the text nan",
                _Q4
                + """
bins = pd.cut(notes["note"].fillna("nan").str.len(), [-1, 0, 100, 200, 300], labels=["blank", "1-100", "101-200", "201-300"])
rate_by_length = notes["yes"].groupby(bins.rename("length"), observed=True).agg(sent="size", share="mean")
""",
                2,
                "a missing note turned into the text 'nan'",
            ),
            Wrong(
                "upper ends one bin too high",
                _Q4
                + """
bins = pd.cut(notes["note"].str.len().fillna(0), [0, 1, 100, 200, 301], right=False, labels=["blank", "1-100", "101-200", "201-300"])
rate_by_length = notes["yes"].groupby(bins.rename("length"), observed=True).agg(sent="size", share="mean")
""",
                2,
                "each bin includes its upper end",
            ),
            Wrong(
                "percentages",
                _Q4 + 'rate_by_length["share"] *= 100',
                2,
                "has percentages",
            ),
            Wrong(
                "parts of all that were accepted",
                _Q4 + 'rate_by_length["share"] *= rate_by_length["sent"] / notes["yes"].sum()',
                2,
                "what part of all accepted invitations",
            ),
            Wrong(
                "counts for shares",
                _Q4 + 'rate_by_length["share"] *= rate_by_length["sent"]',
                2,
                "has counts in the column `share`",
            ),
            Wrong(
                "accepted for sent",
                _Q4 + 'rate_by_length["sent"] = notes.groupby("length")["yes"].sum()',
                2,
                "counts those who accepted in the column `sent`",
            ),
            Wrong(
                "other labels",
                _Q4 + 'rate_by_length = rate_by_length.rename(index={"blank": "0"})',
                2,
                "lacks the row for 'blank'",
            ),
            Wrong(
                "a column missing",
                _Q4 + 'rate_by_length = rate_by_length[["share"]]',
                2,
                "lacks the column `sent`",
            ),
            Wrong(
                "mean of three shares",
                _Q4 + 'share_with_note = rate_by_length.drop(index="blank")["share"].mean()',
                2,
                "it is the mean of three shares",
            ),
            Wrong(
                "blanks included",
                _Q4 + 'share_with_note = notes["yes"].mean()',
                2,
                "it includes the blank invitations",
            ),
            Wrong(
                "part of all",
                _Q4 + 'share_with_note = (notes["yes"] * written).mean()',
                2,
                "its denominator is all invitations",
            ),
            Wrong(
                "given accepted",
                _Q4 + 'share_with_note = written[notes["yes"] == 1].mean()',
                2,
                "its denominator is all that were accepted",
            ),
        ],
    ),
    "message-q5": Catalogue(
        right=[
            _Q5,
            # loops over the rows
            """
sums = {}
for row in funnel.itertuples():
    sent, accepted, replied = sums.get(row.variant, (0, 0, 0))
    sums[row.variant] = sent + row.sent, accepted + row.accepted, replied + row.replied
per_1000_question = round(1000 * sums["question"][2] / sums["question"][0], 2)
per_1000_pitch = round(1000 * sums["pitch"][2] / sums["pitch"][0], 2)
top_reply_share = round(max(replied / accepted for _, accepted, replied in sums.values()), 3)
best_per_sent = max(sums, key=lambda kind: sums[kind][2] / sums[kind][0])
""",
        ],
        wrong=[
            Wrong(
                "mean of monthly rates",
                _Q5
                + """
monthly = (1000 * funnel["replied"] / funnel["sent"]).groupby(funnel["variant"]).mean()
per_1000_question, per_1000_pitch = monthly["question"], monthly["pitch"]
""",
                2,
                "as if every month had sent equally many",
            ),
            Wrong(
                "per accepted",
                _Q5
                + 'per_1000_pitch = 1000 * total.loc["pitch", "replied"] / total.loc["pitch", "accepted"]',
                3,
                "it is per 1,000 accepted",
            ),
            Wrong(
                "acceptances for replies",
                _Q5
                + 'per_1000_question = 1000 * total.loc["question", "accepted"] / total.loc["question", "sent"]',
                3,
                "count replies",
            ),
            Wrong(
                "of the invitations of all kinds",
                _Q5 + 'per_1000_pitch = 1000 * total.loc["pitch", "replied"] / total["sent"].sum()',
                3,
                "its denominator is the invitations of all kinds",
            ),
            Wrong("a share", _Q5 + "per_1000_question /= 1000", 3, "multiply by 1,000"),
            Wrong("percent", _Q5 + "per_1000_pitch /= 10", 3, "it is a percentage"),
            Wrong(
                "rates added",
                _Q5
                + """
pitch = total.loc["pitch"]
per_1000_pitch = 1000 * (pitch["accepted"] / pitch["sent"] + pitch["replied"] / pitch["accepted"])
""",
                3,
                "it adds two rates",
            ),
            Wrong(
                "all kinds together",
                _Q5 + 'per_1000_question = 1000 * total["replied"].sum() / total["sent"].sum()',
                3,
                "it takes all kinds together",
            ),
            Wrong(
                "most replies in number",
                _Q5 + 'best_per_sent = total["replied"].idxmax()',
                3,
                "because most were sent",
            ),
            Wrong(
                "who survives the first stage",
                _Q5 + 'best_per_sent = "pitch"',
                3,
                "it leads among those who accepted",
            ),
            Wrong(
                "best at every stage",
                _Q5 + 'top_reply_share = (total["replied"] / total["accepted"])[best_per_sent]',
                3,
                "compare all three",
            ),
            Wrong(
                "acceptance is the goal",
                _Q5 + 'top_reply_share = (total["accepted"] / total["sent"]).max()',
                3,
                "it is the share that was accepted",
            ),
            Wrong(
                "of those sent",
                _Q5 + 'top_reply_share = (total["replied"] / total["sent"]).max()',
                3,
                "it is a share of those sent",
            ),
            Wrong(
                "all kinds in one share",
                _Q5 + 'top_reply_share = total["replied"].sum() / total["accepted"].sum()',
                3,
                "it takes all kinds together",
            ),
            Wrong(
                "a kind for a share",
                _Q5 + 'top_reply_share = (total["replied"] / total["accepted"]).idxmax()',
                3,
                "a number is asked for",
            ),
        ],
    ),
    "message-q6": Catalogue(
        right=[
            _Q6,
            # plain Python over the rows, with 2,000 imagined messages
            """
def flag(text):
    return any(phrase in text.casefold() for phrase in phrases)

pairs = [(flag(row.text), row.template == "yes") for row in first_messages.itertuples()]
both = sum(f and t for f, t in pairs)
precision = both / sum(f for f, _ in pairs)
recall = both / sum(t for _, t in pairs)
wrongly = sum(f and not t for f, t in pairs) / sum(not t for _, t in pairs)
precision_rare = 100 * recall / (100 * recall + 1900 * wrongly)
""",
        ],
        wrong=[
            Wrong(
                "whole texts compared",
                _Q6 + 'recall = first_messages["text"].isin(phrases)[template].mean()',
                2,
                "no template is flagged",
            ),
            Wrong(
                "capital letters missed",
                _Q6
                + """
flagged = first_messages["text"].str.contains("|".join(phrases))
precision, recall = template[flagged].mean(), flagged[template].mean()
""",
                1,
                "capital letters hide some phrases",
            ),
            Wrong(
                "one phrase only",
                _Q6 + "flagged = small.str.contains(phrases[1])\nrecall = flagged[template].mean()",
                2,
                "it looks for one of the two phrases only",
            ),
            Wrong(
                "precision and recall exchanged",
                _Q6 + "precision, recall = recall, precision",
                1,
                "the two names are swapped",
            ),
            Wrong(
                "accuracy",
                _Q6 + "precision = (flagged == template).mean()",
                2,
                "the accuracy",
            ),
            Wrong(
                "of all messages",
                _Q6 + "recall = (flagged & template).mean()",
                2,
                "its denominator is all messages",
            ),
            Wrong(
                "false alarms",
                _Q6 + "precision = 1 - precision",
                2,
                "the share of the flagged that are no templates",
            ),
            Wrong("specificity", _Q6 + "precision = 1 - alarms", 2, "the specificity"),
            Wrong("the misses", _Q6 + "recall = 1 - recall", 2, "the rule misses"),
            Wrong(
                "base rate forgotten",
                _Q6 + "precision_rare = precision",
                2,
                "it is the precision here",
            ),
            Wrong(
                "false alarms of the flagged",
                _Q6 + "precision_rare = recall / (recall + 19 * (1 - precision))",
                2,
                "its false alarms are a share of the flagged messages",
            ),
            Wrong(
                "as many templates as others",
                _Q6 + "precision_rare = recall / (recall + alarms)",
                2,
                "there are 19 others to each template",
            ),
            Wrong(
                "odds for a share",
                _Q6 + "precision_rare = recall / (19 * alarms)",
                2,
                "for each false alarm",
            ),
            Wrong(
                "precision scaled down",
                _Q6 + "precision_rare = precision * 0.05 / template.mean()",
                2,
                "made smaller as templates are rarer",
            ),
            Wrong(
                "accuracy there",
                _Q6 + "precision_rare = 0.05 * recall + 0.95 * (1 - alarms)",
                2,
                "it is the accuracy there",
            ),
            Wrong(
                "not divided by all that is flagged",
                _Q6 + "precision_rare = 0.05 * recall",
                2,
                "divide by all that is flagged",
            ),
            Wrong("percent", _Q6 + "precision *= 100", 2, "Is it a percentage"),
        ],
    ),
    "message-q7": Catalogue(
        right=[
            _Q7,
            # the clipping's own digits, rounded as it rounds
            """
printed = clipping.set_index("figure").printed
share_sum = round(printed.filter(like="share").sum(), 1)
share_without = 100 - printed["share with a note"]
people_gained = round(printed["with a note"] / 100 * printed["gap"])
""",
            # people are whole: both groups counted first
            """
_, _, _, _, with_pct, without_pct, _, _ = clipping["printed"]
notes = clipping["printed"][1]
share_sum = clipping["printed"][2] + clipping["printed"][3]
share_without = 100 * (clipping["printed"][0] - notes) / clipping["printed"][0]
people_gained = round(notes * with_pct / 100) - round(notes * without_pct / 100)
""",
            # people are whole: rounded down
            _Q7 + "people_gained = int(people_gained)",
        ],
        wrong=[
            Wrong("what they should be", _Q7 + "share_sum = 100", 2, "what they should add up to"),
            Wrong(
                "shares accepted",
                _Q7
                + 'share_sum = figure["accepted with a note"] + figure["accepted without a note"]',
                2,
                "it adds the shares that were accepted",
            ),
            Wrong("a share for percent", _Q7 + "share_sum /= 100", 2, "it looks like a share"),
            Wrong(
                "believed as printed",
                _Q7
                + 'share_without, people_gained = figure["share without a note"], figure["people gained"]',
                1,
                "that is what was printed",
            ),
            Wrong(
                "the printed gain",
                _Q7 + 'people_gained = figure["people gained"]',
                2,
                "it takes the gap of all invitations",
            ),
            Wrong(
                "a count",
                _Q7 + "share_without = blanks",
                2,
                "it is how many had no note",
            ),
            Wrong(
                "the printed share from 100",
                _Q7 + 'share_without = 100 - figure["share without a note"]',
                2,
                "it takes the printed share without a note from 100",
            ),
            Wrong(
                "the other share",
                _Q7 + "share_without = 100 - share_without",
                2,
                "it is the share with a note",
            ),
            Wrong(
                "of all invitations",
                _Q7 + 'people_gained = figure["invitations"] * figure["gap"] / 100',
                2,
                "it takes the gap of all invitations",
            ),
            Wrong(
                "of those without a note",
                _Q7 + 'people_gained = blanks * figure["gap"] / 100',
                2,
                "it takes the gap of the invitations without a note",
            ),
            Wrong(
                "points taken as times",
                _Q7 + "people_gained *= 100",
                2,
                "the gap is in percentage points",
            ),
            Wrong(
                "points taken as percent of the blanks' share",
                _Q7 + 'people_gained *= 100 / figure["accepted without a note"]',
                2,
                "it takes the gap as a percentage",
            ),
            Wrong(
                "all who accepted",
                _Q7
                + 'people_gained = figure["with a note"] * figure["accepted with a note"] / 100',
                2,
                "some would have accepted a blank",
            ),
        ],
    ),
}
