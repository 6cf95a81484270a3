"""Workbooks written by hand: their parts, and what can be wrong with each."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Any

from torture.hostile_lists.archives import (
    MEGABYTE,
    Entry,
    Packed,
    by_hand,
    central,
    ended,
    entries,
    local,
    packed,
    small,
)

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>'


def sheet(rows: str = "", before: str = "", after: str = "") -> bytes:
    """Make a worksheet of rows."""
    body = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return DECLARED + body.encode()


def text(value: str, place: str = "A1") -> str:
    """Make a cell that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


ORDINARY = f'<row r="1">{text("Nombre")}</row><row r="2">{text("Ana Ficticia", "A2")}</row>'


def relations(*targets: tuple[str, str], mode: str = "") -> bytes:
    """Make relationships to targets of a kind."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"{mode}/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return DECLARED + f'<Relationships xmlns="{PACK}">{listed}</Relationships>'.encode()


def workbook_parts(first: bytes | Packed, **changed: bytes | Packed) -> dict[str, bytes | Packed]:
    """Make the parts of a workbook; `changed` replaces workbook, rels, strings or styles."""
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{kind}.{what}+xml"/>'
        for part, what in (
            ("workbook.xml", "sheet.main"),
            ("worksheets/sheet1.xml", "worksheet"),
            ("sharedStrings.xml", "sharedStrings"),
            ("styles.xml", "styles"),
        )
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{types}</Types>"
    )
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets><sheet name="Lista" sheetId="1" '
    strings = f'<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>Nombre</t></si></sst>'
    plain = (
        f'<styleSheet xmlns="{MAIN}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>'
    )
    targets = (
        ("worksheet", "worksheets/sheet1.xml"),
        ("sharedStrings", "sharedStrings.xml"),
        ("styles", "styles.xml"),
    )
    return {
        "[Content_Types].xml": DECLARED + types.encode(),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": changed.get(
            "workbook", DECLARED + f'{book}r:id="rId1"/></sheets></workbook>'.encode()
        ),
        "xl/_rels/workbook.xml.rels": changed.get("rels", relations(*targets)),
        "xl/sharedStrings.xml": changed.get("strings", DECLARED + strings.encode()),
        "xl/styles.xml": changed.get("styles", DECLARED + plain.encode()),
        "xl/worksheets/sheet1.xml": first,
    }


def xlsx(first: bytes | Packed, **changed: bytes | Packed) -> bytes:
    """Make a workbook whose first sheet is this."""
    return by_hand(entries(workbook_parts(first, **changed)))


def rows(*cells: str) -> bytes:
    """Make a workbook with an ordinary heading and these cells under it."""
    return xlsx(sheet(ORDINARY + f'<row r="3">{"".join(cells)}</row>'))


def bomb(root: str, element: str, megabytes: int = 1000) -> Packed:
    """Make a part that unfolds to so many megabytes of one element."""
    tag = root.split(maxsplit=1)[0]
    head = DECLARED + f"<{root}>".encode()
    return packed(head, element.encode(), megabytes, f"</{tag}>".encode())


def laughs(root: str, inside: str) -> bytes:
    """Make entities within entities: ten times ten, nine deep; `inside` holds %s."""
    defined = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return (
        f"<!DOCTYPE x [{defined}]><{root}>{inside % '&a9;'}</{root.split(maxsplit=1)[0]}>".encode()
    )


def swollen(size: int = 100_000) -> bytes:
    """Make one long entity, used many times."""
    defined = f'<!DOCTYPE x [<!ENTITY a "{"a" * size}">]>'
    cells = f'<row r="1">{text("&a;" * 20_000)}</row>'
    return defined.encode() + sheet(cells).removeprefix(DECLARED)


def outside(address: str) -> bytes:
    """Make a sheet that asks for a file or a page from outside."""
    defined = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{address}">]>'
    return defined.encode() + sheet(f'<row r="1">{text("&a;")}</row>').removeprefix(DECLARED)


def overlapping() -> bytes:
    """Make six hundred names for one compressed kernel of 100 MB."""
    kernel = Entry(b"xl/worksheets/sheet1.xml", bomb(f'worksheet xmlns="{MAIN}"', "<c/>", 100))
    body = local(kernel)
    lines = [
        central(kernel._replace(name=f"xl/worksheets/sheet{n}.xml".encode()), 0)
        for n in range(1, 601)
    ]
    return ended(body, b"".join(lines), len(lines))


def nested(levels: int = 12) -> bytes:
    """Make archives within archives, five copies a level."""
    inner = xlsx(bomb(f'worksheet xmlns="{MAIN}"', " ", 50))
    for _ in range(levels):
        piece = small(inner)
        inner = by_hand([Entry(f"xl/worksheets/sheet{n}.xml".encode(), piece) for n in range(1, 6)])
        inner = inner if len(inner) < 20 * MEGABYTE else inner[: 20 * MEGABYTE]
    return inner


def lying(told: int) -> bytes:
    """Make a sheet of 300 MB whose headers tell another size."""
    listed = entries(workbook_parts(bomb(f'worksheet xmlns="{MAIN}"', " ", 300)))
    return by_hand([*listed[:-1], listed[-1]._replace(told=told)])


def wide_zip64() -> bytes:
    """Make a size of 2^63 in the extra field of large archives."""
    extra = struct.pack("<2H2Q", 1, 16, 1 << 63, 1 << 62)
    listed = entries(workbook_parts(sheet(ORDINARY)))
    return by_hand([*listed[:-1], listed[-1]._replace(told=0xFFFFFFFF, extra=extra)])


def named_twice() -> bytes:
    """Make the header of the entry and the directory give it two names."""
    good = xlsx(sheet(ORDINARY))
    place = good.rindex(b"xl/worksheets/sheet1.xml")
    return good[:place] + b"xl/worksheets/other1.xml" + good[place + 24 :]


def misdirected(offset: int, count: int = 7) -> bytes:
    """Make a directory that lies elsewhere, or has another number of lines, than the end says."""
    good = xlsx(sheet(ORDINARY))
    start = good.index(b"PK\1\2")
    end = good.index(b"PK\5\6")
    return ended(good[:start], good[start:end], count, offset)


def with_entry(**changes: Any) -> bytes:
    """Make a workbook whose sheet's entry says something else of itself."""
    listed = entries(workbook_parts(sheet(ORDINARY)))
    return by_hand([*listed[:-1], listed[-1]._replace(**changes)])


def with_more(more: Iterable[Entry]) -> bytes:
    """Make a workbook with more entries than it has use for."""
    return by_hand([*entries(workbook_parts(sheet(ORDINARY))), *more])


def many_sheets(count: int) -> bytes:
    """Make a workbook that lists one sheet again and again."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>'
    return xlsx(sheet(ORDINARY), workbook=DECLARED + book.encode())


def deep(count: int) -> Packed:
    """Make a sheet of elements within elements."""
    return small(DECLARED + b"<a>" * count + b"</a>" * count)


def looped_styles() -> bytes:
    """Make styles that are each other's and their own parents."""
    xf = '<xf numFmtId="0" xfId="1"/><xf numFmtId="0" xfId="0"/>'
    both = f'<cellStyleXfs count="2">{xf}</cellStyleXfs><cellXfs count="2">{xf}</cellXfs>'
    return DECLARED + f'<styleSheet xmlns="{MAIN}">{both}</styleSheet>'.encode()


def bounded_merges() -> bytes:
    """Make a hundred thousand merged ranges that lie over one another."""
    listed = "".join(f'<mergeCell ref="A{n}:XFD{n + 1000}"/>' for n in range(1, 100_001))
    return xlsx(sheet(ORDINARY, after=f"<mergeCells>{listed}</mergeCells>"))
