"""The columns of a list, understood together: one date order, statuses told from states, cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from habeas.formats.lists.headings import (
    YEARLESS,
    Headings,
    Meant,
    Sureness,
    fields_of_headings,
    heading_meaning,
    words_left_out,
)
from habeas.formats.lists.list_words import folded
from habeas.formats.lists.rows import MAY_BE_SEVERAL, several_people, with_a_strange_comma
from habeas.formats.lists.values import (
    DATES,
    NO_DAY,
    DateStyle,
    date_style,
    is_denial,
    is_nothing,
    read_value,
    sex_letters,
)
from habeas.vocabulary import Field

NAMES = (Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES)
JOINED = frozenset({Field.GIVEN_NAMES, Field.SURNAMES, Field.ADDRESS})
"""Fields whose columns are put one after the other; of other fields the first filled one counts."""

UNDATED = frozenset({Field.BIRTH_DATE, Field.DETAINED_ON})
"""Fields that a column without a single date cannot hold; of releases "yes" tells something."""

IN_BRACKETS = "stands in brackets and is not understood; the column is read as {field} without it"
DATE_AND_PLACE = "tells a date and a place of birth; the date is used, and the place is not"
TWO_SEXES = "is a man's letter beside F and a woman's beside H, and the column has both"
LONGEST = 20_000
"""Characters of a cell that is looked at."""
LOST = "\ufffd"
QUESTIONED = re.compile(r"[^\W\d_]\?+[^\W\d_]|\?\?[^\W\d_]")
MAY_BE_LOST = "has a question mark where a letter may have been lost"
LETTERS_LOST = "has letters that were lost before the list came here"
NOT_TOLD = "is not named in the file of columns"

Told = tuple[int, str, str, str]
"""What is not understood: row from 0 (-1: the column), heading, cell, reason."""


@dataclass
class Columns:
    """The understood columns of a list.

    headings: what they mean. values: for each field what each row says. styles: of columns of
    dates. told: what is not understood. counts: (understood, not) of the filled cells of a column.
    """

    headings: Headings
    values: dict[Field, list[str]] = field(default_factory=dict)
    styles: dict[str, DateStyle] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)


def understood_columns(
    cells: Mapping[str, Sequence[str]], told: Mapping[str, Field], day_order: str = ""
) -> Columns:
    """Understand columns, in whatever order they stand.

    cells: of each heading. told: the fields that a person has told; else headings are recognised.
    """
    found = Columns(_headings(cells, told))
    cells = _without_long(found, cells)
    _settle_days_by_cells(found, cells)
    _settle_by_cells(found, cells)
    meant = found.headings.meant
    dates = {name: _dates_of(name, cells) for name, one in meant.items()
             if one.field in DATES and not one.part}  # fmt: skip
    events = frozenset(name for name in dates if meant[name].field is not Field.BIRTH_DATE)
    found.styles = date_style(dates, list(cells), told=day_order, events=events)
    _set_aside_dateless(found, cells)
    by_field: dict[Field, list[str]] = {}
    for name, one in sorted(meant.items(), key=lambda pair: (pair[1].rank, pair[0])):
        by_field.setdefault(one.field, []).append(name)
    found.told += [(-1, name, "", DATE_AND_PLACE) for name, one in meant.items()
                   if one.ideas == {"date", "place", "birth"}]  # fmt: skip
    found.told += [(-1, name, words, IN_BRACKETS.format(field=one.field))
                   for name, one in meant.items() if one.sure is not Sureness.TOLD
                   for words in words_left_out(name)]  # fmt: skip
    for of_field, names in by_field.items():
        found.values[of_field] = _of_field(of_field, names, cells, found)
    return found


def _without_long(
    found: Columns, cells: Mapping[str, Sequence[str]]
) -> Mapping[str, Sequence[str]]:
    """Return the cells without those that are longer than anything that a column may hold."""
    long = {name: [at for at, text in enumerate(texts) if len(text) > LONGEST]
            for name, texts in cells.items()}  # fmt: skip
    if not any(long.values()):
        return cells
    found.told += [(at, name, f"{cells[name][at][:40]}…", f"is longer than {LONGEST:,} characters")
                   for name, places in long.items() for at in places]  # fmt: skip
    return {name: ["" if len(text) > LONGEST else text for text in texts] if long[name] else texts
            for name, texts in cells.items()}  # fmt: skip


def _headings(cells: Mapping[str, Sequence[str]], told: Mapping[str, Field]) -> Headings:
    own = fields_of_headings(list(cells))
    if not told:
        return own
    meant = {}
    for name, of_field in told.items():
        said = own.meant.get(name)
        kept = said if said and said.field is of_field else Meant(of_field)
        meant[name] = replace(kept, sure=Sureness.TOLD)
    aside = {name: NOT_TOLD for name in cells if name not in told}
    return Headings(meant, aside)


def _settle_days_by_cells(found: Columns, cells: Mapping[str, Sequence[str]]) -> None:
    """Take a column that seems to be the day of a date for the whole date, where its cells are."""
    for name, why in list(found.headings.aside.items()):
        one = heading_meaning(name) if why == YEARLESS else None
        if one and one.part == "day":
            said = _dates_of(name, cells)
            whole = sum(len(text) > 4 and not read_value(one.field, text)[1] for text in said)
            if whole * 2 > len(said) and not any(
                other.field is one.field for other in found.headings.meant.values()
            ):
                del found.headings.aside[name]
                found.headings.meant[name] = replace(one, part="", sure=Sureness.CELLS)


def _settle_by_cells(found: Columns, cells: Mapping[str, Sequence[str]]) -> None:
    """Tell a status from a state by what the cells say."""
    from habeas.custody import is_status  # noqa: PLC0415  (only lists pay for it)

    for name, one in list(found.headings.meant.items()):
        if one.sure is Sureness.TOLD or one.field is not Field.STATE:
            continue
        said = {text.strip() for text in cells[name] if not is_nothing(text)}
        count = sum(map(is_status, said))
        if count * 2 >= len(said) and count:
            found.headings.meant[name] = replace(one, field=Field.STATUS, sure=Sureness.CELLS)
        if 0 < count < len(said):
            other = sorted(text for text in said if is_status(text) is (count * 2 < len(said)))
            means = found.headings.meant[name].field
            found.told.append((-1, name, "", (
                f"may tell a state or a status; it was taken for a {means}, and these cells say "
                f"otherwise: {', '.join(other[:6])}"
            )))  # fmt: skip


def _dates_of(name: str, cells: Mapping[str, Sequence[str]]) -> list[str]:
    return [text for text in dict.fromkeys(cells[name]) if text and not is_nothing(text)]


def _set_aside_dateless(found: Columns, cells: Mapping[str, Sequence[str]]) -> None:
    """Set aside a column of days in which no cell is one, unless a person told what it is."""
    meant = found.headings.meant
    for name, one in list(meant.items()):
        if one.field not in UNDATED or one.part or one.sure is Sureness.TOLD:
            continue
        said = _dates_of(name, cells)
        if said and not any(_is_day(one.field, text, found.styles[name]) for text in said):
            del meant[name]
            found.headings.aside[name] = f"may mean {one.field}, and no cell of it is a day"


def _is_day(of_field: Field, text: str, style: DateStyle) -> bool:
    shown, wrong = read_value(of_field, text, style)
    return not wrong or shown != text.strip() or wrong == NO_DAY


def _of_field(
    of_field: Field, names: Sequence[str], cells: Mapping[str, Sequence[str]], found: Columns
) -> list[str]:
    meant = found.headings.meant
    parts = [name for name in names if meant[name].part]
    whole = [name for name in names if not meant[name].part]
    read = [_column(of_field, name, cells[name], found) for name in whole]
    if parts:
        read.append(_of_parts(of_field, parts, cells, found))
    if of_field in JOINED:
        return [" ".join(filter(None, texts)) for texts in zip(*read, strict=True)]
    if len(read) > 1:
        _tell_differences(of_field, [*whole, *parts[:1]], read, cells, found)
    return [_first(of_field, texts) for texts in zip(*read, strict=True)]


def _first(of_field: Field, texts: Sequence[str]) -> str:
    """Return the first text that is filled; a day that two columns tell differently is none."""
    filled = list(dict.fromkeys(filter(None, texts)))
    if of_field in DATES and len(filled) > 1:
        days = [text for text in filled if text[:4].isdigit()]
        return " / ".join(days) if len(days) > 1 else (days or filled)[0]
    return filled[0] if filled else ""


def _tell_differences(
    of_field: Field, names: Sequence[str], read: Sequence[Sequence[str]],
    cells: Mapping[str, Sequence[str]], found: Columns,
) -> None:  # fmt: skip
    for row, texts in enumerate(zip(*read, strict=True)):
        filled = [(name, text) for name, text in zip(names, texts, strict=True) if text]
        if len({text for _, text in filled}) > 1:
            (first, one), (second, other) = (
                filled[0],
                next(p for p in filled[1:] if p[1] != filled[0][1]),
            )
            found.told.append((row, second, cells[second][row], (
                f"means {of_field} as {first} does, which says {one} and not {other}; say in "
                "--columns which counts"
            )))  # fmt: skip


def _of_parts(
    of_field: Field, names: Sequence[str], cells: Mapping[str, Sequence[str]], found: Columns
) -> list[str]:
    """Put the day, month and year of a date together that stand in columns of their own."""
    meant = found.headings.meant
    by_part = {meant[name].part: name for name in reversed(names)}
    texts = [[cells[by_part[part]][row].strip() if part in by_part else ""
              for part in ("year", "month", "day")]
             for row in range(len(cells[names[0]]))]  # fmt: skip
    values = []
    counts = Counter[bool]()
    for row, (year, month, day) in enumerate(texts):
        known = [text for text in (year, month, day) if text and not is_nothing(text)]
        if not known:
            values.append("")
            continue
        sign = "-" if month.isdigit() or not month else " "
        ordered = (year, month, day) if sign == "-" else (day, month, year)
        written = sign.join(text for text in ordered if text and not is_nothing(text))
        shown, wrong = read_value(of_field, written)
        if not year or is_nothing(year):
            shown, wrong = "", "has a day or a month and no year"
        values.append(shown if shown[:4].isdigit() else "")
        counts[not wrong] += 1
        if wrong:
            found.told.append((row, by_part.get("year", names[0]), written, wrong))
    for name in names:
        found.counts[name] = counts[True], counts[False]
    return values


def _column(of_field: Field, name: str, texts: Sequence[str], found: Columns) -> list[str]:
    """Read a column, each distinct cell once, and tell what is not understood."""
    style = found.styles.get(name, DateStyle())
    read: dict[str, tuple[str, str]] = {}
    letters = sex_letters(name, dict.fromkeys(texts)) if of_field is Field.SEX else {}
    commas = with_a_strange_comma(texts) if of_field is Field.FULL_NAME else frozenset[str]()
    for text in dict.fromkeys(texts):
        shown, wrong = read_value(of_field, text, style) if text else ("", "")
        if of_field in NAMES and shown and not wrong:
            wrong = several_people(of_field, shown) or (MAY_BE_SEVERAL if text in commas else "")
            wrong = wrong or (MAY_BE_LOST if QUESTIONED.search(text) else "")
        if LOST in text and not wrong:
            wrong = LETTERS_LOST
        if (short := folded(text)) in letters:
            shown, wrong = letters[short], "" if letters[short] else TWO_SEXES
        read[text] = shown, wrong
    good = bad = 0
    for row, text in enumerate(texts):
        shown, wrong = read[text]
        if wrong:
            found.told.append((row, name, text, wrong))
            bad += 1
        elif shown or (text and is_denial(text)):
            good += 1
    found.counts[name] = good, bad
    return [read[text][0] for text in texts]
