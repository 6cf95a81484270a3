"""What is meant: evidence added up, by weights that were fitted on annotated articles.

``log_linear`` (named features whose weights add up) · ``number_features`` (what is known of a
number) → ``judge`` (what is meant, and how surely).
"""

from habeas.extraction.decisions.judge import NONE, Judge, Verdict, judge, judge_from
from habeas.extraction.decisions.log_linear import LogLinear
from habeas.extraction.decisions.number_features import number_features, subjects

__all__ = [
    "NONE",
    "Judge",
    "LogLinear",
    "Verdict",
    "judge",
    "judge_from",
    "number_features",
    "subjects",
]
