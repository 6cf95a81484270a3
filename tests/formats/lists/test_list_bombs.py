"""Small files that would unfold into gigabytes are refused by a child that has limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pytest

from habeas.formats.lists.cells.list_bounds import OF_AN_UPLOAD, ListBounds
from habeas.formats.lists.cells.reader_panics import panics_refused
from habeas.formats.lists.list_reading import read_list
from habeas.vocabulary import InputError

TIGHT = ListBounds(unpacked=100_000, cells=1_000, characters=20_000)
CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, str]) -> bytes:
    """Pack parts as a workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def xlsx(sheet: str, shared: str = "", more: Mapping[str, str] | None = None) -> bytes:
    """Write a workbook of one sheet from the XML of its rows and of its shared texts."""
    kind = RELATED.rpartition("/relationships")[0] + "/relationships"
    return packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": "<Relationships xmlns="
            '"http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r0" Type="{kind}/officeDocument" Target="xl/workbook.xml"/>'
            "</Relationships>",
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": "<Relationships xmlns="
            '"http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{kind}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{kind}/sharedStrings" Target="sharedStrings.xml"/>'
            "</Relationships>",
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}'
            "</sheetData></worksheet>",
            **(more or {}),
        }
    )


def ods(rows: str, before: str = "") -> bytes:
    """Write a spreadsheet of one table from the XML of its rows."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'{before}<office:document-content xmlns:office="{ODF}:office:1.0" '
            f'xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0"><office:body>'
            f'<office:spreadsheet><table:table table:name="A">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": "<manifest/>",
        }
    )


def text_cell(text: str, place: str = "", more: str = "") -> str:
    """Write a cell of a sheet with a text of its own."""
    at = f' r="{place}"' if place else ""
    return f'<c{at} t="inlineStr"{more}><is><t>{text}</t></is></c>'


def table_cell(text: str, more: str = "") -> str:
    """Write a cell of an OpenDocument table."""
    return (
        f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p>'
        "</table:table-cell>"
    )


def refusal(tmp_path: Path, name: str, raw: bytes, bounds: ListBounds = OF_AN_UPLOAD) -> str:
    """Write a file that must be refused, and return what is said of it."""
    path = tmp_path / name
    path.write_bytes(raw)
    assert len(raw) < 250_000
    with pytest.raises(InputError) as caught:
        read_list(path, bounds=bounds)
    assert name in str(caught.value)
    assert caught.value.remedy
    return caught.value.problem


HEADED = f'<row r="1">{text_cell("nombres", "A1")}{text_cell("apellidos", "B1")}</row>'


def test_a_workbook_within_bounds_is_read(tmp_path: Path):
    rows = f'{HEADED}<row r="2"><c r="A2" t="s"><v>0</v></c>{text_cell("Paz", "B2")}</row>'
    (tmp_path / "list.xlsx").write_bytes(xlsx(rows, "<si><t>Ana</t></si>"))
    rows_read = read_list(tmp_path / "list.xlsx", bounds=TIGHT).rows().to_dicts()
    assert rows_read == [
        {"list": "list.xlsx", "row": 1, "given_names": "Ana", "surnames": "Paz"}
    ]  # fmt: skip


def test_parts_that_hold_no_table_are_left_out_whatever_is_in_them(tmp_path: Path):
    raw = xlsx(
        f'{HEADED}<row r="2">{text_cell("Ana")}</row>', more={"customXml/item1.xml": "no XML <"}
    )
    (tmp_path / "list.xlsx").write_bytes(raw)
    assert read_list(tmp_path / "list.xlsx").rows()["given_names"].to_list() == ["Ana"]


def test_a_part_of_gigabytes_is_refused_by_what_it_says_of_itself(tmp_path: Path):
    raw = packed({"xl/a.xml": " " * 150_000})
    assert "unfolds to more than 100,000 bytes" in refusal(tmp_path, "list.xlsx", raw, TIGHT)


def test_a_part_that_is_larger_than_it_says_is_not_read_on(tmp_path: Path):
    """The size in the directory is a promise; what is read is what is counted."""
    raw = bytearray(packed({"content.xml": " " * 150_000}))
    true = (150_000).to_bytes(4, "little")
    assert raw.count(true) == 2
    lying = bytes(raw.replace(true, (50).to_bytes(4, "little")))
    assert "is not a workbook that can be read" in refusal(tmp_path, "list.ods", lying, TIGHT)


def test_two_cells_at_the_corners_of_a_sheet_are_refused(tmp_path: Path):
    far = f'<row r="1048576">{text_cell("x", "XFD1048576")}</row>'
    assert "more than 800 MB of memory" in refusal(tmp_path, "list.xlsx", xlsx(HEADED + far))


FAR = (
    f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c r="A1"><x:v>1</x:v></x:c>'
    '<x:c r="XFD99999"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
)
"""A sheet between whose two cells lie sixteen hundred million."""


def test_a_part_in_which_another_reader_would_see_another_list_is_refused(tmp_path: Path):
    said = refusal(tmp_path, "list.xlsx", xlsx(HEADED, more={"content.xml": FAR}))
    assert "two workbooks of different kinds, and a list is one" in said


def test_a_part_is_a_sheet_whatever_its_name_and_its_prefix(tmp_path: Path):
    links = xlsx(HEADED, more={"docs/x.xml": FAR})
    with zipfile.ZipFile(io.BytesIO(links)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    place = "xl/_rels/workbook.xml.rels"
    parts[place] = parts[place].replace("worksheets/sheet1.xml", "/docs/x.xml")
    assert "more than 800 MB of memory" in refusal(tmp_path, "list.xlsx", packed(parts))


def test_elements_without_end_that_fill_no_cell_are_refused(tmp_path: Path):
    raw = xlsx(HEADED + "<row>" + "<c/>" * 12_000 + "</row>")
    assert "1,000 cells" in refusal(tmp_path, "list.xlsx", raw, TIGHT)


def test_a_long_text_that_many_cells_share_counts_in_each(tmp_path: Path):
    rows = "".join(f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(2, 5_000))
    raw = xlsx(HEADED + rows, f"<si><t>{'A' * 100_000}</t></si>")
    assert "200,000,000 characters" in refusal(tmp_path, "list.xlsx", raw)


@pytest.mark.parametrize(
    "rows",
    [
        table_cell("Ana", ' table:number-columns-repeated="4000000000"'),
        table_cell("Ana", ' table:number-columns-repeated="9000"') * 2,
        '<table:table-cell table:number-columns-repeated="4000000000"/>' + table_cell("Ana"),
    ],
)
def test_a_cell_repeated_a_billion_times_is_refused(tmp_path: Path, rows: str):
    raw = ods(f"<table:table-row>{rows}</table:table-row>")
    assert "more than 16,384 columns" in refusal(tmp_path, "list.ods", raw)


def test_a_row_repeated_a_billion_times_is_refused(tmp_path: Path):
    raw = ods(
        f'<table:table-row table:number-rows-repeated="2000000000">{table_cell("Ana")}'
        "</table:table-row>"
    )
    assert "more than 1,048,576 rows" in refusal(tmp_path, "list.ods", raw)


def test_a_wide_row_repeated_a_million_times_is_refused(tmp_path: Path):
    cell = table_cell("Ana", ' table:number-columns-repeated="9000"')
    row = '<table:table-row table:number-rows-repeated="1000000">'
    said = refusal(tmp_path, "list.ods", ods(f"{row}{cell}</table:table-row>"))
    assert "6,000,000 cells" in said


def test_a_long_text_repeated_counts_each_time(tmp_path: Path):
    cell = table_cell("A" * 100_000, ' table:number-columns-repeated="3000"')
    raw = ods(f"<table:table-row>{cell}</table:table-row>")
    assert "more than 800 MB of memory" in refusal(tmp_path, "list.ods", raw)


def test_empty_rows_behind_a_table_cost_nothing(tmp_path: Path):
    """Spreadsheets end their tables with a million empty rows, as one element."""
    rows = "".join(
        f"<table:table-row>{table_cell(name)}</table:table-row>" for name in ("nombre", "Ana")
    )
    empty = (
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    (tmp_path / "list.ods").write_bytes(ods(rows + empty))
    assert read_list(tmp_path / "list.ods", bounds=TIGHT).rows()["full_name"].to_list() == ["Ana"]


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path):
    doctype = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
    raw = ods(f"<table:table-row>{table_cell('&c;')}</table:table-row>", doctype)
    assert "declares a document type" in refusal(tmp_path, "list.ods", raw)


def test_a_sheet_in_another_encoding_than_it_is_opened_in_is_refused(tmp_path: Path):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "content.xml", '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")
        )
    said = refusal(tmp_path, "list.ods", stream.getvalue())
    assert "is not a workbook that can be read" in said


@pytest.mark.parametrize("name", ["list.xls", "list.xlsb"])
def test_older_kinds_are_opened_within_the_same_limits(tmp_path: Path, name: str):
    said = refusal(tmp_path, name, b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert "is not a workbook that can be read" in said


def parquet(tmp_path: Path, frame: pl.DataFrame) -> bytes:
    """Write a frame as Parquet."""
    frame.write_parquet(tmp_path / "made.parquet", statistics=False)
    return (tmp_path / "made.parquet").read_bytes()


def test_a_parquet_file_of_a_million_equal_rows_is_refused(tmp_path: Path):
    frame = pl.DataFrame({"nombres": pl.repeat("A", 7_000_000, eager=True)})
    assert "6,000,000 cells" in refusal(tmp_path, "list.parquet", parquet(tmp_path, frame))


def test_a_parquet_file_that_hides_its_rows_is_refused(tmp_path: Path):
    """The number of rows at its end is a promise too: each page says how many it stands for."""
    frame = pl.DataFrame({"nombres": pl.repeat("A", 9_000, eager=True)})
    raw = parquet(tmp_path, frame)
    told = varint(9_000)
    end = len(raw) - 8 - int.from_bytes(raw[-8:-4], "little")
    assert told in raw[end:]
    lying = raw[:end] + raw[end:].replace(told, varint(9, len(told)))
    assert "1,000 cells" in refusal(tmp_path, "list.parquet", lying, TIGHT)
    assert "promises 9 rows where its pages hold 9,000" in refusal(tmp_path, "b.parquet", lying)


def varint(number: int, length: int = 0) -> bytes:
    """Write a whole number as the marks of Parquet files do, as long as asked."""
    value, out = number << 1, bytearray()
    while value > 127 or len(out) + 1 < length:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def test_a_parquet_page_that_unfolds_too_far_is_refused(tmp_path: Path):
    raw = parquet(tmp_path, pl.DataFrame({"nombres": ["A" * 300_000]}))
    assert "20,000 characters" in refusal(tmp_path, "list.parquet", raw, TIGHT)


def test_a_long_text_that_many_rows_of_parquet_share_counts_in_each(tmp_path: Path):
    frame = pl.DataFrame({"nombres": pl.repeat("A" * 10_000, 30_000, eager=True)})
    raw = parquet(tmp_path, frame)
    assert "200,000,000 characters" in refusal(tmp_path, "list.parquet", raw)


@pytest.mark.parametrize("cut", [3, 9, 40, 200])
def test_a_parquet_file_cut_short_is_a_sentence(tmp_path: Path, cut: int):
    raw = parquet(tmp_path, pl.DataFrame({"nombres": ["Ana", "Eva"], "apellidos": ["Paz", "Sol"]}))
    said = refusal(tmp_path, "list.parquet", raw[:cut] + raw[-20:])
    assert "is not a Parquet file that can be read" in said


def test_a_parquet_file_of_columns_within_columns_is_refused(tmp_path: Path):
    """A thousand of them, one within the other, would end the process that opens it."""
    frame = pl.DataFrame({"nombres": ["Ana"], "más": [{"a": {"b": 1}}]})
    assert "columns within columns" in refusal(tmp_path, "list.parquet", parquet(tmp_path, frame))


def test_a_reader_that_panics_over_a_file_is_a_sentence():
    class PanicException(BaseException):
        pass

    with pytest.raises(InputError, match="its reader gave up"), panics_refused("a workbook"):
        raise PanicException
    with pytest.raises(KeyboardInterrupt), panics_refused("a workbook"):
        raise KeyboardInterrupt


def test_a_workbook_without_a_sheet_is_a_sentence(tmp_path: Path):
    with zipfile.ZipFile(io.BytesIO(xlsx(HEADED))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["xl/workbook.xml"] = f'<workbook xmlns="{MAIN}"><sheets/></workbook>'
    assert refusal(tmp_path, "list.xlsx", packed(parts)) == "has no sheet"


@pytest.mark.parametrize(
    ("wide", "limit"), [(60_000, "16,384 columns"), (16_000, "6,000,000 cells")]
)
def test_one_wide_row_does_not_make_a_million_rows_wide(tmp_path: Path, wide: int, limit: str):
    raw = b"nombre\n" + b"," * wide + b"x\n" + b"Ana\n" * 20_000
    assert limit in refusal(tmp_path, "list.csv", raw)


def test_blank_lines_without_end_are_refused(tmp_path: Path):
    raw = b"nombre\n" + b"\n" * 2_000 + b"Ana\n"
    assert "1,000 cells" in refusal(tmp_path, "list.csv", raw, TIGHT)


def test_a_table_of_empty_cells_alone_is_refused(tmp_path: Path):
    raw = b"nombre\n" + b",,,,\n" * 300
    assert "1,000 cells" in refusal(tmp_path, "list.csv", raw, TIGHT)
