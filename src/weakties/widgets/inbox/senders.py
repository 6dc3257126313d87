"""The thirty requests that the learner decides by hand, written one by one.

Everybody in them is invented. What a request shows does not give away what it is: some good ones
come without a note from people who share nobody, and one of the bad ones shares five connections.
"""

from __future__ import annotations

from functools import partial
from random import Random
from typing import NamedTuple

SEED = 30


class Sender(NamedTuple):
    """One request: what it shows, what the sender answers when asked, and what it was.

    Parameters
    ----------
    name, headline, mutuals, months, note
        What the request shows; `months` is the age of the account.
    reply
        What comes back when the learner asks how the two know each other; nothing is silence.
    fits
        Whether that reply is a fitting answer.
    good
        Whether accepting does no harm and now and then brings something.
    came
        What came of it, had it been accepted.
    sign
        Which of the essays' signs the note names, as in `signs.SIGNS`; most name none.
    """

    name: str
    headline: str
    mutuals: int
    months: int
    note: str
    reply: str
    fits: bool
    good: bool
    came: str
    sign: str


def _sender(
    name: str,
    headline: str,
    mutuals: int,
    months: int,
    note: str,
    reply: str,
    came: str,
    sign: str = "",
    *,
    good: bool,
) -> Sender:
    fits = good and bool(reply)
    return Sender(name, headline, mutuals, months, note, reply, fits, good, came, sign)


_good = partial(_sender, good=True)
_bad = partial(_sender, good=False)

_WRITTEN = (
    _good("Omar Lindqvist", "Supply planner, Reed Freight", 4, 88,
          "We shared a table at the planning day in Marbleford.",
          "The one by the window. You drew a safety stock curve on a napkin.",
          "Introduced her to a buyer at his firm.", "event"),
    _good("Grete Amadi", "Analyst, Harbor Health", 0, 61,
          "I read your comment on forecasts from little data and have one question.",
          "How few months are too few?", "Sent a paper that saved a week.", "work"),
    _good("Tomas Okafor", "Recruiter for analytics roles", 12, 102,
          "I place analysts. Nothing today; glad to be found when there is.",
          "Ida, who used to work with you, gave me your name.",
          "Remembered her in spring."),
    _good("Yuki Brandt", "Student of statistics, Oak College", 0, 9,
          "My thesis is on demand forecasts. May I follow what you post?",
          "My professor uses your firm's open data.",
          "Asked one good question; now works at a client."),
    _good("Paula Holm", "Sales, Tarn Valley", 31, 140, "", "Two floors above you!",
          "A colleague. Nothing came of it."),
    _good("Anselm Roy", "Data engineer, Pine Labs", 3, 47, "", "", "Nothing came of it."),
    _good("Mireille Castell", "Head of operations, Mill Foods", 1, 73,
          "Your talk at the users' day helped us. Thank you.", "The one on promotions.",
          "Became a client.", "work"),
    _good("Dario Nyberg", "Retired logistics manager", 0, 120,
          "I enjoy what you write. No agenda.", "I look for people who write about planning.",
          "Explained how freight prices are made."),
    _good("Salome Vance", "Product manager, Swift Data", 7, 55, "",
          "We both know Luca at Pine Labs.", "Passed on a job lead."),
    _good("Kofi Haraldsen", "Econometrician, city statistics", 2, 130, "",
          "We use the same open series, and I think one is wrong.",
          "It was. Found before it cost anything.", "work"),
    _good("Lena Quist", "Procurement, Lark Energy", 0, 38,
          "You came up in a search and seemed interesting.",
          "We have never met. I look for people who forecast for a living.",
          "A call, then a meeting, then a project."),
    _good("Bruno Adeyemi", "Consultant, own firm", 5, 95,
          "The Courier wrote about my first customer.", "", "Nothing came of it.", "newspaper"),
    _good("Ines Kowal", "Data journalist", 2, 66,
          "The Courier wrote about my series on layoffs. I am not asking for names.",
          "A reader sent me your chart.", "Printed her chart with her name.", "newspaper"),
    _good("Viktor Sandoval", "Operations trainee", 9, 24, "", "Marta on your team told me to write.",
          "Nothing came of it."),
    _good("Noor Bellamy", "Analyst, Granite Insurance", 3, 41, "We talked after the data meetup, about bicycles.",
          "You said that you fix yours yourself.", "Helps with code; lunch once a year.", "event"),
    _good("Hannes Obi", "Warehouse engineer, Amber Retail", 1, 19, "",
          "I want to understand who makes our forecasts.", "Nothing came of it yet."),
    _good("Carla Ruud", "Analytics lead, Pine Labs", 14, 110, "",
          "We missed each other at Tarn Valley by a month.",
          "Told her how the last restructuring went."),
    _good("Edda Marsh", "Organizer, Marbleford data meetup", 6, 77, "We need a speaker in May.",
          "Noor named you.", "She spoke; two people wrote to her afterwards."),
    _good("Piotr Wolny", "Controller, Amber Retail", 0, 8, "", "", "Nothing came of it."),
    _good("Wanda Eriksen", "Lecturer, Granite Institute", 4, 150, "Would you give a guest lecture?",
          "You were named by last year's guest.", "The lecture found the team an intern."),
    _good("Joel Tanaka", "Software tester", 3, 12, "",
          "I am applying at Tarn Valley and like to know who works there.",
          "Nothing came of it."),
    _bad("Alex Marlow", "Global talent partner", 0, 5,
         "Great profile! An exclusive role for you, strictly confidential.", "",
         "A fake profile. Asked for a résumé with date of birth."),
    _bad("Victoria Stone", "Wealth mentor", 0, 2, "As seen in the Courier! Let us grow together!", "",
         "The article was an advertisement. Spam within the hour.", "newspaper"),
    _bad("Daniel Brook", "Business development, Apex Leads", 2, 34,
         "Always glad to expand my circle of great professionals!",
         "I get firms like yours forty leads a month. Ten minutes this week?",
         "Sold, and wrote to five of her colleagues."),
    _bad("Sofia Grant", "HR partner, Tarn Valley Group", 0, 0,
         "I am new in HR. Please connect for staff updates.", "",
         "No such colleague. Sent a false sign-in page."),
    _bad("Marek Dunn", "Researcher, Institute for Outlook Studies", 1, 11,
         "I read what you wrote on regional demand. We pay experts.",
         "Short reports, paid by the page.", "Wanted her clients' numbers.", "work"),
    _bad("Rita Coleman", "Event manager", 0, 26,
         "Lovely to talk to you at the planning day!",
         "Forty of your peers have booked! Use the code NADIA10.",
         "She had been there. A mailing every week, from the next morning.", "event"),
    _bad("James Whitfield", "Senior engineer, Swift Data", 5, 14, "",
         "At the planning day, I think?",
         "A copy of a real engineer's profile. Reached her colleagues in her name.")
    ._replace(fits=True),
    _bad("Elena Fox", "Student", 0, 3, "A short survey for my thesis, work e-mail needed.", "",
         "Collected addresses for somebody else."),
    _bad("Oliver Tan", "Growth adviser", 2, 60, "Love your content!",
         "Would you be open to a quick demo?", "Sold, again and again."),
)  # fmt: skip


def inbox(seed: int = SEED) -> tuple[Sender, ...]:
    """Return the thirty requests in the order in which they come.

    Examples
    --------
    >>> len(inbox()), sum(sender.good for sender in inbox())
    (30, 21)
    """
    coming = list(_WRITTEN)
    Random(seed).shuffle(coming)  # noqa: S311
    return tuple(coming)
