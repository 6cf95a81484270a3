"""What people decide of claims.

``withheld_claims`` → ``claim_decisions`` → ``document_decisions`` (all that wait of a document) ·
``typed_fields`` (what follows of a changed number) · ``typed_days`` · ``marked_text`` (the document
with its claims) · ``field_choices`` · ``claim_effects`` (what a claim would change) →
``claim_pages`` (the review queue) → ``effect_page``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.review.claim_decisions import decide_claim
    from habeas.desk.review.claim_effects import effect_of, work_out_effect
    from habeas.desk.review.document_decisions import (
        SHARED,
        DecidedTogether,
        accept_rest,
        set_shared,
        waiting_in,
    )
    from habeas.desk.review.typed_fields import FieldChange, field_changes
    from habeas.desk.review.withheld_claims import withheld_at_once

__all__ = [
    "SHARED",
    "DecidedTogether",
    "FieldChange",
    "accept_rest",
    "decide_claim",
    "effect_of",
    "field_changes",
    "set_shared",
    "waiting_in",
    "withheld_at_once",
    "work_out_effect",
]

__getattr__ = lazy_face(
    __name__,
    {
        "SHARED": "document_decisions",
        "DecidedTogether": "document_decisions",
        "FieldChange": "typed_fields",
        "accept_rest": "document_decisions",
        "decide_claim": "claim_decisions",
        "effect_of": "claim_effects",
        "field_changes": "typed_fields",
        "set_shared": "document_decisions",
        "waiting_in": "document_decisions",
        "withheld_at_once": "withheld_claims",
        "work_out_effect": "claim_effects",
    },
)
