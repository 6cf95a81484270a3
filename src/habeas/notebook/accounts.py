"""``habeas.account``: what is said, what can be true, what is documented, what is estimated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from habeas.accounts import Account, accounts, days_asked, placed, scopes_asked
from habeas.custody import timeline, words
from habeas.formats.scopes_toml import CaseFile
from habeas.formats.tables import written_day
from habeas.notebook.chart import Chart
from habeas.notebook.inputs import case_of, claims_of, people_of_any, several
from habeas.notebook.pictures import sides
from habeas.notebook.shown import frame, table
from habeas.reconciliation import POLICIES, place_claims
from habeas.vocabulary import Measure, Scopes

if TYPE_CHECKING:
    import polars as pl


EVER = "ever on a list, or on none"
"""What is estimated: everybody whom a list of the scope names, or might have named."""


@dataclass(frozen=True)
class Accounts(Sequence[Account]):
    """Accounts of scopes on days, each from four sides.

    told: what a reader should know, such as people put into a scope that their rows do not name.
    """

    accounts: tuple[Account, ...]
    told: tuple[str, ...] = ()

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - one account, or some for a slice
        """Return an account by place."""
        return self.accounts[place]

    def __len__(self) -> int:
        """How many scopes on how many days."""
        return len(self.accounts)

    def to_frame(self) -> pl.DataFrame:
        """Return a figure a row: scope, day, measure, side, who says it, at least and at most."""
        return frame(self._rows())

    def plot(self, measure: str = "held") -> Chart:
        """Draw what is said, can be true, and is documented of a measure, side by side."""
        return sides([row for row in self._rows() if row["measure"] == measure], measure)

    def _rows(self) -> list[dict[str, Any]]:
        return [row for one in self.accounts for row in rows_of_account(one)]

    def _repr_html_(self) -> str:
        return table(self._rows(), "", self.told)


def rows_of_account(found: Account) -> list[dict[str, Any]]:
    """Return an account, a figure a row."""
    rows: list[dict[str, Any]] = []

    def add(measure: str, side: str, who: str, low: int | None, high: int | None) -> None:
        rows.append({"scope": found.scope, "day": found.day, "measure": measure,
                     "side": side, "who": who, "low": low, "high": high})  # fmt: skip

    for claim in found.says:
        add(claim.measure.value, "said", claim.claimant, *found.policy.range_of(claim.quantity))
    for bound in found.bounds:
        if isinstance(bound.question.measure, Measure):
            add(bound.question.measure.value, "can be true", "", bound.low, bound.high)
    for measure in Measure:
        if found.named and (count := found.named.count(measure)):
            add(measure.value, "documented by name", "", count, count)
    for each in found.estimated:
        if each.low is not None:
            add(EVER, "estimated", each.method.value, each.low, each.high)
    return rows


def account(  # noqa: PLR0913  (what a case holds, each once)
    claims: Any,  # noqa: ANN401 - a frame of any library
    scopes: Scopes | CaseFile | str | Path | None = None,
    people: Any = None,  # noqa: ANN401 - a frame of any library
    *,
    scope: str | Iterable[str] = (),
    day: str | Iterable[str] = (),
    people_are: str = "",
    policy: Literal["plain", "strict"] = "plain",
    lang: Literal["en", "es"] = "en",
) -> Accounts:
    """Give account of a case: per scope and day, all that is known, side by side.

    claims, people: as for the other verbs; people may be None. scope, day: these only; else the
    scopes that claims speak of, on the last day that a claim speaks of. people_are: the scope of
    people whose rows name none. Raises InputError.
    """
    case = case_of(scopes)
    said = claims_of(claims, case)
    listed = [] if people is None else people_of_any(people)
    asked = scopes_asked(place_claims(said, case.scopes).scope_of, case.scopes, several(scope))
    put = placed([timeline(one, written_day) for one in listed], said, case.scopes, people_are)
    found = accounts(
        said, case.scopes, put.people or None, POLICIES[policy],
        asked=asked, days=days_asked(said, several(day)), by_name=words(lang)["by_name"],
    )  # fmt: skip
    told: tuple[str, ...] = ()
    if put.adrift:
        kind = words(lang)["account"]["adrift_in" if put.outer else "adrift"]
        told = (kind.format(count=put.adrift, scope=put.outer),)
    return Accounts(tuple(found), told)
