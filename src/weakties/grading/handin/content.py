"""What a file is that should have been a notebook, told by its first bytes."""

from __future__ import annotations

_FIRST = 1_000
ARCHIVE = b"PK\x03\x04"
"""How a zip begins."""
_BEGINNINGS = {
    b"%PDF": "is a PDF, not a notebook: the file itself is needed, not a print of it",
    ARCHIVE: "is an archive under a notebook's name",
    b"<<<<<<<": "holds the marks of a merge that nobody finished",
    b"version https://git-lfs": "is only a pointer of Git LFS: the file itself was not sent",
}
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<?xml")


def kind_of(content: bytes) -> str:
    r"""Return what a file is instead of a notebook, as the end of a sentence; empty if nobody knows.

    Examples
    --------
    >>> kind_of(b" \n")
    'is empty: nothing was saved into it'
    >>> kind_of(b"<!DOCTYPE html><title>photo</title>")
    'is a web page saved under this name, not the notebook itself'
    >>> kind_of(b'{"cells": [')
    ''
    """
    start = content[:_FIRST].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        return "is empty: nothing was saved into it"
    if start.lower().startswith(_MARKUP):
        return "is a web page saved under this name, not the notebook itself"
    return next((said for sign, said in _BEGINNINGS.items() if start.startswith(sign)), "")
