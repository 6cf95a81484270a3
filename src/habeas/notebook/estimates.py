"""``habeas.estimate``: how many people there are, those on no list included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from habeas.estimation import (
    EVERY,
    LEVEL,
    Estimate,
    Method,
    Overlaps,
    estimates,
    estimates_picture,
    estimates_told,
    identifiability,
    intervals_picture,
    overlaps,
    overlaps_of,
    overlaps_picture,
    sentence,
)
from habeas.formats.tables import csv_rows, is_overlap_table, overlap_table
from habeas.notebook.chart import Chart
from habeas.notebook.frames import is_frame, rows_of
from habeas.notebook.inputs import FRAME, people_of_any, several
from habeas.notebook.shown import frame, table
from habeas.vocabulary import InputError, Person

if TYPE_CHECKING:
    import polars as pl

Named = Literal["all", "lcmcr", "dga", "loglinear", "chapman", "chao"]
TRUTH = {"true": "1", "false": "0"}


@dataclass(frozen=True)
class Estimates(Sequence[Estimate]):
    """What each method says of how many people there are, and the overlaps it says it from."""

    estimates: tuple[Estimate, ...]
    overlaps: Overlaps
    lang: str = "en"

    def __getitem__(self, place: Any) -> Any:  # noqa: ANN401 - one estimate, or some for a slice
        """Return an estimate by place."""
        return self.estimates[place]

    def __len__(self) -> int:
        """How many methods answered or refused."""
        return len(self.estimates)

    @property
    def sentences(self) -> list[str]:
        """The estimates told in sentences, first how far they agree."""
        return estimates_told(self.estimates, self.lang)

    def to_frame(self) -> pl.DataFrame:
        """Return a method a row: the median, the interval, who is on any list, and warnings."""
        return frame(self._rows())

    def plot(self, what: Literal["all", "intervals", "overlaps"] = "all") -> Chart:
        """Draw overlaps, intervals, distributions and what a list changes; or one of them."""
        if what == "overlaps":
            return Chart(overlaps_picture(self.overlaps, self.lang))
        if what == "intervals":
            return Chart(intervals_picture(self.estimates, self.overlaps.observed, self.lang))
        return Chart(estimates_picture(self.estimates, self.overlaps, self.lang))

    def _rows(self) -> list[dict[str, object]]:
        return [
            {"method": each.method.value, "estimate": each.estimate, "low": each.low,
             "high": each.high, "level": each.level, "observed": each.observed,
             "warnings": " ".join(sentence(caveat, self.lang) for caveat in each.warnings)}
            for each in self.estimates
        ]  # fmt: skip

    def _repr_html_(self) -> str:
        return table(self._rows(), "", self.sentences)


def estimate(
    given: Any,  # noqa: ANN401 - a frame of any library
    method: Named | Iterable[Named] = "all",
    *,
    level: float = LEVEL,
    seed: int = 1,
    lang: Literal["en", "es"] = "en",
) -> Estimates:
    """Estimate how many people there are, those on no list included.

    given: Overlaps; what ``link`` returns; a file or a data frame of linked people (``list``,
    ``person_id``) or of overlaps (1 or 0 a list, and ``count``). Raises InputError where the
    overlaps cannot identify the number.
    """
    methods = EVERY if method == "all" else tuple(map(_method, several(method)))
    found = overlaps_in(given)
    left = identifiability(found)
    if left.refusal or not found.observed:
        told = [sentence(one, lang) for one in (*left.caveats, left.refusal) if one]
        raise InputError("cannot tell how many people are on no list", " ".join(told))
    return Estimates(tuple(estimates(found, methods, seed, level)), found, lang)


def overlaps_in(given: Any) -> Overlaps:  # noqa: ANN401 - a frame of any library
    """Return how lists overlap, from whatever tells it. Raises InputError."""
    if isinstance(given, Overlaps):
        return given
    if isinstance(given, str | Path):
        heading, numbered = csv_rows(given)
        if is_overlap_table(heading):
            return _overlaps(heading, [row for _, row in numbered], str(given))
    elif is_frame(given) or not isinstance(given, Sequence) or not _are_people(given):
        heading, rows = rows_of(given)
        if is_overlap_table(heading):
            return _overlaps(heading, rows, FRAME)
    people = people_of_any(given)
    pairs = [(person.id, record.key.list_name) for person in people for record in person.records]
    return overlaps_of(pairs, sorted({name for _, name in pairs}))


def _are_people(given: Sequence[object]) -> bool:
    return all(isinstance(one, Person) for one in given)


def _overlaps(heading: Sequence[str], rows: Sequence[dict[str, str]], file: str) -> Overlaps:
    plain = [{name: TRUTH.get(cell, cell) for name, cell in row.items()} for row in rows]
    read = overlap_table(heading, list(enumerate(plain, 2)), file)
    return overlaps(read.lists, read.patterns, read.counts)


def _method(name: str) -> Method:
    try:
        return Method(name)
    except ValueError:
        known = ", ".join(one.value for one in Method)
        raise InputError("is not a method", f"Choose among all, {known}.", value=name) from None
