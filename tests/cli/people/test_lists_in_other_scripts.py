"""People whose names are written in other scripts are linked and withheld like all others."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

NAMES = {
    "Cyrillic": "Светлана Выдуманная", "Arabic": "محمد المثالي", "Chinese": "王小明",
    "Burmese": "မြင့်ဝေ လှိုင်စံ", "Georgian": "გიორგი ნიმუშაძე", "Thai": "สมชาย ตัวอย่างดี",
    "Korean": "김철수", "Greek": "Γιώργος Υποθετικός", "Hebrew": "דוד דוגמאי",
    "Ethiopic": "አበበ ምሳሌ", "Devanagari": "राम उदाहरण", "Armenian": "Արմեն Նմուշյան",
}  # fmt: skip


def held_in(out: Path) -> str:
    assert out.is_dir()
    return "\n".join(
        f"{file.relative_to(out)}\n{file.read_bytes().decode('utf-8', 'replace')}"
        for file in out.rglob("*") if file.is_file()
    )  # fmt: skip


def parted(name: str) -> str:
    """The two columns of a name, as those who write its script part it."""
    given, _, surname = name.partition(" ")
    return f"{given},{surname}" if surname else f"{name[1:]},{name[0]}"


@pytest.mark.parametrize("heading", ["full_name", "Nombres,Apellidos"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_in_another_script_is_linked_named_and_withheld(
    habeas: Any, tmp_path: Path, name: str, heading: str
):
    cells = name if heading == "full_name" else parted(name)
    lists = tmp_path / "gate.csv"
    lists.write_text(f"{heading}\n{cells}\n", encoding="utf-8")
    people = tmp_path / "people.csv"
    linked = habeas("link", lists, "-o", people)
    assert linked.returncode == 0
    assert "nobody" not in linked.stderr
    (row,) = csv.DictReader(io.StringIO(people.read_text("utf-8")))
    assert cells in ",".join(row.values())
    claim = {"id": "a1", "measure": "released", "value": 60, "population_kind": "protest_detainees",
             "period_end": "2026-01-01", "cumulative": True, "claimant": "Ministry",
             "claimant_kind": "government", "note": f"({name}) is free"}  # fmt: skip
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim) + "\n")
    done = habeas("publish", tmp_path / "claims.jsonl", "--people", people,
                  "--out", tmp_path / "out")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "1 place was covered" in done.stderr
    public = held_in(tmp_path / "out")
    assert not any(word in public for word in name.split())


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_mother_is_withheld_whatever_script_her_name_is_in(
    habeas: Any, tmp_path: Path, name: str
):
    (tmp_path / "people.csv").write_text(
        f"list,row,person_id,full_name,mother\ngate,1,p1,Luis Muestra Prueba,{name}\n", "utf-8"
    )
    claim = {"id": "a1", "measure": "released", "value": 60, "population_kind": "protest_detainees",
             "period_end": "2026-01-01", "cumulative": True, "claimant": "Ministry",
             "claimant_kind": "government", "note": f"({name}) waits"}  # fmt: skip
    (tmp_path / "claims.jsonl").write_text(json.dumps(claim) + "\n")
    done = habeas("publish", tmp_path / "claims.jsonl", "--people", tmp_path / "people.csv",
                  "--out", tmp_path / "out")  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not any(word in held_in(tmp_path / "out") for word in name.split())


@pytest.mark.parametrize("nobody", ["неизвестно", "مجهول", "未知", "უცნობია"])
def test_a_word_for_nobody_in_another_script_is_nothing(habeas: Any, tmp_path: Path, nobody: str):
    (tmp_path / "people.csv").write_text(
        f"list,row,person_id,full_name\ngate,1,p1,{nobody}\n", "utf-8"
    )
    (tmp_path / "claims.jsonl").write_text("")
    done = habeas("publish", tmp_path / "claims.jsonl", "--people", tmp_path / "people.csv",
                  "--out", tmp_path / "out")  # fmt: skip
    assert done.returncode == 2
    assert "--agree-nameless 1" in done.stderr
