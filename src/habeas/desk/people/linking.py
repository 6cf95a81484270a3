"""The rows of a case's lists to people, as ``habeas link`` does it, and the pairs in doubt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from habeas.desk.audit_log import ITSELF, Actor, note, one_change, people_fact
from habeas.desk.cases import decision_values, record_key
from habeas.desk.models import Case, Link, Pair, Person, Record
from habeas.desk.people.consents import take_off_and_ask
from habeas.desk.people.link_weights import HeldLink, held_links
from habeas.desk.people.lists import UNLINKED, best_name, filed_as
from habeas.linkage import (
    ChangeKind,
    DoubtfulPair,
    changes,
    doubtful_pairs,
    link,
    person_ids,
)
from habeas.vocabulary import Field, RecordKey

PAIRS = 500
"""How many pairs wait at most; each decision changes which are worth asking about."""

BATCH = 400


@dataclass(frozen=True)
class Linked:
    """What linkage made of a case: rows, people, and pairs that wait for a decision."""

    rows: int
    people: int
    pairs: int


def link_case(case: Case, actor: Actor = ITSELF) -> Linked:
    """Link all rows of a case's lists, obeying what was decided, and queue the pairs in doubt.

    A person keeps the id that most of the rows had the last time. Raises DecisionConflict where
    decisions cannot all be obeyed.
    """
    records = list(
        Record.objects.counting()
        .filter(list__case=case)
        .select_related("list", "person")
        .order_by("list__name", "row")
    )
    if not records:
        case.pairs.filter(standing="waiting").delete()
        return Linked(0, 0, 0)
    found = link(rows_of(records), decision_values(case))
    earlier = earlier_ids(records)
    ids = person_ids(found.keys(), found.person, earlier)
    pairs, links = doubtful_pairs(found, PAIRS), held_links(found, ids)
    with one_change():
        named = rows_that_may_be_named(case)
        people = keep_people(case, records, ids)
        waiting = queue_pairs(case, records, pairs)
        keep_links(case, records, links)
        became = what_became(found.keys(), ids, earlier)
        wrote = {"people": people_fact(case)}
        told = {"rows": len(records), "people": people, "became": became, "wrote": wrote}
        note(actor, "people.linked", case=case, details=told)
        case.changed()
        if named - rows_that_may_be_named(case):
            take_off_and_ask(case, actor)
    return Linked(len(records), people, waiting)


def earlier_ids(records: Sequence[Record]) -> dict[RecordKey, str]:
    """Return the ids that rows had the last time; a row that comes back has the one it had then."""
    ids = {}
    for record in records:
        key = record.person.key if record.person else ""
        if known := key if key and not key.startswith(UNLINKED) else record.was_person:
            ids[record_key(record)] = known
    return ids


def what_became(
    keys: Sequence[RecordKey], ids: Sequence[str], earlier: Mapping[RecordKey, str]
) -> list[dict[str, object]]:
    """Return which people were joined or parted since the last time, by their ids."""
    return [
        {"is": each.kind.value, "person": each.person, "earlier": list(each.earlier)}
        for each in changes(keys, ids, earlier)
        if each.kind in (ChangeKind.JOINED, ChangeKind.PARTED)
    ]


def rows_that_may_be_named(case: Case) -> set[int]:
    """Return the rows of people who may be named, for every row of theirs agrees.

    Where linkage finds more rows of somebody who was named, their pages come off until they agree.
    """
    agreed = case.people.filter(records__publish=True).exclude(records__publish=False)
    found = Record.objects.filter(person__in=agreed.exclude(records__confidential=True))
    return set(found.values_list("pk", flat=True))


def rows_of(records: Sequence[Record]) -> pl.DataFrame:
    """Return rows as linkage takes them."""
    present = {name for record in records for name in record.values}
    columns = {
        field.value: pl.Series([one.values.get(field, "") for one in records], dtype=pl.String)
        for field in Field
        if field in present
    }  # fmt: skip
    return pl.DataFrame(
        {
            "list": pl.Series([record.list.name for record in records], dtype=pl.String),
            "row": pl.Series([record.row for record in records], dtype=pl.Int64),
            **columns,
        }
    )


def keep_people(case: Case, records: Sequence[Record], ids: Sequence[str]) -> int:
    """Give each record its person; return how many people there are."""
    members: dict[str, list[Record]] = defaultdict(list)
    for record, key in zip(records, ids, strict=True):
        members[key].append(record)
    held = {person.key: person for person in case.people.all()}
    called = {key: (best_name(rows), filed_as(rows)) for key, rows in members.items()}
    fresh = [Person(case=case, key=key, label=label, filed_as=filed)
             for key, (label, filed) in called.items() if key not in held]  # fmt: skip
    held |= {person.key: person for person in Person.objects.bulk_create(fresh, batch_size=BATCH)}
    renamed = [held[key] for key in called
               if (held[key].label, held[key].filed_as) != called[key]]  # fmt: skip
    for person in renamed:
        person.label, person.filed_as = called[person.key]
    Person.objects.bulk_update(renamed, ["label", "filed_as"], batch_size=BATCH)
    moved = []
    for record, key in zip(records, ids, strict=True):
        if record.person_id != held[key].pk:
            record.person = held[key]
            moved.append(record)
    Record.objects.bulk_update(moved, ["person"], batch_size=BATCH)
    case.people.filter(records=None).delete()
    return len(members)


def keep_links(case: Case, records: Sequence[Record], links: Sequence[HeldLink]) -> None:
    """Keep what holds the rows of people together, in place of what did before."""
    Link.objects.filter(left__list__case=case).delete()
    fresh = (
        Link(
            left=records[each.left],
            right=records[each.right],
            probability=each.probability,
            weights=each.weights,
        )
        for each in links
    )
    Link.objects.bulk_create(fresh, batch_size=BATCH)


def queue_pairs(case: Case, records: Sequence[Record], pairs: Sequence[DoubtfulPair]) -> int:
    """Let the pairs in doubt wait, the most worthwhile first; return how many do.

    Those that waited and are in doubt no longer leave the queue. Pairs that somebody left open
    stay as they were left.
    """
    place = {record_key(record): record for record in records}
    case.pairs.filter(standing="waiting").delete()
    judged = {frozenset(ends) for ends in case.pairs.values_list("left_id", "right_id")}
    fresh = []
    for order, pair in enumerate(pairs):
        left, right = place[pair.explanation.left], place[pair.explanation.right]
        if frozenset((left.pk, right.pk)) not in judged:
            fresh.append(
                Pair(
                    case=case,
                    left=left,
                    right=right,
                    probability=pair.explanation.probability,
                    weights=weights_of(pair),
                    order=order,
                )
            )
    Pair.objects.bulk_create(fresh, batch_size=BATCH)
    return len(fresh)


def weights_of(pair: DoubtfulPair) -> dict[str, float]:
    """Return what each comparison weighs, in bits; together they are the probability's odds."""
    why = pair.explanation
    weights = {one.respect.replace(" ", "_"): round(one.bits, 3) for one in why.weights}
    kin = {"kin": round(why.kin, 3)} if abs(why.kin) > 0.05 else {}
    return weights | kin | {"start": round(why.start, 3)}
