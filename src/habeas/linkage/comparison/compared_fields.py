"""Rows of lists made ready: which comparisons they allow, and what they are looked up by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
import polars as pl
from numpy.typing import NDArray

from habeas.linkage.comparison.birth_comparison import UNKNOWN, BirthComparison, years_of_birth
from habeas.linkage.comparison.comparison import Comparison
from habeas.linkage.comparison.day_comparison import DayComparison
from habeas.linkage.comparison.list_comparison import ListComparison
from habeas.linkage.comparison.name_comparison import NameComparison
from habeas.linkage.comparison.name_order import NameOrder
from habeas.linkage.comparison.number_comparison import NumberComparison
from habeas.linkage.comparison.place_comparison import PlaceComparison
from habeas.linkage.comparison.sex_comparison import SexComparison
from habeas.linkage.comparison.value_comparison import ValueComparison
from habeas.linkage.names import (
    MISSING,
    NAMES,
    NO_DAY,
    Column,
    Days,
    Knowledge,
    Nameless,
    Names,
    WholeNames,
    detention_places,
    folded,
    identifying,
    place_names,
    without_name,
)
from habeas.vocabulary import Field

NUMBERS = (Field.NATIONAL_ID, Field.OTHER_ID)
DAYS = (Field.DETAINED_ON, Field.RELEASED_ON, Field.DIED_ON)
VALUES = (
    Field.ADDRESS,
    Field.POSTCODE,
    Field.BIRTH_PLACE,
    Field.NATIONALITY,
    Field.OCCUPATION,
)


@dataclass(frozen=True)
class Prepared:
    """Rows made ready to be compared.

    comparisons: those that the columns allow. given, surnames: sounds of the names of each row,
    shape (rows, words). circumstances: whatever else is often shared by records of one person and
    seldom by others: for each, one or more ways to group it, as codes, MISSING where unknown.
    numbers: what one person has alone. nameless: the rows that name nobody. lists: of which list
    each row is.
    """

    size: int
    comparisons: tuple[Comparison, ...]
    given: NDArray[np.int32]
    surnames: NDArray[np.int32]
    circumstances: tuple[tuple[NDArray[np.int32], ...], ...]
    numbers: tuple[NDArray[np.int32], ...]
    nameless: Nameless
    lists: NDArray[np.int32]
    whole_names: WholeNames


def prepared(rows: pl.DataFrame, known: Knowledge) -> Prepared:
    """Make rows ready: ``list`` and, named by Field, whatever columns there are, as text."""
    return _Preparation(rows, known).result()


class _Preparation:
    def __init__(self, rows: pl.DataFrame, known: Knowledge) -> None:
        self.known = known
        self.nameless = without_name(rows, known)
        unsaid = pl.Series(self.nameless)
        told = [name.value for name in NAMES if name.value in rows.columns]
        self.rows = rows.with_columns(pl.when(~unsaid).then(pl.col(name)).alias(name)
                                      for name in told)  # fmt: skip
        self.comparisons: list[Comparison] = []
        self.circumstances: list[tuple[NDArray[np.int32], ...]] = []
        self.numbers: list[NDArray[np.int32]] = []

    def result(self) -> Prepared:
        names = Names.of(
            self.text(Field.GIVEN_NAMES),
            self.text(Field.SURNAMES),
            self.text(Field.FULL_NAME),
            self.known,
        )
        sounds = np.append(names.tokens.sounds.codes, MISSING).astype(np.int32)
        given, surnames = sounds[names.given.of_rows()], sounds[names.surnames.of_rows()]
        order = NameOrder(given, surnames, names.in_one)
        one, other = names.given, names.surnames
        self.comparisons += [
            NameComparison("given names", one, other, order, names.tokens),
            NameComparison("surnames", other, one, order, names.tokens, shared=True),
            order,
        ]
        self.add_numbers()
        self.add_births()
        self.add_days()
        self.add_places()
        self.add_values()
        lists = Column.of(self.rows["list"])
        if len(lists.values) > 1:
            self.comparisons.append(ListComparison(lists))
        return Prepared(
            len(self.rows),
            tuple(self.comparisons),
            given,
            surnames,
            tuple(self.circumstances),
            tuple(self.numbers),
            Nameless(self.nameless, self.column(Field.NATIONAL_ID, own_numbers).codes),
            lists.codes,
            names.whole,
        )

    def has(self, field: Field) -> bool:
        return field.value in self.rows.columns

    def text(self, field: Field) -> pl.Series:
        if self.has(field):
            return self.rows[field.value]
        return pl.Series([None], dtype=pl.String).new_from_index(0, len(self.rows))

    def column(self, field: Field, spelled: Callable[[pl.Series], pl.Series]) -> Column:
        """Encode a column, each distinct value brought to one spelling once."""
        column = Column.of(self.text(field))
        return column.recoded(spelled(column.values))

    def add_numbers(self) -> None:
        for field in NUMBERS:
            if self.has(field):
                column = self.column(field, bare_numbers)
                self.comparisons.append(NumberComparison(field.value.replace("_", " "), column))
                self.numbers.append(column.codes)

    def add_births(self) -> None:
        dates, years = Days.of(self.text(Field.BIRTH_DATE)), Days.of(self.text(Field.BIRTH_YEAR))
        seen = Days.of(self.text(Field.DETAINED_ON))
        ages = self.text(Field.AGE).cast(pl.String).str.extract(r"(\d{1,3})").cast(pl.Int32)
        known = ages.fill_null(UNKNOWN).to_numpy()
        tenths = years_of_birth(dates, years, known, seen)
        if not ((tenths != UNKNOWN) | (known != UNKNOWN)).any():
            return
        self.comparisons.append(BirthComparison(dates, known, tenths))
        self.numbers.append(np.where(dates.numbers == NO_DAY, MISSING, dates.numbers + 1_000_000))
        halves = [np.where(tenths == UNKNOWN, MISSING, (tenths + at) // 20) for at in (0, 10)]
        self.circumstances.append(tuple(halves))
        if (dates.days > 0).any():
            birthdays = np.where(dates.days > 0, dates.months * 40 + dates.days, MISSING)
            self.circumstances.append((birthdays,))

    def add_days(self) -> None:
        for field in DAYS:
            if self.has(field):
                days = Days.of(self.text(field))
                self.comparisons.append(DayComparison(field.value.replace("_", " "), days))
                known = days.numbers != NO_DAY
                weeks = [
                    np.where(known, (days.numbers + 1_000_000 + shift) // 8, MISSING)
                    for shift in (0, 4)
                ]
                self.circumstances.append(tuple(weeks))

    def add_places(self) -> None:
        state, town = (
            self.column(field, partial(place_names, known=self.known))
            for field in (Field.STATE, Field.MUNICIPALITY)
        )
        if len(state.values) or len(town.values):
            self.comparisons.append(PlaceComparison(state, town))
            self.circumstances.append((town.codes if len(town.values) else state.codes,))
        if self.has(Field.SEX):
            sexes = self.known.sexes
            column = self.column(
                Field.SEX, lambda texts: folded(texts).replace(list(sexes), list(sexes.values()))
            )
            self.comparisons.append(SexComparison(column))
        if self.has(Field.FACILITY):
            self.add_value(Field.FACILITY, partial(detention_places, known=self.known))

    def add_values(self) -> None:
        for field in VALUES:
            if self.has(field):
                self.add_value(field, folded)

    def add_value(self, field: Field, spelled: Callable[[pl.Series], pl.Series]) -> None:
        column = self.column(field, spelled)
        self.comparisons.append(ValueComparison(field.value.replace("_", " "), column))
        self.circumstances.append((column.codes,))


def bare_numbers(texts: pl.Series) -> pl.Series:
    """Return identity numbers as their digits; those with fewer than four keep their letters."""
    signs = folded(texts).str.replace_all(r"[^0-9a-z]", "")
    digits = signs.str.replace_all(r"[^0-9]", "").str.replace(r"^0+", "")
    return pl.select(pl.when(digits.str.len_bytes() >= 4).then(digits).otherwise(signs)).to_series()


def own_numbers(texts: pl.Series) -> pl.Series:
    """Return national ids as their digits, null for those that more than one person may have."""
    return identifying(bare_numbers(texts))
