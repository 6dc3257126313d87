"""What the people of the sample write, and the letters behind their names."""

from __future__ import annotations

CREDENTIALS = ("", "", "", "", "", "", "", "", ", PhD", ", MBA", ", CFA, FRM")
OPENINGS = (
    "Hi {name}, good to see you here. How are things at {company}?",
    "Hello {name},\n\nI read your piece on churn and kept thinking of it.\nWould you have 15 minutes?",
    "{name}! Long time. Are you still in the city?",
    "Hi {name}, do you know who looks after the data team at {company}?",
    "Dear {name}, thank you for the talk yesterday; the slide with two medians was worth the trip 🌱",
)
ANSWERS = (
    "Good to hear from you! Busy, but well. And you?",
    "Sure, Thursday at ten works.",
    'Let me ask around. I know somebody who says "no" slowly and "yes" well.',
    "Thanks a lot, that means something.",
    "Yes, still here; let's have a coffee, the place by the bridge?",
)
GOING_ON = (
    "Perfect, see you then.",
    "I will send you the numbers on Monday.",
    "How did it go?",
    "Much better than we feared :)",
    "Thank you, that helped.",
    "Say hello to the others.",
)
NOTES = (
    "We met at the Data Days by the coffee machine, you explained survival curves on a napkin.",
    "My firm asked us all for 400 connections. I would rather begin with people I learn from.",
    "Your answer in the forum saved my week.",
)
