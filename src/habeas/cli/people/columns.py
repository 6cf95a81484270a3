"""``habeas columns``: what lists were taken to say, as a file to edit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import print_lines
from habeas.cli.people.linking import told_on_screen
from habeas.formats.atomic_write import write_whole
from habeas.formats.lists import ListColumns, columns_file, read_list_columns, read_lists

EXAMPLES = """
habeas columns foro.csv prensa.xlsx -o columns.toml
habeas link foro.csv prensa.xlsx --columns columns.toml -o people.csv
"""


def columns(
    lists: Annotated[
        list[Path], typer.Argument(help="Lists: CSV, XLSX, ODS, Parquet, JSON, DOCX.")
    ],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write the file here; else print it.")
    ] = None,
    told: Annotated[
        Path | None, typer.Option("--columns", help="What was told already (TOML).")
    ] = None,
) -> None:
    """Write what lists were taken to say as a file to edit, for ``--columns`` of other verbs.

    Names for each list its sheet, the order of day and month, and the headings of each field;
    headings that nobody understands stand there behind a "#", with an example.
    """
    read = read_lists(lists, read_list_columns(told) if told else ListColumns())
    text = columns_file([one.understanding for one in read])
    if out is None:
        print_lines(text.rstrip("\n").split("\n"))
        return
    told_on_screen(read)
    write_whole(out, text)
