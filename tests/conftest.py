"""What holds for every test."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session", autouse=True)
def _a_cache_of_its_own(tmp_path_factory: pytest.TempPathFactory):
    """Keep the worlds that tests make out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("WEAKTIES_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield
