"""Every mechanism of the simulated world: its parameters, their defaults, and what they rest on.

The ids are those of the course's evidence cards. A size that stands in no source that we read is
called "our assumption", also where a source gives its direction.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

OURS = "our assumption"


def _setting(default: float, unit: str, about: str, *, mechanism: str, source: str = OURS) -> Any:
    described = {"mechanism": mechanism, "unit": unit, "about": about, "source": source}
    return field(default=default, metadata=described)


@dataclass(frozen=True)
class Parameters:
    """What the world is made with; `settings` lists each with its meaning and its source.

    Examples
    --------
    >>> Parameters(mutual_acceptance=1.0).mutual_acceptance
    1.0
    """

    # Who is there
    open_networkers: float = _setting(
        0.01,
        "share of people",
        "Open networkers, who collect connections.",
        mechanism="openness",
    )
    open_networker_reach: float = _setting(
        6.0,
        "times",
        "How much more an open networker invites, and is suggested, than others would.",
        mechanism="openness",
        source="R20 that the popular profit most; the size is our assumption",
    )
    open_networker_acceptance: float = _setting(
        0.9,
        "probability",
        "That an open networker accepts, whoever asks.",
        mechanism="openness",
    )
    openness_acceptance: float = _setting(
        0.3,
        "share",
        "The most open accept this much more than the average, the least open less.",
        mechanism="openness",
    )
    median_hours: float = _setting(
        1.2,
        "hours a week",
        "The median time on the network; a few spend ten times as much.",
        mechanism="effort",
    )
    invitations_per_half_year: float = _setting(
        3.4,
        "invitations",
        "Invitations that a person sends in half a year, on average.",
        mechanism="effort",
    )
    protagonist_reach: float = _setting(
        9.0,
        "times",
        "How much more Nadia Ferro invites, and is suggested, than others would: so many that her "
        "own network is large enough to look at.",
        mechanism="effort",
    )
    campaign_reach: float = _setting(
        10.0,
        "times",
        "How much more the people of Tarn Valley invite in the last four months, after their firm "
        "has asked everyone for 400 connections.",
        mechanism="campaign",
    )

    # Whom people meet
    through_employer: float = _setting(
        0.24,
        "share of invitations",
        "Sent to somebody at the same employer.",
        mechanism="foci",
        source="R12, R13 that foci shape ties; the share is our assumption",
    )
    through_school: float = _setting(
        0.08,
        "share of invitations",
        "Sent to somebody of the same school and year.",
        mechanism="foci",
        source="R12, R13 that foci shape ties; the share is our assumption",
    )
    through_city: float = _setting(
        0.10,
        "share of invitations",
        "Sent to somebody of one's industry in one's city.",
        mechanism="foci",
        source="R12, R13 that foci shape ties; the share is our assumption",
    )
    through_mutual: float = _setting(
        0.22,
        "share of invitations",
        "Sent to a connection's connection.",
        mechanism="triadic closure",
        source="R13, R19 that closure is common; the share is our assumption",
    )
    search_same_industry: float = _setting(
        0.35,
        "share of the rest",
        "Strangers found by search whom one looks for in one's own industry.",
        mechanism="homophily",
        source="R12 for the direction; the size is our assumption",
    )

    # Who accepts
    employer_acceptance: float = _setting(
        0.56,
        "probability",
        "That somebody of the same employer accepts, before all else counts.",
        mechanism="acceptance",
    )
    school_acceptance: float = _setting(
        0.50,
        "probability",
        "That somebody of the same school and year accepts.",
        mechanism="acceptance",
    )
    city_acceptance: float = _setting(
        0.38,
        "probability",
        "That somebody of one's industry and city accepts.",
        mechanism="acceptance",
    )
    introduction_acceptance: float = _setting(
        0.38,
        "probability",
        "That a connection's connection accepts who shares nothing else, before mutuals count.",
        mechanism="acceptance",
    )
    stranger_acceptance: float = _setting(
        0.19,
        "probability",
        "That a stranger found by search accepts.",
        mechanism="acceptance",
        source="R15 (19.3 % of strangers, as reported)",
    )
    same_industry_acceptance: float = _setting(
        1.1,
        "times",
        "Somebody of one's own industry is more likely to accept by this.",
        mechanism="homophily",
        source="R12 for the direction; the size is our assumption",
    )
    mutual_acceptance: float = _setting(
        1.35,
        "times",
        "A mutual connection makes acceptance more likely by this.",
        mechanism="triadic closure",
        source="R14 (+35 % in a field experiment)",
    )

    # Notes
    note_to_stranger: float = _setting(
        0.42,
        "share of invitations",
        "Invitations to strangers that carry a note.",
        mechanism="notes",
    )
    note_to_known: float = _setting(
        0.15,
        "share of invitations",
        "Invitations with a note to people of the same employer, school, or industry and city.",
        mechanism="notes",
        source="R35 for the order of size (29 % of invitations received had a note)",
    )
    personal_note: float = _setting(
        1.25,
        "times",
        "A note with a personal reason makes acceptance more likely by this.",
        mechanism="notes",
        source="our assumption, between sources that conflict: R31 and R32 far more, R33 no difference",
    )
    template_note: float = _setting(
        1.0,
        "times",
        "A note that everybody gets changes acceptance by this.",
        mechanism="notes",
        source="our assumption (R32 and R33 conflict)",
    )
    pitch_note: float = _setting(
        0.6,
        "times",
        "A note that sells changes acceptance by this.",
        mechanism="notes",
    )
    reply_without_note: float = _setting(
        0.054,
        "probability",
        "That the two write within 30 days of an acceptance without a note.",
        mechanism="notes",
        source="R33 (5.44 %, as reported by a vendor; R36 disagrees)",
    )
    reply_with_note: float = _setting(
        0.094,
        "probability",
        "That the two write within 30 days of an acceptance with a note.",
        mechanism="notes",
        source="R33 (9.36 %, as reported by a vendor; R36 disagrees)",
    )

    # What becomes of ties
    strong_share: float = _setting(
        0.14,
        "probability",
        "That a tie to a colleague grows strong, between people of few ties.",
        mechanism="strength",
    )
    strong_elsewhere: float = _setting(
        0.5,
        "times",
        "The same for a tie made otherwise than at work.",
        mechanism="strength",
    )
    attention: float = _setting(
        80,
        "ties",
        "With so many ties, a person has half as much attention left for each.",
        mechanism="attention",
        source="R10, R54 that attention is limited; the size is our assumption",
    )
    bridge_half_life: float = _setting(
        3.6,
        "months",
        "Half of the ties without a mutual connection are out of touch after this.",
        mechanism="decay",
        source="R9 (nine in ten bridges gone within a year)",
    )
    embedded_half_life: float = _setting(
        24.0,
        "months",
        "The same for ties with at least one mutual connection.",
        mechanism="decay",
        source="R9 that they last longer; the size is our assumption",
    )

    # Talk
    weak_talk: float = _setting(
        0.3,
        "probability a month",
        "That two people with a weak tie talk, had they no other ties.",
        mechanism="talk",
    )
    strong_talk: float = _setting(
        0.95,
        "probability a month",
        "That two people with a strong tie talk, had they no other ties.",
        mechanism="talk",
    )
    other_industry_talk: float = _setting(
        0.4,
        "times",
        "People of different industries talk less often by this.",
        mechanism="diversity and bandwidth",
        source="R10 for the direction; the size is our assumption",
    )
    novelty_same_industry: float = _setting(
        0.2,
        "probability",
        "That a conversation within an industry brings something new.",
        mechanism="diversity and bandwidth",
        source="R10 for the direction; the size is our assumption",
    )
    novelty_other_industry: float = _setting(
        0.4,
        "probability",
        "That a conversation across industries brings something new.",
        mechanism="diversity and bandwidth",
        source="R10 for the direction; the size is our assumption",
    )
    weak_reply: float = _setting(
        0.55,
        "probability",
        "That a message to a weak tie is answered.",
        mechanism="talk",
    )
    strong_reply: float = _setting(
        0.9,
        "probability",
        "That a message to a strong tie is answered.",
        mechanism="talk",
    )
    weak_reply_hours: float = _setting(
        30.0,
        "hours",
        "Half of the answers from weak ties have come after this.",
        mechanism="talk",
    )
    strong_reply_hours: float = _setting(
        5.0,
        "hours",
        "Half of the answers from strong ties have come after this.",
        mechanism="talk",
    )

    # Asking
    asks_per_person: float = _setting(
        2.0,
        "asks",
        "Asks for a favor that a person makes in the last year, on average.",
        mechanism="asking",
    )
    email_yes: float = _setting(
        0.3,
        "probability",
        "That somebody asked by e-mail says yes.",
        mechanism="asking",
        source="our assumption; R28 found far fewer among strangers",
    )
    phone_yes: float = _setting(
        0.6,
        "probability",
        "That somebody asked by phone says yes.",
        mechanism="asking",
        source="R27 for its ratio to the prediction (6 asks needed, 10 predicted, as reported)",
    )
    face_yes: float = _setting(
        0.7,
        "probability",
        "That somebody asked face to face says yes.",
        mechanism="asking",
        source="R27, R28 for the direction; the size is our assumption",
    )
    email_predicted: float = _setting(
        0.55,
        "probability",
        "What askers expect on average before they ask by e-mail.",
        mechanism="asking",
        source="R28 (5.5 of 10, as reported)",
    )
    phone_predicted: float = _setting(
        0.36,
        "probability",
        "What askers expect on average before they ask by phone.",
        mechanism="asking",
        source="R27 (6 asks needed, 10 predicted, as reported)",
    )
    face_predicted: float = _setting(
        0.5,
        "probability",
        "What askers expect on average before they ask face to face.",
        mechanism="asking",
        source="R28 (5 of 10, as reported)",
    )
    strong_yes: float = _setting(
        0.12,
        "probability",
        "What a strong tie adds to the chance of a yes.",
        mechanism="asking",
    )
    dormant_asked: float = _setting(
        0.35,
        "times",
        "Ties out of touch are asked less often by this.",
        mechanism="dormant ties",
        source="R25 for the direction; the size is our assumption",
    )
    dormant_use: float = _setting(
        1.0,
        "points of 10",
        "Help from a tie out of touch for three years is more useful by this.",
        mechanism="dormant ties",
        source="R25 for the direction; the size is our assumption",
    )
    strong_use: float = _setting(
        0.8,
        "points of 10",
        "Help from a strong tie is more useful by this.",
        mechanism="dormant ties",
        source="R25 for the direction; the size is our assumption",
    )

    # Opportunities
    opportunities_per_tie: float = _setting(
        0.055,
        "a year",
        "Opportunities that a person of no other ties gets through a weak tie at the best number "
        "of mutual connections.",
        mechanism="opportunities",
    )
    best_mutuals: float = _setting(
        10.0,
        "mutual connections",
        "With so many, a tie passes on most.",
        mechanism="opportunities",
        source="R1, R1b (an inverted U; about 10, as reported)",
    )
    least_use: float = _setting(
        0.1,
        "times",
        "What is left of that at the far ends of the inverted U.",
        mechanism="opportunities",
        source="R1 for the shape; the size is our assumption",
    )
    strong_worth: float = _setting(
        5.0,
        "times",
        "A strong tie passes on more than a weak one with as many mutuals by this.",
        mechanism="opportunities",
        source="R4 that a stronger tie is worth more; the size is our assumption",
    )
    contact_share: float = _setting(
        0.56,
        "share of opportunities",
        "Opportunities that come through somebody one knows.",
        mechanism="opportunities",
        source="R3 (56 % found their job through personal contact)",
    )


@dataclass(frozen=True)
class Setting:
    """One parameter of the world, with the mechanism that it belongs to and what it rests on."""

    mechanism: str
    parameter: str
    value: float
    unit: str
    source: str
    about: str


def settings(parameters: Parameters | None = None) -> tuple[Setting, ...]:
    """Return every parameter with its value, its meaning and its source.

    Examples
    --------
    >>> next(each for each in settings() if each.parameter == "best_mutuals").source
    'R1, R1b (an inverted U; about 10, as reported)'
    """
    chosen = parameters or Parameters()
    return tuple(
        Setting(parameter=each.name, value=getattr(chosen, each.name), **each.metadata)
        for each in fields(Parameters)
    )
