"""Whether the letters of a file may have been garbled on their way."""

from __future__ import annotations

import re

from weakties.linkedin.csvfile.decoded import encoding_of

# "Zoé" whose UTF-8 was read as Windows-1252 and written as UTF-8 once more is "ZoÃ©".
_TWICE = re.compile(
    "|".join(sign.encode().decode("cp1252") for sign in "äöüßéèêëáâãåçñóôõøúûïÄÖÜÉ’“–").encode()
)
_OTHERS = (
    "letters other than a to z may be wrong: the file is not UTF-8, and was read as Windows writes "
    "Western languages. If names look odd, give the zip as LinkedIn sent it, or save as CSV UTF-8."
)
_GARBLED = (
    "letters such as é look garbled (“Ã©”): a program read and saved them in two ways. Give the zip "
    "as LinkedIn sent it."
)


def doubtful_letters(content: bytes) -> str:
    """Return what is to be said of a file's letters; nothing if they are in order.

    Examples
    --------
    >>> doubtful_letters("José".encode())
    ''
    >>> doubtful_letters("José".encode("cp1252"))[:30]
    'letters other than a to z may '
    >>> doubtful_letters("JosÃ©".encode())[:25]
    'letters such as é look ga'
    """
    if content.isascii() or encoding_of(content).startswith("utf-16"):
        return ""
    try:
        content.decode()
    except UnicodeDecodeError:
        return _OTHERS
    return _GARBLED if _TWICE.search(content) else ""
