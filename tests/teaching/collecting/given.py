"""What platforms and mail programs give an instructor, made here by their rules, and a cohort."""

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING

from weakties.course import load_course
from weakties.handover.receipt import Receipt, digest_of, zip_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

EXERCISE = json.loads(
    (load_course().root / load_course().unit("photo").exercise).read_text(encoding="utf-8")
)
ROSTER = """id,name,email,lms_id
ada,Ada Lovelace,ada@example.org,71
jose,José Núñez Ørsted,jose@example.org,72
jm,Jörg Müller,mueller@example.org,73
sam1,Sam Lee,sam@example.org,74
sam2,Sam Lee,lee@example.org,75
"""
COHORT = """title = "Ours"
zone = "Europe/Berlin"
roster = "roster.csv"
[[units]]
slug = "photo"
due = 2027-03-01T12:00:00
[[extensions]]
learner = "jm"
unit = "photo"
due = 2027-03-02T12:00:00
"""


def course_at(folder: Path) -> Path:
    """Make a course's folder with a cohort in it, and nothing that grading needs."""
    folder.mkdir()
    (folder / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (folder / "cohort.toml").write_text(COHORT, encoding="utf-8")
    return folder


def notebook(words: str = "") -> bytes:
    """Return the exercise with a few words in its first cell, which tell one from another."""
    first, *rest = EXERCISE["cells"]
    return json.dumps({**EXERCISE, "cells": [{**first, "source": words}, *rest]}).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def hand_in(words: str, *, who: str = "", unit: str = "photo", made: str = "2027-03-01T09:00:00Z"):
    """Return a zip as `weakties hand-in` makes it."""
    work = notebook(words)
    return zip_of(work, Receipt(unit, "open", digest_of(work), made, who=who))


def mail(sender: str, date: str, files: Mapping[str, bytes], received: str = "") -> EmailMessage:
    """Return a mail with attachments."""
    made = EmailMessage()
    made["From"], made["Date"], made["Subject"] = sender, date, "my work"
    if received:
        made["Received"] = f"from there by here; {received}"
    made.set_content("Here it is.")
    for name, data in files.items():
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made
