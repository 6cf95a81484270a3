"""The rows of a list in JSON (objects in a list, or one a line) and in a table of a DOCX text."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element, ParseError  # the types alone

from defusedxml import DefusedXmlException, ElementTree  # type: ignore[import-untyped]  # it ships no types

from habeas.formats.lists.cells.list_bounds import ListBounds, Measure
from habeas.formats.lists.cells.zip_parts import DAMAGED, packed_anew
from habeas.vocabulary import InputError

Row = tuple[int, list[str]]
REMEDY = "Give a list of objects, one a person, or save the list as CSV."
DOCUMENT = "word/document.xml"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def json_tables(text: str, bounds: ListBounds) -> dict[str, list[Row]]:
    """Return the tables of a JSON text by name: the list that it is, or those of its one object.

    Raises InputError on what is no list of objects, and on one that holds more than it may.
    """
    found = _lists(text)
    bounds.refuse_sheets(len(found))
    measure = Measure(bounds)
    return {name: _table(objects, bounds, measure) for name, objects in found.items()}


def _table(objects: Sequence[Mapping[str, Any]], bounds: ListBounds, measure: Measure) -> list[Row]:
    """Return the heading and the rows of a list of objects, inner objects as "outer/inner"."""
    headings: dict[str, None] = {}
    people = []
    for one in objects:
        people.append(_flat(one))
        headings |= dict.fromkeys(people[-1])
        bounds.refuse_columns(len(headings))
    if not headings:
        raise InputError("is JSON and no list of people", REMEDY)
    bounds.refuse_cells(len(headings) * (len(people) + 1))
    body = [(at + 2, [one.get(name, "") for name in headings]) for at, one in enumerate(people)]
    for _, cells in body:
        measure.take(cells)
    return [(1, list(headings)), *body]


def docx_tables(content: bytes, bounds: ListBounds) -> list[list[Row]]:
    """Return the tables of a DOCX text, (row from 1, cells), those within cells on their own.

    Raises InputError on none, and on more than they may be or hold.
    """
    try:
        packed = packed_anew(content, bounds, (DOCUMENT,))
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            root = ElementTree.fromstring(archive.read(DOCUMENT))
    except (*DAMAGED, ParseError, DefusedXmlException):
        raise InputError(
            "is not a DOCX text that can be read", "Open it in a word processor and save it again."
        ) from None
    found: list[list[Row]] = []
    measure = Measure(bounds)
    for table in root.iter(f"{WORD}tbl"):
        bounds.refuse_sheets(len(found) + 1)
        found.append(list(_docx_table(table)))
        for _, cells in found[-1]:
            measure.take(cells)
    if not found:
        raise InputError("is a text without a table", "Give a list as a table.")
    return found


def _lists(text: str) -> dict[str, list[Mapping[str, Any]]]:
    try:
        read = json.loads(text)
    except RecursionError:
        raise InputError("is JSON nested too deep", REMEDY) from None
    except ValueError:
        read = list(_lines(text))
    lists = _of_object(read) if isinstance(read, dict) else {"": read}
    for one in lists.values():
        if not isinstance(one, list) or not all(isinstance(person, dict) for person in one):
            raise InputError("is JSON and no list of objects", REMEDY)
    return lists


def _of_object(read: Mapping[str, Any]) -> dict[str, Any]:
    """Return the lists of objects that an object holds by name, else its longest list."""
    lists = {key: one for key, one in read.items() if isinstance(one, list)}
    of_objects = {key: one for key, one in lists.items() if one and isinstance(one[0], dict)}
    if len(of_objects) > 1:
        return of_objects
    return {"": max(of_objects.values() or lists.values(), key=len, default=[])}


def _lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                raise InputError("is not JSON", REMEDY, line=number) from None


def _flat(one: Mapping[str, Any], before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in one.items():
        name = f"{before}{key}"
        if isinstance(value, dict) and before.count("/") < 4:
            found |= _flat(value, f"{name}/")
        elif isinstance(value, str) or value is None:
            found[name] = value or ""
        elif isinstance(value, list):
            found[name] = "; ".join(
                part if isinstance(part, str) else json.dumps(part, ensure_ascii=False)
                for part in value
            )
        else:
            found[name] = json.dumps(value, ensure_ascii=False)
    return found


def _docx_table(table: Element) -> Iterator[Row]:
    above: list[str] = []
    for number, row in enumerate(_own(table, "tr"), 1):
        cells: list[str] = []
        for cell in _own(row, "tc"):
            text = "\n".join("".join(piece.text or "" for piece in each.iter(f"{WORD}t"))
                             for each in _own(cell, "p")).strip()  # fmt: skip
            merged = cell.find(f"{WORD}tcPr/{WORD}vMerge")
            if merged is not None and merged.get(f"{WORD}val") != "restart" and not text:
                text = above[len(cells)] if len(cells) < len(above) else ""
            span = cell.find(f"{WORD}tcPr/{WORD}gridSpan")
            width = span.get(f"{WORD}val", "1") if span is not None else "1"
            wide = min(int(width), 200) - 1 if width.isascii() and width[:6].isdigit() else 0
            cells += [text] + [""] * wide
        above = cells
        yield number, cells


def _own(element: Element, kind: str) -> Iterator[Element]:
    """Go through the rows, cells or paragraphs of an element, not those of tables within it."""
    waiting = list(reversed(element))
    while waiting:
        one = waiting.pop()
        if one.tag == f"{WORD}{kind}":
            yield one
        elif one.tag != f"{WORD}tbl":
            waiting.extend(reversed(one))
