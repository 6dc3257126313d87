"""What lessons are made of: a map, predictions, figures, tables and evidence cards."""

from weakties.lesson.evidence import EvidenceCard, evidence
from weakties.lesson.figures import OKABE_ITO, Figure, dots_by_group, drawing, figure
from weakties.lesson.map import CourseMap, course_map
from weakties.lesson.prediction import Comparison, committed
from weakties.lesson.shares import shares_by_group
from weakties.lesson.tables import Table, table

__all__ = [
    "OKABE_ITO",
    "Comparison",
    "CourseMap",
    "EvidenceCard",
    "Figure",
    "Table",
    "committed",
    "course_map",
    "dots_by_group",
    "drawing",
    "evidence",
    "figure",
    "shares_by_group",
    "table",
]
