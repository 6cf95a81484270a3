"""``habeas.reconcile``: which figures can be true together, and which cannot."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from habeas.formats.atomic_write import write_whole
from habeas.formats.scopes_toml import CaseFile
from habeas.notebook.chart import Chart
from habeas.notebook.inputs import case_of, claims_of, several
from habeas.notebook.pictures import band
from habeas.notebook.shown import counted, frame, table
from habeas.population_titles import with_known_titles
from habeas.reconciliation import (
    POLICIES,
    Bound,
    Contradiction,
    Question,
    Reconciliation,
    Teller,
    Viewpoint,
    cause_told,
    days_of,
    outlook,
    proof_files,
    reconciliation_json,
    timeline,
)
from habeas.reconciliation import reconcile as reconcile_claims
from habeas.vocabulary import Claim, InputError, Measure, Scopes

if TYPE_CHECKING:
    import polars as pl

Language = Literal["en", "es"]
Kind = Literal["answers", "contradictions", "causes"]


@dataclass(frozen=True)
class Reconciled:
    """What can be true of a case, what cannot, and the proofs.

    result: all that the engine found. claims: what it was found from. teller: who says it in words.
    """

    result: Reconciliation
    claims: tuple[Claim, ...]
    teller: Teller

    @property
    def answers(self) -> tuple[Bound, ...]:
        """The least and the greatest number for each question asked."""
        return self.result.view.bounds

    @property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Minimal sets of claims that cannot be true together, or do not square."""
        return self.result.listed

    @cached_property
    def proofs(self) -> Mapping[str, Mapping[str, Any]]:
        """Each proof by the name of its file, as ``habeas check-proof`` takes them."""
        files = proof_files(self.result.complete, self.claims, self.teller)
        return {name: json.loads(text) for name, text in files.items()}

    def save_proofs(self, folder: str | Path) -> None:
        """Write each proof as a file into a folder, which is made where there is none."""
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, proof in self.proofs.items():
            write_whole(Path(folder) / name, json.dumps(proof, ensure_ascii=False, indent=1))

    def to_frame(self, kind: Kind = "answers") -> pl.DataFrame:
        """Return the answers, the contradictions or the causes as a data frame."""
        return frame(self._rows(kind))

    def to_json(self) -> Mapping[str, Any]:
        """Return everything as ``habeas reconcile --json`` prints it, proofs included."""
        return reconciliation_json(self.result, self.teller)

    def plot(self, scope: str, measure: str = "held", days: Sequence[str | date] = ()) -> Chart:
        """Draw what can be true of a scope over time, and the figures that are published.

        days: those to be drawn; else the days on which a claim of the scope ends. Raises InputError
        on a scope or a measure that is not known.
        """
        wanted = Measure(measure) if measure in set(Measure) else None
        if wanted is None:
            known = ", ".join(one.value for one in Measure)
            raise InputError("is not a measure", f"Choose among {known}.", value=measure)
        placed = self.result.case.placement.scope_of
        said = [c for c in self.claims if placed.get(c.id) == scope and c.measure is wanted]
        when = [_day(day) for day in days] or days_of(said)
        view = self.result.view.viewpoint
        seen = outlook(self.result.case, self.claims, view)
        bounds = timeline(seen, [scope], when, wanted)[scope]
        return band(bounds, said, f"{self.teller.scope(scope)}: {wanted.value}")

    def _rows(self, kind: Kind) -> list[dict[str, object]]:
        if kind == "answers":
            return [self._answer(bound) for bound in self.answers]
        if kind == "contradictions":
            return [
                {"claims": ", ".join(one.claims), "strength": one.strength.value,
                 "readings": ", ".join(one.readings), "shortfall": one.shortfall,
                 "arithmetic": self.teller.contradiction(one.proof, one.shortfall)}
                for one in self.contradictions
            ]  # fmt: skip
        return [
            {"claims": ", ".join(one.claims), "change": one.change,
             "contradictions": len(one.contradictions),
             "cause": cause_told(one, self.teller, self.contradictions)}
            for one in self.result.causes
        ]  # fmt: skip

    def _answer(self, bound: Bound) -> dict[str, object]:
        upper = self.teller.bound(bound, "high") if bound.high_proof else ""
        return {"question": str(bound.question), "low": bound.low, "high": bound.high,
                "why at least": self.teller.bound(bound, "low"), "why at most": upper}  # fmt: skip

    def _repr_html_(self) -> str:
        found, causes = len(self.contradictions), len(self.result.causes)
        told = f"{counted(len(self.claims), 'claim')}, policy {self.result.policy.name}: "
        told += f"{counted(found, 'contradiction')}, {counted(causes, 'cause')}."
        aside = self.result.view.set_aside
        below = [f"Set aside, so that the others can be true together: {', '.join(aside)}."]
        parts = [table(self._rows("answers"), told, below if aside else ())]
        if causes:
            parts.append(table(self._rows("causes"), "What lies behind the contradictions:"))
        return "".join(parts)


def reconcile(
    claims: Any,  # noqa: ANN401 - a frame of any library
    scopes: Scopes | CaseFile | str | Path | None = None,
    *,
    ask: str | Iterable[str] = (),
    trust: str | Iterable[str] = (),
    policy: Literal["plain", "strict"] = "plain",
    limit: int = 500,
    lang: Language = "en",
) -> Reconciled:
    """Find which figures can be true together and which cannot, and prove it.

    claims: a file, a data frame, mappings or Claims. scopes: the case's TOML file, or its values.
    ask: questions, such as "held protest_detainees 2026-01-01". trust: kinds or claimants to be
    trusted alone. limit: contradictions at most of each group of touching scopes.
    Raises InputError.
    """
    if policy not in POLICIES:
        raise InputError("is not a policy", f"Choose among {', '.join(POLICIES)}.", value=policy)
    case = case_of(scopes)
    read = claims_of(claims, case)
    names = case.sources.own_names(several(trust))
    viewpoint = Viewpoint(" and ".join(names) if names else "all", frozenset(names))
    questions = [Question.parse(text) for text in several(ask)]
    result = reconcile_claims(
        read, case.scopes, POLICIES[policy], viewpoint, questions, limit=limit
    )
    titled = with_known_titles(case.scopes)
    teller = Teller({claim.id: claim for claim in read}, titled, lang)
    return Reconciled(result, tuple(read), teller)


def _day(day: str | date) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)
