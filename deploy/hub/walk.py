#!/usr/bin/env python3
"""Walk a class through the hub on this machine, for real: a teacher, two learners, one of them hostile.

    python3 run.py teach --help && sudo python3 deploy/hub/walk.py

It makes three accounts and removes them again, needs a network once, and prints what it saw.
"""

from __future__ import annotations

import http.cookiejar
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from hub import CLASS, ROOT
from people import codes_in

TEACHER, HONEST, HOSTILE = "wt-grace", "wt-ada", "wt-eve"
PORT = 8940
PATIENCE = 900
HOSTILE_READS = """
import json, os, pathlib, sys
at = pathlib.Path(sys.argv[1])
def tried(what):
    try:
        return what()
    except OSError as error:
        return type(error).__name__
def steal(place):
    return tried(lambda: len(os.listdir(place)) if place.is_dir() else place.read_text())
inbound = at / "exchange/weakties/inbound"
theirs = pathlib.Path(sys.argv[2])
found = {
    "another's home": steal(at / "homes/wt-ada"),
    "the gradebook": steal(at / "homes/wt-grace/course/gradebook.db"),
    "the key": steal(at / "teach/lib"),
    "the hub's folder": steal(at / "hub"),
    "the codes": steal(at / "hub/codes.csv"),
    "the cookie secret": steal(at / "hub/cookie_secret"),
    "the list of the exchange": steal(inbound),
    "taking another's work away": tried(lambda: theirs.rename(inbound / "gone")),
    "writing over another's work": tried(lambda: (theirs / "photo.ipynb").write_text("{}")),
    "the folder of the exchange": tried(lambda: (at / "exchange/weakties").rename(at / "exchange/w")),
    "the learners' library": tried(lambda: (at / "learners/mine").mkdir()),
}
tokens = [path for path in pathlib.Path("/proc").glob("[0-9]*/environ")]
held = [str(p) for p in tokens if "CONFIGPROXY_AUTH_TOKEN" in str(tried(p.read_text))]
found["the proxy's token"] = held or "nowhere"
lines = [tried(p.with_name("cmdline").read_text) for p in tokens]
found["a token in a command line"] = [one for one in lines if "token=" in str(one).lower() and "steal(place)" not in str(one)] or "nowhere"
print(json.dumps(found, default=str))
"""


def main() -> None:
    """Walk through a day of a class."""
    at = Path(tempfile.mkdtemp(prefix="hub-", dir="/var/tmp"))
    at.chmod(0o755)
    try:
        walk(at)
    finally:
        for process in running_from(at):
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for who in (TEACHER, HONEST, HOSTILE):
            subprocess.run(["pkill", "-KILL", "-u", who], check=False, capture_output=True)
            subprocess.run(["userdel", who], check=False)
        subprocess.run(["groupdel", CLASS], check=False)
        shutil.rmtree(at)


def walk(at: Path) -> None:
    """Hand out, start, work, hand in, kill, start again, and let the hostile one try."""
    people = at / "class.csv"
    people.write_text(
        f"id,name,email\n{HONEST},Ada A,ada@example.org\n{HOSTILE},Eve E,eve@example.org\n"
    )
    weakties = ROOT / ".venv" / "bin" / "weakties"
    exchange = at / "exchange" / "weakties"
    pack = ("--units", "photo", "--exchange", exchange, "--out", at / "handout")
    say(weakties, "teach", "pack", *pack)
    (wheel,) = (at / "handout").glob("*.whl")
    command = [sys.executable, ROOT / "deploy/hub/hub.py", "--people", people, "--pack", wheel]
    command += ["--instructor", TEACHER, "--at", at, "--port", str(PORT)]
    log = (at / "log").open("w")
    begun = time.monotonic()
    hub = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    wait_for_hub(hub, at)
    print(f"set up and started in {time.monotonic() - begun:.0f} s")
    codes = codes_in((at / "hub" / "codes.csv").read_text())

    ada, eve = Visitor(HONEST), Visitor(HOSTILE)
    check("a wrong code does not enter", not ada.enter("wrong"))
    check("who is not on the list does not enter", not Visitor("root").enter(codes[HONEST]))
    for visitor in (ada, eve):
        check(f"{visitor.who} enters", visitor.enter(codes[visitor.who]))
        print(f"{visitor.who} has a server after {visitor.begin():.0f} s")
    found = subprocess.check_output(["pgrep", "-u", HONEST], text=True).split()
    limits = [Path(f"/proc/{one}/limits").read_text() for one in found]
    lines = [line for text in limits for line in text.splitlines() if "Max data size" in line]
    each = [memory_of(one) for one in found]
    print(f"a learner's server without a kernel holds {sum(each) / 1e6:.0f} MB")
    check("a learner's memory is limited", any(str(2 * 1024**3) in line for line in lines))
    welcome = ada.ask("contents/course/welcome.ipynb")
    check("the course lies in the learner's home", welcome["type"] == "notebook")
    check("eve can't read ada's server", refused(lambda: eve.ask("contents", of=HONEST)))

    work = at / "homes" / HONEST / "weakties-workshop" / "exercises" / "photo" / "photo.ipynb"
    changed = ada.ask("contents/exercises/photo/photo.ipynb")["content"]
    changed["cells"][0]["source"] += "\n\nMine."
    ada.ask("contents/exercises/photo/photo.ipynb", {"type": "notebook", "content": changed})
    hand_in(at, HONEST)
    hand_in(at, HOSTILE)
    hand_in(at, HOSTILE)
    check("three hand-ins lie there", len(list((exchange / "inbound").iterdir())) == 3)

    os.killpg(hub.pid, signal.SIGKILL)
    hub.wait()
    hub = subprocess.Popen(command, stdout=log, stderr=log, start_new_session=True)
    wait_for_hub(hub, at)
    again = codes_in((at / "hub" / "codes.csv").read_text())
    check("after a kill the codes are the same", again == codes)
    check("after a kill ada enters", ada.enter(codes[HONEST]))
    ada.begin()
    check("after a kill the work is there", "Mine." in work.read_text())

    (theirs,) = (exchange / "inbound").glob(f"{HONEST}+*")
    reads = as_who(HOSTILE, at / "learners/bin/python", "-c", HOSTILE_READS, at, theirs, at=at)
    for what, got in json.loads(reads).items():
        check(f"hostile: {what}: {got}", got in ("PermissionError", "nowhere"))

    os.killpg(hub.pid, signal.SIGTERM)
    hub.wait(PATIENCE)


class Visitor:
    """A learner's browser, as far as it is cookies and requests."""

    def __init__(self, who: str) -> None:
        self.who = who
        self.jar = http.cookiejar.CookieJar()
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open
        self.base = f"http://127.0.0.1:{PORT}"

    def token(self, path: str) -> str:
        """Return the token that goes back with a form of this path."""
        return next((one.value for one in self.jar if one.name == "_xsrf" and one.path == path), "")

    def enter(self, code: str) -> bool:
        """Type a code; return whether it let us in."""
        self.open(f"{self.base}/hub/login", timeout=PATIENCE).read()
        form = {"username": self.who, "password": code, "_xsrf": self.token("/hub/")}
        try:
            self.open(
                f"{self.base}/hub/login?next=/hub/home",
                urllib.parse.urlencode(form).encode(),
                PATIENCE,
            )
        except urllib.error.HTTPError:
            return False
        return any(one.name == "jupyterhub-session-id" for one in self.jar) and any(
            one.name == "jupyterhub-hub-login" for one in self.jar
        )

    def begin(self) -> float:
        """Start a server and return after how many seconds it answers."""
        begun = time.monotonic()
        self.open(f"{self.base}/hub/spawn/{self.who}", timeout=PATIENCE).read()
        while time.monotonic() - begun < PATIENCE:
            try:
                self.open(f"{self.base}/user/{self.who}/lab", timeout=PATIENCE).read()
                self.ask("status")
            except (urllib.error.URLError, ValueError):
                time.sleep(1)
            else:
                return time.monotonic() - begun
        raise TimeoutError(self.who)

    def ask(self, path: str, put: object = None, of: str = "") -> dict:
        """Ask a server's API."""
        user = of or self.who
        request = urllib.request.Request(f"{self.base}/user/{user}/api/{path}")  # noqa: S310 - our own
        if put is not None:
            request.method, request.data = "PUT", json.dumps(put).encode()
            request.add_header("Content-Type", "application/json")
            request.add_header("X-XSRFToken", self.token(f"/user/{user}/"))
        with self.open(request, timeout=PATIENCE) as answer:
            return json.loads(answer.read())


def running_from(at: Path) -> list[int]:
    """Return the processes of the hub that lies there, its proxy and its services included."""
    found = []
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if f"{at}/" in line.read_text() and int(line.parent.name) != os.getpid():
                found.append(int(line.parent.name))
    return found


def memory_of(process: str) -> int:
    """Return how many bytes a process holds, its part of what it shares included."""
    text = Path(f"/proc/{process}/smaps_rollup").read_text()
    return next(
        int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:")
    )


def hand_in(at: Path, who: str) -> None:
    """Hand the exercise in, as a learner types it in a terminal of the hub."""
    print(as_who(who, at / "learners/bin/weakties", "hand-in", "photo", "--no-run", at=at).strip())


def as_who(who: str, *command: object, at: Path) -> str:
    """Run a command as an account, in its workshop's folder, with the limits of its server."""
    home = at / "homes" / who
    work = home / "weakties-workshop"
    told = ["env", "-i", f"HOME={home}", f"USER={who}", f"LOGNAME={who}", "LANG=C.UTF-8"]
    told.append(f"PATH={at / 'learners' / 'bin'}:/usr/bin:/bin")
    words = ["runuser", "-u", who, "--", *told, *map(str, command)]
    place = work if work.is_dir() else home
    ran = subprocess.run(words, cwd=place, capture_output=True, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{who}: {command}: {ran.stdout}{ran.stderr}")
    return ran.stdout


def wait_for_hub(hub: subprocess.Popen, at: Path) -> None:
    """Return when the hub answers."""
    while hub.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/hub/api", timeout=10).read()
        except OSError:
            time.sleep(1)
        else:
            return
    sys.exit((at / "log").read_text())


def refused(what) -> bool:
    """Return whether a request is refused."""
    try:
        what()
    except (urllib.error.HTTPError, ValueError):
        return True
    return False


def check(what: str, holds: bool) -> None:
    """Say what was seen; end where it must not be."""
    print(f"{'yes' if holds else 'NO '}  {what}", flush=True)
    if not holds:
        sys.exit(1)


def say(*command: object) -> None:
    """Run a command and show it."""
    print("$", *command, flush=True)
    subprocess.run(list(map(str, command)), check=True)


if __name__ == "__main__":
    main()
