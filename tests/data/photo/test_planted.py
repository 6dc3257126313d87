"""The effects that a card says were planted are there, in the open edition and in others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from weakties.data import about, load

pytestmark = pytest.mark.parametrize("edition", ["open", *(f"planted-{i}" for i in range(6))])


def size(dataset, effect):
    return about(dataset).size_of(effect)


@pytest.fixture
def photo_means(edition):
    """Return the photos with their mean score and number of ratings for each trait."""
    scores = load("ratings", edition).groupby(["photo_id", "trait"])["score"].agg(["mean", "size"])
    traits = scores.unstack()
    traits.columns = [f"{trait}_{what}" for what, trait in traits.columns]
    return load("photos", edition).merge(traits.reset_index(), on="photo_id")


def fitted(photos, score):
    """Return what dress, smile and covered eyes add to a score, by least squares."""
    causes = np.column_stack(
        [
            np.ones(len(photos)),
            photos["attire"] == "formal",
            photos["expression"] == "smile",
            photos["eyes"] == "covered",
        ]
    ).astype(float)
    _, formal, smile, covered = np.linalg.lstsq(causes, photos[score], rcond=None)[0]
    return {"formal": formal, "smile": smile, "covered": covered}


def test_formal_dress_adds_competence_and_a_smile_does_not(edition, photo_means):  # noqa: ARG001
    effects = fitted(photo_means, "competence_mean")
    assert effects["formal"] == pytest.approx(size("ratings", "formal_competence"), abs=0.35)
    assert abs(effects["smile"]) < 0.75


def test_a_smile_adds_likability_and_covered_eyes_take_some(edition, photo_means):  # noqa: ARG001
    effects = fitted(photo_means, "likability_mean")
    assert effects["smile"] == pytest.approx(size("ratings", "smile_likability"), abs=0.35)
    assert effects["covered"] == pytest.approx(size("ratings", "sunglasses_likability"), abs=0.4)


def test_photos_of_one_person_differ_more_than_people_do(edition, photo_means):  # noqa: ARG001
    formal = photo_means["attire"] == "formal"
    plain = photo_means["competence_mean"] - formal * size("ratings", "formal_competence")
    people = plain.groupby(photo_means["person_id"])
    assert people.var().mean() ** 0.5 == pytest.approx(size("ratings", "within_person"), abs=0.25)
    assert people.mean().std() == pytest.approx(size("ratings", "between_people"), abs=0.25)
    assert people.var().mean() > people.mean().var()


def test_a_quarter_of_the_photos_was_rated_more_often(edition, photo_means):  # noqa: ARG001
    often = photo_means["competence_size"] == size("ratings", "popular_ratings")
    assert often.sum() == len(photo_means) // 4
    assert set(photo_means.loc[~often, "competence_size"]) == {10}


def test_those_photos_outvote_the_rest(edition, photo_means):
    ratings = load("ratings", edition).merge(photo_means[["photo_id", "attire"]])
    competence = ratings[ratings["trait"] == "competence"].groupby("attire")["score"].mean()
    per_photo = photo_means.groupby("attire")["competence_mean"].mean()
    assert (
        competence["formal"] - competence["casual"]
        < per_photo["formal"] - per_photo["casual"] - 0.3
    )


def test_about_one_photo_in_seven_has_covered_eyes(edition):
    covered = (load("photos", edition)["eyes"] == "covered").mean()
    assert covered == pytest.approx(size("photos", "sunglasses_share"), abs=0.09)


def test_half_of_the_photos_are_formal_and_people_differ_in_how_many_of_theirs(edition):
    dress = load("photos", edition).groupby("person_id")["attire"].value_counts().unstack()
    assert len(dress) == 20
    assert (dress.sum(axis=1) == 6).all()
    assert dress["formal"].sum() == 60
    assert set(dress["formal"]) == {2, 3, 4}


def test_impressions_agree_as_much_as_planted(edition):
    means = load("flash", edition).pivot_table("score", "face_id", "exposure")
    lasting = {
        shown: size("flash", f"agreement_{name}")
        for shown, name in (("33 ms", "33"), ("100 ms", "100"), ("no limit", "no_limit"))
    }
    # Averaging 24 noisy ratings leaves a reliability of about 0.95, which shrinks a correlation.
    for shown, other in (("33 ms", "no limit"), ("100 ms", "no limit")):
        expected = 0.95 * lasting[shown] * lasting[other]
        assert means[shown].corr(means[other]) == pytest.approx(expected, abs=0.1)


def test_a_photo_multiplies_views_by_the_planted_ratio_at_each_level(edition):
    means = load("views", edition).groupby(["activity", "has_photo"])["views"].mean().unstack()
    for level in ("monthly", "weekly", "daily"):
        assert means.loc[level, "yes"] / means.loc[level, "no"] == pytest.approx(
            size("views", f"photo_ratio_{level}"), rel=0.25
        )
        assert means.loc[level, "no"] == pytest.approx(size("views", f"views_{level}"), rel=0.25)


def test_the_crude_ratio_is_near_21_because_the_active_have_photos(edition):
    views = load("views", edition)
    means = views.groupby("has_photo")["views"].mean()
    assert 18 < means["yes"] / means["no"] < 25
    shares = views.groupby("activity")["has_photo"].apply(lambda photo: (photo == "yes").mean())
    assert shares["monthly"] < shares["weekly"] < shares["daily"]


def test_as_many_attributes_matter_as_planted_and_some_more_look_like_it(edition):
    p_values = load("attributes", edition)["p_value"]
    strict, raw = (p_values < 0.05 / p_values.count()).sum(), (p_values < 0.05).sum()
    assert p_values.count() == 20
    fewest, most = (size("attributes", f"{which}_real_effects") for which in ("fewest", "most"))
    assert fewest - 1 <= strict <= most - 1
    assert strict + 2 <= raw <= strict + 4


def test_the_surest_of_the_attributes_lower_the_impression(edition):
    surest = load("attributes", edition).nsmallest(4, "p_value")
    negative = int(size("attributes", "negative_effects"))
    assert (surest["effect"].head(negative) < 0).all()
    assert (surest["effect"].tail(4 - negative) > 0).any()


def test_the_time_on_the_photo_has_the_planted_mean_over_thirty_recruiters(edition):
    means = load("pilot", edition).groupby("recruiter_id")["photo_time_pct"].mean()
    assert len(means) == 30
    assert means.mean() == pytest.approx(size("pilot", "mean_share"), abs=1.5)
    assert means.std() > 6


def test_every_table_is_free_of_an_order_that_gives_the_answer_away(edition):
    faces = load("flash", edition)
    assert not pd.Series(faces["exposure"]).is_monotonic_increasing
    assert not load("views", edition)["activity"].is_monotonic_increasing


def test_who_is_photographed_viewed_or_asked_is_a_member_of_the_world(edition):
    people = load("people", edition).set_index("person_id")
    views = load("views", edition)
    hours = views["member_id"].map(people["hours_per_week"]).groupby(views["activity"])

    assert set(load("photos", edition)["person_id"]) <= set(people.index)
    assert (people.loc[load("pilot", edition)["recruiter_id"], "function"] == "recruiting").all()
    assert hours.max()["monthly"] <= hours.min()["weekly"]
    assert hours.max()["weekly"] <= hours.min()["daily"]
