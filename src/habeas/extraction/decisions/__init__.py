"""What is meant: evidence added up, by weights that were fitted on annotated articles.

``log_linear`` (named features whose weights add up) · ``calibration`` (how often a score is right)
· ``scenes`` (who is mentioned where) · ``claimant_setting`` (who speaks, whose text it is) ·
``number_features`` · ``claimant_features`` ·
``population_features`` · ``day_features`` (what is known of a number, of who may answer for it, of
whom it counts and up to which day) → ``judge`` (what is meant, and how surely) → ``claimants`` (who
answers for each number) → ``governments`` (those of other countries) → ``population_choice`` →
``days``. ``weights.json`` is written by ``make reader``.
"""

from habeas.extraction.decisions.calibration import Calibration
from habeas.extraction.decisions.claimant_setting import Candidate, Setting
from habeas.extraction.decisions.claimants import settle_claimants
from habeas.extraction.decisions.day_features import Option
from habeas.extraction.decisions.days import settle_days
from habeas.extraction.decisions.governments import settle_foreign
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
from habeas.extraction.decisions.population_choice import settle_populations
from habeas.extraction.decisions.scenes import Mention, Scene

__all__ = [
    "NONE",
    "WEIGHTS",
    "Calibration",
    "Candidate",
    "Judge",
    "LogLinear",
    "Mention",
    "Option",
    "Ranking",
    "Scene",
    "Setting",
    "Verdict",
    "judge",
    "judge_from",
    "number_features",
    "reader_name",
    "settle_claimants",
    "settle_days",
    "settle_foreign",
    "settle_populations",
    "subjects",
]
