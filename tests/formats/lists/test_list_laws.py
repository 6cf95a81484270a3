"""Laws of reading lists: no row is lost or counted twice, no heading is passed over in silence."""

from __future__ import annotations

import csv
import io
import random
import re
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.formats.lists import PeopleList, kind_of, read_list
from habeas.vocabulary import InputError

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Table = list[list[str]]

KNOWN = ["Nombre", "Apellidos", "Edad", "Fecha de detención", "Estado", "Sexo", "Имя", "Prénom",
         "Date of release", "اسم الأب", "Situação", "C.I.", "Lugar", "NOM", "Data de nascimento",
         "No.", "Alias", "Madre"]  # fmt: skip
STRANGE = ["Color", "Ficha 7", "Xyz", "Observaciones", "Мера", "ملاحظات", "Fecha de la visita",
           "Quién avisó", "%", "Género literario"]  # fmt: skip
CELLS = ["", "", "Ana Rojas", "Luis Lugo", "30", "30s", "2024-07-30", "07/08/2024", "30/07/24",
         "ZULIA", "Total", "TOTAL 12", "Fuente: familias", "M", "H", "-", "s/i", "Libre", "preso",
         "Иван Петров", "محمد", "Mujeres:", "#REF!", "=1+1", "a;b", "dos\nrenglones", "1", "Nombre",
         "Rosa y Luis Gil, y tres más", "2556-01-02", "Subtotal Zulia", "(*) nota"]  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> Table:
    more = draw(st.lists(st.sampled_from(KNOWN + STRANGE), max_size=5, unique=True))
    headings = draw(st.permutations([*dict.fromkeys(["Nombre completo", *more])]))
    width = len(headings)
    # The writer of CSV leaves a lone return unquoted, which ends a row wherever it stands.
    text = st.text(max_size=6).filter(lambda cell: "\r" not in cell)
    row = st.lists(st.sampled_from(CELLS) | text, min_size=width, max_size=width)
    titles = draw(st.lists(st.just(["Lista de personas", *[""] * (width - 1)]), max_size=2))
    return [*titles, headings, *draw(st.lists(row, max_size=10))]


def read(table: Table) -> PeopleList | None:
    """Read a table as a file of CSV; None where it is refused in a sentence."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(table)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        path.write_text(stream.getvalue(), "utf-8", newline="")
        try:
            return read_list(path)
        except InputError:
            return None


def filled(table: Table) -> int:
    return sum(any(cell.strip() for cell in row) for row in table)


@few
@given(tables())
def test_every_row_is_a_persons_or_a_heading_or_told(table: Table):
    found = read(table)
    if found is None:
        return
    told = found.understanding
    others = [row for row, _, _, _ in told.no_people]
    assert sorted([*found.numbers, *others]) == list(range(1, told.rows + 1))
    assert told.people == len(found.numbers) == len(found.cells.rows)
    above = sum(
        int(number[1])
        for note in told.notes
        if (number := re.search(r"under (\d+) other rows", note.problem))
    )
    assert told.rows + len(told.heading_lines) + above == filled(read_back(table))
    for row in others:
        assert any(note.row == row for note in told.doubts)


def read_back(table: Table) -> Table:
    """Return a table as CSV writes and reads it."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(table)
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


@few
@given(tables())
def test_a_heading_that_is_not_understood_is_always_named(table: Table):
    found = read(table)
    if found is None:
        return
    named = {note.column for note in found.understanding.doubts}
    for heading, cells in zip(
        found.cells.headings, zip(*[row for _, row in found.cells.rows], strict=True), strict=False
    ):
        if heading in found.meaning or heading == "section" or kind_of(heading):
            continue
        if not heading.startswith("column ") or any(cell.strip() for cell in cells):
            assert heading in named


@few
@given(tables(), st.randoms(use_true_random=False))
def test_the_order_of_columns_changes_nothing(table: Table, chance: random.Random):
    order = list(range(len(table[-1])))
    chance.shuffle(order)
    one, other = read(table), read([[row[at] for at in order] for row in table])
    assert (one is None) == (other is None)
    if one is not None and other is not None and no_lone_cell(table):
        assert one.values == other.values
        assert Counter(map(str, one.understanding.no_people)) == Counter(
            map(str, other.understanding.no_people)
        )


def no_lone_cell(table: Table) -> bool:
    """Whether no row above the headings, and none below, is told by the place of its cell."""
    return all(sum(bool(cell.strip()) for cell in row) != 1 for row in table[:-1])
