"""The small hub, started for real: a folder, accounts and ports that no other run has, removed again."""

from __future__ import annotations

import grp
import os
import pwd
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[3] / "deploy" / "hub"))
from hub import CLASS, HERE, ROOT
from people import codes_in

from processes.lent import lend_compiled
from weakties.data.editions import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEACH = ("nbgrader",)
"""What the instructor has beside what everybody has, of what takes long to compile."""
RUNS = b"JupyterHub is now running"
"""What a hub writes when its proxy knows every route."""
EXPOSED = '{"LabApp": {"expose_app_in_browser": true}}'
"""Lets the browser's helper find JupyterLab in the page."""


class SmallHub:
    """A hub below a folder of its own: start it, kill it, and be somebody in it."""

    def __init__(self, at: Path, names: Iterable[str], others: Iterable[str] = ()) -> None:
        tag = "wt" + secrets.token_hex(3)
        self.at, self.port = at, three_free_ports()
        self.url = f"http://127.0.0.1:{self.port}"
        self.learners = [f"{tag}-{name}" for name in names]
        self.others = {name: f"{tag}-{name}" for name in others}
        self.instructor = f"{tag}-grace"
        self.exchange = at / "exchange" / "weakties"
        self.course = self.home_of(self.instructor) / "course"

    def home_of(self, who: str) -> Path:
        """Return where somebody's files lie."""
        return self.at / "homes" / who

    def codes(self) -> dict[str, str]:
        """Return what each person types to enter."""
        return codes_in((self.at / "hub" / "codes.csv").read_text(encoding="utf-8"))

    @property
    def listed(self) -> list[str]:
        """Return who is on the class's list: who works here, and who never comes."""
        return [*self.learners, *self.others.values()]

    def hand_out(self, edition: str) -> None:
        """Pack the course for the list of learners."""
        rows = [f"{who},{who.title()},{who}@example.org" for who in self.listed]
        (self.at / "class.csv").write_text("\n".join(["id,name,email", *rows, ""]))
        weakties = Path(sys.executable).with_name("weakties")
        pack = ("--units", "photo", "--edition", edition, "--exchange", self.exchange)
        run(weakties, "teach", "pack", *pack, "--out", self.at / "handout")
        packages, of_hub = map(
            names_in, (ROOT / "requirements-start.lock", HERE / "requirements.lock")
        )
        for name in ("learners", "teach"):
            settings = self.at / name / "etc" / "jupyter" / "jupyter_lab_config.json"
            settings.parent.mkdir(parents=True)
            settings.write_text(EXPOSED)
        lend_compiled(self.at / "hub" / "environment", of_hub)
        lend_compiled(self.at / "learners", {*packages, *of_hub})
        lend_compiled(self.at / "teach", {*packages, *of_hub, *TEACH})

    def start(self, **told: str) -> None:
        """Start the hub by its one command, told more by its environment; return when all of it runs."""
        (wheel,) = (self.at / "handout").glob("*.whl")
        command = [sys.executable, HERE / "hub.py"]
        command += ["--people", self.at / "class.csv", "--instructor", self.instructor]
        command += ["--pack", wheel, "--at", self.at, "--port", self.port]
        with (self.at / "log").open("a") as log:
            before = log.tell()
            words = list(map(str, command))
            self.process = subprocess.Popen(
                words, stdout=log, stderr=log, start_new_session=True, env={**os.environ, **told}
            )
        while self.process.poll() is None:
            # Its address may answer earlier: after a kill, by the proxy that is about to be replaced.
            if RUNS in (self.at / "log").read_bytes()[before:]:
                return
            time.sleep(0.5)
        sys.exit((self.at / "log").read_text())

    def kill(self) -> None:
        """End the hub without a word of warning; servers, and what stands before it, run on."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def has_processes(self, who: str) -> bool:
        """Return whether anything of somebody's runs."""
        return any(belongs(process, self.home_of(who), [who]) for process in processes())

    def as_who(self, who: str, place: Path, *words: object) -> str:
        """Run a command as somebody types it in a terminal of the hub; return what it said."""
        return run(*self.typed_by(who, *words), place=place)

    def typed_by(self, who: str, *words: object) -> list[str]:
        """Return the command that runs what somebody types in a terminal of the hub."""
        programs = self.at / ("teach" if who == self.instructor else "learners") / "bin"
        told = ["env", "-i", f"HOME={self.home_of(who)}", f"USER={who}", f"LOGNAME={who}"]
        told += ["LANG=C.UTF-8", f"PATH={programs}:/usr/bin:/bin"]
        return ["runuser", "-u", who, "--", *told, *map(str, words)]

    def in_course(self, *words: object) -> str:
        """Run a command as the instructor types it in the course's folder."""
        return self.as_who(self.instructor, self.course, *words)

    @contextmanager
    def being(self, who: str) -> Iterator[None]:
        """Let this process be let in where somebody is, and nowhere else."""
        account, groups = pwd.getpwnam(who), os.getgroups()
        os.setgroups(os.getgrouplist(who, account.pw_gid))
        os.setegid(account.pw_gid)
        os.seteuid(account.pw_uid)
        try:
            yield
        finally:
            os.seteuid(0)
            os.setegid(0)
            os.setgroups(groups)

    def remove(self) -> None:
        """End everything that runs here, and take away accounts and folder."""
        people = [*self.listed, self.instructor]
        while found := [one for one in processes() if belongs(one, self.at, people)]:
            for process in found:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.1)
        for who in people:
            subprocess.run(["userdel", who], check=False, capture_output=True)
        # A class of somebody else on this machine keeps its group.
        if not next((group.gr_mem for group in grp.getgrall() if group.gr_name == CLASS), [CLASS]):
            subprocess.run(["groupdel", CLASS], check=False, capture_output=True)
        shutil.rmtree(self.at)


@contextmanager
def small_hub(
    names: Iterable[str], others: Iterable[str] = (), edition: str = OPEN
) -> Iterator[SmallHub]:
    """Yield a hub for people of these names, handed out and started; leave the machine as it was.

    Others are on the class's list too, and have no use for a hub.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    at = Path(tempfile.mkdtemp(prefix="hub-", dir="/var/tmp"))  # where all may go
    at.chmod(0o755)
    with ExitStack() as stack:
        hub = SmallHub(at, names, others)
        stack.callback(hub.remove)
        hub.hand_out(edition)
        hub.start()
        yield hub


def run(*command: object, place: Path | None = None) -> str:
    """Run a command and return what it said; end where it fails."""
    words = list(map(str, command))
    ran = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{command}: {ran.returncode}: {ran.stdout}{ran.stderr}")
    return ran.stdout


def names_in(lock: Path) -> list[str]:
    """Return the packages that a lock names."""
    return re.findall(r"^([\w.-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)


def processes() -> list[int]:
    """Return every process of this machine but our own."""
    found = (int(place.name) for place in Path("/proc").glob("[0-9]*"))
    return [process for process in found if process != os.getpid()]


def belongs(process: int, at: Path, people: list[str]) -> bool:
    """Return whether a process that still runs is somebody's of these, or began below a folder."""
    place = Path(f"/proc/{process}")
    try:
        if "\nState:\tZ" in (place / "status").read_text():
            return False
        return place.owner() in people or f"{at}/" in (place / "cmdline").read_text()
    except (OSError, KeyError):  # it ended; or its account is none of this machine
        return False


def three_free_ports() -> int:
    """Return a port that is free, as the two after it are."""
    while True:
        with ExitStack() as stack:
            first = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
            port: int = first.getsockname()[1]
            with suppress(OSError, OverflowError):
                for number in (port + 1, port + 2):
                    stack.enter_context(socket.create_server(("127.0.0.1", number)))
                return port
