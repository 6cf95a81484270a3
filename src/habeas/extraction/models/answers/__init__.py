"""What of a model's answers is believed.

``answer_entries`` (JSON, mended) → ``entry_fields`` (as a claim holds them) → ``quotes`` ·
``number_words`` → ``stated_numbers`` (what a text states, in any language) · ``claimants`` ·
``steering`` → ``believed`` (what the text bears out) → ``one_claim_once`` (of overlapping pieces).
"""

from habeas.extraction.models.answers.answer_entries import entries
from habeas.extraction.models.answers.believed import Entry, Refused, Witness
from habeas.extraction.models.answers.one_claim_once import PieceEntries, claims_once
from habeas.extraction.models.answers.stated_numbers import stated_numbers
from habeas.extraction.models.answers.steering import steers

__all__ = [
    "Entry",
    "PieceEntries",
    "Refused",
    "Witness",
    "claims_once",
    "entries",
    "stated_numbers",
    "steers",
]
