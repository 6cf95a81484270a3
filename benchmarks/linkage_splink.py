"""Splink, with a competent configuration for each kind of set: clusters at a threshold.

Runs in an environment of its own, with splink 5 and polars; see ``benchmarks/README.md``.
"""

from __future__ import annotations

import logging
import math
import os

import polars as pl
import splink.comparison_level_library as level
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

logging.getLogger("splink").setLevel(logging.ERROR)

MANY = math.inf if os.environ.get("HABEAS_SPLINK_ALL_RULES") else 300_000
"""From so many rows on, blocks on a first name and a day alone would be pairs by the billion."""

SOUNDS = [
    ("ph", "f"), ("th", "t"), ("qu", "k"), ("ck", "k"), ("c([eiy])", "s$1"), ("z", "s"),
    ("x", "s"), ("v", "b"), ("ll", "y"), ("ch", "#"), ("h", ""), ("#", "ch"), ("g([ei])", "j$1"),
    ("w", "gu"), ("y", "i"), ("rr", "r"), ("nn", "n"),
]  # fmt: skip
STATES = [
    (r"\b(estado|edo|dtto|distrito|dto)\b\.?", ""), ("^dc$", "capital"), ("caracas", "capital"),
    ("la guaira", "vargas"), (r"^[ .]+|[ .]+$", ""),
]  # fmt: skip
"""What somebody who knows the country would put right before giving the lists to Splink."""


def cleaned(rows: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Return rows as a user of Splink would prepare them: folded, names parted, numbers bare."""
    texts = [name for name, type_ in rows.schema.items() if type_ == pl.String and name != "list"]
    folded = rows.with_columns(
        pl.col(texts).str.to_lowercase().str.normalize("NFD").str.replace_all(r"\p{Mn}", "")
    ).with_columns(pl.col(texts).replace("", None))
    folded = folded.with_row_index("unique_id").rename({"list": "source_list"})
    if kind == "synthetic":
        return _detainees(folded)
    if kind == "febrl":
        whole = pl.col("birth_date")
        parts = [whole.str.slice(0, 4), whole.str.slice(4, 2), whole.str.slice(6, 2)]
        return folded.with_columns(pl.concat_str(parts, separator="-").alias("birth_date"))
    return folded


def _detainees(rows: pl.DataFrame) -> pl.DataFrame:
    words = {
        part: pl.col(column)
        .str.replace_all(r"\b(de|la|del|los|las)\b", "")
        .str.extract_all(r"[a-zñ0-9]+")
        for part, column in (("given", "given_names"), ("surname", "surnames"))
    }
    names = [
        _replaced(words[part].list.get(at - 1, null_on_oob=True), SOUNDS).alias(f"{part}_{at}")
        for part in words
        for at in (1, 2)
    ]
    born = pl.col("detained_on").str.slice(0, 4).cast(pl.Int32) - pl.col("age").cast(pl.Int32)
    return rows.with_columns(
        *names,
        pl.col("national_id").str.replace_all(r"[^0-9]", ""),
        _replaced(pl.col("state"), STATES),
        pl.col("facility").str.replace_all(r"[^a-z0-9 ]", ""),
        pl.coalesce(pl.col("birth_date").str.slice(0, 4).cast(pl.Int32), born).alias("birth_year"),
    ).with_columns(pl.col("^(given|surname)_[12]$").replace("", None))


def _replaced(texts: pl.Expr, rules: list[tuple[str, str]]) -> pl.Expr:
    for pattern, stands in rules:
        texts = texts.str.replace_all(pattern, stands.replace("$1", "${1}"))
    return texts


def tf(comparison: object) -> object:
    """Return a comparison with term frequency adjustments."""
    return comparison.configure(term_frequency_adjustments=True)


def crossed(one: str, other: str) -> object:
    """Compare one word of a name, which may stand where the other stands."""
    return cl.CustomComparison(
        output_column_name=one,
        comparison_levels=[
            level.NullLevel(one),
            level.ExactMatchLevel(one, term_frequency_adjustments=True),
            level.JaroWinklerLevel(one, 0.92),
            {
                "sql_condition": f"{one}_l = {other}_r or {other}_l = {one}_r",
                "label_for_charts": "crossed",
            },
            level.JaroWinklerLevel(one, 0.8),
            {
                "sql_condition": f"(length({one}_l) = 1 or length({one}_r) = 1) "
                f"and substr({one}_l, 1, 1) = substr({one}_r, 1, 1)",
                "label_for_charts": "initial",
            },
            level.ElseLevel(),
        ],
    )


def years() -> object:
    """Compare years of birth, given or told by an age."""
    return cl.CustomComparison(
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
    )


Parts = tuple[list[object], list[object], list[object], list[object]]
"""Comparisons, blocking rules, sure rules, and the two blocks that EM learns from."""


def detainees(size: int) -> Parts:
    """Return the settings for the synthetic lists."""
    comparisons = [
        crossed("given_1", "given_2"),
        tf(cl.JaroWinklerAtThresholds("given_2", [0.92, 0.8])),
        crossed("surname_1", "surname_2"),
        tf(cl.JaroWinklerAtThresholds("surname_2", [0.92, 0.8])),
        cl.DamerauLevenshteinAtThresholds("national_id", [1]),
        cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
        years(),
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
    many = size >= MANY
    blocks = [
        block_on("national_id"),
        block_on("birth_date"),
        block_on("given_1", "surname_1"),
        block_on("surname_1", "surname_2"),
        block_on("given_1", "surname_2"),
        block_on("surname_1", "municipality", *(["detained_on"] if many else [])),
        block_on("given_1", "municipality", *(["detained_on"] if many else [])),
        block_on("surname_1", *(["birth_year", "municipality"] if many else ["detained_on"])),
        block_on("given_1", *(["birth_year", "municipality"] if many else ["detained_on"])),
        block_on("detained_on", "municipality", "birth_year", *(["sex"] if many else [])),
    ]
    sure = [
        block_on("national_id"),
        block_on("given_1", "surname_1", "surname_2", "detained_on"),
    ]
    learn = [block_on("national_id"), block_on("given_1", "surname_1", "municipality")]
    return comparisons, blocks, sure, learn


def rldata() -> Parts:
    """Return the settings for RLdata, in which records of one person differ in one cell."""
    comparisons = [
        tf(cl.JaroWinklerAtThresholds("given_names", [0.92, 0.8])),
        tf(cl.JaroWinklerAtThresholds("surnames", [0.92, 0.8])),
        cl.DamerauLevenshteinAtThresholds("birth_date", [1, 2]),
    ]
    blocks = [
        block_on("given_names", "surnames"),
        block_on("birth_date"),
        block_on("surnames", "substr(birth_date, 1, 4)"),
        block_on("given_names", "substr(birth_date, 1, 4)"),
        block_on("given_names", "substr(birth_date, 6, 5)"),
        block_on("surnames", "substr(birth_date, 6, 5)"),
        block_on("substr(given_names, 1, 3)", "substr(surnames, 1, 3)"),
    ]
    sure = [
        block_on("given_names", "surnames"),
        block_on("surnames", "birth_date"),
        block_on("given_names", "birth_date"),
    ]
    return comparisons, blocks, sure, [block_on("birth_date"), sure[0]]


def febrl() -> Parts:
    """Return the settings for Febrl without its column of numbers."""
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
    sure = [block_on("given_names", "surnames", "birth_date")]
    return comparisons, blocks, sure, [block_on("birth_date"), block_on("postcode")]


def historical() -> Parts:
    """Return the settings for people of the past, with about five records each."""
    comparisons = [
        cl.NameComparison("given_names"),
        cl.NameComparison("surnames"),
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
        block_on("birth_date", "substr(given_names, 1, 1)"),
        block_on("postcode", "birth_place"),
    ]
    sure = [block_on("given_names", "surnames", "birth_date")]
    return comparisons, blocks, sure, [blocks[0], block_on("birth_date")]


def settings(kind: str, size: int) -> Parts:
    """Return the settings for a kind of set."""
    if kind == "synthetic":
        return detainees(size)
    return {"rldata": rldata, "febrl": febrl, "historical": historical}[kind]()


def pair_probabilities(rows: pl.DataFrame, kind: str) -> tuple[object, Linker]:
    """Return Splink's predictions and its linker, trained without examples."""
    comparisons, blocks, sure, learn = settings(kind, len(rows))
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
