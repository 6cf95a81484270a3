"""What the verbs are given: claims, scopes and people as values, data frames or files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import claims_in_csv, people_of, read_claims_file, read_people
from habeas.notebook.frames import is_frame, rows_of
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError, Person, Scopes, filed

FRAME = "data frame"
"""How messages name a table that came from no file."""


def case_of(scopes: Scopes | CaseFile | str | Path | None) -> CaseFile:
    """Return the scopes and sources of a case, from values or from its TOML file."""
    if isinstance(scopes, CaseFile):
        return scopes
    if isinstance(scopes, Scopes):
        return CaseFile(scopes)
    return CaseFile(GENERAL_SCOPES) if scopes is None else read_scopes(scopes)


def claims_of(given: Any, case: CaseFile) -> list[Claim]:  # noqa: ANN401 - a frame of any library
    """Return claims from claims, a data frame, mappings, or a file (CSV, JSON, JSON lines).

    Claimants are filed under the names that the case declares. Raises InputError on what is no
    claim, with the row and the column.
    """
    if isinstance(given, str | Path):
        return filed(read_claims_file(given), case.sources)
    if not is_frame(given):
        given = list(given)
        if all(isinstance(one, Claim) for one in given):
            return filed(given, case.sources)
        _refuse_mixed(given)
    heading, rows = rows_of(given)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, heading)
    writer.writeheader()
    writer.writerows(rows)
    return filed(claims_in_csv(stream.getvalue(), FRAME), case.sources)


def people_of_any(given: Any) -> list[Person]:  # noqa: ANN401 - a frame of any library
    """Return linked people from people, a data frame, mappings, or the file that link writes.

    A table needs the columns ``list`` and ``person_id``. Raises InputError.
    """
    if isinstance(given, str | Path):
        return read_people(given)
    if not is_frame(given):
        given = list(given)
        people = [one for one in given if isinstance(one, Person)]
        if len(people) == len(given):
            return people
        _refuse_mixed(given)
    heading, rows = rows_of(given)
    return people_of(heading, list(enumerate(rows, 2)), FRAME)


def _refuse_mixed(given: Sequence[object]) -> None:
    for one in given:
        if not hasattr(one, "get"):
            raise InputError(
                "is neither a row nor what is wanted here",
                "Give a file's name, a data frame, a list of mappings, or the results of another "
                "verb.",
                value=f"{type(one).__name__}",
            )


def several(given: str | Iterable[str]) -> tuple[str, ...]:
    """Return one word or several as a tuple."""
    return (given,) if isinstance(given, str) else tuple(given)
