"""Language models as readers of the same claims.

``questions`` (what they are asked) → ``answers`` (what the text bears out of what they say) →
``model_reader`` (the two together) → ``two_readings`` (beside the offline reader).
"""

from habeas.extraction.models.answers import Refused, entries
from habeas.extraction.models.model_reader import ModelReading, read_answers, read_with_model
from habeas.extraction.models.questions import (
    Question,
    answer_schema,
    model_reader_name,
    prompt_digest,
    questions,
)
from habeas.extraction.models.two_readings import both_readings

__all__ = [
    "ModelReading",
    "Question",
    "Refused",
    "answer_schema",
    "both_readings",
    "entries",
    "model_reader_name",
    "prompt_digest",
    "questions",
    "read_answers",
    "read_with_model",
]
