"""Network pictures: who is tied to whom, laid out, drawn and told in words.

>>> from weakties.sociogram import Person, Tie, picture_of, svg
>>> picture = picture_of([Person("a", "Ana"), Person("b", "Bo")], [Tie("a", "b")], title="Two")
>>> svg(picture).startswith('<svg class="sg"')
True
"""

from weakties.sociogram.beside import Beside, beside
from weakties.sociogram.drawing import svg
from weakties.sociogram.network import MOST_PEOPLE, Person, Tie
from weakties.sociogram.picture import Picture, picture_of
from weakties.sociogram.spec import spec_of
from weakties.sociogram.words import alt_of, table_of

__all__ = [
    "MOST_PEOPLE",
    "Beside",
    "Person",
    "Picture",
    "Tie",
    "alt_of",
    "beside",
    "picture_of",
    "spec_of",
    "svg",
    "table_of",
]
