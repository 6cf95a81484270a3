"""What people decide of claims.

``withheld_claims`` → ``claim_decisions`` → ``claim_pages`` (the review queue).
"""

from habeas.desk.review.claim_decisions import decide_claim
from habeas.desk.review.withheld_claims import withheld_at_once

__all__ = [
    "decide_claim",
    "withheld_at_once",
]
