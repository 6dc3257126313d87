"""What people call their positions, by function and seniority in the simulated world."""

from __future__ import annotations

_RUNGS = ("junior", "professional", "senior", "lead", "executive")


def _ladder(titles: str) -> dict[str, str]:
    return dict(zip(_RUNGS, (title.strip() for title in titles.split("|")), strict=True))


TITLES = {
    "engineering": _ladder(
        "Junior Software Engineer | Software Engineer | Senior Developer | Engineering Manager | CTO"
    ),
    "sales": _ladder(
        "Sales Trainee | Account Manager | Senior Account Executive | Sales Director | "
        "Managing Director, Commercial"
    ),
    "operations": _ladder(
        "Operations Assistant | Procurement Manager | Senior Buyer | Head of Logistics | COO"
    ),
    "analytics": _ladder(
        "Junior Analyst | Data Analyst | Senior Data Scientist | Head of Analytics | "
        "Chief Data Officer"
    ),
    "marketing": _ladder(
        "Content Writer | Brand Manager | Senior Marketing Manager | Head of Communications | CMO"
    ),
    "finance": _ladder(
        "Accounting Trainee | Financial Controller | Senior Auditor | Finance Director | CFO"
    ),
    "recruiting": _ladder(
        "HR Assistant | Talent Acquisition Specialist | Senior HR Business Partner | "
        "Head of People | Chief People Officer"
    ),
    "design": _ladder(
        "Junior Designer | Product Designer | Senior UX Designer | Head of Design | "
        "Creative Director"
    ),
}
HEADLINES = (
    "",
    "",
    "Between two chapters",
    "Helping teams do their best work",
    "Curious. Father of three. Runner.",
    "Working student",
    "Lecturer",
    "Freelance consultant",
)
"""What stands there instead for one person in eight; rules know some of these and not others."""
