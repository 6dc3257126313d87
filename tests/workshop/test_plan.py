"""Planning: what the learner changed stays, what is new arrives, and once is enough."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from weakties.workshop.plan import Manifest, Write, after, plan

PATH = "exercises/photo/photo.ipynb"
BESIDE = "exercises/photo/photo (updated).ipynb"
SECOND = "exercises/photo/photo (updated 2).ipynb"
LAID = Manifest(laid={PATH: "v1"}, given={PATH: "v1"})


def start(packaged, manifest, present, *, stopped_after=None):
    """Return manifest and folder after a start, or after one killed during its writes."""
    writes = plan(packaged, manifest, present)
    written = {write.target: packaged[write.source] for write in writes[:stopped_after]}
    noted = manifest if stopped_after is not None else after(packaged, manifest, present, writes)
    return noted, {**present, **written}


def test_an_empty_folder_gets_everything():
    assert plan({PATH: "v1"}, Manifest(), {}) == [Write(PATH, PATH)]


def test_a_second_start_writes_nothing():
    assert plan({PATH: "v1"}, LAID, {PATH: "v1"}) == []


def test_a_changed_file_is_left_alone_while_the_course_stays_the_same():
    assert plan({PATH: "v1"}, LAID, {PATH: "mine"}) == []


def test_an_unchanged_file_follows_the_course():
    assert plan({PATH: "v2"}, LAID, {PATH: "v1"}) == [Write(PATH, PATH)]


def test_a_changed_file_gets_the_new_version_beside_it():
    assert plan({PATH: "v2"}, LAID, {PATH: "mine"}) == [Write(PATH, BESIDE)]


def test_the_same_update_is_offered_once_even_when_the_learner_deletes_it():
    manifest, _ = start({PATH: "v2"}, LAID, {PATH: "mine"})
    assert plan({PATH: "v2"}, manifest, {PATH: "mine", BESIDE: "v2"}) == []
    assert plan({PATH: "v2"}, manifest, {PATH: "mine"}) == []


def test_the_next_update_replaces_an_offered_one_that_was_not_touched():
    manifest, present = start({PATH: "v2"}, LAID, {PATH: "mine"})
    assert plan({PATH: "v3"}, manifest, present) == [Write(PATH, BESIDE)]


def test_the_next_update_spares_an_offered_one_that_the_learner_worked_in():
    manifest, present = start({PATH: "v2"}, LAID, {PATH: "mine"})
    assert plan({PATH: "v3"}, manifest, {**present, BESIDE: "mine too"}) == [Write(PATH, SECOND)]


def test_a_learners_own_file_of_that_name_is_spared():
    assert plan({PATH: "v2"}, LAID, {PATH: "mine", BESIDE: "mine"}) == [Write(PATH, SECOND)]


def test_an_update_is_never_put_where_another_file_of_the_course_belongs():
    packaged = {PATH: "v2", BESIDE: "another"}
    assert Write(PATH, SECOND) in plan(packaged, LAID, {PATH: "mine"})


def test_a_deleted_file_comes_back():
    assert plan({PATH: "v1"}, LAID, {}) == [Write(PATH, PATH)]


def test_without_a_manifest_a_file_that_differs_counts_as_the_learners():
    assert plan({PATH: "v2"}, Manifest(), {PATH: "v1"}) == [Write(PATH, BESIDE)]


def test_a_file_put_back_to_what_was_laid_out_follows_the_course_again():
    manifest, present = start({PATH: "v2"}, LAID, {PATH: "mine"})
    assert plan({PATH: "v3"}, manifest, {**present, PATH: "v1"}) == [Write(PATH, PATH)]


paths = st.sampled_from(["a.ipynb", "b.ipynb", "a (updated).ipynb", ".gitignore"])
versions = st.sampled_from(["v1", "v2", "v3"])
edits = st.dictionaries(paths, st.sampled_from(["mine", "mine too"]), max_size=3)
editions = st.dictionaries(paths, versions, min_size=1)
days = st.lists(st.tuples(editions, edits, st.none() | st.integers(0, 3)), min_size=1, max_size=6)


@given(days)
def test_nothing_that_a_learner_wrote_is_lost_whatever_happens(days):
    manifest, present = Manifest(), {}
    for packaged, edited, stopped_after in days:
        present = {**present, **edited}
        mine = {path: hash_ for path, hash_ in present.items() if hash_.startswith("mine")}
        manifest, present = start(packaged, manifest, present, stopped_after=stopped_after)
        assert mine.items() <= present.items()


@given(days)
def test_a_finished_start_leaves_nothing_to_do_and_has_given_every_file(days):
    manifest, present = Manifest(), {}
    for packaged, edited, stopped_after in days:
        manifest, present = start(
            packaged, manifest, {**present, **edited}, stopped_after=stopped_after
        )
        manifest, present = start(packaged, manifest, present)
        assert plan(packaged, manifest, present) == []
        assert manifest.given.items() >= packaged.items()
