from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from weakties.widgets import PhotoStudio, Prediction
from weakties.widgets.photo_studio.model import CANDIDATES, panel_scores

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)


@pytest.fixture
def studio():
    return PhotoStudio()


@pytest.fixture
def opened(studio):
    studio.set_state({"prediction": {"photo": "B", "sure": 4}})
    return studio


def compose(studio, **choices):
    studio.set_state({"composition": studio.composition | choices})


def test_the_question_names_the_viewer_and_the_goal():
    asked = PhotoStudio(goal="influence", viewer="club").ask["question"]
    assert "scout of a baseball club" in asked
    assert "influential" in asked


@pytest.mark.parametrize("wrong", [{"goal": "beauty"}, {"viewer": "boss"}])
def test_an_unknown_goal_or_viewer_is_an_error(wrong):
    with pytest.raises(ValueError, match="must be one of"):
        PhotoStudio(**wrong)


def test_the_result_is_hidden_before_the_prediction(studio):
    studio.set_state({"viewer": "gym"})
    compose(studio, attire="suit")
    assert studio.studio is None
    assert studio.reveal is None
    assert studio.scores == {}
    assert studio.viewer == "bank"
    assert studio.committed is None
    sent = str(studio.get_state(["ask", "studio", "reveal"]))
    assert "95%" not in sent
    assert "planted" not in sent.lower()


def test_the_studio_waits_for_a_guess_that_it_would_answer():
    asked = {"name": "photo-waiting", "question": "How many points?"}
    studio = PhotoStudio(after=Prediction(**asked))
    studio.set_state({"prediction": {"photo": "B", "sure": 4}})
    assert (studio.prediction, studio.studio) == (None, None)
    assert studio.waits.startswith("First commit your guess")

    Prediction(**asked, guess=1)
    studio.set_state({"prediction": {"photo": "B", "sure": 4}})
    assert studio.studio["verdict"].startswith("You chose photo B")


def test_a_prediction_opens_the_studio_with_the_committed_photo(opened):
    assert opened.prediction == {"photo": "B", "sure": 4}
    assert opened.committed == opened.current == CANDIDATES["B"]
    assert opened.studio["verdict"].startswith("You chose photo B and were 4 of 5 sure.")
    assert "It is still your photo B." in opened.studio["status"]
    assert opened.scores == panel_scores(CANDIDATES["B"], "bank")


def test_the_best_of_the_six_is_told_so(studio):
    studio.set_state({"prediction": {"photo": "A", "sure": 5}})
    assert "it came 1st of the six for competence at the bank" in studio.studio["verdict"]


def test_a_prediction_is_made_once(opened):
    opened.set_state({"prediction": {"photo": "D", "sure": 1}})
    assert opened.prediction == {"photo": "B", "sure": 4}


def test_a_composition_changes_drawing_scores_and_words(opened):
    before = dict(opened.studio)
    compose(opened, attire="suit")
    after = opened.studio
    assert opened.current.attire == "suit"
    for part in ("now", "status", "chart", "rows"):
        assert after[part] != before[part]
    assert after["mine"] == before["mine"]
    assert "above your photo B" in after["status"]


def test_the_viewer_changes_what_the_panel_thinks(opened):
    compose(opened, attire="suit")
    opened.set_state({"viewer": "gym"})
    assert opened.studio["status"].startswith("At the gym")
    assert opened.scores == panel_scores(opened.current, "gym")


def test_a_difference_within_the_noise_is_not_called_one(opened):
    compose(opened, gaze="away")
    assert "no clear difference from your photo B" in opened.studio["status"]


def test_three_different_photos_unlock_what_would_have_won(opened):
    assert opened.studio["locked"].startswith("Try 3 more photos")
    compose(opened, attire="suit")
    compose(opened, attire="tank-top")
    compose(opened, attire="suit")
    assert opened.tried == 2
    assert opened.studio["locked"].startswith("Try 1 more photo to")
    assert opened.reveal is None
    compose(opened, attire="jersey")
    assert len({winner["best"] for winner in opened.reveal["winners"]}) == 3
    assert "3 different photos win" in opened.reveal["moral"]
    assert "In this simulated world" in opened.reveal["note"]


def test_going_back_to_the_committed_photo_does_not_count(opened):
    compose(opened, attire="suit")
    compose(opened, attire=CANDIDATES["B"].attire)
    assert opened.tried == 1


@pytest.mark.parametrize(
    "rude",
    [
        {"prediction": {"photo": "Z", "sure": 3}},
        {"prediction": {"photo": "A", "sure": 9}},
        {"prediction": {"photo": "A", "sure": True}},
        {"prediction": {"photo": ["A"], "sure": 3}},
        {"prediction": "A"},
        {"studio": {"status": "hacked"}},
        {"reveal": {}},
        {"ask": {}},
        {"no such trait": 1},
    ],
)
def test_a_rude_state_leaves_the_question_as_it_is(studio, rude):
    before = studio.get_state()
    studio.set_state(rude)
    assert studio.get_state() == before


@settings(deadline=None, max_examples=60)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "prediction": JUNK | st.fixed_dictionaries({"photo": JUNK, "sure": JUNK}),
            "viewer": JUNK,
            "composition": JUNK | st.fixed_dictionaries(dict.fromkeys(CANDIDATES, JUNK)),
            "studio": JUNK,
        },
    )
)
def test_no_state_from_the_front_end_breaks_an_open_studio(state):
    studio = PhotoStudio()
    studio.set_state({"prediction": {"photo": "B", "sure": 4}})
    before = studio.get_state()
    studio.set_state(state)
    assert studio.get_state() == before


def test_what_was_refused_is_sent_back(opened, monkeypatch):
    sent = []
    monkeypatch.setattr(opened, "send_state", sent.append)
    opened.set_state({"viewer": "the boss"})
    assert sent == ["viewer"]


def test_the_table_has_a_heading_for_each_cell(opened):
    assert {len(row) for row in opened.studio["rows"]} == {len(opened.studio["header"])}
    assert {len(row) for row in opened.studio["rows"]} == {6}


def test_the_fallback_asks_and_gives_nothing_away(opened):
    compose(opened, attire="suit")
    fresh, played = (w._repr_mimebundle_()[0] for w in (PhotoStudio(), opened))
    assert fresh["text/html"] == played["text/html"]
    assert fresh["text/plain"] == played["text/plain"]
    assert 'alt="Six drawn photos of one person' in fresh["text/html"]
    assert "<script" not in fresh["text/html"]
    for given_away in ("95%", "mean", "planted", "1st"):
        assert given_away not in fresh["text/plain"]
        assert given_away not in fresh["text/html"].replace("base64", "")
    assert "JupyterLab" in fresh["text/plain"]
