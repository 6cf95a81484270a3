"""What people decide of the names that a case keeps from the public; each can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from habeas.desk.audit_log import Actor, name_fact, names_in_force, note, one_change
from habeas.desk.models import Activity, Case, List, NameDecision
from habeas.dossier import Answer, How
from habeas.formats.lists import ListColumns

ROWS = "rows"
"""What an agreement on rows that name nobody is about."""


class NameMatter(StrEnum):
    """What is decided; see ``NameDecision``."""

    COLUMNS = "columns"
    NAMELESS = "nameless"
    SETTLED = "settled"
    ANSWERED = "answered"


@dataclass(frozen=True)
class NamesDecided:
    """What is in force of a case.

    columns: what lists' columns hold. nameless: the rows that name nobody and were agreed to, by
    their number and digest. settled, answers: as the search for names takes them.
    """

    columns: ListColumns
    nameless: Mapping[str, Any] | None
    settled: Mapping[str, How]
    answers: tuple[Answer, ...]


@one_change()
def decide_names(
    case: Case,
    actor: Actor,
    matter: NameMatter,
    values: Mapping[str, Any],
    reason: str = "",
    undoes: int | None = None,
) -> Activity:
    """Write down what was decided of some things of one kind, by what each is about."""
    known = names_in_force(case)
    decided = [{"kind": matter.value, "about": about, "value": value}
               for about, value in values.items()]  # fmt: skip
    before = {about: value.value if (value := known.get((matter.value, about))) else None
              for about in values}  # fmt: skip
    wrote = {name_fact(matter.value, about): value for about, value in values.items()}
    entry = note(
        actor,
        f"names.{matter}",
        case=case,
        subject=str(len(values)),
        details={"decided": decided, "before": before, "reason": reason,
                 "wrote": {"names": wrote}},
        undoes=undoes,
    )  # fmt: skip
    NameDecision.objects.bulk_create(
        [NameDecision(case=case, activity=entry, **each) for each in decided], batch_size=400
    )
    case.changed()
    return entry


def restore_names(case: Case, entry: Activity, actor: Actor) -> None:
    """Take back what an entry of the log decided: each thing to what held before."""
    matter = NameMatter(entry.what.split(".")[1])
    decide_names(case, actor, matter, entry.details["before"], undoes=entry.number)


def names_decided(case: Case) -> NamesDecided:
    """Return what is in force of a case, with who decided it, when and why."""
    lists = dict(List.objects.filter(case=case).values_list("pk", "name"))
    columns: dict[str, dict[str, Any]] = {}
    settled, answers, nameless = {}, [], None
    for (kind, about), held in names_in_force(case).items():
        if kind == NameMatter.COLUMNS:
            number, _, heading = about.partition(":")
            told = columns.setdefault(lists.get(int(number), ""), {"columns": {}})["columns"]
            told.setdefault(held.value, []).append(heading)
        elif kind == NameMatter.NAMELESS:
            nameless = held.value
        elif kind == NameMatter.SETTLED:
            settled[about] = How(str(held.value))
        else:
            text, _, name = about.partition(":")
            entry = held.activity
            why = str(entry.details.get("reason", ""))
            answers.append(Answer(name, text, held.value == "them", entry.actor, why, entry.at))
    return NamesDecided(ListColumns(lists=columns), nameless, settled, tuple(answers))


def answer_about(name: str, texts: Sequence[str]) -> list[str]:
    """Return what the answers on a name in some texts are about."""
    return [f"{text}:{name}" for text in texts]
