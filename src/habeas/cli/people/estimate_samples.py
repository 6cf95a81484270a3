"""Tables of sampled linkages, all of the same lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from habeas.cli.console import tell
from habeas.estimation import Overlaps, identifiability, overlaps_of, sentence
from habeas.formats.tables import csv_rows
from habeas.formats.text_lines import shown_name
from habeas.vocabulary import InputError


def sampled_tables(path: Path, chosen: Sequence[str], lang: str) -> list[Overlaps]:
    """Read sampled partitions: a row of a list a line, and in each sample its person.

    A list that tells nothing in one of them is left out of all, which is said: what several samples
    say of one number must be said of the same lists.
    """
    heading, rows = csv_rows(path)
    samples = [name for name in heading if name.startswith("sample_")]
    if "list" not in heading or not samples:
        raise InputError(
            "the heading lacks list, or columns named sample_1, sample_2, …",
            "Give a row of a list a line, and in each sample's column the person it is.",
            file=shown_name(path), line=1,
        )  # fmt: skip
    names = sorted({row["list"] for _, row in rows})
    tables = [
        narrowed(overlaps_of([(row[sample], row["list"]) for _, row in rows], names), chosen)
        for sample in samples
    ]
    return of_the_same_lists(dict(zip(samples, tables, strict=True)), lang)


def of_the_same_lists(tables: dict[str, Overlaps], lang: str) -> list[Overlaps]:
    """Leave out of all samples what tells nothing in one. Raises InputError where too few stay."""
    left = tables
    while True:
        worthless = [(name, caveat) for name, table in left.items()
                     for caveat in identifiability(table).caveats]  # fmt: skip
        lists = next(iter(left.values())).lists
        if not worthless:
            return list(left.values())
        name, caveat = worthless[0]
        if len(lists) < 3:
            raise InputError(
                f"{name} cannot tell how many people are on no list",
                f"{sentence(caveat, lang)} Give lists that no sample puts within one another.",
                column="--samples",
            )
        tell(f"{name}: {sentence(caveat, lang)}")
        kept = [one for one in lists if one != caveat.values["list"]]
        left = {sample: table.keep(kept) for sample, table in left.items()}


def narrowed(table: Overlaps, chosen: Sequence[str]) -> Overlaps:
    """Keep the chosen lists, all where none is chosen. Raises InputError on an unknown one."""
    for name in chosen:
        if name not in table.lists:
            raise InputError(
                "is not a list", f"The lists are: {', '.join(table.lists)}.",
                column="--lists", value=name,
            )  # fmt: skip
    return table.keep(list(dict.fromkeys(chosen))) if chosen else table
