"""What a cloud reads to open the course: each file is well formed, and names what is there."""

from __future__ import annotations

import json
import re
import stat
import tomllib
from pathlib import Path

from jsonschema import validate
from packaging.requirements import Requirement

from readme.test_documents import OURS, problem_of

ROOT = Path(__file__).parents[2]
COMMAND = {"type": ["string", "array", "object"]}
# The keys that we use, as devcontainers/spec's devContainer.base.schema.json describes them.
DEVCONTAINER = {
    "type": "object",
    "additionalProperties": False,
    "required": ["image"],
    "properties": {
        "name": {"type": "string"},
        "image": {"type": "string"},
        "postCreateCommand": COMMAND,
        "postAttachCommand": COMMAND,
        "forwardPorts": {
            "type": "array",
            "items": {
                "anyOf": [
                    {"type": "integer", "minimum": 0, "maximum": 65535},
                    {"type": "string", "pattern": "^([a-z0-9-]+):(\\d{1,5})$"},
                ]
            },
        },
    },
}


def test_a_devcontainer_starts_the_course_at_the_port_that_it_forwards():
    told = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    validate(told, DEVCONTAINER)
    start = told["postAttachCommand"]
    assert problem_of(OURS.fullmatch(start)[1]) == ""
    assert told["forwardPorts"] == [int(start.split("--port ")[1])]


def test_binder_installs_what_start_installs_and_the_course():
    binder = ROOT / "binder"
    build = binder / "postBuild"
    assert build.stat().st_mode & stat.S_IXUSR
    lock, course = re.findall(
        r"^pip install (.*)$", build.read_text(encoding="utf-8"), re.MULTILINE
    )
    # pip looks up extras in what a lock names, and finds that they are not in it.
    assert lock == "--require-hashes --no-deps -r requirements-start.lock"
    assert course == "--no-deps --no-build-isolation -e ."
    # So what builds the course is in the lock, with what lets it be installed where it lies.
    named = re.findall(
        r"^([\w.-]+)==", (ROOT / "requirements-start.lock").read_text("utf-8"), re.MULTILINE
    )
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    builders = {Requirement(one).name for one in ours["build-system"]["requires"]}
    assert {*builders, "editables"} <= set(named)
    assert re.fullmatch(r"python-3\.\d+\s*", (binder / "runtime.txt").read_text(encoding="utf-8"))
