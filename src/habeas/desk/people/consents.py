"""What people on the lists agreed to: whether their names may be public."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from habeas.desk.audit_log import Actor, Overtaken, ask_for, consent_fact, note, one_change
from habeas.desk.models import Activity, Case, Consent, Person, Record
from habeas.desk.publication import unpublish


@one_change()
def record_consent(
    case: Case,
    records: Sequence[Record],
    actor: Actor,
    *,
    publish: bool,
    confidential: bool,
    reason: str = "",
    undoes: int | None = None,
) -> Activity:
    """Write down whether the names, as some records write them, may be public.

    It holds of these records and no others: where linkage is later found to have taken two people
    for one, nobody's name has become public by another's consent. What is confidential is not
    published, whatever else is said. Where that takes back what was public, or may have been, the
    published pages come off at once, and are asked for anew.
    """
    publish = publish and not confidential
    decided = [
        {"record": record.pk, "publish": publish, "confidential": confidential}
        for record in records
    ]
    before = [
        {"record": record.pk, "publish": record.publish, "confidential": record.confidential}
        for record in records
    ]
    fact = consent_fact(publish=publish, confidential=confidential)
    entry = note(
        actor,
        "consent.recorded",
        case=case,
        subject=str(records[0].person_id or "") if records else "",
        details={
            "decided": decided,
            "before": before,
            "reason": reason,
            "wrote": {"consents": {str(record.pk): fact for record in records}},
        },
        undoes=undoes,
    )
    for record in records:
        Consent.objects.create(
            record=record, publish=publish, confidential=confidential, note=reason, activity=entry
        )
    Record.objects.filter(pk__in=[record.pk for record in records]).update(
        publish=publish, confidential=confidential
    )
    case.changed()
    if confidential or (not publish and any(row["publish"] for row in before)):
        take_off_and_ask(case, actor)
    return entry


def take_off_and_ask(case: Case, actor: Actor) -> None:
    """Take the public pages of a case off, where it has any, and ask for new ones."""
    case.refresh_from_db(fields=["published_at"])
    if case.published_at is not None:
        unpublish(case, actor)
        ask_for(case, "publish", actor)


@one_change()
def record_persons_consent(
    person: Person,
    seen: Collection[int],
    actor: Actor,
    *,
    publish: bool,
    confidential: bool,
    reason: str = "",
) -> Activity:
    """Write down what a person agreed to, of the rows that were seen and of no others.

    seen: the records that the page showed. Raises Overtaken where other rows belong to the person
    by now, since linkage or a decision joined or parted some meanwhile.
    """
    records = list(Record.objects.select_for_update(of=("self",)).filter(person=person))
    if {record.pk for record in records} != set(seen):
        raise Overtaken(
            "has other rows than the page showed", "Look at them, and record consent anew."
        )
    return record_consent(
        person.case, records, actor, publish=publish, confidential=confidential, reason=reason
    )


@one_change()
def restore_consent(case: Case, entry: Activity, actor: Actor) -> Activity | None:
    """Take back what an entry of the log recorded, each record to what held before."""
    taken_back: Activity | None = None
    groups: dict[tuple[bool, bool], list[int]] = {}
    for before in entry.details["before"]:
        key = (before["publish"], before["confidential"])
        groups.setdefault(key, []).append(before["record"])
    for (publish, confidential), ids in groups.items():
        taken_back = record_consent(
            case,
            list(Record.objects.filter(pk__in=ids, list__case=case)),
            actor,
            publish=publish,
            confidential=confidential,
            undoes=entry.number if taken_back is None else None,
        )
    return taken_back
