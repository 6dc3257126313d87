"""A notebook as text, as nbformat writes it; nbformat takes longer over it than all else in saving."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from nbformat import NotebookNode, ValidationError, validate
from nbformat.v4.nbjson import BytesEncoder
from nbformat.v4.rwbase import split_lines, strip_transient
from traitlets.log import get_logger


def notebook_text(notebook: Any) -> str:
    """Return the text that `nbformat.writes` would, sign for sign, for a notebook of format 4."""
    try:
        validate(notebook)
    except ValidationError as error:
        get_logger().error("Notebook JSON is invalid: %s", error)
    # Through JSON a copy is made, and lines are laid out, by C.
    copy = json.loads(json.dumps(notebook, cls=BytesEncoder), object_hook=NotebookNode)
    return _laid_out(strip_transient(split_lines(copy)), "\n")


def _laid_out(value: Any, line: str) -> str:
    """Return JSON of which each part has a line; `line` begins that of the whole."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = f"{line} "
    between = f",{inner}"
    if isinstance(value, dict):
        parts = [
            f"{encode_basestring(key)}: {_laid_out(part, inner)}"
            for key, part in sorted(value.items())
        ]
        return f"{{{inner}{between.join(parts)}{line}}}" if parts else "{}"
    if isinstance(value, list):
        listed = between.join([_laid_out(part, inner) for part in value])
        return f"[{inner}{listed}{line}]" if value else "[]"
    return json.dumps(value)
