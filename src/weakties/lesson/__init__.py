"""What lessons are made of: map, predictions, look back, recall, figures, tables, evidence."""

from weakties.lesson.evidence import EvidenceCard, evidence
from weakties.lesson.figures import OKABE_ITO, Figure, dots_by_group, drawing, figure
from weakties.lesson.look_back import LookBack, look_back
from weakties.lesson.map import CourseMap, course_map
from weakties.lesson.prediction import Comparison, committed
from weakties.lesson.recall import Recall, recall, went
from weakties.lesson.shares import shares_by_group
from weakties.lesson.tables import Table, table

__all__ = [
    "OKABE_ITO",
    "Comparison",
    "CourseMap",
    "EvidenceCard",
    "Figure",
    "LookBack",
    "Recall",
    "Table",
    "committed",
    "course_map",
    "dots_by_group",
    "drawing",
    "evidence",
    "figure",
    "look_back",
    "recall",
    "shares_by_group",
    "table",
    "went",
]
