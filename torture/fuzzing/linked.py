"""Accepted lists and overlaps through linkage, custody and estimation: what must hold there."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import isfinite

import polars as pl

from habeas.custody import ALL_LISTS, announcements, documented, timeline, verify
from habeas.estimation import Method, estimates, overlaps
from habeas.linkage import doubtful_pairs, link, person_ids
from habeas.vocabulary import Claim, Field, InputError, Person, Record, RecordKey, claim_from_row
from torture.fuzzing.histories import FIRST, SCOPES, changed, history, true_claims

GIVEN = ("Rosalba", "Ibelio", "Ñusta", "Ана", "محمد", "Li", "", "M.", "María de los Ángeles", "-")
FAMILY = ("Ejemplona", "Casimunda Ferlota", "O'Invento", "Петрова", "de la Fictia", "", "X", "王")
DAYS = ("2026-01-02", "2026-01", "2026", "", "0001-01-01", "9999-12-31", "2026-01-09", "28/07/2024")
NUMBERS = ("V-12345678", "", "0", "1" * 40, "X", "v12345678")
AGES = ("", "0", "31", "32", "150", "-1", "thirty")

Row = dict[str, str]


def list_rows(dice: random.Random) -> list[Row]:
    """Return rows of two or three lists."""
    rows = []
    for number in range(dice.randrange(1, 30)):
        rows.append(
            {
                "list": f"list{dice.randrange(3)}.csv",
                "row": str(number + 1),
                Field.GIVEN_NAMES.value: dice.choice(GIVEN),
                Field.SURNAMES.value: dice.choice(FAMILY),
                Field.NATIONAL_ID.value: dice.choice(NUMBERS),
                Field.AGE.value: dice.choice(AGES),
                Field.SEX.value: dice.choice(("F", "M", "", "?")),
                Field.DETAINED_ON.value: dice.choice(DAYS),
                Field.RELEASED_ON.value: dice.choice(DAYS),
                Field.STATE.value: dice.choice(("North", "South", "")),
            }
        )
    return rows


def frame(rows: Sequence[Row]) -> pl.DataFrame:
    """Return rows as linkage takes them."""
    made = pl.DataFrame(list(rows))
    return made.with_columns(pl.col("row").cast(pl.Int64))


def linked(place: int, seed: int) -> str:
    """Link rows, put people's time in custody together, and hold announcements against them."""
    dice = random.Random(f"{seed} linked {place}")  # noqa: S311
    rows = list_rows(dice)
    people = _people(rows)
    if sorted(key for keys in people.values() for key in keys) != sorted(_key(row) for row in rows):
        return "a row is in no person, or in two"
    turned = list(rows)
    dice.shuffle(turned)
    if _sets(_people(turned)) != _sets(people):
        return "the order of rows changes who is one person"
    return _custody(rows, people, dice)


def _people(rows: Sequence[Row]) -> Mapping[str, list[tuple[str, int]]]:
    found = link(frame(rows))
    doubtful_pairs(found, 20)
    people: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row, who in zip(rows, person_ids(found.keys(), found.person), strict=True):
        people[who].append(_key(row))
    return people


def _key(row: Row) -> tuple[str, int]:
    return row["list"], int(row["row"])


def _sets(people: Mapping[str, list[tuple[str, int]]]) -> set[frozenset[tuple[str, int]]]:
    return {frozenset(keys) for keys in people.values()}


def _custody(
    rows: Sequence[Row], people: Mapping[str, list[tuple[str, int]]], dice: random.Random
) -> str:
    values = {_key(row): row for row in rows}
    lives = [
        timeline(Person(who, tuple(_record(values[key]) for key in keys)))
        for who, keys in people.items()
    ]
    for each in documented(lives, [FIRST], "political_prisoners", scopes=SCOPES):
        if each.source == ALL_LISTS and each.held + each.released > len(people):
            return f"more people documented than there are: {each}"
    for found in verify(announced(dice), lives):
        least, most = found.documented.low, found.documented.high
        if not 0 <= least <= most <= len(people):
            return f"documented releases that cannot be: {found.documented}"
    return ""


def _record(row: Row) -> Record:
    told = {field: row[field.value] for field in Field if row.get(field.value)}
    return Record(RecordKey(*_key(row)), told)


def announced(dice: random.Random) -> list[Claim]:
    """Return announcements of releases, with values changed."""
    claims = []
    for row in changed(true_claims(history(dice), dice), dice):
        try:
            claims.append(claim_from_row(row))
        except InputError:
            continue
    return announcements(claims)


def compile_once() -> None:
    """Have what estimates count with compiled, which is kept: no table is to pay for it."""
    patterns = [[bool(code >> each & 1) for each in range(3)] for code in range(1, 8)]
    table = overlaps(("a", "b", "c"), patterns, [9, 8, 7, 6, 5, 4, 3])
    list(estimates(table, [Method.LOGLINEAR, Method.DGA], sensitivity=False))


def estimated(place: int, seed: int) -> str:
    """Estimate from overlaps with extreme counts."""
    dice = random.Random(f"{seed} estimated {place}")  # noqa: S311
    width = dice.choice((2, 3, 4))
    patterns = [[bool(code >> each & 1) for each in range(width)] for code in range(1, 2**width)]
    counts = [dice.choice((0, 0, 1, 2, 7, 40, 300, 10**6)) for _ in patterns]
    table = overlaps(tuple("abcd"[:width]), patterns, counts)
    methods = [Method.CHAPMAN] if width == 2 else [Method.LOGLINEAR, Method.DGA]
    for each in estimates(table, methods, sensitivity=False):
        ends = [end for end in (each.low, each.estimate, each.high) if end is not None]
        if ends != sorted(ends) or not all(map(isfinite, ends)):
            return f"an estimate outside its interval: {each.method} {ends}"
        if (ends and ends[0] < 0) or (each.estimate is not None and each.estimate < each.observed):
            return f"fewer people than were seen: {each.method} {ends} {each.observed}"
    return ""
