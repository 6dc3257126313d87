"""Where somebody types README's commands: a fresh clone, and an environment with nothing but the wheel."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path

from workshop.started import learners_environment

ROOT = Path(__file__).parents[2]
_SCRIPTS = {
    "weakties": "from weakties.cli import main",
    "alembic": "from alembic.config import main",
}


@dataclass
class Place:
    """A folder with a shell in it: it remembers where it is and which environment is active."""

    folder: Path
    environment: dict[str, str]
    said: dict[str, subprocess.CompletedProcess[str]] = field(default_factory=dict)

    def activate(self, script: str) -> None:
        """Do what sourcing an environment's ``activate`` does."""
        path = self.folder / script
        assert path.is_file()
        self.with_scripts(path.parent)

    def with_scripts(self, scripts: Path) -> None:
        """Put an environment's commands first."""
        self.environment["PATH"] = os.pathsep.join([str(scripts), self.environment["PATH"]])

    def types(self, line: str) -> None:
        """Run a command as it stands."""
        self.said[line] = subprocess.run(
            shlex.split(line),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )


def clone_at(folder: Path, home: Path) -> Place:
    """Return a copy of all that git keeps, with an environment that finds the code there."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    # run.py compiles the library where it sets a clone up.
    for compiled in (ROOT / "src").rglob("__pycache__"):
        shutil.copytree(compiled, folder / compiled.relative_to(ROOT))
    environment = folder / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    scripts = environment / "bin"
    variables = {"base": str(environment), "platbase": str(environment)}
    packages = Path(sysconfig.get_path("purelib", "venv", variables))
    found = f"{folder / 'src'}\n{sysconfig.get_path('purelib')}\n"
    (packages / "all.pth").write_text(found, encoding="utf-8")
    for name, line in _SCRIPTS.items():
        script = scripts / name
        script.write_text(f"#!{scripts / 'python'}\n{line}\nmain()\n", encoding="utf-8")
        script.chmod(0o755)
    return Place(folder, learners_environment(home))


def installed_at(folder: Path, scripts: Path, home: Path) -> Place:
    """Return an empty folder of somebody who has installed the wheel, and nothing else."""
    place = Place(folder, learners_environment(home))
    place.with_scripts(scripts)
    return place
