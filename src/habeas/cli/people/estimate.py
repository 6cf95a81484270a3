"""``habeas estimate``: how many people there are, those on no list included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import Json, Language, print_json, print_lines, print_table, tell, working
from habeas.cli.people.estimate_samples import narrowed, sampled_tables
from habeas.drawing import drawn
from habeas.estimation import (
    EVERY,
    Estimate,
    Method,
    Overlaps,
    by_stratum,
    estimate_row,
    estimate_table,
    estimates,
    estimates_picture,
    estimates_told,
    identifiability,
    named_model,
    over_partitions,
    overlaps,
    overlaps_of,
    sentence,
    strata_told,
)
from habeas.extras import require
from habeas.formats.atomic_write import write_whole
from habeas.formats.tables import (
    PEOPLE_COLUMNS,
    Numbered,
    csv_rows,
    is_overlap_table,
    is_people_table,
    overlap_table,
    people_of,
)
from habeas.formats.text_lines import shown_name
from habeas.version import __version__
from habeas.vocabulary import InputError, Person

EXAMPLES = """
habeas estimate people.csv
habeas estimate overlaps.csv --method lcmcr --seed 7 --json
habeas estimate people.csv --plot estimates.svg
habeas estimate people.csv --by state
habeas estimate people.csv --lists court,families,press
habeas estimate people.csv --samples sampled_people.csv
habeas estimate overlaps.csv --model "court*families,families*press"
"""


class Choice(StrEnum):
    """What ``--method`` takes."""

    LCMCR = "lcmcr"
    DGA = "dga"
    LOGLINEAR = "loglinear"
    CHAPMAN = "chapman"
    CHAO = "chao"
    ALL = "all"


def estimate(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    table: Annotated[
        Path, typer.Argument(help="Linked people, or an overlap table (0, 1, and count); - a pipe.")
    ],
    method: Annotated[Choice, typer.Option(help="One way to estimate, or all.")] = Choice.ALL,
    by: Annotated[
        str, typer.Option(metavar="COLUMN", help="Estimate each value of a column by itself.")
    ] = "",
    lists: Annotated[str, typer.Option(metavar="A,B", help="Use these lists only.")] = "",
    samples: Annotated[
        Path | None,
        typer.Option(help="People sampled from the linkage (a column a sample: sample_1, …)."),
    ] = None,
    model: Annotated[
        str, typer.Option(metavar="A*B,…", help="A log-linear model: lists that depend on others.")
    ] = "",
    plot: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Draw overlaps, intervals and distributions here (SVG)."),
    ] = None,
    level: Annotated[float, typer.Option(help="How sure the intervals are.")] = 0.95,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same numbers.")] = 1,
    lang: Language = "en",
    as_json: Json = False,
) -> None:
    """Estimate how many people there are, those on no list included.

    Runs every method that fits and prints a table of them; then says where they disagree, what each
    assumes and how far it hangs on one list. Refuses where the overlaps cannot identify the number.
    """
    methods = EVERY if method is Choice.ALL else (Method(method.value),)
    chosen = [name.strip() for name in lists.split(",") if name.strip()]
    refuse_together(by, samples, model, method)
    refuse_plot(plot, by, samples)
    strata = tables(table, by, chosen)
    if not (by or samples):
        refuse_without_grounds(strata[""], table, lang)
    with working("Estimating; a method that runs for the first time is compiled, some seconds"):
        if samples:
            results = over_partitions(sampled_tables(samples, chosen, lang), methods, seed, level)
        elif model:
            results = [named_model(strata[""], groups_of(model), level)]
        elif by:
            results = by_stratum(sorted(strata.items()), methods, seed, level)
        else:
            results = estimates(strata[""], methods, seed, level)
    if plot:
        draw(plot, results, strata, lang)
    if as_json:
        told = {"seed": seed, "version": __version__}
        print_json([estimate_row(each, strata.get(each.stratum), lang) | told for each in results])
    else:
        print_table(*estimate_table(results, lang))
        dropped = strata_told(results, lang) if by else []
        told_of_all = "\n\n".join([*dropped, *estimates_told(results, lang)])
        print_lines(["", *told_of_all.split("\n")])
    if all(result.estimate is None for result in results):
        tell("no method can defend a number; the warnings say why.")


def refuse_together(by: str, samples: Path | None, model: str, method: Choice) -> None:
    """Raise InputError on options that cannot be answered in one run."""
    asked = {"--by": bool(by), "--samples": bool(samples), "--model": bool(model)}
    given = [name for name, is_given in asked.items() if is_given]
    if len(given) > 1:
        raise InputError(f"{' and '.join(given)} do not go together", "Give one of them at a time.")
    if model and method not in {Choice.ALL, Choice.LOGLINEAR}:
        raise InputError(
            "is not a log-linear method", "Leave --method out beside --model.",
            column="--method", value=method.value,
        )  # fmt: skip


def refuse_plot(plot: Path | None, by: str, samples: Path | None) -> None:
    """Raise InputError on a picture that cannot be drawn or named; MissingExtra without charts."""
    if plot and (by or samples):
        raise InputError(
            "is of one table of overlaps", "Leave --plot out beside --by and --samples.",
            column="--plot",
        )  # fmt: skip
    if plot and plot.suffix.lower() != ".svg":
        raise InputError("is not a picture by its name", "Name it .svg.", file=str(plot))
    if plot:
        require("charts", "A picture (--plot)")


def draw(plot: Path, found: Sequence[Estimate], strata: Mapping[str, Overlaps], lang: str) -> None:
    """Draw the overlaps and what each method says of them."""
    write_whole(plot, drawn(estimates_picture(found, strata[""], lang)))


def groups_of(model: str) -> list[list[str]]:
    """Read a model: "A*B*C,C*D" is that A, B and C depend on one another, and C and D."""
    return [[name.strip() for name in group.split("*")] for group in model.split(",")]


def tables(path: Path, by: str, chosen: Sequence[str]) -> dict[str, Overlaps]:
    """Read the overlap table of each stratum, "" where there are none. Raises InputError."""
    file = shown_name(path)
    heading, rows = csv_rows(path)
    if is_people_table(heading):
        people = people_of(heading, rows, file)
        refuse_unknown_column(by, heading)
        return {name: narrowed(table, chosen) for name, table in people_tables(people, by).items()}
    if not is_overlap_table(heading):
        raise InputError(
            "holds neither linked people nor an overlap table",
            "People need the columns list and person_id; an overlap table a column a list (1 or 0) "
            "and count.",
            file=file, line=1,
        )  # fmt: skip
    return overlap_tables(heading, rows, file, by, chosen)


def refuse_unknown_column(by: str, heading: Sequence[str]) -> None:
    """Raise InputError on a column to estimate by that is not there, or that tells no stratum."""
    if by in PEOPLE_COLUMNS:
        raise InputError(
            "tells which row and person it is, and parts nobody into strata",
            "Name a column that the lists have, such as state.",
            column="--by", value=by,
        )  # fmt: skip
    if by and by not in heading:
        columns = ", ".join(heading)
        raise InputError("is not a column", f"The columns are: {columns}.", column="--by", value=by)


def overlap_tables(
    heading: Sequence[str], rows: Sequence[Numbered], file: str, by: str, chosen: Sequence[str]
) -> dict[str, Overlaps]:
    """Return the strata of an overlap table."""
    read = overlap_table(heading, rows, file, by)
    found = {}
    for stratum in sorted(set(read.strata)) or [""]:
        places = [i for i, name in enumerate(read.strata) if name == stratum]
        table = overlaps(
            read.lists, [read.patterns[i] for i in places], [read.counts[i] for i in places]
        )
        found[stratum] = narrowed(table, chosen)
    return found


def people_tables(people: Sequence[Person], by: str) -> dict[str, Overlaps]:
    """Count people by lists in each stratum; a person belongs to what most of their rows say."""
    names = sorted({record.key.list_name for person in people for record in person.records})
    strata: dict[str, list[tuple[str, str]]] = {} if by else {"": []}
    for person in people:
        said = Counter(record.cells.get(by, "") for record in person.records if by)
        said.pop("", None)
        stratum = (said.most_common(1)[0][0] if said else "(unknown)") if by else ""
        pairs = ((person.id, record.key.list_name) for record in person.records)
        strata.setdefault(stratum, []).extend(pairs)
    return {name: overlaps_of(pairs, names) for name, pairs in strata.items()}


def refuse_without_grounds(table: Overlaps, path: Path, lang: str) -> None:
    """Raise InputError where the overlaps of a whole table can identify nothing."""
    found = identifiability(table)
    if not table.observed:
        raise InputError("holds nobody", "Give people or counts above 0.", file=shown_name(path))
    if found.refusal:
        told = [sentence(caveat, lang) for caveat in (*found.caveats, found.refusal)]
        raise InputError(
            "cannot tell how many people are on no list", " ".join(told), file=shown_name(path)
        )
