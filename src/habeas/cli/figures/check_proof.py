"""``habeas check-proof``: proofs that were written as files, verified by arithmetic alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas.cli.console import shown
from habeas.reconciliation import fault
from habeas.vocabulary import HabeasError, InputError

EXAMPLES = """
habeas check-proof proofs/contradiction-0001.json
habeas reconcile claims.csv --proofs proofs && habeas check-proof proofs/*.json
"""

LARGEST_PROOF = 5_000_000
"""Bytes; a proof has a few dozen lines."""


def check_proof(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Proofs, as JSON.")],
) -> None:
    """Verify proofs with whole numbers and fractions, without the engine that found them.

    Each row is built anew from the claims and the rules that the file shows, and added up. Says of
    each file what it proves, or why nothing; exit code 1 if one proves nothing.
    """
    refused = 0
    for file in files:
        text = text_of(file)
        wrong = fault(text)
        said = f"refused, {wrong}" if wrong else f"proved, {proved(json.loads(text))}"
        typer.echo(shown(f"{file}: {said}"))
        refused += bool(wrong)
    if refused:
        raise HabeasError(f"{refused} of {len(files)} files prove nothing.")


def proved(proof: Mapping[str, Any]) -> str:
    """Tell in one line what a proof that passed its check proves: of what the check looked at.

    The words of the proof itself ("told") are not among that, and are not repeated.
    """
    said = proof["conclusion"]
    used = ", ".join(sorted({each["claim"] for each in proof["steps"] if "claim" in each}))
    taken = f"policy {proof['policy']}"
    if proof["reading"]["exact"]:
        taken += f", in the register of {proof['reading']['name'].removeprefix('claimant:')}"
    if said["proves"] == "contradiction":
        squares = "cannot all be true" if proof["policy"] == "strict" else "do not square"
        measures = {each["measure"] for each in proof["claims"]}
        if "held" in measures and len(measures) > 1:
            taken = f"if nobody is unaccounted for; {taken}"
        return f"{used} {squares} ({taken})"
    scope = f"{said['scope']}-{said['minus']}" if said["minus"] else said["scope"]
    days = f"{said['start']}..{said['end']}" if said["start"] else said["end"]
    asked = f"{said['measure']} {scope} {days}: {said['proves']} {said['people']}"
    return f"{asked} ({f'if {used}' if used else 'by the rules alone'}; {taken})"


def text_of(file: Path) -> str:
    """Read a file. Raises InputError where it cannot be read as a text."""
    try:
        if file.exists() and not file.is_file():
            raise InputError("is no regular file", "Name a file of --proofs.", file=str(file))
        if file.stat().st_size > LARGEST_PROOF:
            raise InputError("is too long for a proof", "Name a file of --proofs.", file=str(file))
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError(
            "cannot be read", "Name a file that `habeas reconcile --proofs` wrote.", file=str(file)
        ) from None
