"""Right and wrong answers to the questions of ``photo``, with what each must get."""

from weakties.authoring.answers import Catalogue, Wrong

_PHOTO_MEANS = """
competence = ratings[ratings["trait"] == "competence"]
per_photo = competence.groupby("photo_id")["score"].mean()
"""
_Q1 = _PHOTO_MEANS + 'attire = photos.set_index("photo_id")["attire"]\n'
_Q2 = (
    _PHOTO_MEANS
    + """
by_person = per_photo.groupby(photos.set_index("photo_id")["person_id"])
var_within = by_person.var().mean()
var_between = by_person.mean().var()
more_spread = "photos of one person"
"""
)
_Q3 = """
means = flash.groupby(["exposure", "face_id"])["score"].mean()
r_100_unlimited = means["100 ms"].corr(means["no limit"])
r_measures = "agreement"
"""
_Q4 = """
means = views.groupby("has_photo")["views"].mean()
crude_ratio = means["yes"] / means["no"]
levels = views.groupby(["activity", "has_photo"])["views"].mean().unstack()
ratios = levels["yes"] / levels["no"]
members = views["activity"].value_counts()
adjusted_ratio = (ratios * members).sum() / members.sum()
reading = "activity"
"""
_Q5 = """
p = attributes["p_value"]
n_sig_raw = (p < 0.05).sum()
n_sig_bonferroni = (p < 0.05 / p.count()).sum()
"""
_Q6 = """
means = pilot.groupby("recruiter_id")["photo_time_pct"].mean()
error = means.std() / len(means) ** 0.5
ci_low, ci_high = means.mean() - t * error, means.mean() + t * error
error_of_rows = pilot["photo_time_pct"].std() / len(pilot) ** 0.5
times_wider = error / error_of_rows
"""

ANSWERS = {
    "photo-q1": Catalogue(
        right=[
            _Q1
            + """
formal_effect = per_photo[attire == "formal"].mean() - per_photo[attire == "casual"].mean()
""",
            # plain Python, no pandas beyond reading the rows
            """
scores = {}
for photo, trait, score in zip(ratings["photo_id"], ratings["trait"], ratings["score"]):
    if trait == "competence":
        scores.setdefault(photo, []).append(score)
means = {photo: sum(values) / len(values) for photo, values in scores.items()}
groups = {"formal": [], "casual": []}
for photo, attire in zip(photos["photo_id"], photos["attire"]):
    groups[attire].append(means[photo])
formal_effect = sum(groups["formal"]) / len(groups["formal"]) - sum(groups["casual"]) / len(groups["casual"])
""",
            # a numpy scalar, rounded to two decimals
            _Q1
            + """
import numpy as np
both = per_photo.groupby(attire).mean()
formal_effect = np.round(np.float64(both.loc["formal"] - both.loc["casual"]), 2)
""",
        ],
        wrong=[
            Wrong(
                "formal photos alone",
                _Q1 + 'formal_effect = per_photo[attire == "formal"].mean()',
                0,
                "the mean of the formal photos alone",
            ),
            Wrong(
                "every rating counts once",
                """
rated = ratings[ratings["trait"] == "competence"].merge(photos, on="photo_id")
both = rated.groupby("attire")["score"].mean()
formal_effect = both["formal"] - both["casual"]
""",
                0,
                "it lets every rating count once",
            ),
            Wrong(
                "every person counts once",
                """
rated = ratings[ratings["trait"] == "competence"].merge(photos, on="photo_id")
per_photo = rated.groupby(["attire", "person_id", "photo_id"])["score"].mean()
both = per_photo.groupby(["attire", "person_id"]).mean().groupby("attire").mean()
formal_effect = both["formal"] - both["casual"]
""",
                0,
                "it is a mean of people's means",
            ),
            Wrong(
                "medians",
                _Q1
                + """
both = per_photo.groupby(attire).median()
formal_effect = both["formal"] - both["casual"]
""",
                0,
                "it compares medians",
            ),
            Wrong(
                "sign turned round",
                _Q1
                + """
both = per_photo.groupby(attire).mean()
formal_effect = both["casual"] - both["formal"]
""",
                0,
                "the sign is the other way round",
            ),
            Wrong(
                "traits mixed",
                """
per_photo = ratings.groupby("photo_id")["score"].mean()
both = per_photo.groupby(photos.set_index("photo_id")["attire"]).mean()
formal_effect = both["formal"] - both["casual"]
""",
                0,
                "likability is mixed in",
            ),
            Wrong(
                "percent",
                _Q1
                + """
both = per_photo.groupby(attire).mean()
formal_effect = 100 * (both["formal"] - both["casual"])
""",
                0,
                "the right answer lies between -10 and 10",
            ),
        ],
    ),
    "photo-q2": Catalogue(
        right=[
            _Q2,
            """
import statistics
rated = ratings[ratings["trait"] == "competence"].merge(photos[["photo_id", "person_id"]])
people = {}
for (person, photo), scores in rated.groupby(["person_id", "photo_id"])["score"]:
    people.setdefault(person, []).append(statistics.mean(float(s) for s in scores))
var_within = statistics.mean(statistics.variance(values) for values in people.values())
var_between = statistics.variance(statistics.mean(values) for values in people.values())
more_spread = "Photos of one person "
""",
        ],
        wrong=[
            Wrong(
                "pooled variance",
                _Q2 + "var_within = per_photo.var()",
                2,
                "within and between in one pot",
            ),
            Wrong(
                "divides by n",
                _Q2
                + "var_within, var_between = by_person.var(ddof=0).mean(), by_person.mean().var(ddof=0)",
                0,
                "the sample variance divides by n − 1",
            ),
            Wrong(
                "standard deviations",
                _Q2 + "var_within, var_between = var_within ** 0.5, var_between ** 0.5",
                0,
                "it is a standard deviation",
            ),
            Wrong(
                "names swapped",
                _Q2 + "var_within, var_between = var_between, var_within",
                0,
                "the two names are swapped",
            ),
            Wrong(
                "single ratings",
                _Q2
                + 'var_within = competence.merge(photos).groupby("person_id")["score"].var().mean()',
                2,
                "it uses single ratings",
            ),
            Wrong(
                "the photo hardly matters",
                _Q2 + 'more_spread = "different people"',
                2,
                "once both variances are right",
            ),
            Wrong(
                "an option that was not offered",
                _Q2 + 'more_spread = "both"',
                2,
                "is none of the options",
            ),
        ],
    ),
    "photo-q3": Catalogue(
        right=[
            _Q3,
            """
import numpy as np
table = flash[flash["exposure"] != "33 ms"].pivot_table("score", "face_id", "exposure")
r_100_unlimited = np.corrcoef(table["100 ms"], table["no limit"])[0, 1]
r_measures = "AGREEMENT"
""",
        ],
        wrong=[
            Wrong(
                "rows in table order",
                _Q3
                + """
a = flash[flash["exposure"] == "100 ms"]["score"].reset_index(drop=True)
b = flash[flash["exposure"] == "no limit"]["score"].reset_index(drop=True)
r_100_unlimited = a.corr(b)
""",
                0,
                "the rows were paired in the order they stand",
            ),
            Wrong(
                "single ratings",
                _Q3
                + """
pairs = flash[flash["exposure"] == "100 ms"].merge(flash[flash["exposure"] == "no limit"], on="face_id")
r_100_unlimited = pairs["score_x"].corr(pairs["score_y"])
""",
                0,
                "it correlates single ratings",
            ),
            Wrong(
                "the wrong exposure",
                _Q3 + 'r_100_unlimited = means["33 ms"].corr(means["no limit"])',
                0,
                "it is the correlation for 33 ms",
            ),
            Wrong(
                "r squared", _Q3 + "r_100_unlimited = r_100_unlimited ** 2", 0, "it is r squared"
            ),
            Wrong(
                "agreement taken for accuracy",
                _Q3 + 'r_measures = "accuracy"',
                1,
                "share a prejudice agree perfectly",
            ),
        ],
    ),
    "photo-q4": Catalogue(
        right=[
            _Q4,
            """
with_photo, without = views[views.has_photo == "yes"], views[views.has_photo == "no"]
crude_ratio = with_photo.views.mean() / without.views.mean()
adjusted_ratio = 0
for level, members in views.groupby("activity"):
    seen = members.groupby("has_photo").views.mean()
    adjusted_ratio += seen["yes"] / seen["no"] * len(members) / len(views)
reading = "Activity"
""",
        ],
        wrong=[
            Wrong(
                "rounded too early",
                _Q4 + "crude_ratio = round(crude_ratio)",
                2,
                "rounded too early",
            ),
            Wrong(
                "levels count the same",
                _Q4 + "adjusted_ratio = ratios.mean()",
                2,
                "Weight each ratio by its number of members",
            ),
            Wrong(
                "only the crude ratio",
                _Q4 + "adjusted_ratio = crude_ratio",
                2,
                "it is still the crude ratio",
            ),
            Wrong(
                "weights in another order",
                _Q4 + "adjusted_ratio = (ratios.values * members.values).sum() / len(views)",
                2,
                "Let pandas match them by name",
            ),
            Wrong("upside down", _Q4 + "crude_ratio = 1 / crude_ratio", 2, "it is upside down"),
            Wrong(
                "medians",
                _Q4
                + """
middle = views.groupby("has_photo")["views"].median()
crude_ratio = middle["yes"] / middle["no"]
""",
                2,
                "it compares medians",
            ),
            Wrong(
                "divides last",
                _Q4
                + 'adjusted_ratio = (levels["yes"] * members).sum() / (levels["no"] * members).sum()',
                2,
                "it averages the views first",
            ),
            Wrong(
                "the multiple is the effect",
                _Q4 + 'reading = "cause"',
                2,
                "compare members who are equally active",
            ),
            Wrong("nothing is left", _Q4 + 'reading = "nothing"', 2, "is it 1?"),
        ],
    ),
    "photo-q5": Catalogue(
        right=[
            _Q5,
            """
import math
tested = [p for p in attributes["p_value"] if not math.isnan(p)]
n_sig_raw = sum(p < 0.05 for p in tested)
n_sig_bonferroni = float(len([p for p in tested if p * len(tested) < 0.05]))
""",
        ],
        wrong=[
            Wrong(
                "expected by luck",
                _Q5 + "n_sig_raw = int(0.05 * p.count())",
                1,
                "how many to expect by luck",
            ),
            Wrong(
                "at most instead of below",
                _Q5 + "n_sig_raw = (p <= 0.05).sum()",
                1,
                "below means below",
            ),
            Wrong(
                "all rows taken as tests",
                _Q5 + "n_sig_bonferroni = (p < 0.05 / len(p)).sum()",
                1,
                "Two attributes were never tested",
            ),
            Wrong(
                "divided by the significant ones",
                _Q5 + "n_sig_bonferroni = (p < 0.05 / n_sig_raw).sum()",
                1,
                "Divide by the number of tests made",
            ),
            Wrong(
                "nothing corrected",
                _Q5 + "n_sig_bonferroni = n_sig_raw",
                1,
                "nothing was corrected",
            ),
            Wrong(
                "only positive effects",
                """
p = attributes[attributes["effect"] > 0]["p_value"]
n_sig_raw = (p < 0.05).sum()
n_sig_bonferroni = (p < 0.05 / attributes["p_value"].count()).sum()
""",
                0,
                "only attributes with a positive effect were counted",
            ),
            Wrong(
                "a share, not a count", _Q5 + "n_sig_raw = (p < 0.05).mean()", 1, "a whole number"
            ),
            Wrong("a yes or no", _Q5 + "n_sig_raw = (p < 0.05).any()", 1, "True or False"),
        ],
    ),
    "photo-q6": Catalogue(
        right=[
            _Q6,
            """
import statistics
means = [rows["photo_time_pct"].mean() for _, rows in pilot.groupby("recruiter_id")]
half = 2.0452 * statistics.stdev(means) / 30 ** 0.5
ci_low = round(statistics.mean(means) - half, 2)
ci_high = round(statistics.mean(means) + half, 2)
times_wider = half / (2.0452 * statistics.stdev(pilot["photo_time_pct"]) / 300 ** 0.5)
""",
        ],
        wrong=[
            Wrong(
                "normal instead of t",
                _Q6 + "ci_low, ci_high = means.mean() - 1.96 * error, means.mean() + 1.96 * error",
                1,
                "it uses 1.96",
            ),
            Wrong(
                "standard deviation for standard error",
                _Q6
                + "ci_low, ci_high = means.mean() - t * means.std(), means.mean() + t * means.std()",
                1,
                "it uses the standard deviation",
            ),
            Wrong(
                "rows taken as people",
                _Q6
                + """
ci_low, ci_high = means.mean() - t * error_of_rows, means.mean() + t * error_of_rows
times_wider = 10
""",
                0,
                "all 300 rows were taken as independent",
            ),
            Wrong(
                "low and high swapped",
                _Q6 + "ci_low, ci_high = ci_high, ci_low",
                1,
                "the two names are swapped",
            ),
            Wrong(
                "shares for percent",
                _Q6 + "ci_low, ci_high = ci_low / 100, ci_high / 100",
                1,
                "it looks like a share",
            ),
            Wrong(
                "variances compared",
                _Q6 + "times_wider = times_wider ** 2",
                2,
                "a ratio of variances",
            ),
            Wrong("upside down", _Q6 + "times_wider = 1 / times_wider", 2, "it is upside down"),
            Wrong(
                "deviations compared",
                _Q6 + 'times_wider = means.std() / pilot["photo_time_pct"].std()',
                2,
                "it compares standard deviations",
            ),
        ],
    ),
}
