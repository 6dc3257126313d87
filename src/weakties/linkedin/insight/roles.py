"""Functions and levels read from the titles of positions, by rules that a reader can see."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Role(NamedTuple):
    """What a title says; None where no rule knows it."""

    function: str | None
    level: str | None


FUNCTIONS: dict[str, str] = {
    "People and recruiting": "recruiter, recruiting, recruitment, recruiterin, talent, hr, "
    "human resources, people, staffing, personalleiter, personalreferent, personalreferentin, payroll",
    "Data and research": "data, analyst, analytics, scientist, science, research, researcher, "
    "statistician, insights, machine learning, ai, analista, analyste",
    "Design": "designer, design, ux, ui, creative, art director, illustrator, photographer",
    "Product and projects": "product, project, projects, program, programme, scrum, agile, "
    "delivery, pmo",
    "Engineering and IT": "engineer, engineering, developer, software, devops, architect, "
    "programmer, IT, cloud, cybersecurity, technology, technical, technician, cto, cio, "
    "entwickler, entwicklerin, ingenieur, ingenieurin, ingeniero, ingeniera, développeur, "
    "développeuse, ingénieur, ingénieure",
    "Marketing and communication": "marketing, brand, content, communications, communication, pr, "
    "public relations, growth, seo, social media, journalist, editor, copywriter, writer, cmo",
    "Sales and customers": "sales, account, accounts, business development, customer, client, "
    "partnerships, partner manager, commercial, vertrieb, ventas, bdr, sdr",
    "Finance and law": "finance, financial, accountant, accounting, controller, controlling, "
    "auditor, audit, tax, investment, investor, banker, legal, lawyer, attorney, counsel, "
    "compliance, risk, cfo",
    "Operations and supply": "operations, logistics, supply chain, procurement, purchasing, "
    "buyer, manufacturing, production, quality, warehouse, office, administrator, coo",
    "Consulting": "consultant, consulting, advisor, adviser, strategy, berater, beraterin",
    "Teaching": "teacher, professor, lecturer, teaching, education, trainer, coach, instructor",
    "Health and care": "nurse, doctor, physician, medical, clinical, pharmacist, therapist, "
    "health, care",
    "General management": "ceo, founder, co-founder, cofounder, owner, entrepreneur, "
    "managing director, general manager, geschäftsführer, geschäftsführerin, president, partner, "
    "chair",
}
"""Words by function; the first function with a word in the title is taken."""

LEVELS: dict[str, str] = {
    "Entry": "intern, trainee, junior, student, graduate, apprentice, assistant, werkstudent, "
    "stagiaire, praktikant, working student",
    "Founder or owner": "founder, co-founder, cofounder, owner, entrepreneur, self-employed, "
    "freelance, freelancer",
    "Director": "director, directrice, head, vp, vice president, svp, evp, direktor",
    "Top management": "chief, ceo, cfo, cto, coo, cmo, cio, president, managing director, "
    "partner, geschäftsführer, geschäftsführerin, chair, board",
    "Manager": "manager, supervisor, team lead, teamlead, team leader, leiter, leiterin, "
    "superintendent, manager:in",
    "Senior": "senior, sr, lead, principal, staff, experienced, expert",
}
"""Words by level; the first level with a word in the title is taken."""

MEANT = {
    "product owner": "",
    "process owner": "",
    "business partner": "",
    "partner manager": "manager",
    "assistant professor": "professor",
    "assistant director": "director",
    "chief of staff": "",
}
"""Titles in which a word of the levels means something else, with what is read for the level."""

RANK = {"Entry": 0, None: 1, "Senior": 2, "Manager": 3, "Director": 4, "Top management": 5}
"""Levels in their order; founders have no place in it. No level named counts as in between."""


def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for whole words; what is written in capitals has to stand so in the title."""
    listed = [word.strip() for word in words.split(",")]
    choices = "|".join(
        re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})" for word in listed
    )
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")


_ELSEWHAT = _pattern(", ".join(MEANT))
_FUNCTIONS = [(name, _pattern(words)) for name, words in FUNCTIONS.items()]
_LEVELS = [(name, _pattern(words)) for name, words in LEVELS.items()]


@lru_cache(maxsize=65_536)
def role_of(title: str) -> Role:
    """Return the function and level in a title.

    Examples
    --------
    >>> role_of("Senior Data Engineer")
    Role(function='Data and research', level='Senior')
    >>> role_of("Head of Sales, EMEA").level, role_of("Wanderer").function
    ('Director', None)
    """
    for_level = _ELSEWHAT.sub(lambda found: MEANT[found[0].lower()], title)
    return Role(_first(_FUNCTIONS, title), _first(_LEVELS, for_level))


def _first(rules: list[tuple[str, re.Pattern[str]]], text: str) -> str | None:
    return next((name for name, words in rules if words.search(text)), None)
