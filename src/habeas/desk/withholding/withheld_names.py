"""Whose names must not be public of a case: everybody's on a list, until consent is recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from habeas.desk.audit_log import digest
from habeas.desk.cases import record_value
from habeas.desk.models import Case, Record
from habeas.desk.withholding.name_decisions import NamesDecided, names_decided
from habeas.dossier import (
    Answer,
    Limit,
    Listed,
    Unsettled,
    Withheld,
    gathered,
    limits,
    listed,
    speakers,
    to_settle,
)


@dataclass(frozen=True)
class Withholding:
    """What must not be public of a case, and what somebody must still say of it.

    listed: its lists, understood. decided: what was said of columns, rows and names. sources: the
    names of those who speak in public.
    """

    listed: Listed
    decided: NamesDecided
    sources: tuple[str, ...]

    @classmethod
    def of(cls, case: Case) -> Withholding:
        """Understand the lists of a case as ``habeas link`` does, told columns first."""
        rows = Record.objects.filter(list__case=case).select_related("list")
        open_rows = set(
            rows.filter(publish=True, confidential=False).values_list("list__name", "row")
        )
        decided = names_decided(case)
        values = [record_value(row) for row in rows.order_by("list__name", "row").iterator()]
        found = listed(values, lambda record: tuple(record.key) in open_rows, decided.columns)
        return cls(found, decided, tuple(source.name for source in case.sources.all()))

    @cached_property
    def nameless_rows(self) -> dict[str, object]:
        """The rows that name nobody as they are agreed to: how many, and which."""
        rows = [list(key) for key in self.listed.nameless]
        return {"count": len(rows), "rows": digest(rows)}

    @property
    def agreed(self) -> bool:
        """Whether somebody looked at the rows that name nobody, these and no others."""
        return not self.listed.nameless or self.decided.nameless == self.nameless_rows

    @cached_property
    def unsettled(self) -> list[Unsettled]:
        """The names of which nobody has said how they are looked for."""
        settled = self.decided.settled
        return [one for one in to_settle(self.listed.names) if one.key not in settled]

    @cached_property
    def limits(self) -> list[Limit]:
        """The names that the search finds only in part."""
        return limits(self.listed.names)

    def hidden(self, more: Iterable[Answer] = ()) -> Withheld:
        """Return what must not be public; more: answers beside those that were given."""
        answers = (*self.decided.answers, *more)
        return gathered(self.listed.names, speakers(self.sources), self.decided.settled, answers)

    @property
    def ready(self) -> bool:
        """Whether names can be searched: columns understood, rows agreed to, names settled."""
        return not (self.listed.strange or self.unsettled) and self.agreed


def withheld(case: Case) -> Withheld:
    """Return what must not be public of a case, as names were settled and questions answered."""
    return Withholding.of(case).hidden()
