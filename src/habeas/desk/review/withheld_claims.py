"""Claims that become withheld while they are public: the pages come off in the same transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from habeas.desk.audit_log import Actor
from habeas.desk.cases import claim_values
from habeas.desk.models import Case
from habeas.desk.people import take_off_and_ask
from habeas.dossier import COLUMN, publishable

TELLING = (COLUMN, "part_of", "corrects")
"""What of a claim decides whether it, or another that it tells of, may be public."""


def may_withhold(*rows: Mapping[str, Any]) -> bool:
    """Whether claims that read so may keep each other, or others, from being public."""
    return any(row.get(name) for row in rows for name in TELLING)


@contextlib.contextmanager
def withheld_at_once(case: Case, actor: Actor, *, leaves: Collection[str] = ()) -> Iterator[None]:
    """Take public pages off where a claim that may be public before the block may not be after it.

    leaves: the ids of claims that count no longer after it, which withholds nothing. Belongs
    within the transaction that changes claims. New pages are asked for.
    """
    if not Case.objects.filter(pk=case.pk).exclude(published_at=None).exists():
        yield
        return
    before = {claim.id for claim in publishable(claim_values(case))}
    yield
    after = {claim.id for claim in publishable(claim_values(case))}
    if before - after - set(leaves):
        take_off_and_ask(case, actor)
