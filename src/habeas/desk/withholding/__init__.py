"""Whose names must not be public.

``name_decisions`` (what people decided of names) → ``withheld_names`` (everybody on a list, until
consent is recorded) → ``public_case`` (what would be public) · ``open_names`` (what somebody must
answer first).
"""

from habeas.desk.withholding.name_decisions import (
    NameMatter,
    answer_about,
    decide_names,
    restore_names,
)
from habeas.desk.withholding.open_names import questions_kept, refuse_questions, refuse_unready
from habeas.desk.withholding.public_case import certainly_hidden, hidden_on_pages, public_case
from habeas.desk.withholding.withheld_names import Withholding

__all__ = [
    "NameMatter",
    "Withholding",
    "answer_about",
    "certainly_hidden",
    "decide_names",
    "hidden_on_pages",
    "public_case",
    "questions_kept",
    "refuse_questions",
    "refuse_unready",
    "restore_names",
]
