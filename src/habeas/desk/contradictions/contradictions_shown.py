"""Contradictions and causes as the page shows them, with their claims as they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from habeas.desk.contradictions.cause_words import change_called
from habeas.desk.models import Case, Claim
from habeas.desk.review import FieldChange, field_changes
from habeas.desk.wording import words


@dataclass(frozen=True)
class Shown:
    """A contradiction as the page shows it.

    resolving: of its claims the one that the most contradictions rest on, if any stands out: to
    correct or reject that one would resolve the most. copies: the claims that repeat one of its
    own, from documents that tell the same story.
    """

    strength: str
    arithmetic: list[str]
    claims: list[Claim]
    resolving: Claim | None
    resolves: int
    copies: list[Claim]


@dataclass(frozen=True)
class CauseShown:
    """A cause as the page shows it.

    number: its place, from 1. called: what the button says that makes its change, "" where a
    person has to look at the figure itself. overtaken: whether somebody has decided of its claims
    since it was found. more: how many of its contradictions are not among ``contradictions``.
    """

    number: int
    mark: str
    question: str
    told: str
    figure: Claim | None
    called: str
    changes: list[tuple[Claim, list[FieldChange]]]
    overtaken: bool
    contradictions: list[Shown] = field(default_factory=list)
    more: int = 0


class Table:
    """The contradictions of a case, told with their claims as they stand.

    counts: on how many of all each claim bears.
    """

    def __init__(self, case: Case, listed: Sequence[dict[str, Any]]) -> None:
        self.case, self.listed = case, listed
        self.counts = Counter(key for each in listed for key in each["claims"])

    def rows(self, listed: Sequence[dict[str, Any]]) -> list[Shown]:
        """Return contradictions as the page shows them."""
        held = self._claims(key for each in listed for key in (*each["claims"], *each["copies"]))
        return [self._row(each, held) for each in listed]

    def cause(self, cause: dict[str, Any], number: int, most: int) -> CauseShown:
        """Return a cause with at most so many of its contradictions."""
        language, places = words().language, cause["contradictions"]
        rows = cause["rows"]
        held = self._claims([cause["claims"][0], *(row["key"] for row in rows)])
        changes = [(held[row["key"]], changes_of(row)) for row in rows if row["key"] in held]
        now = [(row["key"], row["seen"]) for row in rows]
        return CauseShown(
            number,
            cause["mark"],
            cause["question"][language],
            cause["told"][language],
            held.get(cause["claims"][0]),
            change_called(cause, words()) if rows else "",
            changes,
            any(last_of(held.get(key)) != seen for key, seen in now),
            self.rows([self.listed[place] for place in places[:most]]),
            max(len(places) - most, 0),
        )

    def _row(self, each: dict[str, Any], held: dict[str, Claim]) -> Shown:
        keys = [key for key in each["claims"] if key in held]
        most = max(keys, key=lambda key: self.counts[key], default="")
        return Shown(
            str(each["strength"] if each.get("shortfall") is None else "shortfall"),
            str(each["arithmetic"][words().language]).splitlines(),
            [held[key] for key in keys],
            held[most] if self.counts[most] > 1 else None,
            self.counts[most],
            [held[key] for key in each["copies"] if key in held],
        )

    def _claims(self, keys: Iterable[str]) -> dict[str, Claim]:
        found = self.case.claims.filter(key__in=set(keys)).annotate(last=Max("decisions"))
        return {claim.key: claim for claim in found}


def last_of(claim: Claim | None) -> int:
    """Return the number of the last decision on a claim as it was looked up; -1 without a claim."""
    return (getattr(claim, "last", None) or 0) if claim else -1


def changes_of(row: dict[str, Any]) -> list[FieldChange]:
    """Return the fields of a claim that a cause's change changes."""
    fields = row["fields"].items()
    return field_changes(
        {name: before for name, (before, _) in fields}, {name: after for name, (_, after) in fields}
    )
