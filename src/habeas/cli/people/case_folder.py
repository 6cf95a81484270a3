"""A case as a folder: its claims, scopes and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from habeas.cli.people.verify_people import read_named
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import READERS, read_claims_file
from habeas.reconciliation import place_claims
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, Person, Scopes, filed

COLUMNS = "columns.toml"
"""Where a case's folder says what the columns of its people mean."""


@dataclass(frozen=True)
class CaseFolder:
    """What lies in a case's folder: claims, scopes, and, where there are any, linked people."""

    claims: list[Claim]
    scopes: Scopes
    people: list[Person]

    @cached_property
    def scope_of(self) -> Mapping[str, str]:
        """The scope that each claim speaks of, by the claim's id, as reconciliation places it."""
        return place_claims(self.claims, self.scopes).scope_of


def read_folder(path: Path, columns: Path | None = None, lang: str = "en") -> CaseFolder:
    """Read what a case's folder holds. Raises InputError where there are no claims.

    columns: a file that says what the columns of the people mean; else the folder's columns.toml.
    """
    if not path.is_dir():
        raise InputError("is not a folder", "Give the folder of a case.", file=str(path))
    files = [path / f"claims{suffix}" for suffix in READERS]
    claims = next((file for file in files if file.exists()), None)
    if claims is None:
        raise InputError(
            "holds no claims", "Put claims.csv or claims.jsonl into it.", file=str(path)
        )
    scopes, people, told = (path / f"{name}" for name in ("scopes.toml", "people.csv", COLUMNS))
    columns = columns or (told if told.exists() else None)
    declared = read_scopes(scopes) if scopes.exists() else CaseFile(GENERAL_SCOPES)
    return CaseFolder(
        filed(read_claims_file(claims), declared.sources),
        declared.scopes,
        read_named(people, columns, lang) if people.exists() else [],
    )
