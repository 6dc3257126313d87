"""A world is a pure function of edition, size and parameters, down to the byte."""

from __future__ import annotations

import hashlib

import numpy as np
import pytest

from weakties.data.datasets import as_csv
from weakties.data.world import make_world

TABLES = ("people", "ties", "invitations", "conversations", "asks", "opportunities")
PINNED = "89a8ce5a51ea968805907994e63a48953e5f7fc123d5133023bb7c0e59374b6a"


def digest(world):
    content = b"".join(as_csv(getattr(world, name)) for name in TABLES)
    return hashlib.sha256(content).hexdigest()


def test_a_small_open_world_is_the_one_that_was_pinned():
    assert digest(make_world("open", 400)) == PINNED


def test_the_same_world_is_made_again_and_another_edition_makes_another():
    assert digest(make_world("a", 400)) == digest(make_world("a", 400))
    assert digest(make_world("a", 400)) != digest(make_world("b", 400))


@pytest.mark.parametrize(
    "name", ["exp", "log", "log2", "log10", "log1p", "expm1", "power", "sin", "cos", "tanh", "exp2"]
)
def test_nothing_that_processors_round_differently_takes_part(name, monkeypatch):
    def refuse(*_):
        raise AssertionError(name)

    monkeypatch.setattr(np, name, refuse)
    make_world("open", 300)


def test_none_of_numpys_own_random_numbers_takes_part(monkeypatch):
    def refuse(*_):
        raise AssertionError("Its streams may change from release to release.")

    monkeypatch.setattr(np.random, "default_rng", refuse)
    monkeypatch.setattr(np.random, "Generator", refuse)
    make_world("open", 300)
