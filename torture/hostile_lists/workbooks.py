"""Hostile XLSX workbooks, by name."""

from __future__ import annotations

from collections.abc import Callable

from torture.hostile_lists.archives import Entry, Packed, packed, small
from torture.hostile_lists.sheets import (
    DECLARED,
    MAIN,
    ORDINARY,
    bomb,
    bounded_merges,
    deep,
    laughs,
    looped_styles,
    lying,
    many_sheets,
    misdirected,
    named_twice,
    nested,
    outside,
    overlapping,
    relations,
    rows,
    sheet,
    swollen,
    text,
    wide_zip64,
    with_entry,
    with_more,
    xlsx,
)

Build = Callable[[], bytes]
ROOT = f'worksheet xmlns="{MAIN}"'
WHOLE = "A1:XFD1048576"
FAR = text("lejos", "XFD1048576")
WORKBOOKS: dict[str, Build] = {
    "sheet-of-1-gb.xlsx": lambda: xlsx(bomb(ROOT, " ")),
    "rows-of-1-gb.xlsx": lambda: xlsx(bomb(ROOT + "><sheetData", "<row><c/></row>")),
    "strings-of-1-gb.xlsx": lambda: xlsx(
        sheet(ORDINARY), strings=bomb(f'sst xmlns="{MAIN}"', "<si><t>a</t></si>")
    ),
    "styles-of-1-gb.xlsx": lambda: xlsx(
        sheet(ORDINARY), styles=bomb(f'styleSheet xmlns="{MAIN}"', "<xf/>")
    ),
    "cell-of-50-mb.xlsx": lambda: xlsx(
        packed(
            DECLARED + f'<{ROOT}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'.encode(),
            b"a",
            50,
            b"</t></is></c></row></sheetData></worksheet>",
        )
    ),
    "archives-in-archives.xlsx": nested,
    "one-kernel-600-names.xlsx": overlapping,
    "size-told-too-small.xlsx": lambda: lying(10),
    "size-told-4-gb.xlsx": lambda: with_entry(told=0xFFFFFFFE),
    "size-told-2-63.xlsx": wide_zip64,
    "directory-beyond-the-end.xlsx": lambda: misdirected(1 << 31),
    "directory-at-the-start.xlsx": lambda: misdirected(0),
    "directory-of-65535-lines.xlsx": lambda: misdirected(0, 0xFFFF),
    "no-directory.xlsx": lambda: xlsx(sheet(ORDINARY)).partition(b"PK\1\2")[0],
    "entry-of-two-names.xlsx": named_twice,
    "encrypted-entry.xlsx": lambda: with_entry(flags=1),
    "unknown-compression.xlsx": lambda: with_entry(method=99),
    "damaged-checksum.xlsx": lambda: with_entry(part=small(sheet(ORDINARY))._replace(crc=1)),
    "damaged-compression.xlsx": lambda: with_entry(part=Packed(b"\xff" * 500, 0, 500)),
    "path-out-of-the-folder.xlsx": lambda: with_more(
        [Entry(b"../../../../tmp/habeas-hostile", small(b"x")), Entry(b"/etc/hostile", small(b"x"))]
    ),
    "sixty-thousand-entries.xlsx": lambda: with_more(
        Entry(f"xl/media/{n}".encode(), Packed(b"\3\0", 0, 0)) for n in range(60_000)
    ),
    "sheet-twice.xlsx": lambda: with_more(
        [Entry(b"xl/worksheets/sheet1.xml", small(sheet(ORDINARY + f'<row r="9">{FAR}</row>')))]
    ),
    "entities-in-entities.xlsx": lambda: xlsx(
        laughs(ROOT, f'<sheetData><row r="1">{text("%s")}</row></sheetData>')
    ),
    "entities-in-strings.xlsx": lambda: xlsx(
        sheet(ORDINARY), strings=laughs(f'sst xmlns="{MAIN}"', "<si><t>%s</t></si>")
    ),
    "one-long-entity.xlsx": lambda: xlsx(swollen()),
    "entity-from-a-file.xlsx": lambda: xlsx(outside("file:///etc/hostname")),
    "entity-from-a-page.xlsx": lambda: xlsx(outside("http://127.0.0.1:9/list")),
    "parameter-entity-loop.xlsx": lambda: xlsx(
        b'<!DOCTYPE x [<!ENTITY % a "&#37;b;"><!ENTITY % b "&#37;a;">%a;]>'
        + sheet(ORDINARY).removeprefix(DECLARED)
    ),
    "dimension-of-a-whole-sheet.xlsx": lambda: xlsx(
        sheet(ORDINARY, before=f'<dimension ref="{WHOLE}"/>')
    ),
    "cell-in-the-last-corner.xlsx": lambda: xlsx(
        sheet(ORDINARY + f'<row r="1048576">{FAR}</row>', before=f'<dimension ref="{WHOLE}"/>')
    ),
    "cells-of-a-diagonal.xlsx": lambda: xlsx(
        sheet(
            "".join(f'<row r="{n}">{text("a", f"XFD{n}")}</row>' for n in range(1, 1_000_000, 50))
        )
    ),
    "cell-beyond-the-sheet.xlsx": lambda: rows(text("a", "ZZZZZZZ99999999999")),
    "cell-without-a-place.xlsx": lambda: rows(text("a", ""), text("b", "3C"), text("c", "A0")),
    "row-below-nothing.xlsx": lambda: xlsx(
        sheet(
            ORDINARY + '<row r="-5"><c r="A-5"><v>1</v></c></row><row r="0"/><row r="99999999999"/>'
        )
    ),
    "a-million-empty-columns.xlsx": lambda: xlsx(
        packed(
            DECLARED + f'<{ROOT}><sheetData><row r="1">'.encode(),
            b"<c/>",
            4,
            b"</row></sheetData></worksheet>",
        )
    ),
    "a-million-empty-rows.xlsx": lambda: xlsx(
        packed(
            DECLARED + f"<{ROOT}><sheetData>".encode(), b"<row/>  ", 8, b"</sheetData></worksheet>"
        )
    ),
    "merged-whole-sheet.xlsx": lambda: xlsx(
        sheet(ORDINARY, after=f'<mergeCells><mergeCell ref="{WHOLE}"/></mergeCells>')
    ),
    "a-hundred-thousand-merges.xlsx": bounded_merges,
    "string-out-of-range.xlsx": lambda: rows(
        '<c r="A3" t="s"><v>4294967295</v></c><c r="B3" t="s"><v>-1</v></c>'
        '<c r="C3" t="s"><v>x</v></c>'
    ),
    "strings-told-4-000-000-000.xlsx": lambda: xlsx(
        sheet(ORDINARY),
        strings=DECLARED
        + f'<sst xmlns="{MAIN}" count="4000000000" uniqueCount="4000000000"/>'.encode(),
    ),
    "styles-in-a-circle.xlsx": lambda: xlsx(sheet(ORDINARY), styles=looped_styles()),
    "style-out-of-range.xlsx": lambda: rows('<c r="A3" s="4294967295"><v>45000</v></c>'),
    "formulas-in-a-circle.xlsx": lambda: rows(
        '<c r="A3"><f t="shared" ref="A3:XFD1048576" si="0">B3</f></c>'
        '<c r="B3"><f>A3</f><v>1</v></c>'
    ),
    "formulas-that-call.xlsx": lambda: rows(
        text("=cmd|' /C calc'!A0", "A3"),
        '<c r="B3" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>x</v></c>',
    ),
    "days-of-year-99999.xlsx": lambda: rows(
        *[
            f'<c r="{c}3"><v>{v}</v></c>'
            for c, v in zip("ABCDE", ("1e300", "-1", "NaN", "inf", "35793665"), strict=True)
        ]
    ),
    "iso-day-of-year-99999.xlsx": lambda: rows('<c r="A3" t="d"><v>99999-99-99T99:99:99</v></c>'),
    "workbook-that-is-its-own-sheet.xlsx": lambda: xlsx(
        sheet(ORDINARY), rels=relations(("worksheet", "workbook.xml"), ("styles", "workbook.xml"))
    ),
    "sheet-that-is-not-there.xlsx": lambda: xlsx(
        sheet(ORDINARY), rels=relations(("worksheet", "worksheets/sheet99.xml"))
    ),
    "sheet-outside.xlsx": lambda: xlsx(
        sheet(ORDINARY),
        rels=relations(("worksheet", "http://127.0.0.1:9/s.xml"), mode=' TargetMode="External"'),
    ),
    "sheet-above-the-folder.xlsx": lambda: xlsx(
        sheet(ORDINARY), rels=relations(("worksheet", "../../../../../etc/hostname"))
    ),
    "fifty-thousand-sheets.xlsx": lambda: many_sheets(50_000),
    "elements-a-million-deep.xlsx": lambda: xlsx(deep(1_000_000)),
    "element-of-500-000-attributes.xlsx": lambda: xlsx(
        sheet("<row " + " ".join(f'a{n}="1"' for n in range(500_000)) + "/>")
    ),
    "xml-that-is-not-utf-8.xlsx": lambda: xlsx(sheet(ORDINARY).replace(b"Ana", b"\xff\xfe\xc0")),
    "xml-of-an-unknown-encoding.xlsx": lambda: xlsx(sheet(ORDINARY).replace(b"UTF-8", b"EBCDIC-9")),
    "xml-with-nuls.xlsx": lambda: xlsx(sheet(ORDINARY).replace(b"Ana", b"A\0\0\0a")),
    "xml-cut-off.xlsx": lambda: xlsx(sheet(ORDINARY)[:-40]),
    "cut-in-half.xlsx": lambda: xlsx(sheet(ORDINARY))[:900],
    "a-page-by-that-name.xlsx": lambda: (
        b"<html><body><table><tr><td>Ana</td></tr></table></body></html>"
    ),
    "nothing.xlsx": lambda: b"",
}
