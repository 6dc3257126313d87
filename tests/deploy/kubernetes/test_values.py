"""What a cluster reads: its values are of the chart's form, its Python runs, its files are there."""

from __future__ import annotations

import json
import re
import sys
from copy import deepcopy
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).parents[3]
PLACE = ROOT / "deploy" / "hub-kubernetes"
VALUES = yaml.safe_load((PLACE / "values.yaml").read_text(encoding="utf-8"))
SCHEMA = json.loads(Path(__file__).with_name("values.schema.json").read_text(encoding="utf-8"))


def wrong_in(values):
    return [one.message for one in Draft7Validator(SCHEMA).iter_errors(values)]


def test_the_values_are_what_the_chart_takes():
    assert wrong_in(VALUES) == []


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [("singleuser", "memmory", {}), ("cull", "timeout", "an hour"), ("singleuser", "image", {})],
)
def test_a_value_of_another_form_is_found(part, key, value):
    values = deepcopy(VALUES)
    values[part][key] = value
    assert wrong_in(values)


def test_the_hub_is_told_to_let_people_in_by_their_code(monkeypatch):
    by_code = ModuleType("by_code")
    by_code.ByCode = object()
    monkeypatch.setitem(sys.modules, "by_code", by_code)
    monkeypatch.setattr(sys, "path", list(sys.path))
    c = SimpleNamespace(JupyterHub=SimpleNamespace())
    exec(VALUES["hub"]["extraConfig"]["by-code"], {"c": c})  # noqa: S102 - as the hub does
    assert c.JupyterHub.authenticator_class is by_code.ByCode
    files = VALUES["hub"]["extraFiles"]
    assert VALUES["hub"]["config"]["ByCode"]["codes"] == files["codes"]["mountPath"]
    assert Path(files["byCode"]["mountPath"]).parent == Path(sys.path[0])


def test_each_file_that_is_sent_along_is_told_to_helm():
    told = (PLACE / "README.md").read_text(encoding="utf-8")
    sent = dict(re.findall(r"hub\.extraFiles\.(\w+)\.stringData=(\S+)", told))
    assert set(sent) == set(VALUES["hub"]["extraFiles"])
    del sent["codes"]  # who teaches makes it
    assert all((ROOT / path).is_file() for path in sent.values())


def test_the_image_starts_from_files_of_the_clone_and_as_the_values_say():
    lines = (PLACE / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY")]
    assert [one for one in copied if not (ROOT / one).is_file()] == ["handout/*.whl"]
    (command,) = (line.removeprefix("CMD ") for line in lines if line.startswith("CMD"))
    assert json.loads(command) == VALUES["singleuser"]["cmd"]
    assert f"WORKDIR {VALUES['singleuser']['storage']['homeMountPath']}" in lines
