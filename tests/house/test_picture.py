"""The picture of the house in CONTRIBUTING is drawn from the code as it is."""

from __future__ import annotations

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_picture_of_the_house_is_that_of_the_code():
    found = importlib.util.spec_from_file_location("house", DOCS / "house.py")
    assert found is not None
    assert found.loader is not None
    house = importlib.util.module_from_spec(found)
    found.loader.exec_module(house)
    told = house.PICTURE.read_text(encoding="utf-8")
    assert house.picture() == told, "the house has changed; draw it anew with “make house”"


def test_every_room_of_the_code_is_in_the_picture():
    rooms = {room.parent.name for room in (DOCS.parent / "src/habeas").glob("*/__init__.py")}
    picture = (DOCS / "pictures" / "house.svg").read_text(encoding="utf-8")
    assert all(f">{room}<tspan" in picture for room in rooms)
