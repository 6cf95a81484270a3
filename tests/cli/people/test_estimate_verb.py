"""``habeas estimate``, run as people run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TABLE = """A,B,C,count
1,0,0,90
0,1,0,70
0,0,1,60
1,1,0,30
1,0,1,26
0,1,1,20
1,1,1,9
"""


def habeas(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the real program."""
    return subprocess.run(
        [sys.executable, "-m", "habeas", *words], capture_output=True, text=True, check=False
    )


def written(folder: Path, text: str, name: str = "overlaps.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def people(north: int, south: int) -> str:
    """Write linked people: every second on list a, every third on b, every fifth on c."""
    lines = ["list,row,person_id,state"]
    rows = dict.fromkeys("abc", 0)
    for number in range(north + south):
        state = "North" if number < north else "South"
        for name, every in (("a", 2), ("b", 3), ("c", 5)):
            if number % every == 0:
                rows[name] += 1
                lines.append(f"{name},{rows[name]},p{number},{state}")
    return "\n".join(lines) + "\n"


def test_json_holds_the_promised_fields(tmp_path: Path):
    done = habeas("estimate", written(tmp_path, TABLE), "--json", "--method", "dga")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    fields = ("method", "estimate", "low", "high", "level", "observed", "diagnostics", "warnings")
    assert tuple(found)[:8] == fields
    assert found["method"] == "dga"
    assert found["observed"] == 305
    assert found["observed"] < found["low"] < found["estimate"] < found["high"]
    assert (found["seed"], found["point"]) == (1, "median")
    assert sum(each["people"] for each in found["overlaps"]) == 305
    assert found["spread"] == sorted(found["spread"])
    assert found["spread"][0] < found["estimate"] < found["spread"][-1]


def test_a_picture_is_drawn_of_one_table_and_refused_of_several(tmp_path: Path):
    picture = tmp_path / "estimates.svg"
    done = habeas("estimate", written(tmp_path, TABLE), "--method", "dga", "--plot", str(picture))
    assert done.returncode == 0, done.stderr
    assert picture.read_text("utf-8").startswith("<svg")
    path = written(tmp_path, people(60, 30), "people.csv")
    refused = habeas("estimate", path, "--by", "state", "--plot", str(picture))
    assert refused.returncode == 2
    assert "--plot" in refused.stderr
    named = habeas("estimate", written(tmp_path, TABLE), "--plot", str(tmp_path / "picture.png"))
    assert named.returncode == 2
    assert "Name it .svg" in named.stderr


def test_all_methods_that_fit_are_run_and_told_in_spanish(tmp_path: Path):
    done = habeas("estimate", written(tmp_path, TABLE), "--lang", "es")
    assert done.returncode == 0, done.stderr
    paragraphs = done.stdout.strip().split("\n\n")
    assert len(paragraphs) == 6
    table = paragraphs[0].splitlines()
    assert table[0].split("\t") == [
        "método", "personas en total", "95 % desde", "hasta", "en alguna lista",
    ]  # fmt: skip
    assert len(table) == 5
    assert "Cota inferior de Chao" in done.stdout


def test_people_are_counted_by_stratum(tmp_path: Path):
    path = written(tmp_path, people(600, 300), "people.csv")
    done = habeas("estimate", path, "--by", "state", "--method", "dga", "--json")
    assert done.returncode == 0, done.stderr
    north, south = json.loads(done.stdout)
    assert (north["stratum"], south["stratum"]) == ("North", "South")
    assert north["low"] <= 600 <= north["high"]
    assert south["low"] <= 300 <= south["high"]


def test_two_chosen_lists_can_be_compared(tmp_path: Path):
    path = written(tmp_path, TABLE)
    done = habeas("estimate", path, "--lists", "A,B", "--method", "chapman", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["estimate"] == round(156 * 130 / 40 - 1)


def test_a_model_can_be_named(tmp_path: Path):
    done = habeas("estimate", written(tmp_path, TABLE), "--model", "A*B, B*C", "--json")
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    assert found["diagnostics"]["model"] == ["A & B", "B & C"]
    assert found["low"] < found["estimate"] < found["high"]
    assert "named by hand (A & B; B & C)" in found["reading"]


def test_sampled_linkages_widen_what_is_said(tmp_path: Path):
    rows = ["list,row,sample_1,sample_2"]
    for number in range(400):
        rows += [f"a,{number + 1},p{number},p{number}"] * (number % 2 == 0)
        rows += [f"b,{number + 1},p{number},q{number // 4 if number % 4 else number}"] * (
            number % 3 == 0
        )
        rows += [f"c,{number + 1},p{number},p{number}"] * (number % 5 == 0)
    samples = written(tmp_path, "\n".join(rows) + "\n", "samples.csv")
    people_path = written(tmp_path, people(300, 100), "people.csv")
    done = habeas("estimate", people_path, "--samples", samples, "--method", "dga", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[0]["diagnostics"]["partitions"] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A,count\n1,40\n", "There is only one list (A)"),
        ("A,B,count\n1,0,40\n0,1,30\n", "No two lists share anybody"),
        ("A,B,count\n1,0,40\n1,1,30\n", "Everybody on list B is also on list A"),
        ("A,B,count\n1,0,0\n0,1,0\n", "holds nobody"),
        ("name,age\nAna,30\n", "holds neither linked people nor an overlap table"),
        ("A,B,count\n1,0,many\n", "line 2, column count"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_a_sentence(tmp_path: Path, text: str, said: str):
    done = habeas("estimate", written(tmp_path, text))
    assert done.returncode == 2
    assert said in done.stderr
    assert not done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lists", "A,Z"], "is not a list"),
        (["--by", "province"], "is not a column"),
        (["--level", "2"], "is not a level"),
        (["--lang", "xx"], "is not a language"),
        (["--method", "chapman"], "there are 3"),
        (["--method", "magic"], "magic"),
        (["--model", "A*Z"], "is not a list"),
        (["--model", "A*B*C"], "not all of them"),
        (["--model", "A*B", "--by", "state"], "do not go together"),
        (["--model", "A*B", "--method", "dga"], "is not a log-linear method"),
    ],
)
def test_an_option_that_does_not_fit_is_refused(tmp_path: Path, options: list[str], said: str):
    done = habeas("estimate", written(tmp_path, TABLE), *options)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_list_that_one_sample_puts_within_another_is_left_out_of_all(tmp_path: Path):
    """A holds p1–p20, B p11–p30, C p15–p20, whose p15 is somebody else in the second sample."""
    lists = {"A": range(1, 21), "B": range(11, 31), "C": range(15, 21)}
    rows, linked = ["list,row,sample_1,sample_2"], ["list,row,person_id"]
    for name, numbers in lists.items():
        for row, number in enumerate(numbers, 1):
            other = "q15" if (name, number) == ("C", 15) else f"p{number}"
            rows.append(f"{name},{row},p{number},{other}")
            linked.append(f"{name},{row},p{number}")
    samples = written(tmp_path, "\n".join(rows) + "\n", "samples.csv")
    people_path = written(tmp_path, "\n".join(linked) + "\n", "people.csv")
    done = habeas("estimate", people_path, "--samples", samples, "--json")
    assert done.returncode == 0, done.stderr
    assert "Habeas itself" not in done.stderr
    assert "sample_1: " in done.stderr
    assert json.loads(done.stdout)[0]["diagnostics"]["partitions"] == 2


@pytest.mark.parametrize("column", ["list", "row", "person_id"])
def test_people_are_not_parted_by_what_tells_rows_apart(tmp_path: Path, column: str):
    done = habeas("estimate", written(tmp_path, people(60, 30), "people.csv"), "--by", column)
    assert done.returncode == 2
    assert "parts nobody into strata" in done.stderr


def test_names_of_lists_cannot_steer_a_terminal(tmp_path: Path):
    done = habeas("estimate", written(tmp_path, TABLE.replace("A,", "A\x1b[31m,", 1)))
    assert "\x1b" not in done.stdout + done.stderr
    refused = habeas("estimate", written(tmp_path, "A\x1b[31m,count\n1,40\n"))
    assert refused.returncode == 2
    assert "\x1b" not in refused.stdout + refused.stderr
