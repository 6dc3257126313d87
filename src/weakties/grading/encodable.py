"""Text that can be written into a file: half an emoji is a text in Python, and in no encoding."""

from __future__ import annotations

import json
import re
from typing import TypeVar

Tree = TypeVar("Tree")
_HALVES = re.compile("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def encodable(text: str) -> str:
    r"""Return a text with the replacement character for each half of one.

    Examples
    --------
    >>> ascii(encodable("a\ud83d")), encodable("whole: \U0001f600")
    ("'a\\ufffd'", 'whole: 😀')
    """
    return _HALVES.sub(_REPLACEMENT, text)


def encodable_tree(tree: Tree) -> Tree:
    r"""Return plain JSON values of which every text, keys included, can be encoded.

    Examples
    --------
    >>> ascii(encodable_tree({"\ud83d": ["\ude00", 1]}))
    "{'\\ufffd': ['\\ufffd', 1]}"
    """
    # By way of JSON, which goes deeper than a function that calls itself.
    text = json.dumps(tree, ensure_ascii=False)
    if not _HALVES.search(text):
        return tree
    whole: Tree = json.loads(encodable(text))
    return whole
