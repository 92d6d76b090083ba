"""How well it went: the standard's figures by jurisdiction, unit, post and matter, each opening to its cases."""

from yiwang.evaluation.asking import Question, Sources, cases_behind, figures
from yiwang.evaluation.computing import behind, compute
from yiwang.evaluation.formulas import BY_CODE, FIGURES, Figure
from yiwang.evaluation.model import Behind, Column, Figures, Group, Period, Row, grade_of
from yiwang.evaluation.stages import STAGES, judged
from yiwang.evaluation.wide import cases_wide

__all__ = [
    "BY_CODE",
    "FIGURES",
    "STAGES",
    "Behind",
    "Column",
    "Figure",
    "Figures",
    "Group",
    "Period",
    "Question",
    "Row",
    "Sources",
    "behind",
    "cases_behind",
    "cases_wide",
    "compute",
    "figures",
    "grade_of",
    "judged",
]
