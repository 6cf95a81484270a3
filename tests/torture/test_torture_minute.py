"""A minute's worth of the bench: nothing breaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are watched by ptrace")


@LINUX
@pytest.mark.parametrize("part", ["kills", "fuzzing", "races"])
def test_nothing_breaks(part: str):
    done = subprocess.run(
        [sys.executable, "-m", "torture", "--minute", "--part", part],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
