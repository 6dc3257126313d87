"""While much is made, the collector looks for nothing; afterward it is as it was."""

from __future__ import annotations

import gc

import pytest

from weakties.linkedin.undisturbed import undisturbed


@pytest.fixture(autouse=True)
def on():
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_the_collector_is_off_meanwhile_and_on_again():
    with undisturbed():
        assert not gc.isenabled()

    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()

    with undisturbed():
        pass

    assert not gc.isenabled()


def test_what_was_made_is_old_and_can_still_be_collected():
    with undisturbed():
        made = [[number] for number in range(10)]

    old = {id(one) for one in gc.get_objects(generation=2)}
    assert all(id(one) in old for one in made)
    assert gc.get_freeze_count() == 0


def test_what_others_have_frozen_stays_so():
    gc.freeze()

    with undisturbed():
        pass

    assert gc.get_freeze_count() > 0
