"""``habeas check-proof``: proofs that were written as files, verified by arithmetic alone."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.reconciliation.check_proof import fault
from habeas.vocabulary import HabeasError, InputError

EXAMPLES = """
habeas check-proof proofs/contradiction-0001.json
habeas reconcile claims.csv --proofs proofs && habeas check-proof proofs/*.json
"""

LARGEST_PROOF = 50_000_000
"""Bytes; a proof has a few dozen lines."""


def check_proof(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Proofs, as JSON.")],
) -> None:
    """Verify proofs with whole numbers and fractions, without the engine that found them.

    Each row is built anew from the claims and the rules that the file shows, and added up. Says
    "proved" of each file or why it proves nothing; exit code 1 if one proves nothing.
    """
    refused = 0
    for file in files:
        wrong = fault(text_of(file))
        typer.echo(f"{file}: {f'refused, {wrong}' if wrong else 'proved'}")
        refused += bool(wrong)
    if refused:
        raise HabeasError(f"{refused} of {len(files)} files prove nothing.")


def text_of(file: Path) -> str:
    """Read a file. Raises InputError where it cannot be read as a text."""
    try:
        if file.stat().st_size > LARGEST_PROOF:
            raise InputError("is too long for a proof", "Name a file of --proofs.", file=str(file))
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError(
            "cannot be read", "Name a file that `habeas reconcile --proofs` wrote.", file=str(file)
        ) from None
