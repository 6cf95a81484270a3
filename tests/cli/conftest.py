"""What the tests of the command line share: the program, run in a folder of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from habeas.cli import main

SOURCE = Path(__file__).parents[2] / "src"


def checked(code: int, out: str, said: str) -> subprocess.CompletedProcess[str]:
    """Return what the program did; it must never show a traceback."""
    assert "Traceback" not in said
    assert "error in Habeas itself" not in said
    return subprocess.CompletedProcess("habeas", code, out, said)


@pytest.fixture
def habeas(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> Any:
    """Run the program within this process, which is quick."""

    def run(*words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
        capfd.readouterr()
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in words])
        out, said = capfd.readouterr()
        return checked(int(left.value.code or 0), out, said)

    return run


@pytest.fixture
def habeas_process(tmp_path: Path) -> Any:
    """Run the program in a process of its own, as people do."""

    def run(*words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "habeas", *map(str, words)],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            input=given,
            env=os.environ | {"PYTHONPATH": str(SOURCE)},
        )
        return checked(
            done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode()
        )

    return run
