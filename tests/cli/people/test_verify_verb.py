"""``habeas verify`` and ``habeas account``, run as people run them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

CLAIMS = """id,measure,value,population_kind,period_start,period_end,modality,claimant,claimant_kind
c1,released,4,political_prisoners,2026-01-05,2026-01-10,asserted,Ministry,government
c2,released,2,political_prisoners,2026-02-01,2026-02-28,asserted,President,government
c3,held,9,political_prisoners,,2026-02-28,verified,Watch,ngo
"""
PEOPLE = """list,row,person_id,name,detained_on,released_on,rearrested_on
court,1,p1,Ana,2025-06-01,2026-01-08,
families,1,p1,Ana R.,2025-06-01,2026-01-08,
court,2,p2,Luis,2025-06-01,2026-01-07,2026-03-01
families,2,p3,Eva,2025-06-01,2026-01,
families,3,p4,Leo,2025-06-01,2026-04-01,
court,3,p5,Rosa,2026-05-01,2026-04-01,
"""


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    return subprocess.run(
        [sys.executable, "-m", "habeas", *words], capture_output=True, text=True, check=False
    )


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "claims.csv").write_text(CLAIMS, encoding="utf-8")
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return tmp_path


def test_announcements_are_held_against_names(case: Path):
    done = habeas("verify", str(case / "claims.csv"), str(case / "people.csv"), "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    first, second = found["announcements"]
    assert first["documented"] == {"low": 2, "high": 3}
    assert first["people"] == ["p1", "p2"]
    assert first["possible"] == ["p3"]
    assert first["by_list"] == {"court": {"low": 2, "high": 2}, "families": {"low": 1, "high": 2}}
    assert second["finding"] == "nobody_named"
    # A release before the arrest cannot be as told, so that nothing is said of its day.
    assert found["never_announced"] == ["p4"]
    assert [back["person"] for back in found["back_inside"]] == ["p2"]
    assert [clash["person"] for clash in found["contradictions"]] == ["p5"]


def test_the_table_and_the_sentences_can_be_printed(case: Path):
    chart = case / "releases.svg"
    done = habeas(
        "verify", str(case / "claims.csv"), str(case / "people.csv"),
        "--announced-by", "Ministry", "--chart", str(chart),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "claim\tclaimant\twindow\tannounced\tdocumented\tshare\tfinding\n"
    )
    assert "Ministry announced 4 releases from 2026-01-05 to 2026-01-10 (c1)." in done.stdout
    assert "p5: released (released 2026-04-01 [court, row 3]) before the arrest" in done.stdout
    assert chart.read_text(encoding="utf-8").startswith("<svg")


def test_doubtful_pairs_leave_a_range(case: Path):
    pairs = case / "pairs.csv"
    pairs.write_text(
        "left_list,left_row,right_list,right_row,judgement\n"
        "court,1,families,1,\ncourt,1,families,1,same\n", encoding="utf-8",
    )  # fmt: skip
    done = habeas(
        "verify", str(case / "claims.csv"), str(case / "people.csv"), "--review", str(pairs),
        "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    # Ana may be two people; what a reviewer has decided leaves no doubt.
    assert json.loads(done.stdout)["announcements"][0]["documented"] == {"low": 2, "high": 4}
    pairs.write_text("left_list,left_row,right_list,right_row\ncourt,x,families,1\n", "utf-8")
    done = habeas("verify", str(case / "claims.csv"), str(case / "people.csv"),
                  "--review", str(pairs))  # fmt: skip
    assert done.returncode == 2
    assert "line 2, column left_row" in done.stderr


def test_named_people_bind_the_account_from_below(case: Path):
    none = CLAIMS + "c4,held,0,political_prisoners,,2026-02-28,asserted,President,government\n"
    (case / "claims.csv").write_text(none, encoding="utf-8")
    done = habeas("account", str(case), "--day", "2026-02-28", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    assert found["documented"]["held"] == 1
    named = "named-political_prisoners-held-2026-02-28"
    assert any(set(each["claims"]) == {"c4", named} for each in found["contradictions"])


def test_people_of_no_named_population_count_only_where_all_others_lie_within(case: Path):
    parts = CLAIMS + "c4,held,2,protest_detainees,,2026-02-28,asserted,Watch,ngo\n"
    (case / "claims.csv").write_text(parts, encoding="utf-8")
    done = habeas("account", str(case), "--day", "2026-02-28", "--json")
    found = {each["scope"]: each["documented"] for each in json.loads(done.stdout)}
    assert found["political_prisoners"]["detained"] == 4
    assert found["protest_detainees"]["detained"] == 0
    assert "name no population: 5; they are counted as political_prisoners" in done.stderr
    done = habeas("account", str(case), "--people-are", "protest_detainees", "--json")
    found = {each["scope"]: each["documented"] for each in json.loads(done.stdout)}
    assert found["protest_detainees"]["detained"] == 4
    assert not done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--announced-by", "Nobody"], "no claim announces releases by Nobody"),
        (["--lang", "xx"], "is not a language"),
    ],
)
def test_what_cannot_be_verified_is_refused(case: Path, words: list[str], said: str):
    done = habeas("verify", str(case / "claims.csv"), str(case / "people.csv"), *words)
    assert done.returncode == 2
    assert said in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--scope", "martians"], "is not a scope of this case"),
        (["--people-are", "martians"], "is not a scope of this case"),
        (["--day", "soon"], "is not a day"),
        (["--policy", "loose"], "is not a policy"),
    ],
)
def test_an_account_that_cannot_be_given_is_refused(case: Path, words: list[str], said: str):
    done = habeas("account", str(case), *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_folder_without_claims_is_refused(tmp_path: Path):
    done = habeas("account", str(tmp_path))
    assert done.returncode == 2
    assert "holds no claims" in done.stderr


def test_an_account_without_people_leaves_their_sides_empty(case: Path):
    (case / "people.csv").unlink()
    done = habeas("account", str(case), "--day", "2026-02-28", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    assert found["documented"] is None
    assert found["estimated"] == []
    assert found["says"][0]["claim"] == "c3"


def test_an_account_says_nothing_of_deaths_where_nobody_does(case: Path):
    done = habeas("account", str(case), "--day", "2026-02-28", "--json")
    (found,) = json.loads(done.stdout)
    assert "held" in found["can_be_true"]
    assert "died" not in found["can_be_true"]


def test_an_account_speaks_of_deaths_where_somebody_does(case: Path):
    dead = CLAIMS + "c4,died,2,political_prisoners,,2026-02-28,verified,Watch,ngo\n"
    (case / "claims.csv").write_text(dead, encoding="utf-8")
    done = habeas("account", str(case), "--day", "2026-02-28", "--json")
    (found,) = json.loads(done.stdout)
    assert found["can_be_true"]["died"]["low"] == 2


def test_people_in_no_named_population_do_not_stop_the_account(case: Path):
    other = CLAIMS + "c4,detained,49,other,,2026-02-28,verified,Watch,ngo\n"
    (case / "claims.csv").write_text(other, encoding="utf-8")
    done = habeas("account", str(case), "--lang", "es")
    assert done.returncode == 0, done.stderr
    assert "medida\tquién\tmínimo\tmáximo\tafirmación" in done.stdout
