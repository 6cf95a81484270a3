"""What CONTRIBUTING says of the house is there: rooms, and files of the walks."""

from __future__ import annotations

import re
from pathlib import Path

import habeas

HOUSE = Path(str(habeas.__file__)).parent
TOLD = HOUSE.parent.parent / "CONTRIBUTING.md"


def section(title: str) -> str:
    """Return what stands under a heading."""
    return TOLD.read_text("utf-8").split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_file_of_the_walks_is_there():
    walks = section("Three walks").split("\n**")[1:]
    assert len(walks) == 3
    for walk in walks:
        files = re.findall(r"`([a-z_/]+\.py)`", walk)
        assert len(files) > 10
        assert [file for file in files if not (HOUSE / file).is_file()] == []


def test_every_room_is_named_where_it_lies():
    rows = re.findall(r"(?m)^\| `(\w+)/` \|.*\|([^|]*)\|$", section("The house"))
    told = {name: set(re.findall(r"`(\w+)`", inner)) for name, inner in rows}
    halls = {face.parent.name for face in HOUSE.glob("*/__init__.py")}
    assert told.keys() == halls
    beside = {"migrations", "models", "templatetags"}
    for name, inner in told.items():
        rooms = {face.parent.name for face in (HOUSE / name).glob("*/__init__.py")}
        assert inner - beside == rooms - beside, name


def test_every_file_that_the_manual_names_is_there():
    root = HOUSE.parent.parent
    pages = [*root.glob("*.md"), *(root / "docs").rglob("*.md")]
    named = {
        (page.name, path)
        for page in pages
        for path in re.findall(
            r"\b((?:src/habeas|tests|benchmarks|torture)/[\w/.-]*\w/?)", page.read_text("utf-8")
        )
    }
    assert len(named) > 10
    assert [each for each in sorted(named) if not (root / each[1]).exists()] == []
