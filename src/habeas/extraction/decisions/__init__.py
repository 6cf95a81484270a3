"""What is meant: evidence added up, by weights that were fitted on annotated articles.

``log_linear`` (named features whose weights add up) · ``calibration`` (how often a score is right)
· ``scenes`` (who is mentioned where) · ``number_features`` · ``claimant_features`` (what is known
of a number, and of who may answer for it) → ``judge`` (what is meant, and how surely) →
``claimants`` (who answers for each number). ``weights.json`` is written by ``make reader``.
"""

from habeas.extraction.decisions.calibration import Calibration
from habeas.extraction.decisions.claimant_features import Candidate, Setting
from habeas.extraction.decisions.claimants import settle_claimants
from habeas.extraction.decisions.judge import (
    NONE,
    WEIGHTS,
    Judge,
    Verdict,
    judge,
    judge_from,
    reader_name,
)
from habeas.extraction.decisions.log_linear import LogLinear, Ranking
from habeas.extraction.decisions.number_features import number_features, subjects
from habeas.extraction.decisions.scenes import Mention, Scene

__all__ = [
    "NONE",
    "WEIGHTS",
    "Calibration",
    "Candidate",
    "Judge",
    "LogLinear",
    "Mention",
    "Ranking",
    "Scene",
    "Setting",
    "Verdict",
    "judge",
    "judge_from",
    "number_features",
    "reader_name",
    "settle_claimants",
    "subjects",
]
