"""The one sign that plain sentences of this course carry: code stands in `backticks`."""

from __future__ import annotations

import re
from html import escape

_CODE = re.compile(r"`([^`]+)`")


def with_code(text: str) -> str:
    """Return plain text as HTML, with what stands in backticks as code.

    Parameters
    ----------
    text
        A sentence; nothing in it is HTML.

    Examples
    --------
    >>> with_code("`a` < 1")
    '<code>a</code> &lt; 1'
    """
    return _CODE.sub(r"<code>\1</code>", escape(text))
