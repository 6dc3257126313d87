"""What can be chosen about a drawn portrait, with the words for each choice, in one place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple


class Choice(NamedTuple):
    """The words for one value: `label` stands in a menu, `phrase` inside a sentence."""

    label: str
    phrase: str


CHOICES: dict[str, dict[str, Choice]] = {
    "person": {
        "robin": Choice("Robin", "Robin"),
        "kim": Choice("Kim", "Kim"),
        "noor": Choice("Noor", "Noor"),
        "sasha": Choice("Sasha", "Sasha"),
    },
    "framing": {
        "close-up": Choice("Close-up", "close up"),
        "head-and-shoulders": Choice("Head and shoulders", "head and shoulders"),
        "waist-up": Choice("From the waist up", "from the waist up"),
        "full-body": Choice("Whole body", "from head to foot"),
    },
    "attire": {
        "suit": Choice("Suit and tie", "in a suit and tie"),
        "shirt": Choice("Shirt with a collar", "in a shirt with a collar"),
        "sweatshirt": Choice("Hooded sweatshirt", "in a hooded sweatshirt"),
        "tank-top": Choice("Tank top", "in a tank top"),
        "jersey": Choice("Baseball jersey", "in a baseball jersey"),
    },
    "expression": {
        "neutral": Choice("Neutral", "with a neutral face"),
        "closed-smile": Choice("Smile, mouth closed", "smiling with closed lips"),
        "teeth-smile": Choice("Smile with teeth", "smiling with teeth"),
    },
    "gaze": {
        "camera": Choice("At the camera", "looking at the camera"),
        "away": Choice("Away", "looking away"),
    },
    "background": {
        "plain": Choice("Plain", "in front of a plain wall"),
        "office": Choice("Office", "in an office"),
        "climbing-wall": Choice("Climbing wall", "at a climbing wall"),
        "ballpark": Choice("Ballpark", "in a ballpark"),
    },
    "prop": {
        "none": Choice("None", ""),
        "sunglasses": Choice("Sunglasses", "wearing sunglasses"),
        "dog": Choice("Dog", "holding a dog"),
        "bat": Choice("Baseball bat", "with a bat on the shoulder"),
        "drink": Choice("Cocktail", "holding a cocktail"),
    },
    "light": {
        "even": Choice("Even", ""),
        "side": Choice("From one side", "lit from one side"),
        "dim": Choice("Dim", "in dim light"),
    },
    "angle": {
        "level": Choice("Level", ""),
        "tilted": Choice("Tilted", "head tilted"),
    },
}


@dataclass(frozen=True)
class Portrait:
    """A photo that could be taken of an invented person.

    Each field holds one of the values listed for it in `CHOICES`.

    Raises
    ------
    ValueError
        If a field holds anything else.

    Examples
    --------
    >>> Portrait(attire="shirt").attire
    'shirt'
    """

    person: str = "robin"
    framing: str = "head-and-shoulders"
    attire: str = "suit"
    expression: str = "neutral"
    gaze: str = "camera"
    background: str = "plain"
    prop: str = "none"
    light: str = "even"
    angle: str = "level"

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, str) or value not in CHOICES[field.name]:
                known = ", ".join(CHOICES[field.name])
                raise ValueError(f"{field.name} must be one of {known}; it is {value!r}.")


def describe(portrait: Portrait) -> str:
    """Say in words what the drawing shows; this is its alternative text.

    Examples
    --------
    >>> describe(Portrait(attire="jersey", prop="bat", background="ballpark"))
    'Robin, head and shoulders, in a baseball jersey, with a neutral face,
    looking at the camera, in a ballpark, with a bat on the shoulder'
    """
    phrases = (
        CHOICES[field.name][getattr(portrait, field.name)].phrase for field in fields(portrait)
    )
    return ", ".join(phrase for phrase in phrases if phrase)
