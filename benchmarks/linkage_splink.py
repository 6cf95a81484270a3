"""Splink, with a competent configuration for each kind of set: clusters at a threshold.

Runs in an environment of its own, with splink 5 and polars; see ``benchmarks/README.md``.
"""

from __future__ import annotations

import logging
import unicodedata

import polars as pl
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

logging.getLogger("splink").setLevel(logging.ERROR)


def plain(text: str) -> str:
    """Return a text in lower case without accents."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")


def cleaned(rows: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Return rows as a user of Splink would prepare them: folded, names parted, numbers bare."""
    texts = [name for name, type_ in rows.schema.items() if type_ == pl.String and name != "list"]
    folded = rows.with_columns(
        pl.col(texts).str.to_lowercase().str.normalize("NFD").str.replace_all(r"\p{Mn}", "")
    ).with_columns(pl.col(texts).replace("", None))
    folded = folded.with_row_index("unique_id").rename({"list": "source_list"})
    if kind == "synthetic":
        names = [
            pl.col(part)
            .str.replace_all(r"\b(de|la|del|los|las)\b", "")
            .str.extract_all(r"[a-zñ0-9]+")
            for part in ("given_names", "surnames")
        ]
        folded = folded.with_columns(
            names[0].list.get(0, null_on_oob=True).alias("given_1"),
            names[0].list.get(1, null_on_oob=True).alias("given_2"),
            names[1].list.get(0, null_on_oob=True).alias("surname_1"),
            names[1].list.get(1, null_on_oob=True).alias("surname_2"),
            pl.col("national_id").str.replace_all(r"[^0-9]", ""),
            pl.coalesce(
                pl.col("birth_date").str.slice(0, 4).cast(pl.Int32),
                pl.col("detained_on").str.slice(0, 4).cast(pl.Int32) - pl.col("age").cast(pl.Int32),
            ).alias("birth_year"),
        )
    if kind == "febrl":
        whole = pl.col("birth_date")
        folded = folded.with_columns(
            whole.str.slice(0, 4) + "-" + whole.str.slice(4, 2) + "-" + whole.str.slice(6, 2)
        )
    return folded


def tf(comparison: object) -> object:
    """Return a comparison with term frequency adjustments."""
    return comparison.configure(term_frequency_adjustments=True)


def settings(kind: str) -> tuple[list[object], list[object], list[object], list[object]]:
    """Return comparisons, blocking rules, sure rules, and the two blocks that EM learns from."""
    if kind == "synthetic":
        comparisons = [
            *(
                tf(cl.JaroWinklerAtThresholds(name, [0.92, 0.8]))
                for name in ("given_1", "given_2", "surname_1", "surname_2")
            ),
            cl.DamerauLevenshteinAtThresholds("national_id", [1]),
            cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
            cl.CustomComparison(
                output_column_name="birth_year",
                comparison_levels=[
                    {
                        "sql_condition": "birth_year_l is null or birth_year_r is null",
                        "label_for_charts": "null",
                        "is_null_level": True,
                    },
                    {
                        "sql_condition": "abs(birth_year_l - birth_year_r) <= 1",
                        "label_for_charts": "within 1",
                    },
                    {
                        "sql_condition": "abs(birth_year_l - birth_year_r) <= 3",
                        "label_for_charts": "within 3",
                    },
                    {"sql_condition": "ELSE", "label_for_charts": "else"},
                ],
            ),
            cl.ExactMatch("sex"),
            cl.AbsoluteDateDifferenceAtThresholds(
                "detained_on",
                input_is_string=True,
                metrics=["day", "day", "day"],
                thresholds=[1, 3, 7],
                term_frequency_adjustments=True,
            ),
            tf(cl.ExactMatch("state")),
            tf(cl.ExactMatch("municipality")),
            tf(cl.JaroWinklerAtThresholds("facility", [0.85])),
        ]
        blocks = [
            block_on("national_id"),
            block_on("birth_date"),
            block_on("given_1", "surname_1"),
            block_on("surname_1", "surname_2"),
            block_on("given_1", "surname_2"),
            block_on("given_2", "surname_1", "state"),
            block_on("given_1", "municipality", "detained_on"),
            block_on("surname_1", "municipality", "detained_on"),
            block_on("surname_1", "birth_year", "municipality"),
            block_on("given_1", "birth_year", "municipality"),
        ]
        sure = [
            block_on("national_id"),
            block_on("given_1", "surname_1", "surname_2", "detained_on"),
        ]
        return (
            comparisons,
            blocks,
            sure,
            [
                block_on("national_id"),
                block_on("given_1", "surname_1", "municipality"),
            ],
        )
    if kind == "rldata":
        comparisons = [
            tf(cl.JaroWinklerAtThresholds("given_names", [0.92, 0.8])),
            tf(cl.JaroWinklerAtThresholds("surnames", [0.92, 0.8])),
            cl.DateOfBirthComparison("birth_date", input_is_string=True),
        ]
        blocks = [
            block_on("given_names", "surnames"),
            block_on("birth_date"),
            block_on("surnames", "substr(birth_date, 1, 4)"),
            block_on("given_names", "substr(birth_date, 1, 4)"),
            block_on("given_names", "substr(birth_date, 6, 5)"),
            block_on("surnames", "substr(birth_date, 6, 5)"),
        ]
        return (
            comparisons,
            blocks,
            [block_on("given_names", "surnames", "birth_date")],
            [
                block_on("given_names", "surnames"),
                block_on("birth_date"),
            ],
        )
    if kind == "febrl":
        comparisons = [
            tf(cl.NameComparison("given_names")),
            tf(cl.NameComparison("surnames")),
            cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
            tf(cl.JaroWinklerAtThresholds("municipality", [0.9, 0.8])),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            tf(cl.JaroWinklerAtThresholds("address", [0.9, 0.8])),
            cl.ExactMatch("state"),
        ]
        blocks = [
            block_on("given_names", "surnames"),
            block_on("birth_date"),
            block_on("address"),
            block_on("given_names", "postcode"),
            block_on("surnames", "postcode"),
            block_on("given_names", "municipality"),
            block_on("surnames", "municipality"),
            block_on("municipality", "postcode"),
            block_on("substr(given_names, 1, 3)", "substr(surnames, 1, 3)"),
            block_on("postcode", "substr(birth_date, 1, 4)"),
        ]
        return (
            comparisons,
            blocks,
            [block_on("given_names", "surnames", "birth_date")],
            [
                block_on("birth_date"),
                block_on("postcode"),
            ],
        )
    comparisons = [
        cl.ForenameSurnameComparison("given_names", "surnames"),
        cl.DateOfBirthComparison("birth_date", input_is_string=True),
        cl.PostcodeComparison("postcode"),
        tf(cl.ExactMatch("birth_place")),
        tf(cl.ExactMatch("occupation")),
    ]
    blocks = [
        block_on("given_names", "surnames"),
        block_on("surnames", "birth_date"),
        block_on("given_names", "birth_date"),
        block_on("postcode", "given_names"),
        block_on("postcode", "surnames"),
        block_on("birth_date", "birth_place"),
        block_on("postcode", "birth_date"),
        block_on("substr(given_names, 1, 3)", "substr(surnames, 1, 4)"),
        block_on("surnames", "birth_place"),
        block_on("given_names", "birth_place", "occupation"),
    ]
    return (
        comparisons,
        blocks,
        [block_on("given_names", "surnames", "birth_date")],
        [
            block_on("given_names", "surnames"),
            block_on("birth_date"),
        ],
    )


def pair_probabilities(rows: pl.DataFrame, kind: str) -> tuple[object, Linker]:
    """Return Splink's predictions and its linker, trained without examples."""
    comparisons, blocks, sure, learn = settings(kind)
    database = DuckDBAPI()
    database.duckdb_con.execute("set threads = 2")
    linker = Linker(
        database.register(cleaned(rows, kind).to_arrow()),
        SettingsCreator(
            link_type="dedupe_only",
            comparisons=comparisons,
            blocking_rules_to_generate_predictions=blocks,
            retain_matching_columns=False,
        ),
    )
    training = linker.training
    training.estimate_probability_two_random_records_match(sure, recall=0.6)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in learn:
        training.estimate_parameters_using_expectation_maximisation(rule)
    return linker.inference.predict(threshold_match_probability=0.01), linker


def clusters(predicted: object, linker: Linker, threshold: float, size: int) -> list[int]:
    """Return for each row the number of its cluster at a threshold of probability."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    table = found.as_duckdbpyrelation().pl().sort("unique_id")
    if len(table) != size:
        raise ValueError("Splink returned another number of rows")
    return table["cluster_id"].rank("dense").cast(pl.Int64).to_list()
