"""What stands below every report: what it can't tell, whose limits these are, what is kept."""

from weakties.ownphoto.measured import SHOWN_SIDE

_NO_FACE = (
    "What this cannot tell: anything about the face. It looks for no face and has no opinion on "
    "expression, age, attractiveness, competence or trustworthiness; its numbers describe pixels."
)
_LIMITS = (
    "Whose limits: those for the crop, sharpness, light and contrast are our own rules of thumb, "
    "set by eye on a few sample photos. LinkedIn's are as commonly reported by others, and may "
    "change."
)
_WHERE = (
    "Where: sharpness, light and contrast are measured in the centered circle, at "
    f"{SHOWN_SIDE} × {SHOWN_SIDE} pixels. If you move or zoom the crop, they change."
)

_PLAN = (
    "It will measure the file's size and format, its pixels, what a square and a round crop cut "
    "off, sharpness, light and contrast, and whether location data or a device name is in it."
)
_KEPT = (
    "Nothing is stored or sent: the file was only read, on this machine, and the picture is out "
    "of memory again. If you save this notebook, this table is saved in it; clear the cell's "
    "output to keep it out."
)

_COPIED = (
    "Nothing is sent, and your photo is as it was. The copy that you asked for was written on this "
    "machine; the picture is out of memory again. If you save this notebook, this table is saved "
    "in it; clear the cell's output to keep it out."
)

BEFORE = (
    _PLAN,
    _NO_FACE,
    "Nothing is stored or sent: your file is only read, on this machine.",
)
PROBLEM = ("Nothing was stored or sent.",)
MEASURED = (_NO_FACE, _LIMITS, _WHERE, _KEPT)
COPIED = (_NO_FACE, _LIMITS, _WHERE, _COPIED)
