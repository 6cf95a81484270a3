"""A case as a folder: its claims, scopes and people, and which of them are asked about."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from habeas.cli.console import tell
from habeas.cli.people.verify_people import read_named
from habeas.custody import Timeline, last_day, number, words
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import READERS, read_claims_file
from habeas.reconciliation import place_claims
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, Person, Scopes, filed

COLUMNS = "columns.toml"
"""Where a case's folder says what the columns of its people mean."""

UNPLACED = "(no population)"
"""Where people are put of whom nothing says in which scope they are."""


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


def scopes_asked(folder: CaseFolder, wanted: Sequence[str]) -> list[str]:
    """Return the scopes to account for: those asked for, or those that claims speak of.

    Of themselves only whole populations of the case's own place are accounted for: neither parts
    of one, nor people in no population that has a name. Raises InputError on an unknown scope.
    """
    known = set(folder.scope_of.values())
    whole = {key for key in known if not set(key) & set("@/:")}
    for key in wanted:
        if key not in folder.scopes.by_key and key not in known:
            raise InputError(
                "is not a scope of this case",
                f"The scopes are: {', '.join(folder.scopes.by_key)}.",
                column="--scope", value=key,
            )  # fmt: skip
    declared = [key for key in folder.scopes.by_key if key in whole]
    return list(wanted) or [*declared, *sorted(whole - set(declared))]


def placed(
    people: Sequence[Timeline], folder: CaseFolder, people_are: str, lang: str = "en"
) -> list[Timeline]:
    """Put people whose rows name no population into one, so that none is counted where not proved.

    That is the scope asked for, else the one that contains all that claims speak of. Where there is
    none they count nowhere. Raises InputError on a scope that the case does not know.
    """
    known = [each.population_kind for each in folder.claims]
    if people_are and people_are not in folder.scopes.by_key and people_are not in known:
        raise InputError(
            "is not a scope of this case", f"The scopes are: {', '.join(folder.scopes.by_key)}.",
            column="--people-are", value=people_are,
        )  # fmt: skip
    outer = people_are or next(
        (key for key in known if all(folder.scopes.contains(key, other) for other in known)), ""
    )
    adrift = sum(not person.scopes for person in people)
    if adrift and not people_are and len(set(known)) > 1:
        kind = "adrift_in" if outer else "adrift"
        tell(words(lang)["account"][kind].format(count=number(adrift, lang), scope=outer))
    return [
        person if person.scopes else dataclasses.replace(person, scopes=(outer or UNPLACED,))
        for person in people
    ]


def days_asked(folder: CaseFolder, wanted: Sequence[str]) -> list[date]:
    """Return the days to account for: those asked for, or the last one that a claim speaks of.

    A claim without an end speaks of the day of its publication.
    """
    days = []
    for text in wanted:
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            raise InputError(
                "is not a day", "Write it as 2026-01-08.", column="--day", value=text
            ) from None
    ends = [end.latest for claim in folder.claims if (end := last_day(claim))]
    if not days and not ends:
        raise InputError("no claim has a day", "Name one with --day.")
    return days or [max(ends)]
