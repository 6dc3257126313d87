"""What a learner did so far, kept in one file of their own working folder and nowhere else.

The file is ``.weakties/progress.jsonl``; ``docs/progress.md`` describes its lines. A `Line` is one of
them, a `Record` is what all of them come to, and `here` is the record of this process: it remembers
while the kernel runs, and in the file where a learner's own folder surrounds the notebook.
"""

from weakties.progress.here import Here, forget_session, here
from weakties.progress.lines import Line, check_line
from weakties.progress.record import Foretold, Record, Tried
from weakties.progress.store import FILE, Store

__all__ = [
    "FILE",
    "Foretold",
    "Here",
    "Line",
    "Record",
    "Store",
    "Tried",
    "check_line",
    "forget_session",
    "here",
]
