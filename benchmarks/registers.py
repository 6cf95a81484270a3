"""Twelve registers laid out as public ones are: how much of each is understood, and told."""

from __future__ import annotations

import tempfile
from pathlib import Path

from register_truth import measured, registers
from results import markdown_table, write_section

COLUMNS = (
    "register", "rows", "people", "people read", "of ten, right in all", "other rows",
    "told", "pairs of one person joined", "of two kept apart", "s",
)  # fmt: skip
WORDS = """
{table}

Right in all: the name, the birth, the arrest, the release, the sex and the status of ten people
of each register, as its maker wrote them down. Other rows are titles, sections, totals, notes.
Pairs of two that were joined all the same: {joined}. Sheets with the same headings were asked for.
"""


def main() -> None:
    """Measure all and write the section."""
    with tempfile.TemporaryDirectory() as folder:
        found = [measured(name, Path(folder)) for name in registers()]
    lines = [
        [one.name, one.rows, one.people, one.read, one.right, one.others, one.told,
         "{} of {}".format(*one.joined), "{} of {}".format(*one.apart), f"{one.seconds:.2f}"]
        for one in found
    ]  # fmt: skip
    joined = sum(one.apart[1] - one.apart[0] for one in found)
    for one in found:
        print(one.name, *one.wrong, sep="\n  ")
    table = markdown_table(COLUMNS, lines)
    print(table)
    write_section("Registers", WORDS.format(table=table, joined=joined), ("habeas", "polars"))


if __name__ == "__main__":
    main()
