"""Rows and columns that a workbook hides, and cells that somebody struck out: read, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.lists import read_list
from torture.hostile_lists.sheets import DECLARED, MAIN, sheet, xlsx

PEOPLE = ("Ana Ficticia", "Luis Prueba", "Eva Muestra", "Ciro Ejemplo")
STYLES = (
    f'{{}}<styleSheet xmlns="{MAIN}"><fonts count="2"><font/><font><strike{{}}/></font></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
)


def cell(place: str, text: str, style: str = "") -> str:
    told = f' s="{style}"' if style else ""
    return f'<c r="{place}" t="inlineStr"{told}><is><t>{text}</t></is></c>'


def workbook(
    *, rows: tuple[int, ...] = (), columns: str = "", struck: tuple[str, ...] = (), how: str = ""
) -> bytes:
    """Make a register of four people; rows that are hidden, columns, cells that are struck out."""
    lines = [("Nombre", "Edad", "Observaciones")]
    lines += [(name, str(30 + at), "ninguna") for at, name in enumerate(PEOPLE)]
    body = "".join(
        f'<row r="{at}"{" hidden=" + chr(34) + "1" + chr(34) if at in rows else ""}>'
        + "".join(
            cell(f"{letter}{at}", text, "1" if f"{letter}{at}" in struck else "")
            for letter, text in zip("ABC", line, strict=True)
        )
        + "</row>"
        for at, line in enumerate(lines, 1)
    )
    styles = STYLES.format(DECLARED.decode(), how).encode()
    return xlsx(sheet(body, columns), styles=styles)


def told(folder: Path, content: bytes) -> tuple[list[str], int]:
    """Return what is told of a workbook, and how many people it has."""
    path = folder / "list.xlsx"
    path.write_bytes(content)
    read = read_list(path)
    kept = [f"{note.line} {note.column} {note.problem}" for note in read.understanding.doubts]
    return [text for text in kept if "in the sheet" in text], read.rows().height


def test_a_hidden_row_is_read_and_told(tmp_path: Path):
    assert told(tmp_path, workbook(rows=(3,))) == (
        ["3  is hidden in the sheet, and was read as the others are"], 4,
    )  # fmt: skip


def test_rows_hidden_side_by_side_are_told_at_once(tmp_path: Path):
    said, people = told(tmp_path, workbook(rows=(2, 4, 5)))
    assert [text.split(",")[0] for text in said] == [
        "2  is hidden in the sheet", "4  rows 4 to 5 are hidden in the sheet",
    ]  # fmt: skip
    assert people == 4


def test_a_hidden_column_is_told_by_its_heading(tmp_path: Path):
    columns = '<cols><col min="2" max="2" width="0" hidden="1"/></cols>'
    [said], _ = told(tmp_path, workbook(columns=columns))
    assert said.startswith("1 Edad is hidden in the sheet")


def test_a_person_who_is_struck_out_is_told_as_a_row_and_a_cell_as_a_cell(tmp_path: Path):
    said, people = told(tmp_path, workbook(struck=("A3", "B3", "C3", "B5")))
    assert [text.split(",")[0] for text in said] == [
        "3  is struck out in the sheet", "5 Edad is struck out in the sheet",
    ]  # fmt: skip
    assert people == 4


@pytest.mark.parametrize(
    "content",
    [
        workbook(),
        workbook(struck=("A3", "B3", "C3"), how=' val="0"'),
        workbook(rows=(9,)),
        workbook(columns='<cols><col min="7" max="16384" hidden="1"/></cols>'),
    ],
    ids=["nothing", "a font that is not struck", "an empty row", "empty columns"],
)
def test_what_hides_or_strikes_out_nothing_is_not_told(tmp_path: Path, content: bytes):
    assert told(tmp_path, content) == ([], 4)
