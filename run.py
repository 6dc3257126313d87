#!/usr/bin/env python3
"""Set weakties up in .venv, then run it.

    python3 run.py start    open the workshop in JupyterLab
    python3 run.py test     run the whole test suite

Any other word goes to the `weakties` command: python3 run.py author prove photo
What learners need is installed first; the rest comes with the first word that needs it.
"""

import hashlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.lock")
START_LOCK = os.path.join(ROOT, "requirements-start.lock")
NEED_ALL = ("test", "author", "grade", "site", "teach")
STAMP = os.path.join(VENV, ".weakties")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python")
UNFINISHED = "unfinished"


def main(arguments):
    """Set up what is missing, then do what was asked; return an exit code."""
    if sys.version_info < (3, 11):
        stop(
            "weakties needs Python 3.11 or newer, and this is Python %d.%d." % sys.version_info[:2],
            "Install a newer one from python.org, then call it by name: python3.12 run.py start",
        )
    if not arguments or arguments[0] in ("-h", "--help"):
        print(__doc__)
        return 0
    set_up(everything=arguments[0] in NEED_ALL)
    if arguments[0] != "test":
        python = "python" if os.name == "nt" else "python3"
        os.environ["WEAKTIES_COMMAND"] = "%s %s" % (python, shlex.quote(sys.argv[0]))
        return call([PYTHON, "-m", "weakties", *arguments])
    # What workers and commands compile is kept for the next ones, which would else compile it again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    browser = call([PYTHON, os.path.join(ROOT, "tests", "browser", "install.py")])
    # Kernels and nbgrader wait as often as they work: three workers keep two processors busy.
    # tests/conftest.py says in which order; pytest-xdist's own begins with what has most tests.
    spread = ["-n", "3", "--dist", "loadgroup", "--no-loadscope-reorder"]
    # pytest-xdist 3.8 waits forever for a worker that took the place of one that crashed.
    spread += ["--max-worker-restart", "0"]
    # Pages, kernels and clocks are real: what fails is tried once more, and told if it then passes.
    pytest = [PYTHON, "-m", "pytest", *spread, "--reruns", "1", "-rfER"]
    return browser or call([*pytest, *arguments[1:]], cwd=ROOT)


def set_up(everything):
    """Bring .venv to what a lock says; do nothing if it is there already, or more."""
    state, (place, for_start, for_all) = read(STAMP), wanted()
    content, lock = (for_all, LOCK) if everything else (for_start, START_LOCK)
    if state in (place + content, place + for_all):
        return
    if state is None and os.path.exists(VENV):
        stop(
            "There is a .venv here that run.py did not make.",
            "Move or delete it (%s), then run this again." % VENV,
        )
    if not (state or "").startswith(place):
        if state == UNFINISHED:
            print("An earlier set-up was interrupted; starting it afresh.")
        make_environment()
    name = os.path.basename(lock)
    print("Installing what %s names (a few minutes on a slow line) ..." % name, flush=True)
    write(STAMP, UNFINISHED)
    install(lock)
    write(STAMP, place + content)


def make_environment():
    """Make .venv anew, marked as unfinished until everything is in it."""
    print("Making a private Python environment in .venv ...", flush=True)
    if os.path.isdir(VENV):
        shutil.rmtree(VENV)
    os.mkdir(VENV)
    write(STAMP, UNFINISHED)
    if subprocess.call([sys.executable, "-m", "venv", VENV]):
        stop(
            "Python could not make a virtual environment.",
            "On Debian or Ubuntu: sudo apt install python3-venv. Then run this again.",
        )


def install(lock):
    """Install exactly what a lock says, and weakties itself from here."""
    online = (
        "Check that this machine is online and may reach a package registry, then run this again."
    )
    quiet = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    with tempfile.TemporaryDirectory() as scratch:
        # A learner has no use for uv afterwards, so it does not go into .venv.
        uv_only = os.path.join(scratch, "uv.txt")
        write(uv_only, locked("uv"))
        aside = ["--target", scratch, "--require-hashes", "--no-deps", "-r", uv_only]
        if subprocess.call([*quiet, *aside]):
            stop("The packages could not be downloaded.", online)
        # Like pip, uv is to trust what this machine trusts: many firms have a certificate of their own.
        own = {"VIRTUAL_ENV": VENV, "UV_SYSTEM_CERTS": "1", "PYTHONPATH": scratch}
        environment = dict(os.environ, **own)
        uv = [PYTHON, "-m", "uv", "pip", "--quiet"]
        synced = subprocess.call(
            [*uv, "sync", "--require-hashes", "--compile-bytecode", lock], env=environment
        )
        if synced:
            print("That did not work; trying once more with pip, which is slower ...", flush=True)
            # What a lock names is all there is; pip would look for extras that stand in it bare.
            if subprocess.call([*quiet, "--no-deps", "--require-hashes", "-r", lock]):
                stop("The packages could not be installed.", online)
        itself = ["install", "--no-deps", "--no-build-isolation", "-e", ROOT]
        if subprocess.call([*uv, *itself], env=environment):
            stop("weakties itself could not be installed.", "The lines above say why.")
    subprocess.call([PYTHON, "-m", "compileall", "-q", os.path.join(ROOT, "src")])


def locked(package):
    """Return the lines of requirements.lock that pin one package, hashes included."""
    lines, inside = [], False
    for line in read(LOCK).splitlines(keepends=True):
        if not line.startswith((" ", "#")):
            inside = line.startswith(package + "==")
        if inside:
            lines.append(line)
    return "".join(lines)


def wanted():
    """Return digests: of what asks for a new .venv, of what `start` needs in it, and of all."""
    project = read(os.path.join(ROOT, "pyproject.toml"))
    asked = ([sys.version, ROOT], [read(START_LOCK), project], [read(LOCK), project])
    return [hashlib.sha256("\n".join(parts).encode()).hexdigest() for parts in asked]


def call(command, cwd=None):
    """Run a command to its end and return its exit code."""
    process = subprocess.Popen(command, cwd=cwd)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the child got it too and ends in its own time


def read(path):
    """Return the text of a file, or None where there is none."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    """Make a file of a text."""
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def stop(what, next_step):
    """End with two lines for the reader."""
    sys.exit("%s\n%s" % (what, next_step))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        stop("\nInterrupted.", "Run the same command again whenever you like.")
