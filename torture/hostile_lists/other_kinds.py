"""Hostile spreadsheets of other kinds, texts with tables and Parquet files, by name."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

from torture.hostile_lists.archives import Entry, Packed, by_hand, entries, small
from torture.hostile_lists.sheets import DECLARED, bomb, laughs, relations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
Build = Callable[[], bytes]


def ods(content: bytes | Packed) -> bytes:
    """Make an OpenDocument spreadsheet of that content."""
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
    """Make an OpenDocument spreadsheet of one table."""
    table = f'<t:table t:name="Lista">{inside}</t:table>'
    body = f"<o:body><o:spreadsheet>{table}</o:spreadsheet></o:body>"
    return ods(DECLARED + f"<{SPREADSHEET}>{body}</o:document-content>".encode())


def ods_repeated(columns: int, rows_: int) -> bytes:
    """Make a filled cell repeated that often."""
    cell = (
        f'<t:table-cell o:value-type="string" t:number-columns-repeated="{columns}">'
        "<x:p>Ana Ficticia</x:p></t:table-cell>"
    )
    return ods_table(f'<t:table-row t:number-rows-repeated="{rows_}">{cell}</t:table-row>')


def docx(document: bytes | Packed) -> bytes:
    """Make a text document of that content."""
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
    """Make a text document of one table."""
    body = f"<w:body><w:tbl>{inside}</w:tbl></w:body>"
    return docx(DECLARED + f'<w:document xmlns:w="{WORD}">{body}</w:document>'.encode())


def docx_nested(count: int) -> bytes:
    """Make tables within cells of tables."""
    inner = "<w:tr><w:tc><w:tbl>" * count + "</w:tbl></w:tc></w:tr>" * count
    return docx_table(inner)


def parquet(rows_: int = 10, width: int = 1, length: int = 8) -> bytes:
    """Make a Parquet file of texts, all alike in a column."""
    import polars as pl  # noqa: PLC0415

    columns = {f"nombre{n}": pl.repeat("x" * length, rows_, eager=True) for n in range(width)}
    stream = io.BytesIO()
    pl.DataFrame(columns).write_parquet(stream, compression="zstd", row_group_size=50_000)
    return stream.getvalue()


def footed(footer: bytes, length: int | None = None) -> bytes:
    """Make a Parquet file of that footer, whose length may be told wrongly."""
    told = len(footer) if length is None else length
    return b"PAR1" + b"\0" * 64 + footer + struct.pack("<I", told) + b"PAR1"


def ole(sectors: int = 8) -> bytes:
    """Make an old Excel file whose sectors follow one another in a circle."""
    head = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16
    head += struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 10
    head += struct.pack("<5I", 1, 1, 0, 4096, 0) + struct.pack("<4I", 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * (512 - len(head) - 4)
    circle = struct.pack("<128I", *[(n + 1) % sectors for n in range(128)])
    return head + circle + b"\0" * 512 * sectors


def spanned() -> bytes:
    """Make cells that say that they span thousands of millions of columns."""
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>'
    return docx_table(f"<w:tr>{cell}</w:tr>" * 3)


OTHER_KINDS: dict[str, Build] = {
    "sectors-in-a-circle.xls": ole,
    "cell-repeated-2-31.ods": lambda: ods_repeated(2_147_483_647, 1),
    "row-repeated-2-31.ods": lambda: ods_repeated(1, 2_147_483_647),
    "both-repeated.ods": lambda: ods_repeated(16_384, 1_048_576),
    "repeated-less-than-none.ods": lambda: ods_repeated(-7, -1),
    "content-of-1-gb.ods": lambda: ods(bomb(SPREADSHEET, "<o:a/>")),
    "entities-in-entities.ods": lambda: ods(laughs(SPREADSHEET, "<o:body>%s</o:body>")),
    "tables-in-tables.ods": lambda: ods_table("<t:table>" * 200_000 + "</t:table>" * 200_000),
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
