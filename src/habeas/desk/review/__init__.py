"""What people decide of claims.

``withheld_claims`` → ``claim_decisions`` · ``typed_fields`` (what follows of a changed number) →
``claim_pages`` (the review queue).

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.review.claim_decisions import decide_claim
    from habeas.desk.review.withheld_claims import withheld_at_once

__all__ = [
    "decide_claim",
    "withheld_at_once",
]

__getattr__ = lazy_face(
    __name__,
    {
        "decide_claim": "claim_decisions",
        "withheld_at_once": "withheld_claims",
    },
)
