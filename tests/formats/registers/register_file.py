"""A register as it is laid out, with what is true of its rows, written as CSV or XLSX."""

import csv
import io
import json
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

EPOCH = date(1899, 12, 30)
FIXED = (2026, 1, 1, 0, 0, 0)


@dataclass
class Sheet:
    """Rows of cells (texts, whole numbers, days), and which cells are merged."""

    name: str
    rows: list[list[Any]] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    right_to_left: bool = False


@dataclass
class Register:
    """One file: its sheets, what its rows are, and which rows are one person."""

    name: str
    language: str
    country: str
    sheets: list[Sheet] = field(default_factory=list)
    people: list[dict[str, Any]] = field(default_factory=list)
    not_people: list[dict[str, Any]] = field(default_factory=list)
    tags: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    same: list[Any] = field(default_factory=list)
    different: list[Any] = field(default_factory=list)

    def sheet(self, name: str = "", *, right_to_left: bool = False) -> Sheet:
        """Begin a new sheet and give it."""
        self.sheets.append(Sheet(name, right_to_left=right_to_left))
        return self.sheets[-1]

    def other(self, cells: list[Any], why: str) -> None:
        """Add a row that is nobody."""
        sheet = self.sheets[-1]
        sheet.rows.append(cells)
        text = " | ".join(str(cell) for cell in cells if cell not in (None, ""))
        self.not_people.append({**self.place(), "text": text, "why": why})

    def person(self, cells: list[Any], truth: dict[str, Any], tag: str = "") -> None:
        """Add a row that is somebody, with what a reader should understand of it."""
        self.sheets[-1].rows.append(cells)
        self.people.append({**self.place(), **truth})
        if tag:
            self.tags[tag] = {"file": self.name, **self.place()}

    def place(self) -> dict[str, Any]:
        """Where the last row stands; rows are numbered from 1 as a spreadsheet does."""
        sheet = self.sheets[-1]
        return {"sheet": sheet.name or None, "row": len(sheet.rows)}

    def expected(self) -> str:
        """What a reader of the file is held against, as JSON."""
        step = len(self.people) / 10
        told = {
            "file": self.name,
            "language": self.language,
            "country": self.country,
            "people_rows": len(self.people),
            "people": [self.people[int(number * step)] for number in range(10)],
            "not_people": self.not_people,
            "same_person": self.same,
            "not_the_same_person": self.different,
            "notes": self.notes,
        }
        return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def write_csv(register: Register, folder: Path, encoding: str, separator: str) -> None:
    """Write the only sheet of a register as a table of that encoding and separator."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    for row in register.sheets[0].rows:
        writer.writerow(["" if cell is None else cell for cell in row])
    (folder / register.name).write_bytes(text.getvalue().encode(encoding))


def column(number: int) -> str:
    """Letter of a column, from 0."""
    return chr(65 + number) if number < 26 else column(number // 26 - 1) + chr(65 + number % 26)


def cell_xml(place: str, value: Any, texts: dict[str, int]) -> str:
    """One cell: a day as its serial number with the style of days, a text by its index."""
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - EPOCH).days}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    index = texts.setdefault(str(value), len(texts))
    return f'<c r="{place}" t="s"><v>{index}</v></c>'


def sheet_xml(sheet: Sheet, texts: dict[str, int]) -> str:
    """A worksheet."""
    rows = []
    for number, row in enumerate(sheet.rows, 1):
        cells = "".join(cell_xml(f"{column(c)}{number}", v, texts) for c, v in enumerate(row))
        rows.append(f'<row r="{number}">{cells}</row>')
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in sheet.merged)
    merged = f'<mergeCells count="{len(sheet.merged)}">{merged}</mergeCells>' if merged else ""
    view = '<sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews>'
    return (
        f"{HEAD}<worksheet {MAIN}>{view if sheet.right_to_left else ''}"
        f"<sheetData>{''.join(rows)}</sheetData>{merged}</worksheet>"
    )


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
STYLES = (
    f'{HEAD}<styleSheet {MAIN}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


def xlsx_parts(sheets: list[Sheet]) -> dict[str, str]:
    """The parts of a workbook by name."""
    texts: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{n}.xml": sheet_xml(sheet, texts) for n, sheet in enumerate(sheets, 1)
    }
    listed = "".join(
        f'<sheet name="{escape(s.name or "Sheet1")}" sheetId="{n}" r:id="rId{n}"/>'
        for n, s in enumerate(sheets, 1)
    )
    shared = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in texts)
    relations = [
        (f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)
    ]
    relations += [
        ("rId98", "styles", "styles.xml"),
        ("rId99", "sharedStrings", "sharedStrings.xml"),
    ]
    kinds = [(f"/{name}", "worksheet") for name in parts]
    kinds += [("/xl/styles.xml", "styles"), ("/xl/sharedStrings.xml", "sharedStrings")]
    return {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACK}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        + "".join(f'<Override PartName="{p}" ContentType="{KIND}.{k}+xml"/>' for p, k in kinds)
        + "</Types>",
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACK}/relationships"><Relationship Id="rId1" '
        f'Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{REL}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACK}/relationships">'
        + "".join(
            f'<Relationship Id="{i}" Type="{REL}/{k}" Target="{t}"/>' for i, k, t in relations
        )
        + "</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'{HEAD}<sst {MAIN} uniqueCount="{len(texts)}">{shared}</sst>',
        **parts,
    }


def write_xlsx(register: Register, folder: Path) -> None:
    """Write all sheets of a register as a workbook, the same bytes on every run."""
    with zipfile.ZipFile(folder / register.name, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in xlsx_parts(register.sheets).items():
            archive.writestr(zipfile.ZipInfo(name, FIXED), text, zipfile.ZIP_DEFLATED)
