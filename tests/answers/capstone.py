"""Filled-in and badly filled-in steps of the audit ``capstone``, with what each must get.

Nothing in it is right or wrong: a right answer is one that is filled in from a report that belongs to
the data, whatever was decided. The export may be the sample, one's own, a copy that names nobody, or
not be on the machine where it is read.
"""

from weakties.authoring.answers import Catalogue, Wrong

_STEPS = {
    "capstone-q1": ("purpose", "E2.4", "C16", "E3.4"),
    "capstone-q2": ("picture", "E1.1", "C5", "E3.6"),
    "capstone-q3": ("message", "E3.6", "C4", "E4.3"),
    "capstone-q4": ("mix", "E1.11", "C1", "E0.9"),
    "capstone-q5": ("strangers", "E4.3", "C13", "E0.8"),
    "capstone-q6": ("hours", "E0.12", "C10", "E0.11"),
    "capstone-q7": ("followup", "E2.3", "C8", "E0.14"),
    "capstone-q8": ("doubt", "E2.7", "C1", "E3.1"),
}
_EXPORTS = """
import csv, io, zipfile
def write_own(path, people=3):
    table = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\\n"
    table += "".join(f"P{n},Q,https://www.linkedin.com/in/p{n},,Firm {n},Chef,0{n + 1} May 2024\\n" for n in range(people))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Connections.csv", table)
"""


def _filled(step, claim, contradiction, number):
    return f"""
{step}_number = {number}
{step}_limit = "it says what happened and nothing on why"
{step}_claim = "{claim}"
{step}_contradiction = "{contradiction}"
{step}_decision = "I leave everything as it is until June."
"""


def _catalogue(question):
    step, claim, contradiction, elsewhere = _STEPS[question]
    told = f'[one[1] for one in report["steps"]["{step}"] if one[1] is not None]'
    good = _filled(step, claim, contradiction, f"{told}[-1]")
    here = f'next(iter({told}), "can\'t tell")'
    return Catalogue(
        right=[
            good,
            # rounded to three digits, as one types it
            _filled(step, claim.lower(), contradiction, f'float(format({told}[0], ".3g"))'),
            # the report's whole row, the options as one-element lists, the decision in three words
            _filled(
                step,
                claim,
                contradiction,
                f'next(one for one in report["steps"]["{step}"] if one[1] is not None)',
            )
            + f"{step}_claim, {step}_contradiction = [{step}_claim], ({step}_contradiction,)\n"
            + f'{step}_decision = "Wait until June"\n',
            # an export of one's own that holds little: what it can't tell is no mistake
            f"""{_EXPORTS}
from weakties.linkedin.audit import report_on
write_own("own.zip")
sample, report = report, report_on("own.zip")
{_filled(step, claim, contradiction, here)}
""",
            # an export of nobody
            f"""{_EXPORTS}
from weakties.linkedin.audit import report_on
write_own("empty.zip", people=0)
report = report_on("empty.zip")
{_filled(step, claim, contradiction, here)}
""",
            # read on another machine, where the export is not
            f"""
from weakties.linkedin.audit import report_on
report = report_on("somebody-elses-export.zip")
{_filled(step, claim, contradiction, 1234)}
""",
            # a copy that names nobody
            f"""
from pathlib import Path
from weakties.linkedin import read
from weakties.linkedin.audit import report_on
from weakties.linkedin.pseudonym.file import write_copy
from weakties.linkedin.sample import write_sample
if not Path("copy.zip").exists():
    write_sample("original.zip")
    write_copy(read("original.zip"), Path("copy.zip"))
report = report_on("copy.zip")
{_filled(step, claim, contradiction, here)}
""",
        ],
        wrong=[
            Wrong(
                "typed from another export",
                _filled(step, claim, contradiction, 987654),
                0.8,
                "Was it typed from another export",
            ),
            Wrong(
                "can't tell, though it can",
                _filled(step, claim, contradiction, '"can\'t tell"'),
                0.8,
                "and the report can",
            ),
            Wrong(
                "a claim of another step",
                _filled(step, elsewhere, contradiction, f"{told}[0]"),
                0.8,
                "is none of the options",
            ),
            Wrong(
                "a wish in one word",
                good + f'\n{step}_decision = "Network!"\n{step}_limit = "none"',
                0.6,
                "write at least 3 words",
            ),
            Wrong(
                "an export that is broken",
                f"""
from pathlib import Path
from weakties.linkedin.audit import report_on
Path("broken.zip").write_bytes(b"PK no zip at all")
report = report_on("broken.zip")
{_filled(step, claim, contradiction, 12)}
""",
                0,
                "The report could not be made",
            ),
            Wrong(
                "no report at all",
                f"report = 12\n{_filled(step, claim, contradiction, 12)}",
                0,
                "`report` is no report",
            ),
        ],
    )


_PAGE = """
start = ["Write to one person", "Ask before I accept", "One hour on Thursdays"]
stop = "The feed in the evening"
watch = "Questions of others that I answered: 4 last month"
look_again = "2027-02-01"
"""

ANSWERS = {question: _catalogue(question) for question in _STEPS} | {
    "capstone-q9": Catalogue(
        right=[
            _PAGE,
            """
import datetime
start = ("Ask Tuesdays' group aloud", "Thank who answered me", "Read before I accept")
stop = "Counting connections on Mondays"
watch = "dormant ties that woke up, 0 of 9"
look_again = datetime.date(2027, 3, 1)
""",
            _PAGE + '\nwatch = "connections I wrote with this month"',
        ],
        wrong=[
            Wrong("two things", _PAGE + "\nstart = start[:2]", 0.75, "3 are asked for"),
            Wrong(
                "a vanity number",
                _PAGE + '\nwatch = "Number of connections"',
                0.75,
                "double that tonight",
            ),
            Wrong(
                "a day that is over", _PAGE + '\nlook_again = "2020-01-31"', 0.75, "a day after it"
            ),
            Wrong("a day in words", _PAGE + '\nlook_again = "next month"', 0.75, "no date like"),
            Wrong(
                "one text for three", _PAGE + '\nstart = "a, b and c"', 0.75, "a list of 3 texts"
            ),
            Wrong("nothing to stop", _PAGE + '\nstop = ""', 0.75, "is an empty text"),
        ],
    ),
}
