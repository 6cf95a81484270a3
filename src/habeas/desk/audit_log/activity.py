"""Writing the log of what was done, and checking that nobody has changed it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from habeas.desk.models import (
    Activity,
    ActivityHead,
    Case,
    ClaimDecision,
    Consent,
    NameDecision,
    PairDecision,
)

BEGINNING = sha256(b"habeas activity 1").hexdigest()
"""What the first entry names as the hash before it."""


@dataclass(frozen=True)
class Actor:
    """Who does something: a member, or whoever types at the command line."""

    name: str
    user: User | None = None

    @classmethod
    def of(cls, user: User) -> Actor:
        """Return the actor that a member is."""
        return cls(user.get_username(), user)


ITSELF = Actor("Habeas")
"""Who does what the desk does of itself."""


@transaction.atomic
def note(
    actor: Actor,
    what: str,
    *,
    case: Case | None = None,
    subject: str = "",
    details: dict[str, Any] | None = None,
    undoes: int | None = None,
) -> Activity:
    """Add an entry to the log; it stands if, and only if, the transaction around it does."""
    ActivityHead.objects.get_or_create(pk=1, defaults={"number": 0, "hash": BEGINNING})
    head = ActivityHead.objects.select_for_update().get(pk=1)
    entry = Activity(
        number=head.number + 1,
        case=case,
        user=actor.user,
        actor=actor.name,
        what=what,
        subject=subject,
        # As the database will give it back, so that the hash is of what is kept.
        details=json.loads(json.dumps(details or {}, ensure_ascii=False)),
        undoes=undoes,
        at=datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        previous=head.hash,
    )
    entry.hash = seal(entry)
    entry.save()
    head.number, head.hash = entry.number, entry.hash
    head.save()
    return entry


@contextlib.contextmanager
def one_change() -> Iterator[None]:
    """Within the block, or a function that it decorates, change what the log tells of, or nothing.

    Whoever changes anything that the log tells of does so here. The log's lock is taken before any
    other: those who took a case's row first and the log's then waited for those who did it the
    other way round, and the database ended one of them (deadlock).
    """
    with transaction.atomic():
        hold_log()
        yield


def hold_log() -> None:
    """Let nobody add to the log until the transaction ends; whoever locks more does so after it."""
    ActivityHead.objects.get_or_create(pk=1, defaults={"number": 0, "hash": BEGINNING})
    list(ActivityHead.objects.select_for_update().filter(pk=1))


def seal(entry: Activity) -> str:
    """Return the hash that an entry must have."""
    told = {
        "number": entry.number,
        "case": entry.case.key if entry.case else "",
        "actor": entry.actor,
        "user": entry.user_id,
        "what": entry.what,
        "subject": entry.subject,
        "details": entry.details,
        "undoes": entry.undoes,
        "at": entry.at,
        "previous": entry.previous,
    }
    line = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(line.encode("utf-8", "backslashreplace")).hexdigest()


def findings(noted_head: str = "") -> Iterator[str]:
    """Go through what is wrong with the log, as sentences; nothing where all is well.

    noted_head: the hash of an entry that was noted down elsewhere and must still be there.
    """
    number, previous, noted = 0, BEGINNING, not noted_head
    for entry in Activity.objects.select_related("case").order_by("number").iterator():
        number += 1
        if entry.number != number:
            yield f"Entry {number} is missing."
            number = entry.number
        elif entry.previous != previous:
            yield f"Entry {number} does not follow the entry before it."
        if seal(entry) != entry.hash:
            yield f"Entry {number} was changed."
        previous = entry.hash
        noted = noted or entry.hash == noted_head
    head = ActivityHead.objects.filter(pk=1).first()
    if (head.number, head.hash) != (number, previous) if head else number:
        yield f"The log ends at entry {number}, which is not where it was left."
    if not noted:
        yield "The head that was noted down is not in the log."
    yield from decisions_off_the_log()


def decisions_off_the_log() -> Iterator[str]:
    """Go through the decisions that are not as the log says they were taken."""
    for claim in ClaimDecision.objects.select_related("activity").iterator():
        told = {"standing": claim.standing, "row": claim.row, "claim": claim.claim_id}
        if told not in claim.activity.details.get("decided", []):
            number = claim.activity.number
            yield f"A decision on claim {claim.claim_id} is not as entry {number} says."
    for pair in PairDecision.objects.select_related("activity").iterator():
        told = {"left": pair.left_id, "right": pair.right_id, "judgement": pair.judgement}
        if told not in pair.activity.details.get("decided", []):
            yield f"A decision on a pair is not as entry {pair.activity.number} says."
    for consent in Consent.objects.select_related("activity").iterator():
        told = {
            "record": consent.record_id,
            "publish": consent.publish,
            "confidential": consent.confidential,
        }
        if told not in consent.activity.details.get("decided", []):
            yield f"A consent is not as entry {consent.activity.number} says."
    for name in NameDecision.objects.select_related("activity").iterator():
        told = {"kind": name.kind, "about": name.about, "value": name.value}
        if told not in name.activity.details.get("decided", []):
            yield f"What was decided of a name is not as entry {name.activity.number} says."


def head() -> str:
    """Return the hash of the last entry, "" where there is none yet."""
    found = ActivityHead.objects.filter(pk=1).first()
    return found.hash if found and found.number else ""
