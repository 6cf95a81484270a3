"""What is true of twelve registers, and how much of it reading and linkage find.

What is true of their rows was written down beside them by somebody who had not seen how lists are
read (``tests/formats/registers``).
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from habeas.formats.lists import ListColumns, PeopleList, read_list, read_list_columns
from habeas.linkage import link

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "formats" / "registers"
CELLS = {
    "birth": ("birth_date", "birth_year"),
    "arrest": ("detained_on",),
    "release": ("released_on",),
    "sex": ("sex",),
    "status": ("status",),
}
NAMES = ("surnames", "given_names", "full_name")

Places = Mapping[tuple[str | None, int], int]
"""Sheet and row of a file → place in the list that was read."""


@dataclass(frozen=True)
class Measured:
    """What was made of one register, and what is true of it.

    wrong: what was not read as it stands, in words. joined, apart: (right, all) pairs of rows.
    """

    name: str
    rows: int
    people: int
    read: int
    right: int
    others: int
    told: int
    wrong: tuple[str, ...]
    joined: tuple[int, int]
    apart: tuple[int, int]
    seconds: float


def registers() -> list[str]:
    """Return the names of the files."""
    return sorted(json.loads(path.read_text())["file"] for path in FOLDER.glob("*.expected.json"))


def measured(name: str, folder: Path) -> Measured:
    """Read one register and hold it against what is true of it. folder: for a file of columns."""
    truth = expected(name)
    began = time.perf_counter()
    read = read_list(FOLDER / name, asked(name, folder))
    seconds = time.perf_counter() - began
    places = where(read)
    wrong = [*wrong_cells(truth, read, places), *silent(truth, places)]
    right = sum(not [*wrong_of(one, read, places)] for one in truth["people"])
    told = sum(not [*silent({"not_people": [one]}, places)] for one in truth["not_people"])
    return Measured(
        name, read.understanding.rows, truth["people_rows"], len(read.numbers), right,
        len(truth["not_people"]), told, tuple(wrong), *pairs(truth, read, places), seconds,
    )  # fmt: skip


def expected(name: str) -> dict[str, Any]:
    """Return what is true of a register."""
    told: dict[str, Any] = json.loads((FOLDER / f"{Path(name).stem}.expected.json").read_text())
    return told


def asked(name: str, folder: Path) -> ListColumns:
    """Ask for all sheets with the same headings, where people stand on several."""
    if len({one["sheet"] for one in expected(name)["people"]}) < 2:
        return ListColumns()
    path = folder / "columns.toml"
    path.write_text(f'[lists."{name}"]\nsheet = "*"\n', "utf-8")
    return read_list_columns(path)


def where(read: PeopleList) -> Places:
    """Return at which place of the list each person's row of the file stands."""
    at = read.cells.headings.index("sheet") if "sheet" in read.cells.headings else -1
    return {
        (cells[at] if at >= 0 else None, line): place
        for place, (line, cells) in enumerate(read.cells.rows)
    }


def place_of(one: dict[str, Any], places: Places) -> int | None:
    """Return the place of a row of the file, None where it is no person's."""
    return places.get((one["sheet"], one["row"]), places.get((None, one["row"])))


def wrong_cells(truth: dict[str, Any], read: PeopleList, places: Places) -> Iterator[str]:
    """Go through what was not read as it stands."""
    if len(read.numbers) != truth["people_rows"]:
        yield f"{len(read.numbers)} people, not {truth['people_rows']}"
    for one in truth["people"]:
        yield from wrong_of(one, read, places)


def wrong_of(one: dict[str, Any], read: PeopleList, places: Places) -> Iterator[str]:
    """Go through what was not read of one person as it stands."""
    place = place_of(one, places)
    if place is None:
        yield f"row {one['row']} is nobody"
        return
    row = read.rows().row(place, named=True)
    said = " ".join(row[part] for part in NAMES if row.get(part))
    if sorted(said.split()) != sorted(one["name"].split()):
        yield f"row {one['row']}: the name is {said}, not {one['name']}"
    for what, fields in CELLS.items():
        found = next((row[each] for each in fields if row.get(each)), None)
        wanted = one[what].lower() if what == "sex" and one[what] else one[what]
        if found != wanted:
            yield f"row {one['row']}: {what} is {found}, not {wanted}"


def silent(truth: dict[str, Any], places: Places) -> Iterator[str]:
    """Go through the rows that are nobody's and are counted as people's."""
    for one in truth["not_people"]:
        if one["why"] not in {"blank", "title", "heading"} and place_of(one, places) is not None:
            yield f"row {one['row']} is a person"


def pairs(
    truth: dict[str, Any], read: PeopleList, places: Places
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return how many pairs of one person were joined, and of two kept apart, of how many."""
    person = link(read.rows()).person.tolist()
    found = []
    for key, together in (("same_person", True), ("not_the_same_person", False)):
        within = [
            [place_of(one, places) for one in pair]
            for pair in truth[key]
            if all(one["file"] == truth["file"] for one in pair)
        ]
        good = sum(
            one is not None and other is not None and (person[one] == person[other]) is together
            for one, other in within
        )
        found.append((good, len(within)))
    return found[0], found[1]
