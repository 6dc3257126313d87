"""Small exports written by hand, as zip or folder. All people are invented."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOTES = 'Notes:\n"When exporting your connection data, you may notice ..."\n\n'
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD_HEADER = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT\n"
)
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
)


def url(slug: str) -> str:
    return f"https://www.linkedin.com/in/{slug}"


def connections(*rows: str) -> str:
    return NOTES + HEADER + "\n".join(rows)


def message(
    conversation: str,
    sender: tuple[str, str],
    to: tuple[str, str],
    date: str,
    content: str = "Hello",
    folder: str = "INBOX",
    draft: str = "No",
) -> str:
    (name, slug), (recipient, recipient_slug) = sender, to
    return (
        f'{conversation},,"{name}",{url(slug) if slug else ""},"{recipient}",'
        f'{url(recipient_slug) if recipient_slug else ""},{date} UTC,,"{content}",{folder},,{draft},No'
    )


def messages(*rows: str) -> str:
    return MESSAGES + "\n".join(rows)


def zipped(path: Path, files: Mapping[str, str | bytes]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def zip_bytes(files: Mapping[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()
