"""``habeas.verify``: announced releases held against people documented by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from habeas.accounts import Announced, announced
from habeas.custody import release_spec, share, span, timeline, told, words
from habeas.formats.scopes_toml import CaseFile
from habeas.formats.tables import written_day
from habeas.notebook.chart import Chart
from habeas.notebook.inputs import case_of, claims_of, people_of_any, several
from habeas.notebook.shown import frame, table
from habeas.reconciliation import POLICIES
from habeas.vocabulary import Scopes

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class Announcements:
    """Announcements of releases, and what of each is documented by name.

    result: all that was found, people never announced and people back inside among it.
    """

    result: Announced
    lang: str = "en"

    @property
    def sentences(self) -> list[str]:
        """Each announcement told in a sentence that can be printed."""
        return [told(each, self.lang) for each in self.result.found]

    def to_frame(self) -> pl.DataFrame:
        """Return an announcement a row: announced and documented, least and most, and a finding."""
        return frame([
            {"claim": each.claim.id, "claimant": each.claim.claimant,
             "from": each.first, "to": each.last,
             "announced_low": each.announced_low, "announced_high": each.announced_high,
             "documented_low": each.documented.low, "documented_high": each.documented.high,
             "finding": each.finding.value, "people": list(each.surely),
             "possible": list(each.possibly)}
            for each in self.result.found
        ])  # fmt: skip

    def plot(self) -> Chart:
        """Draw a bar for each announcement and in it those documented by name."""
        return Chart(release_spec(self.result.found, self.lang))

    def _repr_html_(self) -> str:
        findings = words(self.lang)["verification"]["findings"]
        rows = [
            {"claimant": each.claim.claimant, "from": each.first, "to": each.last,
             "announced": each.announced_low, "by name": span(each.documented, self.lang),
             "share": share(each), "finding": findings[each.finding.value]}
            for each in self.result.found
        ]  # fmt: skip
        return table(rows, "", self.sentences)


def verify(
    claims: Any,  # noqa: ANN401 - a frame of any library
    people: Any,  # noqa: ANN401 - a frame of any library
    scopes: Scopes | CaseFile | str | Path | None = None,
    *,
    announced_by: str | Iterable[str] = (),
    policy: Literal["plain", "strict"] = "plain",
    lang: Literal["en", "es"] = "en",
) -> Announcements:
    """Hold announced releases against the people whose release is documented by name.

    claims: a file, a data frame, mappings or Claims. people: what ``link`` returns, the file that
    it writes, or a data frame with ``list`` and ``person_id``. announced_by: these kinds or
    claimants only. Raises InputError.
    """
    case = case_of(scopes)
    timelines = [timeline(person, written_day) for person in people_of_any(people)]
    found = announced(
        claims_of(claims, case), timelines, case.scopes, POLICIES[policy],
        by=several(announced_by),
    )  # fmt: skip
    return Announcements(found, lang)
