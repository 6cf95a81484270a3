"""The sets of records that linkage is measured on, and what their columns are called."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import polars as pl

SHARED = Path(os.environ.get("HABEAS_SHARED", Path(__file__).resolve().parents[2] / "shared"))
FOLDER = SHARED / "data" / "linkage"

SYNTHETIC = {
    "nombres": "given_names",
    "apellidos": "surnames",
    "cedula": "national_id",
    "dob": "birth_date",
    "edad": "age",
    "sexo": "sex",
    "fecha": "detained_on",
    "estado": "state",
    "municipio": "municipality",
    "lugar": "facility",
}
FEBRL = {
    "given_name": "given_names",
    "surname": "surnames",
    "date_of_birth": "birth_date",
    "suburb": "municipality",
    "state": "state",
    "postcode": "postcode",
    "street_number": "address",
    "address_1": "address",
    "address_2": "address",
}
RLDATA = {
    "fname_c1": "given_names",
    "fname_c2": "given_names",
    "lname_c1": "surnames",
    "lname_c2": "surnames",
    "dob": "birth_date",
}
HISTORICAL = {
    "first_name": "given_names",
    "surname": "surnames",
    "dob": "birth_date",
    "birth_place": "birth_place",
    "postcode_fake": "postcode",
    "gender": "sex",
    "occupation": "occupation",
}


@dataclass(frozen=True)
class RecordSet:
    """A file of records with the truth (``person_id``), and the names of its columns."""

    name: str
    path: Path
    kind: str
    columns: dict[str, str]

    def rows(self) -> pl.DataFrame:
        """Return ``list``, ``row`` and the named columns as text; several of one name joined."""
        read = pl.read_parquet(self.path)
        wanted = dict.fromkeys(self.columns.values())
        return read.select(
            pl.col("source").alias("list"),
            pl.int_range(1, pl.len() + 1).over("source").alias("row"),
            *(
                pl.concat_str(
                    [
                        pl.col(old).cast(pl.String)
                        for old, new in self.columns.items()
                        if new == name
                    ],
                    separator=" ",
                    ignore_nulls=True,
                ).alias(name)
                for name in wanted
            ),
        )

    def truth(self) -> pl.Series:
        """Return which person each row is of."""
        return pl.read_parquet(self.path, columns=["person_id"])["person_id"]


def given_sets() -> list[RecordSet]:
    """Return the sets that lie in the shared folder."""
    named = [
        ("synth_10k_dev", "synthetic", SYNTHETIC),
        ("RLdata10000", "rldata", RLDATA),
        ("febrl3", "febrl", FEBRL),
        ("febrl4", "febrl", FEBRL),
        ("historical_50k", "historical", HISTORICAL),
    ]
    return [RecordSet(name, FOLDER / f"{name}.parquet", kind, cols) for name, kind, cols in named]


def columns_of(kind: str) -> dict[str, str]:
    """Return what the columns of a kind of set are called."""
    return {
        "synthetic": SYNTHETIC,
        "febrl": FEBRL,
        "rldata": RLDATA,
        "historical": HISTORICAL,
    }[kind]


def synthetic_set(name: str, path: Path) -> RecordSet:
    """Return a set that the generator made."""
    return RecordSet(name, path, "synthetic", SYNTHETIC)
