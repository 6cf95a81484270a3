"""Rows of a list that are no people: sections, totals, remarks, headings said again, numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from habeas.formats.lists.list_words import folded, phrases
from habeas.formats.lists.rows.several_people import names_nobody, several_people
from habeas.formats.lists.values import is_nothing
from habeas.vocabulary import Field

LONG = 8
"""Words of a cell that stands alone and is no name: nobody has more."""
SHORT_SECTION = 6
REMARK = re.compile(r"\s*(?:[*†‡(\[]|https?:|www\.|\d+[).] ?[^\W\d])")
STARRED = re.compile(r"\s*[*†‡]+\s")
STRANGE = re.compile(r"[(\[/&]|[a-zà-ÿ][A-Z]")
NUMERIC = re.compile(r"[\d\s.,:%()/+-]*")
MOST = 0.9
"""Share of the names that have two words and more where one word may be a section."""


WEAK_TOTALS = frozenset({"count", "cantidad", "media", "average"})
"""Words of totals that may be names."""


class RowKind(StrEnum):
    """What a row is that is no person."""

    SECTION = "section"
    TOTAL = "total"
    REMARK = "remark"
    HEADING = "heading said again"
    NUMBER = "number without a person"


@dataclass(frozen=True)
class NoPerson:
    """A row that is no person: its place from 0, what it is, what it says."""

    place: int
    kind: RowKind
    text: str


@dataclass(frozen=True)
class People:
    """Which rows are people.

    places: of them, from 0. others: rows that are not. sections: of each person's row the section
    it stands under, "" where none; empty where the list has no sections. doubtful: rows kept as
    people that may be sections.
    """

    places: tuple[int, ...]
    others: tuple[NoPerson, ...] = ()
    sections: tuple[str, ...] = ()
    doubtful: tuple[int, ...] = field(default=())


def people_among(
    headings: Sequence[str], rows: Sequence[Sequence[str]], names: Sequence[int],
    places: Sequence[int],
) -> People:  # fmt: skip
    """Tell the rows that are people.

    names, places: the columns of names, and of states, towns and prisons, whose texts are no
    people where they stand alone.
    """
    table = _Table(headings, rows, names, places)
    others: dict[int, NoPerson] = {}
    for at in range(len(rows)):
        if kind := table.kind(at):
            others[at] = NoPerson(at, kind, table.text(at))
    sectioned = any(other.kind is RowKind.SECTION for other in others.values())
    for at in range(len(rows)) if sectioned else ():
        if at not in others and table.is_strange(at):
            others[at] = NoPerson(at, RowKind.SECTION, table.text(at))
    lone = [at for at in range(len(rows)) if at not in others and table.may_be_section(at)]
    # One alone in the middle may be somebody of whom one name is known; several are no chance.
    certain = len(lone) > 1 or bool(lone and (lone[0] == 0 or others))
    for at in lone if certain else ():
        others[at] = NoPerson(at, RowKind.SECTION, table.text(at))
    # Where a list has sections, who stands there with nothing but a name may be one more.
    sectioned = any(other.kind is RowKind.SECTION for other in others.values())
    alone = [at for at in range(len(rows))
             if sectioned and at not in others and table.is_alone(at)]  # fmt: skip
    doubtful = sorted({*alone, *(() if certain else lone)})
    return _under_sections(len(rows), others, tuple(doubtful))


def _under_sections(count: int, others: Mapping[int, NoPerson], doubtful: Sequence[int]) -> People:
    section, kept, under = "", [], []
    for at in range(count):
        other = others.get(at)
        if other is None:
            kept.append(at)
            under.append(section)
        elif other.kind is RowKind.SECTION:
            section = other.text.rstrip(" :")
    sections = tuple(under) if any(under) else ()
    return People(
        tuple(kept), tuple(others[at] for at in sorted(others)), sections, tuple(doubtful)
    )


class _Table:
    """The rows of a list, and what is usual in it."""

    def __init__(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], names: Sequence[int],
        places: Sequence[int],
    ) -> None:  # fmt: skip
        self.headings = [folded(name) for name in headings]
        self.rows, self.names = rows, names
        self.filled = [_distinct(row) for row in rows]
        full = sum(len(one) > 1 for one in self.filled)
        self.is_wide = len(headings) > 1 and full >= max(1, len(rows) / 4)
        said = [" ".join(row[at].strip() for at in names if row[at].strip()) for row in rows]
        whole = [name for name, one in zip(said, self.filled, strict=True)
                 if len(one) > 1 and name and not self._is_total(one)]  # fmt: skip
        self.long = sum(len(name.split()) > 1 for name in whole) >= MOST * max(1, len(whole))
        self.mixed = sum(not name.isupper() for name in whole) >= MOST * max(1, len(whole))
        self.words = {word for name in whole for word in folded(name).split()}
        shouted = [bool(_shouted_word(one)) for one in self.filled]
        rest = [
            name for name, loud, one in zip(said, shouted, self.filled, strict=True)
            if name and not (loud or self._is_total(one) or STARRED.match(name))
        ]  # fmt: skip
        self.rest = {word for name in rest for word in folded(name).split()}
        self.quiet = len(rest) >= sum(shouted) and sum(
            len(name.split()) > 1 and not name.isupper() for name in rest
        ) >= MOST * len(rest)
        starred = sum(bool(one and STARRED.match(one[0])) for one in self.filled)
        self.bullets = starred * 2 > len(rows)
        self.known_places = {folded(row[at]) for row in rows for at in places if row[at].strip()}

    def text(self, at: int) -> str:
        """Return what a row says first, in words where it has any."""
        said = [cell for cell in self.filled[at] if not NUMERIC.fullmatch(cell)]
        return " ".join((said or self.filled[at] or [""])[0].split())

    def kind(self, at: int) -> RowKind | None:
        """Return what a row is by its own words and cells, None where it may be a person."""
        filled = self.filled[at]
        if not filled:
            return None
        if self._says_headings(at):
            return RowKind.HEADING
        if all(NUMERIC.fullmatch(cell) for cell in filled) and not self._named(at):
            return RowKind.NUMBER if len(filled) == 1 and len(self.headings) > 1 else None
        if self._is_total(filled):
            return RowKind.TOTAL
        if self._is_remark(filled):
            return RowKind.REMARK
        return RowKind.SECTION if self._is_section(at) else None

    def may_be_section(self, at: int) -> bool:
        """Whether one word stands alone that no name of the list has, where names have several."""
        filled = self.filled[at]
        if len(filled) != 1 or self._is_somebody(at):
            return False
        if not self.is_wide:
            # Where every row is one name, a word in capitals among names of several words.
            word = _shouted_word(filled)
            return self.quiet and bool(word) and folded(word) not in self.rest
        if not (self.is_wide and self.long and len(filled) == 1 and len(filled[0].split()) == 1):
            return False
        return folded(filled[0]) not in self.words and not is_nothing(filled[0])

    def is_alone(self, at: int) -> bool:
        """Whether a cell stands alone, of whose words no name of the list has one."""
        filled = self.filled[at]
        if not self.is_wide or len(filled) != 1 or self._is_somebody(at) or is_nothing(filled[0]):
            return False
        return not set(folded(filled[0]).split()) & self.words

    def is_strange(self, at: int) -> bool:
        """Whether a lone cell has brackets or a stroke and no word that a name of the list has."""
        filled = self.filled[at]
        if not self.is_wide or len(filled) != 1 or len(filled[0].split()) > SHORT_SECTION:
            return False
        if self._is_somebody(at):
            return False
        return bool(STRANGE.search(filled[0])) and not set(folded(filled[0]).split()) & self.words

    def _is_somebody(self, at: int) -> bool:
        """Whether a name says that it is several people's, or not known: "3 hombres", "NN"."""
        said = [self.rows[at][place] for place in self.names]
        return any(several_people(Field.FULL_NAME, text) or names_nobody(text) for text in said)

    def _named(self, at: int) -> bool:
        return any(any(sign.isalpha() for sign in self.rows[at][place]) for place in self.names)

    def _says_headings(self, at: int) -> bool:
        row = zip(self.rows[at], self.headings, strict=True)
        pairs = [(folded(cell), name) for cell, name in row if cell.strip()]
        same = sum(cell == name or name.endswith(f" {cell}") for cell, name in pairs)
        return (
            same >= 1 and same >= 0.6 * len(pairs) and (len(pairs) > 1 or len(self.headings) == 1)
        )

    def _is_total(self, filled: Sequence[str]) -> bool:
        said = [cell for cell in filled if not NUMERIC.fullmatch(cell)]
        if len(said) != 1:
            return False
        words = folded(said[0])
        begin = next((one for one in _totals() if words == one or words.startswith(f"{one} ")), "")
        if begin in _strong_totals():
            return True
        # A name may be such a word, behind the number of its row.
        rest = words[len(begin) :]
        return bool(begin) and said[0] == filled[0] and not any(sign.isalpha() for sign in rest)

    def _is_remark(self, filled: Sequence[str]) -> bool:
        text, words = filled[0], folded(filled[0])
        begin = next((one for one in _remarks() if words == one or words.startswith(f"{one} ")), "")
        colon = bool(begin) and ":" in text[: len(begin) + 6]
        if colon and len(filled) < 3:
            return True
        if len(filled) > 1:
            return False
        count = len(words.split())
        dated = self.is_wide and count > SHORT_SECTION and any(map(str.isdigit, text))
        marked = self.is_wide and bool(REMARK.match(text))
        starred = not self.bullets and bool(STARRED.match(text))
        return count > LONG or dated or bool(begin and count > 4) or marked or starred

    def _is_section(self, at: int) -> bool:
        filled = self.filled[at]
        if not self.is_wide or len(filled) != 1 or is_nothing(filled[0]) or self._is_somebody(at):
            return False
        text, words = filled[0].strip(), folded(filled[0])
        if len(words.split()) > SHORT_SECTION:
            return False
        if words in self.known_places or text.endswith(":") or any(map(str.isdigit, text)):
            return True
        begins = any(words == one or words.startswith(f"{one} ") for one in _section_words())
        if begins or any(words.endswith(f" {one}") for one in _section_ends()):
            return True
        if not any(self.rows[at][place].strip() for place in self.names):
            return any(sign.isalpha() for sign in text)
        shouted = text.isupper() and self.mixed
        return shouted and not set(words.split()) & self.words


def _shouted_word(filled: Sequence[str]) -> str:
    """Return the one word in capitals that a row is, "" where it is more or something else."""
    alone = filled[0] if len(filled) == 1 else ""
    return alone if alone.isupper() and len(alone) > 2 and len(alone.split()) == 1 else ""


def _distinct(row: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(cell.strip() for cell in row if cell.strip()))


@functools.cache
def _totals() -> tuple[str, ...]:
    return tuple(sorted(phrases("rows", "totals"), key=len, reverse=True))


@functools.cache
def _strong_totals() -> frozenset[str]:
    return frozenset(one for one in _totals() if len(one) > 4 and one not in WEAK_TOTALS)


@functools.cache
def _remarks() -> tuple[str, ...]:
    return tuple(sorted(phrases("rows", "remarks"), key=len, reverse=True))


@functools.cache
def _section_ends() -> frozenset[str]:
    """Return how sections end: "Insein Prison", "Минская область"."""
    return phrases("rows", "section_ends")


@functools.cache
def _section_words() -> frozenset[str]:
    return phrases("rows", "sections")
