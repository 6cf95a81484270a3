"""What a model is asked.

``prompt`` (the guidelines, in ``prompt.md``) · ``answer_schema`` (the form of an answer) ·
``pieces`` (long texts in overlapping parts) → ``question`` (the messages).
"""

from habeas.extraction.models.questions.answer_schema import POPULATION_KINDS, answer_schema
from habeas.extraction.models.questions.pieces import Piece
from habeas.extraction.models.questions.prompt import model_reader_name, prompt, prompt_digest
from habeas.extraction.models.questions.question import Messages, Question, questions

__all__ = [
    "POPULATION_KINDS",
    "Messages",
    "Piece",
    "Question",
    "answer_schema",
    "model_reader_name",
    "prompt",
    "prompt_digest",
    "questions",
]
