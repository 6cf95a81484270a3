"""``habeas changes``: what new claims do to the bounds and contradictions of a case."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.console import print_json, print_lines
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import (
    PLAIN,
    Case,
    ClaimEffect,
    Kept,
    Moved,
    Question,
    Teller,
    change_by,
    contradiction_json,
    place_claims,
    refuse_unknown_scopes,
    watched,
)
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, filed

EXAMPLES = """
habeas changes claims.csv --new ve161 --ask "held protest_detainees 2026-01-01"
habeas changes claims.csv --new ve228,ve229 --scopes scopes.toml --json
"""


SHOWN = 12
"""So many bounds that move are told in lines; all of them in JSON."""


def changes(
    claims: Annotated[Path, typer.Argument(help="Claims, the new ones among them; - for a pipe.")],
    new: Annotated[str, typer.Option(metavar="ID,ID", help="The claims that are new, in order.")],
    scopes: Annotated[Path | None, typer.Option(help="The case's scopes (TOML).")] = None,
    ask: Annotated[
        list[str] | None, typer.Option(help="Watch this bound: MEASURE SCOPE DAY; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, proofs included.")] = False,
) -> None:
    """Tell what new claims change: the bounds they move and the contradictions they bring.

    The claims named by --new are added one after another to all the others. Without --ask, who is
    held is watched, in every scope and on every day that claims speak of.
    """
    file = read_scopes(scopes) if scopes else CaseFile(GENERAL_SCOPES)
    read, declared = filed(read_claims_file(claims), file.sources), file.scopes
    questions = [Question.parse(text) for text in ask or ()]
    added = named(read, new)
    held = [claim for claim in read if claim not in added]
    case = Case.of(read, place_claims(read, declared), PLAIN)
    refuse_unknown_scopes(case, questions)
    questions = questions or watched(case, read)
    teller = Teller({claim.id: claim for claim in read}, declared)
    told: list[dict[str, Any]] = []
    kept = Kept()
    for claim in added:
        change = change_by(case, held, claim, questions, kept=kept)
        told.append(change_json(change, teller))
        held.append(claim)
        if not as_json:
            print_lines(change_told(change, teller))
    if as_json:
        print_json(told)


def named(claims: list[Claim], wanted: str) -> list[Claim]:
    """Return the claims named by --new, in order. Raises InputError for unknown ids, or none."""
    by_id = {claim.id: claim for claim in claims}
    ids = list(dict.fromkeys(word.strip() for word in wanted.split(",") if word.strip()))
    if not ids:
        raise InputError("names no claim", "Give one id or more.", column="--new", value=wanted)
    for name in ids:
        if name not in by_id:
            remedy = "Give ids that the claims have."
            raise InputError("names no claim", remedy, column="--new", value=name)
    return [by_id[name] for name in ids]


def most_moved(moved: Sequence[Moved]) -> Sequence[Moved]:
    """Return the bounds that move most, in their own order."""
    if len(moved) <= SHOWN:
        return moved
    first = sorted(moved, key=lambda each: -people_moved(each))[:SHOWN]
    return [each for each in moved if each in first]


def people_moved(moved: Moved) -> float:
    """Return by how many people both ends of a bound move, in all."""
    old, new = (
        math.inf if each.high is None else each.high for each in (moved.before, moved.after)
    )
    high = 0.0 if old == new else abs(old - new)
    return high + abs(moved.before.low - moved.after.low)


def change_told(change: ClaimEffect, teller: Teller) -> list[str]:
    """Tell a change in lines."""
    lines = [f"{change.claim}:"]
    for moved in most_moved(change.moved):
        before, after = (
            f"{each.low} to {'no limit' if each.high is None else each.high}"
            for each in (moved.before, moved.after)
        )
        lines.append(f"  {moved.after.question}: {before}, now {after}")
    if len(change.moved) > SHOWN:
        lines.append(
            f"  and {len(change.moved) - SHOWN} more bounds move (all of them with --json)"
        )
    for found in change.contradictions:
        lines.append(f"  new contradiction: {', '.join(found.claims)} ({found.strength})")
        lines.append(f"    {teller.contradiction(found.proof, found.shortfall)}")
    lines += [f"  resolved contradiction: {', '.join(found.claims)}" for found in change.resolved]
    if change.taken_back:
        lines.append(f"  no longer set aside: {', '.join(change.taken_back)}")
    if change.set_aside:
        lines.append(f"  set aside for it: {', '.join(change.set_aside)}")
    return lines if len(lines) > 1 else [f"{change.claim}: nothing changes"]


def change_json(change: ClaimEffect, teller: Teller) -> dict[str, Any]:
    """Return a change as JSON values."""
    return {
        "claim": change.claim,
        "moved": [
            {
                "ask": str(moved.after.question),
                "before": [moved.before.low, moved.before.high],
                "after": [moved.after.low, moved.after.high],
            }
            for moved in change.moved
        ],
        "contradictions": [
            contradiction_json(found, reading, teller)
            for found in change.contradictions
            for reading in found.readings
        ],
        "resolved": [list(found.claims) for found in change.resolved],
        "set_aside": list(change.set_aside),
        "taken_back": list(change.taken_back),
    }
