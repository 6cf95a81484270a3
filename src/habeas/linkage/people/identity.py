"""Ids of people that stay when lists grow, and what changed since the last time."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from habeas.vocabulary import RecordKey

LETTERS = 10
"""How many letters of a hash an id has: two of a million people share one in a million cases."""


def person_ids(
    keys: Sequence[RecordKey],
    person: NDArray[np.int64],
    previous: Mapping[RecordKey, str] | None = None,
) -> list[str]:
    """Return the id of each row's person.

    person: for each row the first row of its person. previous: the ids that records had the last
    time. A person keeps the id that most of its records had; where two people claim one id, the one
    with more records of it keeps it. New ids come from the person's first record, so that the same
    lists give the same ids.
    """
    previous = previous or {}
    members: dict[int, list[RecordKey]] = defaultdict(list)
    for key, who in zip(keys, person.tolist(), strict=True):
        members[who].append(key)
    claims = sorted(
        (-count, earlier, min(records), who)
        for who, records in members.items()
        for earlier, count in Counter(previous[key] for key in records if key in previous).items()
    )
    ids: dict[int, str] = {}
    taken = set(previous.values())
    given: set[str] = set()
    for _, earlier, _, who in claims:
        if who not in ids and earlier not in given:
            ids[who] = earlier
            given.add(earlier)
    for who in sorted(set(members) - set(ids), key=lambda who: min(members[who])):
        ids[who] = _new(min(members[who]), taken)
        taken.add(ids[who])
    return [ids[who] for who in person.tolist()]


def _new(key: RecordKey, taken: set[str]) -> str:
    digest = hashlib.sha256(f"{key.list_name}\n{key.row}".encode()).hexdigest()
    for length in range(LETTERS, len(digest)):
        if (name := f"P{digest[:length]}") not in taken:
            return name
    return f"P{digest}-{len(taken)}"


class ChangeKind(StrEnum):
    """What became of people since the last time."""

    NEW = "new"
    GREW = "grew"
    JOINED = "joined"
    PARTED = "parted"
    GONE = "gone"


@dataclass(frozen=True)
class Change:
    """What became of one person.

    earlier: the ids that its records had. records: those that are new, moved, or (GONE) no longer
    in any list.
    """

    kind: ChangeKind
    person: str
    earlier: tuple[str, ...]
    records: tuple[RecordKey, ...]


def changes(
    keys: Sequence[RecordKey], ids: Sequence[str], previous: Mapping[RecordKey, str]
) -> list[Change]:
    """Return what changed, in the order of ids: nothing is merged or parted in silence."""
    now = dict(zip(keys, ids, strict=True))
    members: dict[str, list[RecordKey]] = defaultdict(list)
    homes: dict[str, set[str]] = defaultdict(set)
    for key, who in sorted(now.items()):
        members[who].append(key)
        if key in previous:
            homes[previous[key]].add(who)
    found = [
        change
        for who, records in members.items()
        if (change := _change(who, records, previous, homes)) is not None
    ]
    lost: dict[str, list[RecordKey]] = defaultdict(list)
    for key, who in sorted(previous.items()):
        if key not in now:
            lost[who].append(key)
    found += [Change(ChangeKind.GONE, who, (who,), tuple(gone)) for who, gone in lost.items()]
    return sorted(found, key=lambda change: (change.person, change.kind))


def _change(
    who: str,
    records: list[RecordKey],
    previous: Mapping[RecordKey, str],
    homes: Mapping[str, set[str]],
) -> Change | None:
    """Return what became of one person, None where nothing did."""
    moved = tuple(key for key in records if previous.get(key) != who)
    earlier = tuple(sorted({previous[key] for key in records if key in previous}))
    if not earlier:
        return Change(ChangeKind.NEW, who, (), moved)
    if len(earlier) > 1:
        return Change(ChangeKind.JOINED, who, earlier, moved)
    if len(homes[earlier[0]]) > 1:
        return Change(ChangeKind.PARTED, who, earlier, moved)
    return Change(ChangeKind.GREW, who, earlier, moved) if moved else None
