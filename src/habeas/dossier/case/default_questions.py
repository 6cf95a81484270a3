"""What a dossier answers when nobody has asked: who was still held, at the last count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from habeas.reconciliation import Question
from habeas.vocabulary import Claim, Measure, Scopes

MOST = 3
"""How many questions are asked by themselves."""


def default_questions(claims: Iterable[Claim], scopes: Scopes) -> tuple[Question, ...]:
    """Ask of the declared scopes with most figures how many were held on their last day."""
    last: dict[str, date] = {}
    count: Counter[str] = Counter()
    for claim in claims:
        if claim.population_kind in scopes.by_key and claim.period.end and claim.binds:
            key, day = claim.population_kind, claim.period.end.latest
            count[key] += 1
            last[key] = max(last.get(key, day), day)
    return tuple(Question(Measure.HELD, key, last[key]) for key, _ in count.most_common(MOST))
