"""An extra that is not installed is a sentence that names it, and never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

OVERLAPS = """\
court,families,press,count
1,0,0,30
0,1,0,20
0,0,1,25
1,1,0,10
1,0,1,8
0,1,1,9
1,1,1,4
"""


def habeas_without(module: str, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program where a module cannot be imported, as if it had never been installed."""
    program = f"import sys; sys.modules[{module!r}] = None; from habeas.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True, text=True, cwd=folder, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("module", "extra", "words"),
    [
        ("django", "desk", ["init", "--case", "venezuela"]),
        ("django", "desk", ["status"]),
        ("waitress", "desk", ["serve"]),
        ("numba", "estimation", ["estimate", "overlaps.csv", "--method", "lcmcr"]),
        ("vl_convert", "charts", ["estimate", "overlaps.csv", "--plot", "picture.svg"]),
        ("pyspark", "spark", ["link", "rows.csv", "--engine", "spark"]),
    ],
)
def test_a_missing_extra_is_a_sentence_that_names_it(
    tmp_path: Path, module: str, extra: str, words: list[str]
):
    (tmp_path / "overlaps.csv").write_text(OVERLAPS)
    (tmp_path / "rows.csv").write_text("name\nRosa Ejemplo Muestra\nLuis Prueba Ensayo\n")
    done = habeas_without(module, tmp_path, *words)
    assert done.returncode == 1
    assert done.stdout == ""
    told = done.stderr.splitlines()[-1]
    assert told.startswith("habeas: ")
    assert f"pip install 'habeas[{extra}]'" in told
    assert "Traceback" not in done.stderr
    assert "error in Habeas itself" not in done.stderr


def test_beside_others_a_method_without_its_extra_is_refused_and_the_others_answer(tmp_path: Path):
    (tmp_path / "overlaps.csv").write_text(OVERLAPS)
    done = habeas_without("numba", tmp_path, "estimate", "overlaps.csv")
    assert done.returncode == 0
    assert done.stdout.count("pip install 'habeas[estimation]'") == 2
    for answers in ("decomposable graphs (dga): about ", "Chao's lower bound: at least "):
        assert answers in done.stdout


def test_a_model_named_by_hand_is_the_same_without_the_compiler(tmp_path: Path):
    (tmp_path / "overlaps.csv").write_text(OVERLAPS)
    asked = ("estimate", "overlaps.csv", "--model", "court*press")
    with_it, without = (habeas_without(module, tmp_path, *asked) for module in ("nothing", "numba"))
    assert with_it.returncode == 0
    assert (with_it.stdout, with_it.stderr) == (without.stdout, without.stderr)


def test_a_verb_tells_of_itself_without_its_extra(tmp_path: Path):
    done = habeas_without("django", tmp_path, "serve", "--help")
    assert done.returncode == 0
    assert "Serve a store" in done.stdout
