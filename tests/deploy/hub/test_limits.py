"""What a hub is told about memory and idle servers, it tells whoever sees to that."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from types import ModuleType

import pytest

HUB = Path(__file__).parents[3] / "deploy" / "hub"


class Settings:
    """Takes any setting, as the hub's own object does."""

    def __getattr__(self, name):
        setattr(self, name, Settings())
        return getattr(self, name)


@pytest.fixture
def settings(monkeypatch, tmp_path):
    """Return a function that gives what the hub's configuration sets."""
    stand_ins = {
        "by_code": {"ByCode": Settings()},
        "people": {"codes_in": lambda _: {}},
        "with_room": {"WithRoom": Settings(), "route_to": str},
    }
    for name, held in stand_ins.items():
        module = ModuleType(name)
        vars(module).update(held)
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    (tmp_path / "hub").mkdir()
    (tmp_path / "hub" / "codes.csv").touch()
    monkeypatch.setenv("WEAKTIES_HUB", str(tmp_path))
    monkeypatch.setenv("WEAKTIES_INSTRUCTOR", "grace")
    for name in ("URL", "PROXY_URL", "INNER_URL"):
        monkeypatch.setenv(f"WEAKTIES_HUB_{name}", "http://127.0.0.1:1")

    def read():
        c = Settings()
        runpy.run_path(str(HUB / "jupyterhub_config.py"), {"get_config": lambda: c})
        return c

    return read


@pytest.mark.parametrize(
    ("told", "memory", "seconds"),
    [({}, "2G", 3600), ({"MEMORY": "4G", "IDLE": "1200"}, "4G", 1200)],
)
def test_memory_and_idle_servers_are_limited_as_told(settings, monkeypatch, told, memory, seconds):
    for name in ("MEMORY", "IDLE"):
        monkeypatch.delenv(f"WEAKTIES_HUB_{name}", raising=False)
    for name, value in told.items():
        monkeypatch.setenv(f"WEAKTIES_HUB_{name}", value)
    c = settings()
    assert c.Spawner.mem_limit == memory
    (service,) = c.JupyterHub.services
    assert "jupyterhub_idle_culler" in service["command"]
    assert f"--timeout={seconds}" in service["command"]
    (role,) = c.JupyterHub.load_roles
    assert role["services"] == [service["name"]]
    assert "delete:servers" in role["scopes"]
