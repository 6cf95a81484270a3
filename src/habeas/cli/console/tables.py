"""Results as a table for readers, or as JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from habeas.cli.console.terminal import harmless


def print_table(
    columns: Sequence[str], rows: Sequence[Mapping[str, object]], *, as_json: bool = False
) -> None:
    """Print rows on standard output: JSON, or a table on a terminal, or tabs in a pipe."""
    if as_json:
        print_json(list(rows))
    elif sys.stdout.isatty():
        table = Table(*columns, box=SIMPLE)
        for row in rows:
            table.add_row(*(shown(row.get(name)) for name in columns))
        Console().print(table, markup=False)
    else:
        lines = [list(columns), *([shown(row.get(name)) for name in columns] for row in rows)]
        sys.stdout.write("".join("\t".join(cells) + "\n" for cells in lines))


def print_json(value: object) -> None:
    """Print a value on standard output as indented JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def shown(value: object) -> str:
    """Return a cell's text, on one line and without signs that would steer a terminal."""
    return harmless("" if value is None else str(value))
