"""Sentences of invented notes and first messages; nobody wrote them to anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

GREETINGS = ("Hi {name},", "Hello {name},", "Dear {name},", "{name},", "Good morning {name},")
REASONS = (
    "your talk on {topic} made me change a slide of mine.",
    "your post on {topic} settled an argument in our team.",
    "we sat at the same table at the {topic} meetup.",
    "we both learned {topic} the hard way.",
    "Tessa Brandt said you are the one to ask about {topic}.",
    "we have not met; you came up when I looked for people who work on {topic}.",
    "I used your notes on {topic} last week, and they held up.",
    "like you I moved from {place} to forecasting.",
)
MORE = (
    "I build forecasts for {place} and get stuck on {topic} every spring.",
    "We try to do the same for {place}, with half the data.",
    "I am still not sure that our numbers on {topic} mean what we think.",
    "My team argues about {topic}, and I would like to hear another side.",
    "I wrote down what went wrong with our {topic}, and can send it.",
    "Perhaps our two teams make the same mistake.",
    "I am an analyst, not a seller, and have nothing to offer but questions.",
    "The part on {place} was new to me.",
)
ENDS = (
    "May I ask you one question about it?",
    "I would be glad to connect.",
    "Shall we connect?",
    "I would like to follow what you do.",
    "No need to answer.",
    "Many thanks.",
    "Happy to compare notes one day.",
)

TEMPLATE_OPENINGS = (
    "I came across your profile and was impressed by your career.",
    "We help firms like yours to grow.",
    "I work with leaders in your industry.",
    "Sorry to bother you, but this may be of interest.",
    "As an innovator you will know the problem.",
)
TEMPLATE_OFFERS = (
    "Our platform saves teams like yours ten hours a week.",
    "Our customers double their pipeline in a quarter.",
    "We have a limited offer for new partners this month.",
    "I would love to show you what we do.",
    "You will find our brochure attached.",
)
OWN_OPENINGS = (
    "your question after the talk on {topic} stayed with me.",
    "thank you for the slides on {topic}.",
    "we met in the line for coffee at the {topic} meetup.",
    "your colleague Tessa Brandt gave me your name.",
    "I read what you wrote about {topic}, and disagree with one half.",
)
OWN_ENDS = (
    "How did you choose the window?",
    "Which data did you leave out, and why?",
    "I can send you our numbers if you like.",
    "Would you do it the same way again?",
    "No hurry at all.",
)
MARKS = ("hope this finds you well", "quick call")
"""What the exercise's rule looks for."""
MARKED_TEMPLATE = (
    "Hope this finds you well.",
    "Hope this finds you well, Nadia.",
    "I hope this finds you well.",
    "Quick call on Tuesday?",
    "Quick call this week?",
    "Are you open to a Quick Call?",
    "Do you have time for a quick call this week?",
)
MARKED_OWN = (
    "A quick call would do, or two lines.",
    "Can we settle it in a quick call?",
    "If a quick call is easier, I am free on Friday.",
    "Hope this finds you well after the move.",
)
"""Sentences with one of the marks; templates begin with them more often."""

TOPICS = (
    *("bed planning", "churn", "forecasts", "survey weights", "small samples", "missing data"),
    *("dashboards", "demand", "pricing tests", "seasonality", "time series", "clinical data"),
)
PLACES = (
    "hospitals",
    "shops",
    "cities",
    "power plants",
    "clinics",
    "banks",
    "warehouses",
    "schools",
)


def one_of(rng: np.random.Generator, words: Sequence[str]) -> str:
    """Return one of some words or sentences."""
    return words[int(rng.integers(len(words)))]


def filled(rng: np.random.Generator, sentence: str, names: Sequence[str]) -> str:
    """Return a sentence with a name, a topic and a place in it."""
    return sentence.format(
        name=one_of(rng, names), topic=one_of(rng, TOPICS), place=one_of(rng, PLACES)
    )
