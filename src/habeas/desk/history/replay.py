"""What the log says a case holds, entry by entry, compared with what the tables hold.

The chain of hashes shows that the log was not changed; this shows that the tables were not changed
past it. Derived things (search, pairs that wait, results of the engines) are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from habeas.desk.audit_log import Facts, state_of
from habeas.desk.history.decision_rows import row_findings
from habeas.desk.history.log_backfill import SEALED
from habeas.desk.models import Activity, ActivityHead, Case, Claim, Document, List, Record
from habeas.desk.publication import file_findings, page_facts, pages_standing_still


@dataclass
class Told:
    """What the log tells of one case.

    facts: by section and name, those that ended left out. by: the number of the entry that wrote
    each. sealed_late: the entries that seal what the log held already.
    """

    facts: Facts = field(default_factory=dict)
    by: dict[tuple[str, str], int] = field(default_factory=dict)
    sealed_late: list[int] = field(default_factory=list)

    def take(self, entry: Activity) -> None:
        """Take in what an entry wrote."""
        wrote = entry.details.get("wrote")
        if wrote is None:
            return
        if entry.what == SEALED:
            if self.by:
                self.sealed_late.append(entry.number)
                return
            self.facts = {}
        for section, facts in wrote.items():
            for name, fact in facts.items():
                self.by[section, name] = entry.number
                if fact is None:
                    self.facts.get(section, {}).pop(name, None)
                else:
                    self.facts.setdefault(section, {})[name] = fact


def findings() -> Iterator[str]:
    """Go through what the tables and the public files hold otherwise than the log, as sentences."""
    with pages_standing_still(), transaction.atomic():
        # No entry is added meanwhile, so that log and tables are of one moment.
        list(ActivityHead.objects.select_for_update().filter(pk=1))
        told: dict[int, Told] = {}
        for entry in Activity.objects.exclude(case=None).order_by("number").iterator(chunk_size=50):
            told.setdefault(entry.case_id or 0, Told()).take(entry)
        for case in Case.objects.all():
            yield from case_findings(case, told.get(case.pk, Told()))
            yield from file_findings(case)
        yield from row_findings()


def case_findings(case: Case, told: Told) -> Iterator[str]:
    """Go through the differences between what is told of a case and what it holds."""
    if not told.by:
        yield f"Case {case.key}: no entry of the log tells what it holds."
        return
    for number in told.sealed_late:
        yield f"Case {case.key}: entry {number} seals it although the log told what it holds."
    held = state_of(case) | page_facts(case)
    for section in sorted(held.keys() | told.facts.keys()):
        log, table = told.facts.get(section, {}), held.get(section, {})
        for name in sorted(log.keys() | table.keys()):
            if log.get(name) != table.get(name):
                number = told.by.get((section, name), 0)
                what = f"Case {case.key}: {named(case, section, name)}"
                yield f"{what} {difference(section, log.get(name), table.get(name), number)}."


def difference(section: str, log: Any, table: Any, entry: int) -> str:  # noqa: ANN401  (any fact)
    """Say how a fact of the tables differs from the log's; log, table: None where there is none."""
    by = f"by entry {entry}" if entry else "by the log"
    if section in UNSAID:
        return f"is {_said(section, table)}, and {by} {_said(section, log)}"
    if log is None:
        return f"was ended by entry {entry}" if entry else "is in no entry of the log"
    if table is None:
        return f"is missing, which entry {entry} wrote"
    if isinstance(log, dict) and isinstance(table, dict):
        differing = [key for key in sorted({**log, **table}) if log.get(key) != table.get(key)]
        readable = ("standing", "role", "kind", "name")
        parts = [f"{key} {table.get(key)}, and by entry {entry} {log.get(key)}"
                 if key in readable else f"{key} other than entry {entry} wrote"
                 for key in differing]  # fmt: skip
        return "has the " + "; the ".join(parts)
    return f"is not as entry {entry} wrote it"


UNSAID = {"consents": "withheld", "pairs": "not judged"}
"""What holds where nothing is told."""


def _said(section: str, fact: Any) -> str:  # noqa: ANN401  (any fact)
    if not isinstance(fact, dict):
        return str(fact or UNSAID[section])
    public = "public" if fact["publish"] else "withheld"
    return f"{public} and confidential" if fact["confidential"] else public


NAMES: dict[str, tuple[str, type[Any], str]] = {
    "claims": ("claim {}", Claim, "key"),
    "documents": ("document {}", Document, "title"),
    "lists": ("the list {} or a row of it", List, "name"),
    "withdrawn": ("whether document {} was withdrawn", Document, "title"),
}
PHRASES = {
    "members": "the member {}",
    "sources": "the source {}",
    "people": "which rows are held to be one person",
    "pages": "the list of public files",
    "case": "what is declared as its {}",
    "names": "what was decided of names ({})",
}


def named(case: Case, section: str, name: str) -> str:
    """Return what a fact is about, in words."""
    if section in NAMES:
        phrase, model, column = NAMES[section]
        return phrase.format(_key(model, case, name, column))
    if section == "consents":
        return f"the consent of {_row(name)}"
    if section == "pairs":
        return "the pair of " + " and ".join(map(_row, name.split("-")))
    return PHRASES[section].format(name)


def _key(model: type[Any], case: Case, name: str, column: str) -> str:
    found = model.objects.filter(case=case, pk=name).values_list(column, flat=True).first()
    return str(found or f"number {name}")


def _row(name: str) -> str:
    record = Record.objects.filter(pk=name).select_related("list").first()
    return f"row {record.row} of {record.list.name}" if record else f"row number {name}"
