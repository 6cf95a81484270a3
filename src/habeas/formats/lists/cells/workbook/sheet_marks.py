"""Cells of an XLSX workbook that a reader of values passes over: errors, formulas without value."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element  # the type alone

from defusedxml import ElementTree  # type: ignore[import-untyped]  # it ships no types

PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
NO_VALUE = "has a formula of which the file keeps no value"


def sheet_marks(raw: bytes) -> dict[tuple[int, int], str]:
    """Return the cells of a sheet, by (row, column) from 0, that are errors or lack a value.

    An error is its sign ("#REF!"), a formula without a value "".
    """
    # Most sheets have neither, and need not be gone through once more.
    return dict(_marks(raw)) if b't="e"' in raw or b"<f" in raw or b":f>" in raw else {}


def _marks(raw: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    for _, cell in ElementTree.iterparse(io.BytesIO(raw)):
        if local(cell.tag) != "c" or not (at := cell_place(cell)):
            continue
        inner = {local(child.tag): child.text or "" for child in cell}
        if cell.get("t") == "e":
            yield at, inner.get("v") or "#ERROR!"
        elif "f" in inner and not inner.get("v") and cell.get("t") != "str":
            yield at, ""
        cell.clear()


def cell_place(cell: Element) -> tuple[int, int] | None:
    """Return the row and column of a cell, from 0; None where it names none."""
    place = PLACE.fullmatch(cell.get("r", ""))
    return (int(place[2]) - 1, _column(place[1])) if place else None


def sheets_written(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Go through the sheets of a workbook by name, each with the part in which it stands."""
    for name, part in _parts(archive).items():
        yield name, archive.read(part) if part in archive.namelist() else b""


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    names = archive.namelist()
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(names):
        return {}
    targets = {
        one.get("Id", ""): _path(one.get("Target", ""))
        for one in _elements(archive, "xl/_rels/workbook.xml.rels")
    }
    found = {}
    for one in _elements(archive, "xl/workbook.xml"):
        if local(one.tag) == "sheet":
            link = next((text for key, text in one.attrib.items() if local(key) == "id"), "")
            found[one.get("name", "")] = targets.get(link, "")
    return found


def _elements(archive: zipfile.ZipFile, part: str) -> Iterator[Element]:
    return iter(ElementTree.fromstring(archive.read(part)).iter())


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
