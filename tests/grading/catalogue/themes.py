"""Every theme of the catalogue, in two halves of about the same size."""

from __future__ import annotations

from grading.catalogue.again import THEME as AGAIN
from grading.catalogue.arguments import THEME as ARGUMENTS
from grading.catalogue.arrays import THEME as ARRAYS
from grading.catalogue.classes import THEME as CLASSES
from grading.catalogue.files import THEME as FILES
from grading.catalogue.forbid import THEME as FORBID
from grading.catalogue.frameworks import THEME as FRAMEWORKS
from grading.catalogue.functions import THEME as FUNCTIONS
from grading.catalogue.kinds import THEME as KINDS
from grading.catalogue.looks import THEME as LOOKS
from grading.catalogue.marks import THEME as MARKS
from grading.catalogue.mishaps import THEME as MISHAPS
from grading.catalogue.plots import THEME as PLOTS
from grading.catalogue.settings import THEME as SETTINGS
from grading.catalogue.standard import THEME as LIBRARY
from grading.catalogue.state import THEME as STATE
from grading.catalogue.stubs import THEME as STUBS
from grading.catalogue.tables import THEME as TABLES

HALVES = {
    "one": (ARGUMENTS, CLASSES, FUNCTIONS, STATE, TABLES, LIBRARY, STUBS, LOOKS, AGAIN),
    "two": (FORBID, KINDS, FRAMEWORKS, FILES, ARRAYS, PLOTS, MARKS, MISHAPS, SETTINGS),
}
THEMES = {theme.name: theme for half in HALVES.values() for theme in half}
