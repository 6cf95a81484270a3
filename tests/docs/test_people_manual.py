"""The commands and the program in the manuals of estimation and custody run as printed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PEOPLE = "list,row,person_id,state\n" + "".join(
    f"{name},{n // every + 1},p{n},{'North' if n % 2 else 'South'}\n"
    for name, every in (("court", 2), ("families", 3), ("press", 5))
    for n in range(0, 300, every)
)
SAMPLES = PEOPLE.replace("person_id", "sample_1")


def prepare(manual: str, folder: Path) -> list[list[str]]:
    """Write a manual's files into a folder; return its commands without those of a whole case."""
    text = (DOCS / manual).read_text("utf-8")
    for name, content in re.findall(r"^```csv (\S+)\n(.*?)^```$", text, re.M | re.S):
        (folder / name).write_text(content, "utf-8")
    commands = re.findall(r"^\$ habeas (.+)$", text, re.M)
    return [shlex.split(command.replace("CASE", ".")) for command in commands]


@pytest.mark.parametrize("manual", ["estimation.md", "custody.md"])
def test_the_commands_of_the_manual_run(manual: str, tmp_path: Path):
    commands = prepare(manual, tmp_path)
    if manual == "estimation.md":
        (tmp_path / "people.csv").write_text(PEOPLE, "utf-8")
        (tmp_path / "samples.csv").write_text(SAMPLES, "utf-8")
    assert len(commands) >= 3
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "habeas", *command],
            capture_output=True, text=True, check=False, cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        assert done.returncode == 0, (command, done.stderr)
        assert done.stdout


PROGRAMS = [
    (page.name, program)
    for page in sorted(DOCS.glob("*.md"))
    for program in re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)
]


@pytest.mark.parametrize(("manual", "program"), PROGRAMS, ids=[name for name, _ in PROGRAMS])
def test_the_programs_of_the_manual_run(
    manual: str, program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):  # fmt: skip
    monkeypatch.chdir(tmp_path)
    exec(program, {})  # noqa: S102  (our own manual)
    printed = capsys.readouterr().out
    assert printed or "assert " in program
    if manual == "estimation.md":
        assert "Every method assumes" in printed
    for told in re.findall(r"^# (\S.*)$", program, re.M):
        assert told in printed
