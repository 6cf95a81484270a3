"""What other programs read: fact checks and entities.

``claim_review`` (ClaimReview, JSON-LD of schema.org) · ``follow_the_money`` (FollowTheMoney).
"""

from habeas.formats.exchange.claim_review import (
    CONTEXT,
    Review,
    Standing,
    claim_review,
    claim_reviews,
)
from habeas.formats.exchange.follow_the_money import (
    Entity,
    claim_entity,
    custody_entity,
    document_entity,
    entity_lines,
    person_entity,
    source_entity,
)

__all__ = [
    "CONTEXT",
    "Entity",
    "Review",
    "Standing",
    "claim_entity",
    "claim_review",
    "claim_reviews",
    "custody_entity",
    "document_entity",
    "entity_lines",
    "person_entity",
    "source_entity",
]
