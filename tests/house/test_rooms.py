"""The house: rooms of a dozen files, entered by their faces alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import habeas

HOUSE = Path(str(habeas.__file__)).parent
MOST = 14
"""Python files of one room."""

LARGE = {"extraction", "desk/migrations"}
"""Rooms that may hold more: the reading is about to be rebuilt, and migrations are history."""

OPEN = {"habeas.vocabulary", "habeas.formats", "habeas.desk", "habeas.cli"}
"""Rooms without a face: the vocabulary, whose files cost nothing, and those whose rooms lie side by
side, each entered by a face of its own."""


def rooms() -> list[Path]:
    """Return every folder that holds Python files."""
    return sorted({file.parent for file in HOUSE.rglob("*.py")})


def imports() -> Iterator[tuple[str, str, int]]:
    """Go through the imports of ours: which module imports from which, and on which line."""
    for file in HOUSE.rglob("*.py"):
        parts = file.relative_to(HOUSE.parent).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("habeas."):
                yield module, str(node.module), node.lineno


def is_room(module: str) -> bool:
    """Whether a module is a folder."""
    return (HOUSE.parent / Path(*module.split("."))).is_dir()


def strangers_in(importer: str, imported: str) -> bool:
    """Whether somebody outside a room reaches past its face."""
    parts = imported.split(".")
    for depth in range(2, len(parts)):
        room = ".".join(parts[:depth])
        inside = importer == room or importer.startswith(f"{room}.")
        if is_room(room) and not inside and room not in OPEN:
            return True
    return False


def test_no_room_holds_more_than_a_dozen_files_or_so():
    sizes = {room.relative_to(HOUSE).as_posix(): len(list(room.glob("*.py"))) for room in rooms()}
    large = {name for name, size in sizes.items() if size > MOST} - LARGE
    assert large == set()


def test_a_room_is_entered_by_its_face_alone():
    reached = [
        f"{importer}, line {line}: {imported}"
        for importer, imported, line in imports()
        if strangers_in(importer, imported)
    ]
    assert reached == []


def test_every_room_says_what_it_answers_and_names_its_files():
    for room in rooms():
        face = room / "__init__.py"
        told = ast.get_docstring(ast.parse(face.read_text("utf-8"))) or ""
        assert len(told) > 15, room
