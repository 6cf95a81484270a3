"""Names on the lists of a case, in any script and any kind of file, are kept from its pages."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from habeas.vocabulary import CLAIM_COLUMNS

NAMES = [
    "Светлана Выдуманная", "محمد المثالي", "王小明", "မြင့်ဝေ လှိုင်စံ", "გიორგი ნიმუშაძე",
    "สมชาย ตัวอย่างดี", "김철수", "Γιώργος Υποθετικός", "דוד דוגמאי", "አበበ ምሳሌ", "राम उदाहरण",
]  # fmt: skip
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKED = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKED}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKED}/relationships"><Relationship Id="r0" '
    f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{RELATED}"><sheets>'
    '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKED}/relationships"><Relationship '
    f'Id="r1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def workbook(*rows: tuple[str, ...]) -> bytes:
    """Return an XLSX file of one sheet."""
    lines = (
        "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) for row in rows
    )
    cells = "".join(f"<row>{line}</row>" for line in lines)
    sheet = f'<worksheet xmlns="{SHEETS}"><sheetData>{cells}</sheetData></worksheet>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in (PARTS | {"xl/worksheets/sheet1.xml": sheet}).items():
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.fixture
def add_note(case: Any, actor: Any, tmp_path: Path) -> Any:
    """Add a claim with a note, as one that counts."""

    def add(note: str) -> None:
        from habeas.desk.intake.incoming import add_claims_file

        row = {"id": "a", "measure": "held", "value": "5", "claimant": "X", "note": note,
               "population_kind": "political_prisoners", "period_end": "2026-01-01",
               "claimant_kind": "ngo"}  # fmt: skip
        with (tmp_path / "claims.csv").open("w", newline="", encoding="utf-8") as stream:
            writer = csv.DictWriter(stream, CLAIM_COLUMNS)
            writer.writeheader()
            writer.writerow(row)
        add_claims_file(case, tmp_path / "claims.csv", actor)

    return add


@pytest.fixture
def public_texts(case: Any) -> Any:
    """Return every public byte and file name of the case as one text."""

    def read() -> str:
        from habeas.desk.store.evidence import place

        files = [path for path in (place().published / case.key).rglob("*") if path.is_file()]
        assert files
        return "".join(f"{path} {path.read_bytes().decode('utf-8', 'replace')}" for path in files)

    return read


def test_names_in_other_scripts_are_no_nameless_rows_and_are_covered(
    case, actor, add_list, add_note, public_texts
):
    from habeas.desk.publication.publication import publish
    from habeas.desk.withholding.withheld_names import Withholding

    add_list(case, "full_name\n" + "".join(f"{name}\n" for name in NAMES))
    add_note("".join(f"({name}) " for name in NAMES))
    held = Withholding.of(case)
    assert [name.full for name in held.listed.names] == NAMES
    assert not held.listed.nameless
    publish(case, actor)
    shown = public_texts()
    assert [word for name in NAMES for word in name.split() if word in shown] == []


def test_names_of_a_workbook_are_covered_and_its_strange_columns_asked_about(
    case, actor, add_note, public_texts
):
    from habeas.desk.people.lists import add_list
    from habeas.desk.publication.publication import publish
    from habeas.desk.withholding.withheld_names import Withholding

    rows = ("nombres", "apellidos", "Nombre de la madre", "notas"), (
        "Luis", "Muestra Prueba", "Zulma Ejemplo", "")  # fmt: skip
    add_list(case, "gate.xlsx", workbook(*rows), actor)
    add_note("Luis Muestra came with Zulma Ejemplo")
    publish(case, actor)
    shown = public_texts()
    assert "Muestra" not in shown
    assert "Zulma" not in shown
    strange = workbook(("full_name", "notas"), ("Ana Muestra", "con su tía"))
    add_list(case, "other.xlsx", strange, actor)
    assert Withholding.of(case).listed.strange == (("other.xlsx", "notas"),)


def test_a_publication_says_how_many_names_it_covered_and_in_which_claims(
    case, actor, add_list, add_note, member, work
):
    from habeas.desk.audit_log.job_queue import ask_for

    add_list(case, "full_name\nZulma Ejemplo\n")
    add_note("Zulma Ejemplo came")
    ask_for(case, "publish", actor)
    work()
    client = member(case, "publisher")
    page = client.get("/desk/norte/publish/").content.decode()
    assert "Names covered in 1 places; claims: a." in page
    client.post("/language/", {"language": "es", "next": "/desk/"})
    page = client.get("/desk/norte/publish/").content.decode()
    assert "Zulma" not in page
    assert "Names covered" not in page


DECIDE = """
import sys, json
from habeas.desk.lifecycle.opening import open_store
open_store(sys.argv[1])
from habeas.desk.audit_log.activity import Actor
from habeas.desk.models import Case
from habeas.desk.withholding.name_decisions import NameMatter, decide_names, names_decided
case = Case.objects.get()
if len(sys.argv) > 2:
    decide_names(case, Actor("Ana"), NameMatter.SETTLED, {"paz": "as_a_name"})
    about = {"f00:ana paz | ana luz": "other"}
    decide_names(case, Actor("Ana"), NameMatter.ANSWERED, about, "why")
held = names_decided(case)
answers = [[a.name, a.text, a.them, a.who, a.why] for a in held.answers]
print(json.dumps([dict(held.settled), answers]))
"""


def test_a_restored_store_knows_what_was_decided_of_names(tmp_path, in_a_database):
    words = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3] / "src")}

    def run(*words_: str) -> str:
        done = subprocess.run([sys.executable, *words_], capture_output=True, text=True,
                              check=False, cwd=tmp_path, env=words)  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    habeas = ("-m", "habeas")
    run(*habeas, "init", "--store", "one", "--case", "norte", "--title", "Norte", "--admin", "ana",
        *in_a_database())  # fmt: skip
    decided = json.loads(run("-c", DECIDE, "one", "decide"))
    assert decided == [{"paz": "as_a_name"}, [["ana paz | ana luz", "f00", False, "Ana", "why"]]]
    run(*habeas, "backup", "kept.tar.gz", "--store", "one")
    run(*habeas, "restore", "kept.tar.gz", "--store", "again", *in_a_database())
    assert json.loads(run("-c", DECIDE, "again")) == decided
    assert (
        json.loads(run(*habeas, "status", "--store", "again", "--verify", "--json"))["findings"]
        == []
    )
