"""Learners of a hub's class who have no hub: by a wheel, from a stick, on a platform and by mail."""

from __future__ import annotations

import json
import mailbox
import os
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from small_hub import run
from uv import find_uv_bin

from teaching.collecting.given import mail, zipped
from teaching.day.work import EDITION, Handed, everything_right, photo_of, photo_with
from teaching.packing.borrowed import borrow
from weakties.cli import app
from weakties.teaching.packing import offline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WITHOUT_NBGRADER = """import sys
sys.modules.update(nbgrader=None, bleach=None)
from weakties.cli import main
main()
"""
ALONE = {"PYTHONPATH": "", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_COMPILE": "1"}
"""No registry, for an environment that a stick makes itself."""


class Elsewhere:
    """Their machines, what they hand in, and what each must get for it.

    Parameters
    ----------
    at
        A folder that is not there yet, for their machines.
    who
        How the class's list calls each, by how their work comes.
    """

    def __init__(self, at: Path, who: Mapping[str, str]) -> None:
        self.at, self.who = at, who
        self.stick, self.laptop = at / "stick", at / "laptop"
        self.due = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)
        self.sent = self.due + timedelta(hours=30)

    def hand_out(self) -> None:
        """Pack a stick, and install the wheel that lies on it on a laptop too."""
        self.at.mkdir()
        words = ["teach", "pack", "--offline", "--units", "photo", "--edition", EDITION]
        with patch.object(offline, "fetch", borrow):
            app([*words, "--out", str(self.stick)], standalone_mode=False)
        (wheel,) = (self.stick / "wheels").glob("weakties-*.whl")
        uv = [find_uv_bin(), "pip", "install", "--quiet", "--offline", "--no-deps"]
        run(*uv, "--target", self.laptop, wheel)
        with zipfile.ZipFile(wheel) as opened:
            self.packed = {name: opened.read(name) for name in opened.namelist()}

    @cached_property
    def handed(self) -> dict[str, Handed]:
        """What each hands in; who comes by a platform writes no text."""
        exercise: Any = json.loads(self.packed["weakties/content/exercises/photo/photo.ipynb"])
        right = photo_with(exercise, everything_right(), "I chose a clear one.", None)
        others = {"stick": 6, "platform": 5, "mail": 3}
        work = {"wheel": right} | {way: photo_of(one, exercise) for way, one in others.items()}
        return {self.who[way]: one for way, one in work.items()}

    @property
    def texts(self) -> dict[str, str]:
        """What each wrote for a person to read."""
        return {who: one.text for who, one in self.handed.items() if one.text}

    def marks(self, given: Mapping[str, float]) -> dict[str, float]:
        """Reckon each mark: the checks and what the text got, less what coming late costs."""
        late = self.who["mail"]
        whole = {who: sum(one.checks) + given.get(who, 0) for who, one in self.handed.items()}
        return {who: mark * 0.8 if who == late else mark for who, mark in whole.items()}

    def hand_in(self, place: Path) -> list[Path]:
        """Hand all of it in; return what an instructor then has, below a folder."""
        inbox, platform, box = place / "inbox", place / "submissions.zip", place / "class.mbox"
        inbox.mkdir(parents=True)
        hand_in = ["hand-in", "photo", "--out", inbox, "--me"]
        installed, start = {"PYTHONPATH": str(self.laptop)}, self.stick / "start.py"
        wheel = [self.who["wheel"], self._file_of("wheel"), "--no-run"]
        self._typed(installed, "-c", WITHOUT_NBGRADER, *hand_in, *wheel)
        stick = [self.who["stick"], self._file_of("stick")]
        first = self._typed(ALONE, start, *hand_in, *stick)
        self.stick_said = (first, self._typed(ALONE, start, "--version"))
        self.receipts = {way: _receipt(inbox, self.who[way]) for way in ("wheel", "stick")}
        name = f"{self.who['platform'].title()}_7_assignsubmission_file_/photo (1).ipynb"
        platform.write_bytes(zipped({name: self._bytes_of("platform")}))
        attached = {"photo.ipynb": self._bytes_of("mail")}
        sent = f"{self.sent:%a, %d %b %Y %H:%M:%S +0000}"
        with closing(mailbox.mbox(box)) as mails:
            mails.add(mail(f"{self.who['mail']}@example.org", sent, attached))
        return [inbox, platform, box]

    def _bytes_of(self, way: str) -> bytes:
        return json.dumps(self.handed[self.who[way]].notebook).encode()

    def _file_of(self, way: str) -> Path:
        mine = self.at / f"{way}.ipynb"
        mine.write_bytes(self._bytes_of(way))
        return mine

    def _typed(self, told: Mapping[str, str], *words: object) -> str:
        """Return what a command says at a Western console."""
        return subprocess.run(
            [sys.executable, *map(str, words)],
            env={**os.environ, "PYTHONIOENCODING": "cp1252", **told},
            cwd=self.at,
            stdout=subprocess.PIPE,
            encoding="cp1252",
            check=True,
        ).stdout


def _receipt(inbox: Path, who: str) -> dict[str, Any]:
    """Return the receipt of somebody's hand-in."""
    for made in inbox.iterdir():
        with zipfile.ZipFile(made) as opened:
            receipt: dict[str, Any] = json.loads(opened.read("receipt.json"))
        if receipt["who"] == who:
            return receipt
    raise FileNotFoundError(who)
