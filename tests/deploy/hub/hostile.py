"""What a hostile learner tries in a kernel of the hub: each try ends in a refusal, or finds nothing.

The hub's folder, another learner, an instructor's id and another's hand-in are in `sys.argv`.
"""

import json
import socket
import sys
from pathlib import Path

AT, OTHER, INSTRUCTOR, HANDED_IN = Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])
INBOUND = AT / "exchange" / "weakties" / "inbound"
COURSE = AT / "homes" / INSTRUCTOR / "course"


def tried(what):
    """Return what a try gives, or the name of the error that ended it."""
    try:
        return what()
    except OSError as error:
        return type(error).__name__


def read(place):
    """Try to list a folder or to read a file."""
    return tried(lambda: len(list(place.iterdir())) if place.is_dir() else place.read_bytes()[:80])


def of_processes(name, *words):
    """Return which processes of the hub hold words in what the machine tells about each."""
    told = {place: str(tried(place.read_bytes)).lower() for place in Path("/proc").glob(name)}
    held = [str(place) for place, said in told.items() if all(word in said for word in words)]
    return held or "nowhere"


FOUND = {
    "another's home": read(AT / "homes" / OTHER),
    "another's work": read(AT / "homes" / OTHER / "weakties-workshop"),
    "the gradebook": read(COURSE / "gradebook.db"),
    "another's feedback": read(AT / "exchange" / "weakties" / "feedback" / OTHER),
    "the key": read(AT / "teach" / "lib"),
    "the hub's folder": read(AT / "hub"),
    "the codes": read(AT / "hub" / "codes.csv"),
    "the cookie secret": read(AT / "hub" / "cookie_secret"),
    "the list of the exchange": read(INBOUND),
    "another's hand-in, its name known": tried(lambda: HANDED_IN.rename(INBOUND / "gone")),
    "writing over a hand-in": tried(lambda: (HANDED_IN / "photo.ipynb").write_text("{}")),
    "the exchange's folder": tried(lambda: INBOUND.rename(INBOUND.with_name("gone"))),
    "the learners' library": tried((AT / "learners" / "mine").mkdir),
    "the room's door": tried(
        lambda: socket.socket(socket.AF_UNIX).connect(str(AT / "room" / "socket"))
    ),
    "a door in place of the room's": tried((AT / "room" / "mine").touch),
    "the proxy's token": of_processes("[0-9]*/environ", "configproxy_auth_token="),
    "a token in a command": of_processes("[0-9]*/cmdline", "token=", str(AT).lower()),
}
print(json.dumps(FOUND, default=str))
