"""Which entries of the log a page shows: those of one kind, those of one person."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.utils.http import urlencode

from habeas.desk.models import Activity

GROUPS: dict[str, tuple[str, ...]] = {
    "documents": ("document.", "list.", "claims.", "fetch.", "source."),
    "decisions": ("claim.", "cause.", "pair.", "consent.", "people."),
    "case": ("case.", "pages.", "member."),
    "access": ("account.", "export.", "document.downloaded", "fetch.failed"),
}
"""The kinds that can be chosen, each with the beginnings of what its entries tell."""


@dataclass(frozen=True)
class ActivityFilter:
    """What was chosen; "" where all is shown. kind: of GROUPS. who: the name of an actor."""

    kind: str = ""
    who: str = ""

    @classmethod
    def read(cls, kind: str, who: str) -> ActivityFilter:
        """Return what a reader chose; what is no kind chooses all."""
        return cls(kind if kind in GROUPS else "", who.strip()[:200])

    def of(self, entries: QuerySet[Activity]) -> QuerySet[Activity]:
        """Return the entries that were chosen."""
        if self.kind:
            begun = Q()
            for beginning in GROUPS[self.kind]:
                begun |= Q(what__startswith=beginning)
            entries = entries.filter(begun)
        if self.who:
            # Of whoever was turned away the account stands where else the thing done stands.
            named = Q(what__startswith="account.", subject__iexact=self.who)
            entries = entries.filter(Q(actor__iexact=self.who) | named)
        return entries

    @property
    def query(self) -> str:
        """What the address of another page of the same choice ends with."""
        chosen = {"kind": self.kind, "who": self.who}
        kept = {key: value for key, value in chosen.items() if value}
        return f"&{urlencode(kept)}" if kept else ""
