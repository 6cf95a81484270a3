"""``habeas.link``: rows of lists to people."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from habeas.estimation import Overlaps, overlaps_of, overlaps_picture
from habeas.formats.lists import PeopleList, list_of_rows, read_lists
from habeas.formats.tables import people_in_csv, read_decisions, write_people
from habeas.linkage import (
    DoubtfulPair,
    Linkage,
    Settings,
    doubtful_pairs,
    explain,
    person_ids,
    waterfall,
)
from habeas.linkage import link as link_rows
from habeas.notebook.chart import Chart
from habeas.notebook.frames import rows_of
from habeas.notebook.shown import table
from habeas.vocabulary import Decision, InputError, Person, RecordKey

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True)
class People(Sequence[Person]):
    """People whom the rows of lists name.

    lists: as they were understood (``lists[0].understanding``). linkage: all that was compared.
    ids: of each row, in the order of the lists.
    """

    lists: tuple[PeopleList, ...]
    linkage: Linkage
    ids: tuple[str, ...]

    @cached_property
    def people(self) -> list[Person]:
        """Everybody, in the order of their ids."""
        return people_in_csv(self._csv(), "linked people")

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - one person, or some for a slice
        """Return a person by place."""
        return self.people[place]

    def __len__(self) -> int:
        """How many people there are."""
        return len(set(self.ids))

    @property
    def told(self) -> list[str]:
        """What of the lists was not understood, or is doubtful."""
        return [str(note) for one in self.lists for note in one.notes]

    @property
    def overlaps(self) -> Overlaps:
        """How many people are on exactly which lists."""
        pairs = ((person.id, record.key.list_name) for person in self for record in person.records)
        return overlaps_of(pairs, sorted(one.name for one in self.lists))

    def doubtful(self, limit: int = 200) -> list[DoubtfulPair]:
        """Return the pairs that are most worth a decision by a person."""
        return doubtful_pairs(self.linkage, limit)

    def explain(self, left: tuple[str, int], right: tuple[str, int]) -> Chart:
        """Draw why two rows, each (list, row), are one person or not. Raises InputError."""
        return Chart(waterfall(explain(self.linkage, RecordKey(*left), RecordKey(*right))))

    def to_frame(self) -> pl.DataFrame:
        """Return the rows as written, with ``list``, ``row`` and ``person_id`` in front."""
        import polars as pl  # noqa: PLC0415  (heavy: only who wants a frame pays for it)

        return pl.read_csv(io.StringIO(self._csv()), infer_schema=False).with_columns(
            pl.col("row").cast(pl.Int64)
        )

    def plot(self) -> Chart:
        """Draw how many people are on exactly which lists."""
        return Chart(overlaps_picture(self.overlaps))

    def _csv(self) -> str:
        stream = io.StringIO()
        write_people(self.lists, self.ids, stream)
        return stream.getvalue()

    def _repr_html_(self) -> str:
        rows = [
            {"person": person.id, "rows": len(person.records),
             "lists": ", ".join(sorted({record.key.list_name for record in person.records}))}
            for person in self
        ]  # fmt: skip
        above = f"{len(self.ids):,} rows of {len(self.lists)} lists are {len(self):,} people."
        return table(rows, above, self.told[:10])


def link(
    *lists: str | Path | Mapping[str, Any],
    decisions: str | Path | Iterable[Decision] = (),
    no_duplicates: Iterable[str] = (),
    threshold: float = 0.8,
) -> People:
    """Link the rows of lists into people.

    lists: files (CSV, XLSX, ODS, Parquet, JSON, DOCX), or mappings of a list's name to a data frame
    or rows. decisions: what reviewers decided, values or the file. no_duplicates: lists that name
    nobody twice. threshold: how probable a link must be. Raises InputError.
    """
    read = [one for given in lists for one in _lists(given)]
    _refuse_same_names(read)
    import polars as pl  # noqa: PLC0415  (heavy: only linkage pays for it)

    if not read:
        raise InputError("no list was given", "Give files, or names and data frames.")
    rows = pl.concat([one.rows() for one in read], how="diagonal")
    valid = read_decisions(decisions) if isinstance(decisions, str | Path) else list(decisions)
    found = link_rows(rows, valid, Settings(threshold, frozenset(no_duplicates)))
    return People(tuple(read), found, tuple(person_ids(found.keys(), found.person, {})))


def _lists(given: str | Path | Mapping[str, Any]) -> list[PeopleList]:
    if isinstance(given, Mapping):
        return [list_of_rows(name, *rows_of(frame)) for name, frame in given.items()]
    return read_lists([given])


def _refuse_same_names(read: Sequence[PeopleList]) -> None:
    names = [one.name for one in read]
    for name in names:
        if names.count(name) > 1:
            raise InputError(
                "is the name of two lists", "Give each list a name of its own.", value=name
            )
