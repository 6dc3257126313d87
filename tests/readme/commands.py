"""Every command that README and the handbooks show, as somebody would type it."""

from __future__ import annotations

import re
from functools import cache

from readme.places import ROOT

DOCUMENTS = [
    ROOT / "README.md",
    *sorted((ROOT / "deploy").glob("*/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
FENCE = re.compile(r"^```\w*[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS = (
    *("weakties", "python", "python3", ".venv/bin/python", "pytest", "jupyter", "nbgrader"),
    *("pip", "uv", "uvx", "npm", "docker", "helm", "sudo", "source", "cd", "git", "conda"),
)
VARIABLE = re.compile(r"[A-Z_]+=\S+")


def commands_in(text: str) -> list[str]:
    """Return the commands in a text's fences and in its `code`, each without what explains it.

    A program's name alone names the program; a name and … name a family of commands.
    """
    lines = [
        line for fence in FENCE.findall(text) for line in fence.replace("\\\n", "").splitlines()
    ]
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    found = [" ".join(_typed(one).split()) for one in [*lines, *spans]]
    return [one for one in found if _is_command(one)]


@cache
def shown() -> dict[str, list[str]]:
    """Return each command with the documents that show it; ours as who installed it types it."""
    found: dict[str, list[str]] = {}
    for path in DOCUMENTS:
        for line in commands_in(path.read_text("utf-8")):
            ours = re.sub(r"^python3 (?:run|start)\.py (?!test\b)", "weakties ", line)
            found.setdefault(ours, []).append(path.relative_to(ROOT).as_posix())
    return found


def _typed(line: str) -> str:
    """Leave away what explains a line: behind a sign, or behind three spaces."""
    return re.split(r"\s#|(?<=\S)\s{3,}(?=[^\s-])", line.strip())[0]


def _is_command(line: str) -> bool:
    words = [word for word in line.split() if not VARIABLE.fullmatch(word)]
    return words[0:1] != [] and words[0] in PROGRAMS and words[1:] not in ([], ["…"])
