"""Small lists of our own for the tests of linkage."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import polars as pl

from habeas.linkage import Linkage
from habeas.vocabulary import Decision, Judgement, RecordKey

GIVEN = ["José", "Luis", "María", "Ana", "Pedro", "Carlos", "Juan", "Rosa", "Miguel", "Elena",
         "Yorman", "Wilmer", "Yuleisy", "Darwin", "Keyla", "Rafael", "Andrés", "Sofía", "Iván",
         "Óscar", "Lucía", "Hugo", "Diana", "Tomás", "Irene", "Saúl", "Nuria", "Félix"]  # fmt: skip
SURNAMES = ["Pérez", "Gómez", "Rojas", "Blanco", "Medina", "Suárez", "Lugo", "Urdaneta", "Páez",
            "Colmenares", "Zambrano", "Quintero", "Briceño", "Márquez", "Salas", "Tovar", "Arria",
            "Bolaños", "Chacón", "Duarte", "Escalona", "Fuentes", "Guédez", "Ibarra"]  # fmt: skip
STATES = ["Zulia", "Lara", "Aragua", "Miranda", "Mérida", "Sucre"]


def frame(rows: Iterable[Mapping[str, str | int | None]]) -> pl.DataFrame:
    """Build what linkage takes from rows that name their list."""
    read = pl.DataFrame(list(rows), infer_schema_length=None)
    texts = [name for name in read.columns if name not in {"list", "row"}]
    read = read.with_columns(pl.col(texts).cast(pl.String))
    if "row" not in read.columns:
        read = read.with_columns(row=pl.int_range(1, pl.len() + 1).over("list"))
    return read


def population(seed: int, people: int = 120) -> list[dict[str, str | None]]:
    """Invent people, and name about half of them in each of three lists, with slips of the pen."""
    draw = random.Random(seed)  # noqa: S311  (invented people need no secrecy)
    rows = []
    for number in range(people):
        person = {
            "given_names": f"{draw.choice(GIVEN)} {draw.choice(GIVEN)}",
            "surnames": f"{draw.choice(SURNAMES)} {draw.choice(SURNAMES)}",
            "national_id": str(9_000_000 + 71_003 * number),
            "birth_date": f"{draw.randint(1950, 2005)}-{draw.randint(1, 12):02d}-"
            f"{draw.randint(1, 28):02d}",
            "state": draw.choice(STATES),
            "detained_on": f"2024-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}",
        }
        for name in ("court", "families", "press"):
            if draw.random() < 0.5:
                row: dict[str, str | None] = {"list": name, "truth": str(number), **person}
                if draw.random() < 0.5:
                    row["national_id"] = None
                if draw.random() < 0.4:
                    row["birth_date"] = None
                if draw.random() < 0.3:
                    row["surnames"] = person["surnames"].split()[0]
                if draw.random() < 0.2:
                    row["given_names"] = person["given_names"].upper()
                rows.append(row)
    return rows


def groups(found: Linkage, by: str = "said") -> set[frozenset[str]]:
    """Return the people as sets of what their rows are: by what they say, or a column of theirs."""
    rows = found.rows
    said = rows.select(pl.exclude("row")).hash_rows().to_list() if by == "said" else rows[by]
    people: dict[int, set[str]] = {}
    for person, one in zip(found.person.tolist(), said, strict=True):
        people.setdefault(person, set()).add(str(one))
    return {frozenset(one) for one in people.values()}


def together(found: Linkage, left: RecordKey, right: RecordKey) -> bool:
    """Say whether two records are one person."""
    person = dict(zip(found.keys(), found.person.tolist(), strict=True))
    return person[left] == person[right]


def decided(left: RecordKey, right: RecordKey, judgement: Judgement) -> Decision:
    """Decide about two records."""
    return Decision(left, right, judgement, "M. Soto", "2026-01-08T10:00:00+00:00")
