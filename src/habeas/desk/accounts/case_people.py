"""The people of a case, as custody and estimation take them."""

from __future__ import annotations

from collections import defaultdict

from habeas.custody import Timeline
from habeas.desk.cases import record_key
from habeas.desk.models import Case, Pair, Record
from habeas.desk.people import timeline_of
from habeas.vocabulary import RecordKey


def timelines_of_case(case: Case) -> list[Timeline]:
    """Return what the rows that count say of each person of a case."""
    rows: dict[int, list[Record]] = defaultdict(list)
    for record in counting(case):
        rows[record.person_id or 0].append(record)
    return [timeline_of(records) for records in rows.values()]


def counting(case: Case) -> list[Record]:
    """Return the rows that count and belong to a person, by list and row."""
    found = Record.objects.counting().filter(list__case=case, person__isnull=False)
    return list(found.select_related("list", "person").order_by("person", "list__name", "row"))


def on_lists(case: Case) -> list[tuple[str, str]]:
    """Return who is on which list: a person's id and a list's name."""
    return [(record.person.key, record.list.name) for record in counting(case) if record.person]


def doubtful_of(case: Case) -> list[tuple[RecordKey, RecordKey]]:
    """Return the pairs of rows of which nobody has said yet whether they are one person."""
    waiting = Pair.objects.filter(case=case, standing="waiting")
    found = waiting.select_related("left__list", "right__list")
    return [(record_key(each.left), record_key(each.right)) for each in found]
