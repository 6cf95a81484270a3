"""Lists as organisations send them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import polars as pl
import pytest

from habeas.formats.lists.headings import recognised
from habeas.formats.lists.list_columns import read_list_columns
from habeas.formats.lists.list_reading import read_list, read_lists
from habeas.formats.lists.values import read_date, read_value
from habeas.vocabulary import Field, InputError

TABLE = "Nombres;Apellidos;C.I.;F. Nacimiento\nJosé;Muñoz;V-1.234.567;04/03/1988\n"


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_delimiter_and_encoding_is_found_out(tmp_path: Path, sign: str, encoding: str):
    path = tmp_path / "list.csv"
    path.write_bytes(TABLE.replace(";", sign).encode(encoding))
    read = read_list(path)
    assert read.rows().to_dicts() == [
        {"list": "list.csv", "row": 1, "given_names": "José", "surnames": "Muñoz",
         "national_id": "V-1.234.567", "birth_date": "1988-03-04"}
    ]  # fmt: skip


def test_an_encoding_that_is_guessed_is_reported(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    assert "Windows-1252" in str(read_list(path).notes[0])


def test_headings_mean_the_same_in_english_and_spanish():
    spanish = ["Nombres", "APELLIDOS", "Cédula de Identidad", "Fecha de nacimiento", "Edad", "Sexo",
               "Fecha de detención", "fecha_de_excarcelacion", "Estado", "Municipio",
               "Centro de reclusión"]  # fmt: skip
    english = ["first name", "Last Name", "national id", "Date of birth", "Age", "Gender",
               "Arrest date", "Release date", "State", "City", "Place of detention"]  # fmt: skip
    assert list(recognised(spanish).values()) == list(recognised(english).values())
    assert len(recognised(spanish)) == len(spanish)


def test_a_column_called_name_is_the_whole_name_unless_surnames_stand_apart():
    assert recognised(["Nombre"]) == {"Nombre": Field.FULL_NAME}
    assert recognised(["Nombre", "Apellido"])["Nombre"] is Field.GIVEN_NAMES


def test_the_groups_of_kobo_are_looked_through():
    headings = ["_id", "datos/nombres", "datos/apellidos", "_submission_time"]
    assert recognised(headings) == {
        "datos/nombres": Field.GIVEN_NAMES,
        "datos/apellidos": Field.SURNAMES,
    }


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-07-30", "2024-07-30"),
        ("30/07/2024", "2024-07-30"),
        ("30-7-24", "2024-07-30"),
        ("20240730", "2024-07-30"),
        ("30 de julio de 2024", "2024-07-30"),
        ("July 30, 2024", "2024-07-30"),
        ("julio 2024", "2024-07"),
        ("07/2024", "2024-07"),
        ("2024", "2024"),
        ("45503", "2024-07-30"),
        ("2024-07-30 00:00:00", "2024-07-30"),
        ("no sabe", ""),
    ],
)
def test_dates_are_read_as_people_write_them(written: str, read: str):
    assert read_value(Field.DETAINED_ON, written) == (read, "")


@pytest.mark.parametrize("written", ["soon", "31/02/2024", "2024-13-01", "99"])
def test_what_is_no_date_is_told(written: str):
    assert read_date(written)[1]


def test_a_column_of_american_dates_is_read_with_the_month_first(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("Name,Arrest date\nAnn Lee,07/30/2024\nBo Poe,02/03/2024\n")
    assert read_list(path).rows()["detained_on"].to_list() == ["2024-07-30", "2024-02-03"]


def test_every_row_is_kept_and_what_is_not_understood_is_listed_by_line(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text(
        "nombres,apellidos,edad,sexo,fecha\n"
        "Ana,Paz,cuarenta,F,ayer\n"
        ",,30,M,2024-01-01\n"
        "José,Rey,200,X,2024-01-01\n"
        "Eva,Sol\n"
        "Luz,Mar,20,F,2024-01-01,extra\n"
    )
    read = read_list(path)
    assert len(read.rows()) == 5
    told = {(note.line, note.column) for note in read.notes}
    assert told == {
        (1, "column 6"),
        (2, "edad"),
        (2, "fecha"),
        (3, ""),
        (4, "edad"),
        (5, ""),
        (6, ""),
    }
    assert read.cells.rows[4][1][5] == "extra"


def test_titles_above_the_headings_and_merged_headings_are_passed_over(tmp_path: Path):
    path = tmp_path / "list.csv"
    path.write_text("Listado 2024,,\nPersona,,Cédula\nNombres,Apellidos,\nAna,Paz,1234567\n")
    read = read_list(path)
    assert read.cells.headings == ("Nombres", "Apellidos", "Cédula")
    assert read.rows()["national_id"].to_list() == ["1234567"]


def test_parquet_and_spreadsheets_are_read(tmp_path: Path):
    pl.DataFrame({"nombres": ["Ana"], "apellidos": ["Paz"], "edad": [31]}).write_parquet(
        tmp_path / "list.parquet"
    )
    (tmp_path / "list.ods").write_bytes(
        ods([["nombres", "apellidos", "edad"], ["Ana", "Paz", "31"]])
    )
    for name in ("list.parquet", "list.ods"):
        row = read_list(tmp_path / name).rows().drop("list").to_dicts()
        assert row == [{"row": 1, "given_names": "Ana", "surnames": "Paz", "age": "31"}]


def ods(rows: list[list[str]]) -> bytes:
    """Write a small OpenDocument spreadsheet."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    name = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{name}:office:1.0" xmlns:table="{name}:table:1.0" '
        f'xmlns:text="{name}:text:1.0" office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Hoja1">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return stream.getvalue()


@pytest.mark.parametrize("name", ["list.xlsx", "list.ods", "list.parquet", "list.csv"])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, name: str):
    (tmp_path / name).write_bytes(b"PK\x03\x04 not a workbook \x00\x01\x02")
    with pytest.raises(InputError, match=name):
        read_list(tmp_path / name)


def test_a_list_whose_headings_tell_no_name_is_refused(tmp_path: Path):
    (tmp_path / "list.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match="no heading tells a name"):
        read_list(tmp_path / "list.csv")


def test_a_file_of_columns_says_what_headings_mean(tmp_path: Path):
    (tmp_path / "list.csv").write_text("Quién,Uno,Otro\nAna Paz,2024-01-01,Ana\n")
    (tmp_path / "columns.toml").write_text(
        '[lists."list.csv"]\nwithout_duplicates = true\n'
        'columns = { full_name = "Quién", detained_on = "Uno" }\n'
    )
    columns = read_list_columns(tmp_path / "columns.toml")
    row = read_list(tmp_path / "list.csv", columns).rows().to_dicts()[0]
    assert row["full_name"] == "Ana Paz"
    assert row["detained_on"] == "2024-01-01"
    assert columns.without_duplicates == {"list.csv"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[columns]\nnombre = 'x'\n", "line 2.*is not a field"),
        ("[columns]\nage = 3\n", "line 2.*neither a heading"),
        ("[list]\n", "is not known here"),
        ("[lists.x]\nrows = 3\n", "is not known of a list"),
        ("[columns\n", "is not TOML"),
    ],
)
def test_a_file_of_columns_that_cannot_be_meant_is_refused(tmp_path: Path, text: str, told: str):
    (tmp_path / "columns.toml").write_text(text)
    with pytest.raises(InputError, match=told):
        read_list_columns(tmp_path / "columns.toml")


def test_two_files_of_one_name_are_refused(tmp_path: Path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "list.csv").write_text("nombre\nAna\n")
    with pytest.raises(InputError, match="name of two files"):
        read_lists([tmp_path / "a" / "list.csv", tmp_path / "b" / "list.csv"])


def test_hostile_cells_are_kept_as_they_stand_and_told(tmp_path: Path):
    cells = ["x" * 1_000_000, "12345", "=HYPERLINK(1)", "Иван Petrov محمد", "J", "  "]
    path = tmp_path / "list.csv"
    path.write_text("nombres,apellidos\n" + "".join(f'"{cell}",Paz\n' for cell in cells))
    read = read_list(path)
    assert [row[0] for _, row in read.cells.rows] == cells
    assert read.rows()["surnames"].to_list() == ["Paz"] * 6
    assert [(note.line, note.column) for note in read.notes] == [
        (2, "nombres"),  # longer than any name
        (3, "nombres"),
    ]


def test_the_manuals_file_of_columns_is_one(tmp_path: Path):
    manual = (Path(__file__).parents[3] / "docs" / "linkage.md").read_text("utf-8")
    (tmp_path / "columns.toml").write_text(manual.split("```toml\n")[1].split("```")[0], "utf-8")
    columns = read_list_columns(tmp_path / "columns.toml")
    assert columns.without_duplicates == {"court.xlsx"}
    assert columns.meaning("court.xlsx", ["Imputado", "Fecha"], "court.xlsx") == {
        "Imputado": Field.FULL_NAME,
        "Fecha": Field.DETAINED_ON,
    }
