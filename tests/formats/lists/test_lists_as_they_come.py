"""What a list says is shown before it counts: headings, dates, rows and cells as they come."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.formats.lists import PeopleList, columns_file, read_list, read_list_columns
from habeas.formats.lists.headings import fields_of_headings, find_headings
from habeas.formats.lists.rows import several_people
from habeas.formats.lists.values import read_value
from habeas.vocabulary import Field, InputError


def listed(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> PeopleList:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return read_list(path)


def told(read: PeopleList) -> list[tuple[str, str]]:
    return [(note.column, note.value) for note in read.understanding.doubts]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("PATERNO", "surnames"), ("ApellidoMaterno", "surnames"), ("Family Name(s)", "surnames"),
        ("Отчество", "given_names"), ("Patronymic", "given_names"), ("Prénom", "given_names"),
        ("Given Name(s)", "given_names"), ("ФИО", "full_name"), ("الاسم الكامل", "full_name"),
        ("Nome completo", "full_name"), ("Nom et prénom", "full_name"),
        ("Fecha de la detención (dd/mm/aa)", "detained_on"), ("Data da prisão", "detained_on"),
        ("Date d'arrestation", "detained_on"), ("Дата задержания", "detained_on"),
        ("تاريخ الاعتقال", "detained_on"), ("Fecha de hechos", "detained_on"),
        ("Data de soltura", "released_on"), ("Date de libération", "released_on"),
        ("Дата освобождения", "released_on"), ("تاريخ الإفراج", "released_on"),
        ("Date de naissance", "birth_date"), ("Дата рождения", "birth_date"),
        ("تاريخ الميلاد", "birth_date"), ("Data de nascimento", "birth_date"),
        ("Edad aprox.", "age"), ("Edad (En años)", "age"), ("العمر", "age"), ("Возраст", "age"),
        ("Пол", "sex"), ("Sexe", "sex"), ("الجنس", "sex"),
        ("Sitio de reclusión", "facility"), ("Место задержания", None), ("Lugar de captura", None),
        ("Color de la ficha", None), ("Nombre del padre", None), ("Fecha de la visita", None),
        ("Liberación / Lugar", None), ("Estado civil", None), ("Data entry clerk", None),
    ],
)  # fmt: skip
def test_a_heading_means_a_field_or_is_named(heading: str, field: str | None):
    found = fields_of_headings([heading])
    assert (found.meant[heading].field if heading in found.meant else None) == field
    assert (heading in found.aside) is (field is None)


def test_given_names_and_surnames_are_put_together_whatever_order_their_columns_have(
    tmp_path: Path,
):
    one = listed(tmp_path, "MATERNO,NOMBRE,PATERNO\nCano,Hugo,Trejo\n")
    other = listed(tmp_path, "PATERNO,MATERNO,NOMBRE\nTrejo,Cano,Hugo\n")
    assert one.values == other.values
    assert one.values[Field.SURNAMES] == ["Trejo Cano"]


def test_a_patronymic_beside_the_whole_name_does_not_stand_for_it(tmp_path: Path):
    read = listed(tmp_path, "Full name,Patronymic\nGleb Zimin,Borisovich\n")
    assert Field.GIVEN_NAMES not in read.values
    assert ("Patronymic", "") in told(read)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ([["Persona", "", "Liberación", "", "Detención"],
          ["Nombres", "Apellidos", "Fecha", "Lugar", "Fecha"]],
         ("Nombres", "Apellidos", "Liberación / Fecha", "Liberación / Lugar", "Detención / Fecha")),
        ([["Name", "Arrest", "", "Release"], ["", "Date", "Place", "Date"]],
         ("Name", "Arrest / Date", "Arrest / Place", "Release / Date")),
        ([["Listado 2024", ""], ["Nombres", "Apellidos"]], ("Nombres", "Apellidos")),
        ([["Nombre", "Edad"], ["Ana Paz", "31"]], ("Nombre", "Edad")),
        ([["Фамилия", "Имя", "Дата"], ["Выдуманов", "Пётр", "Дата"]], ("Фамилия", "Имя", "Дата")),
    ],
)  # fmt: skip
def test_two_heading_rows_are_read_together_and_one_is_not(
    rows: list[list[str]], names: tuple[str, ...]
):
    assert find_headings(rows).names == names


@pytest.mark.parametrize(
    ("field", "written", "read"),
    [
        (Field.DETAINED_ON, "٣٠/٠٧/٢٠٢٤", "2024-07-30"),
        (Field.DETAINED_ON, "30 juillet 2024", "2024-07-30"),
        (Field.DETAINED_ON, "1er août 2024", "2024-08-01"),
        (Field.DETAINED_ON, "12 мая 2021", "2021-05-12"),
        (Field.DETAINED_ON, "5 de março de 2024", "2024-03-05"),
        (Field.DETAINED_ON, "30 كانون الثاني 2024", "2024-01-30"),
        (Field.BIRTH_DATE, "2531-05-04", "1988-05-04"),
        (Field.DETAINED_ON, "00/07/2024", "2024-07"),
        (Field.AGE, "34 años", "34"), (Field.AGE, "34 лет", "34"), (Field.AGE, "٣٤ سنة", "34"),
        (Field.SEX, "жен.", "f"), (Field.SEX, "ذكر", "m"), (Field.SEX, "Femme", "f"),
        (Field.AGE, "sin datos", ""), (Field.FULL_NAME, "неизвестно", ""),
    ],
)  # fmt: skip
def test_a_cell_of_any_of_six_languages_is_understood(field: Field, written: str, read: str):
    assert read_value(field, written) == (read, "")


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        (Field.AGE, "17-18", ""), (Field.AGE, "30s", ""), (Field.AGE, "6 months", ""),
        (Field.AGE, "over 60", ""), (Field.AGE, "<18", ""), (Field.AGE, "1,5", ""),
        (Field.DETAINED_ON, "15/00/2024", "2024"), (Field.DETAINED_ON, "12-15/07/2024", "2024-07"),
        (Field.DETAINED_ON, "entre el 12 y el 15 de julio de 2024", "2024-07"),
        (Field.DETAINED_ON, "#REF!", ""), (Field.BIRTH_DATE, "0001-01-01", "0001-01-01"),
    ],
)  # fmt: skip
def test_a_cell_that_says_a_part_is_told(field: Field, written: str, kept: str):
    shown, wrong = read_value(field, written)
    assert wrong
    assert shown in {kept, ""}


def test_nobody_is_born_in_the_future(tmp_path: Path):
    read = listed(tmp_path, "nombre,fecha de nacimiento\nAna Paz,16/07/38\nLuz Mar,16/07/05\n")
    assert read.values[Field.BIRTH_DATE] == ["1938-07-16", "2005-07-16"]
    later = listed(tmp_path, "nombre,fecha de nacimiento\nAna Paz,9999-12-31\n")
    assert later.values[Field.BIRTH_DATE] == [""]
    assert told(later) == [("fecha de nacimiento", "9999-12-31")]


def test_a_list_has_one_order_of_day_and_month_and_it_is_told_how_it_is_known(tmp_path: Path):
    read = listed(tmp_path, "Full name,Arrest date,Release date\nAda Quill,07/30/2024,01/05/2025\n")
    assert read.values[Field.RELEASED_ON] == ["2025-01-05"]
    assert {one["order"] for one in read.understanding.as_json()["dates"]} == {"month"}
    assert not told(read)


def test_an_order_that_nothing_tells_is_told_and_only_the_year_is_kept(tmp_path: Path):
    read = listed(tmp_path, "Full name,Arrest date\nAda Quill,01/05/2025\nBen Rook,03/03/2025\n")
    assert read.values[Field.DETAINED_ON] == ["2025", "2025-03-03"]
    assert told(read) == [("Arrest date", "01/05/2025")]
    (tmp_path / "columns.toml").write_text('[lists."list.csv"]\nday_order = "month"\n')
    again = read_list(tmp_path / "list.csv", read_list_columns(tmp_path / "columns.toml"))
    assert again.values[Field.DETAINED_ON][0] == "2025-01-05"


def test_spanish_headings_tell_that_the_day_stands_first(tmp_path: Path):
    read = listed(tmp_path, "Nombre,Fecha de detención\nAna Paz,01/05/2025\n")
    assert read.values[Field.DETAINED_ON] == ["2025-05-01"]


@pytest.mark.parametrize(
    ("years", "read"),
    [
        (("1370/02/15", "1401/07/01"), ("1991-05-05", "2022-09-23")),
        (("1411/02/15", "1446/07/01"), ("1990-09", "2025-01")),
    ],
)
def test_years_of_other_calendars_are_turned_into_ours(
    tmp_path: Path, years: tuple[str, str], read: tuple[str, str]
):
    found = listed(tmp_path, f"Full name,Date of birth,Arrest date\nDara Sahl,{','.join(years)}\n")
    assert (found.values[Field.BIRTH_DATE][0], found.values[Field.DETAINED_ON][0]) == read


def test_a_date_in_three_columns_is_one(tmp_path: Path):
    read = listed(
        tmp_path, "Nome,Dia nasc,Mês nasc,Ano nasc\nAna Paz,12,maio,1981\nLuz Mar,,,1990\n"
    )
    assert read.values[Field.BIRTH_DATE] == ["1981-05-12", "1990"]
    alone = listed(tmp_path, "Name,Birth day,Birth month\nAda Quill,12,5\n")
    assert {column for column, _ in told(alone)} == {"Birth day", "Birth month"}


def test_a_column_that_is_not_used_says_why(tmp_path: Path):
    read = listed(tmp_path, "Name,Birth day,Shoe size,Telephone\nAda Quill,12,40,555 0101\n")
    assert {one.heading: one.why for one in read.understanding.columns} == {
        "Name": "",
        "Birth day": "is a part of a date without its year",
        "Shoe size": "is not understood: no field is meant",
        "Telephone": "is left alone by linkage",
    }


BODY = "Ana Paz Rey,2024-07-30,Zulia\nLuz Mar Sol,2024-07-31,Lara\nEva Gil Leal,2024-08-01,Lara\n"


@pytest.mark.parametrize(
    "row",
    ["ZULIA,,", "TOTAL: 3,,", "Subtotal Lara,,", "Fuente: las familias,,",
     "Nombre,Fecha de detención,Estado",
     "* datos por confirmar,,", "Penal del Lago,,", "Mujeres (2),,",
     "Итого: 3,,", ",,Total", "المجموع,3,",
     "Nota: hay dos personas que todavía no se han podido identificar por sus familias,,"],
)  # fmt: skip
def test_a_row_that_is_no_person_is_told_and_nobody(tmp_path: Path, row: str):
    read = listed(
        tmp_path, f"Nombre,Fecha de detención,Estado\n{BODY}{row}\nSol Díaz Mora,2024-08-02,Lara\n"
    )
    assert read.numbers == (1, 2, 3, 5)
    assert [one["row"] for one in read.understanding.as_json()["no_people"]] == [4]
    assert len(read.understanding.doubts) >= 1


@pytest.mark.parametrize(
    "row",
    [
        "Pedro Norma Díaz,,",
        "María Fuentes,,",
        "Fuentes Rey Ana,,",
        "Ana Total Rey,2024-08-01,",
        "Sol,,",
    ],
)
def test_a_person_of_whom_only_the_name_is_known_is_a_person(tmp_path: Path, row: str):
    read = listed(
        tmp_path, f"Nombre,Fecha de detención,Estado\n{BODY}{row}\nSol Díaz Mora,2024-08-02,Lara\n"
    )
    assert read.numbers == (1, 2, 3, 4, 5)


def test_a_section_fills_a_column_of_the_rows_below(tmp_path: Path):
    read = listed(
        tmp_path,
        "Nombre,Fecha de detención\nZULIA,\nAna Paz,2024-07-30\nLARA,\nLuz Mar,2024-07-31\n",
    )
    assert [cells[-1] for _, cells in read.cells.rows] == ["ZULIA", "LARA"]
    (tmp_path / "columns.toml").write_text(
        '[columns]\nfull_name = "Nombre"\ndetained_on = "Fecha de detención"\nstate = "section"\n'
    )
    again = read_list(tmp_path / "list.csv", read_list_columns(tmp_path / "columns.toml"))
    assert again.values[Field.STATE] == ["ZULIA", "LARA"]


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Clara Paredes y Dimas Rondón", True), ("Ana Paz / Luis Sol", True),
        ("Ana Paz\nLuis Sol", True),
        ("Evelio Torcat (y su hijo Fabio)", True), ("Ana Paz; Luis Sol", True),
        ("Ana Paz y otros", True),
        ("Ana Paz + 3", True), ("Иван Петров и Анна Петрова", True), ("Ana Paz and Luis Sol", True),
        ("José Ortega y Gasset", False), ("Pérez Gómez, José Luis", False), ("Ana\nPaz", False),
        ("Juan Carlos E. Pérez Gómez", False), ("Ana Paz (alias La Flaca)", False),
        ("Ana Pérez Mas", False),
    ],
)  # fmt: skip
def test_several_people_in_a_cell_are_told_and_a_long_name_is_not(text: str, several: bool):
    assert bool(several_people(Field.FULL_NAME, text)) is several


@pytest.mark.parametrize(
    "text",
    ['Nombre,Edad,Sexo\nAna,"Paz,31\nLuz,20,F\n', 'Nombre;Edad\n"Ana;31\nLuz;20\nSol;"30\n',
     'Nombre,Edad,Sexo\nAna,20,F\n"Luz,20,F\nSol,30,F\nMar","30,F\n'],
)  # fmt: skip
def test_a_quotation_mark_that_nothing_closes_is_refused_by_line(tmp_path: Path, text: str):
    with pytest.raises(InputError, match=r"line [23].*quotation mark"):
        listed(tmp_path, text)


def test_quotation_marks_within_a_name_are_read_as_they_stand(tmp_path: Path):
    read = listed(tmp_path, 'Nombre,Edad\nAna "La Flaca" Paz,31\n"Luz ""Lucha"" Mar",20\n')
    assert read.values[Field.FULL_NAME] == ['Ana "La Flaca" Paz', 'Luz "Lucha" Mar']


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "utf-16-le", "utf-8"])
def test_cyrillic_is_read_in_any_encoding(tmp_path: Path, encoding: str):
    text = "Фамилия;Имя;Город\n" + "Выдуманов;Пётр;Минск\nОбразцова;Мария;Брест\n" * 5
    read = listed(tmp_path, text, encoding=encoding)
    assert read.values[Field.SURNAMES][0] == "Выдуманов"


def test_what_was_encoded_twice_is_mended_and_told(tmp_path: Path):
    twice = "Nombres;Apellidos\nAmparo;Peña Núñez\nÁngel;Ríos\n".encode().decode("latin-1")
    read = listed(tmp_path, twice)
    assert read.values[Field.SURNAMES] == ["Peña Núñez", "Ríos"]
    assert any("encoding" in note.problem for note in read.notes)


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (("Detenida", "Libre", "Fallecida"), Field.STATUS),
        (("Zulia", "Lara", "La Libertad"), Field.STATE),
        (("Preso", "Solto"), Field.STATUS), (("Excarcelada", "Casa por cárcel"), Field.STATUS),
    ],
)  # fmt: skip
def test_estado_is_a_state_or_a_status_by_its_cells(
    tmp_path: Path, cells: tuple[str, ...], field: Field
):
    read = listed(tmp_path, "Nombre,Estado\n" + "".join(f"Ana Paz {c},{c}\n" for c in cells))
    assert read.values[field] == list(cells)


def test_a_list_in_json_and_one_of_objects_a_line_are_read(tmp_path: Path):
    rows = [
        {"name": "Ada Quill", "arrested": "2024-07-30"},
        {"name": "Ben Rook", "place": {"city": "Hull"}},
    ]
    whole = listed(tmp_path, json.dumps(rows), "a.json")
    lines = listed(tmp_path, "\n".join(map(json.dumps, rows)), "b.jsonl")
    assert whole.values == lines.values
    assert whole.values[Field.FULL_NAME] == ["Ada Quill", "Ben Rook"]
    with pytest.raises(InputError, match="JSON"):
        listed(tmp_path, '{"a": 1}', "c.json")


def test_a_clean_list_leaves_nothing_open(tmp_path: Path):
    read = listed(tmp_path, "Nombres,Apellidos,Edad\nAna,Paz,31\nJosé,Ortega y Gasset,40\n")
    assert read.understanding.doubts == ()


def test_the_file_of_columns_read_back_means_the_same(tmp_path: Path):
    text = "Full name,Arrest date,State,Shoe size\nAda Quill,07/30/2024,Zulia,38\n"
    read = listed(tmp_path, text)
    (tmp_path / "columns.toml").write_text(columns_file([read.understanding]), "utf-8")
    again = read_list(tmp_path / "list.csv", read_list_columns(tmp_path / "columns.toml"))
    assert again.values == read.values


CELLS = st.sampled_from(
    ["", "Ana Paz", "TOTAL", "ZULIA", "31", "2024-07-30", "07/30/2024", "Fuente: x", "Lara", "n/d",
     "M", "Иван",
     "Ana y Luis", "#REF!", "١٢"]
)  # fmt: skip
HEADINGS = ["Nombre", "Edad", "Fecha de detención", "Estado", "Zapato"]
TABLES = st.lists(st.lists(CELLS, min_size=5, max_size=5).filter(any), min_size=1, max_size=12)


@pytest.mark.parametrize("row", [["", "", "", "", "M"], ["M", "", "", "", "M"]])
def test_a_row_of_one_letter_is_no_row_of_headings(tmp_path: Path, row: list[str]):
    read = listed(tmp_path, "\n".join(map(",".join, [HEADINGS, row])))
    assert read.understanding.rows == 1


@settings(max_examples=60, deadline=None)
@given(TABLES)
def test_no_row_is_lost_or_counted_twice(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
):
    text = "\n".join(",".join(row) for row in [HEADINGS, *rows])
    read = listed(tmp_path_factory.mktemp("list"), text)
    others = [one["row"] for one in read.understanding.as_json()["no_people"]]
    assert sorted([*read.numbers, *others]) == list(range(1, len(rows) + 1))
    rows_told = {note.row for note in read.understanding.doubts}
    assert set(others) <= rows_told


@settings(max_examples=40, deadline=None)
@given(TABLES, st.permutations(range(5)))
def test_the_order_of_columns_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], order: list[int]
):
    folder = tmp_path_factory.mktemp("list")
    names = [row for row in rows if row[0] and sum(map(bool, row)) > 1] or [
        ["Ana Paz", "31", "", "", ""]
    ]
    one = listed(folder, "\n".join(",".join(row) for row in [HEADINGS, *names]))
    other = listed(
        folder, "\n".join(",".join(row[at] for at in order) for row in [HEADINGS, *names])
    )
    if one.numbers == other.numbers:
        assert one.values == other.values


@given(st.text(alphabet="abcdefghij klmnñopq", min_size=5, max_size=20).filter(str.strip))
@settings(max_examples=60, deadline=None)
def test_a_heading_that_is_not_understood_is_always_named(
    tmp_path_factory: pytest.TempPathFactory, heading: str
):
    read = listed(tmp_path_factory.mktemp("list"), f"Nombre,{heading.strip()}\nAna Paz,x\n")
    columns = {one["heading"]: one for one in read.understanding.as_json()["columns"]}
    means = columns[" ".join(heading.split())]["means"]
    assert means or " ".join(heading.split()) in {column for column, _ in told(read)}
