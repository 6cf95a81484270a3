"""The rows of decisions against the entries that took them: each once, in order, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from habeas.desk.models import Activity, ClaimDecision, Consent, NameDecision, PairDecision

KEPT: tuple[tuple[str, type[Any]], ...] = (
    ("claim.", ClaimDecision),
    ("pair.", PairDecision),
    ("consent.", Consent),
    ("names.", NameDecision),
)
"""How the entries that decide begin, and where what they decided is kept."""


def row_findings() -> Iterator[str]:
    """Go through the entries whose decisions are missing, doubled, out of order, or reworded."""
    for what, model in KEPT:
        numbers = list(model.objects.order_by("pk").values_list("activity__number", flat=True))
        if numbers != sorted(numbers):
            yield f"The decisions of the kind {what}… stand in another order than in the log."
        kept = Counter(numbers)
        for entry in Activity.objects.filter(what__startswith=what).order_by("number").iterator():
            decided = len(entry.details.get("decided", ()))
            if kept[entry.number] != decided:
                yield (
                    f"Entry {entry.number} took {decided} decisions, and {kept[entry.number]} "
                    "are kept of it."
                )
    for pair in PairDecision.objects.select_related("activity").iterator():
        told = (pair.activity.actor, pair.activity.details.get("reason", ""))
        if (pair.reviewer, pair.reason) != told:
            yield f"Who judged a pair, or why, is not as entry {pair.activity.number} says."
    for consent in Consent.objects.select_related("activity").iterator():
        if consent.note != consent.activity.details.get("reason", ""):
            yield f"Why a consent was recorded is not as entry {consent.activity.number} says."
