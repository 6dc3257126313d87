#!/usr/bin/env python3
"""Start a JupyterHub for a class on this machine, setting up first what is missing.

    python3 deploy/hub/hub.py --people class.csv --instructor grace --pack handout/weakties-….whl

Everything lies below one folder, /srv/weakties unless --at names another. Ctrl-C ends it; the same
command starts it again, and takes in a newer list or pack.
"""

from __future__ import annotations

import argparse
import grp
import hashlib
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from people import Refused, codes_for, codes_in, people_in, table_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CLASS = "weakties-class"
"""The group of every account that this made; no other account is ever touched or let in."""

STARTS = (
    *("jupyterhub.singleuser.extension", "jupyterlab.labapp", "notebook_shim.nbserver"),
    *("jupyter_lsp", "ipykernel.kernelapp", "pandas", "matplotlib.pyplot", "anywidget"),
    *("nbgrader.server_extensions.formgrader", "nbgrader.apps"),
)
"""What servers and kernels import at their start, where it is installed, beside weakties itself."""


def main() -> None:
    """Set up what is missing and become the hub."""
    asked = arguments()
    if os.geteuid() != 0:
        sys.exit("This makes accounts and so needs root: sudo python3 deploy/hub/hub.py …")
    missing = [name for name in ("npm", "node", "useradd") if not shutil.which(name)]
    if missing:
        sys.exit(f"This machine lacks {', '.join(missing)}: apt install nodejs npm passwd")
    uv = ROOT / ".venv" / "bin" / "uv"
    if not uv.exists():
        sys.exit("Call this once first, which installs what it needs: python3 run.py teach --help")
    try:
        people = people_in(asked.people.read_text(encoding="utf-8"))
        people.setdefault(asked.instructor, "")
        make_accounts(people, asked.at)
    except Refused as error:
        sys.exit(str(error))
    make_folders(asked.at, asked.instructor)
    make_feedback(asked.at, asked.instructor, people)
    codes = asked.at / "hub" / "codes.csv"
    known = codes_in(codes.read_text(encoding="utf-8")) if codes.exists() else {}
    write_own(codes, table_of(codes_for(people, known)))
    install(str(uv), asked)
    print(f"Everybody's code is in {codes}.", flush=True)
    become_the_hub(asked)


def arguments() -> argparse.Namespace:
    """Return what was asked for."""
    told = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    told.add_argument("--people", type=Path, required=True, help="class.csv with id and name")
    told.add_argument("--instructor", required=True, help="the id of who grades")
    told.add_argument("--pack", type=Path, required=True, help="the wheel of weakties teach pack")
    told.add_argument("--at", type=Path, default=Path("/srv/weakties"))
    told.add_argument("--address", default="127.0.0.1", help="listen here; 0.0.0.0 is everywhere")
    told.add_argument("--port", type=int, default=8000, help="this one and the next two are used")
    return told.parse_args()


def make_accounts(people: dict[str, str], at: Path) -> None:
    """Make an account for everybody who has none, with a home that nobody else can enter."""
    if not any(group.gr_name == CLASS for group in grp.getgrall()):
        run("groupadd", CLASS)
    ours = set(grp.getgrnam(CLASS).gr_mem)
    accounts = {account.pw_name for account in pwd.getpwall()}
    if others := sorted(set(people) & accounts - ours):
        raise Refused(
            f"This machine has accounts of its own called {', '.join(others)}: give them another id."
        )
    homes = at / "homes"
    homes.mkdir(parents=True, exist_ok=True)
    for who in sorted(set(people) - accounts):
        made = ("--create-home", "--base-dir", homes, "--groups", CLASS, "--shell", "/bin/bash")
        run("useradd", *made, who)
    for who in people:
        Path(pwd.getpwnam(who).pw_dir).chmod(0o700)


def make_folders(at: Path, instructor: str) -> None:
    """Make the folders of the hub, of what its instructor runs, and of the exchange, for whom each is."""
    teacher = pwd.getpwnam(instructor)
    for name, owner, mode in (
        ("hub", 0, 0o700),
        ("learners", 0, 0o755),
        ("teach", teacher.pw_uid, 0o700),
        ("room", teacher.pw_uid, 0o700),
        ("exchange", 0, 0o755),
        ("exchange/weakties", 0, 0o755),
        # Everybody puts work in; nobody but the instructor sees what is there or takes it away.
        ("exchange/weakties/inbound", teacher.pw_uid, 0o1733),
    ):
        place = at / name
        place.mkdir(parents=True, exist_ok=True)
        os.chown(place, owner, -1)
        place.chmod(mode)


def make_feedback(at: Path, instructor: str, people: dict[str, str]) -> None:
    """Make a folder for what comes back to each learner: the instructor writes there, they read."""
    feedback = at / "exchange" / "weakties" / "feedback"
    feedback.mkdir(exist_ok=True)
    feedback.chmod(0o755)
    for who in people:
        place = feedback / who
        place.mkdir(exist_ok=True)
        os.chown(place, pwd.getpwnam(instructor).pw_uid, pwd.getpwnam(who).pw_gid)
        place.chmod(0o2750)  # what is written there is the learner's group's to read


def install(uv: str, asked: argparse.Namespace) -> None:
    """Bring three environments to what the locks and the pack say; do nothing where they are there."""
    hub, learners, teach = (asked.at / name for name in ("hub", "learners", "teach"))
    locks = [ROOT / "requirements-start.lock", HERE / "requirements.lock"]
    environment(uv, hub / "environment", locks[1:], [])
    environment(uv, learners, locks, ["--no-deps", str(asked.pack)])
    # A new pack comes from a clone that may be newer too.
    mine = ["--constraint", str(ROOT / "requirements.lock"), f"{ROOT}[teach]"]
    environment(uv, teach, locks, mine, f"for {asked.pack.name}")
    shutil.copy(HERE / "open_course.py", learners)
    proxy = hub / "proxy"
    proxy.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, proxy)
    if not (proxy / "node_modules").is_dir():
        run("npm", "ci", "--silent", "--no-audit", "--no-fund", cwd=proxy)


def environment(
    uv: str, place: Path, locks: list[Path], last: list[str], made_for: str = ""
) -> None:
    """Make one environment of this machine's Python, which every account may run."""
    stamp = place / ".made"
    parts = [lock.read_bytes() for lock in locks]
    parts += [" ".join([*last, made_for]).encode(), (ROOT / "pyproject.toml").read_bytes()]
    wanted = hashlib.sha256(b"\n".join(parts)).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    print(f"Installing into {place} ...", flush=True)
    pip = [uv, "--quiet", "pip", "install", "--python", str(place / "bin" / "python")]
    if not (place / "bin").is_dir():
        run(uv, "--quiet", "venv", "--allow-existing", "--python", "/usr/bin/python3", place)
    run(*pip, "--require-hashes", *(word for lock in locks for word in ("-r", lock)))
    if last:
        run(*pip, "--reinstall-package", "weakties", *last)
        compile_what_starts(place)
    stamp.write_text(wanted, encoding="utf-8")


def compile_what_starts(place: Path) -> None:
    """Compile once what starts there: who works there can't keep that, and would wait each time anew."""
    code = """
import compileall, importlib.util, sys
sys.dont_write_bytecode = False
compileall.compile_dir(*importlib.util.find_spec("weakties").submodule_search_locations, quiet=1)
for name in sys.argv[1:]:
    if importlib.util.find_spec(name.partition(".")[0]):
        importlib.import_module(name)
"""
    run(place / "bin" / "python", "-c", code, *STARTS, cwd=place)


def become_the_hub(asked: argparse.Namespace) -> None:
    """Replace this process by JupyterHub."""
    own, port = asked.at / "hub", asked.port
    jupyterhub = str(own / "environment" / "bin" / "jupyterhub")
    told = {
        "WEAKTIES_HUB": str(asked.at.resolve()),
        "WEAKTIES_INSTRUCTOR": asked.instructor,
        "WEAKTIES_HUB_URL": f"http://{asked.address}:{port}",
        "WEAKTIES_HUB_PROXY_URL": f"http://127.0.0.1:{port + 1}",
        "WEAKTIES_HUB_INNER_URL": f"http://127.0.0.1:{port + 2}",
    }
    os.umask(0o077)
    os.chdir(own)
    config = str(HERE / "jupyterhub_config.py")
    os.execve(jupyterhub, [jupyterhub, "-f", config], {**os.environ, **told})


def write_own(path: Path, text: str) -> None:
    """Write a file that only root can read."""
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a command; end with its error if it fails."""
    if subprocess.run([str(word) for word in command], cwd=cwd, check=False).returncode:
        sys.exit(f"That did not work: {command[0]}. The lines above say why.")


if __name__ == "__main__":
    main()
