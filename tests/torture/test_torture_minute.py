"""A minute's worth of the bench: nothing breaks but what is awaited."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASKED = pytest.mark.skipif(
    "HABEAS_TORTURE" not in os.environ,
    reason="the bench takes minutes; set HABEAS_TORTURE=1, or run make torture-minute",
)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="processes are watched by ptrace")


@ASKED
@LINUX
@pytest.mark.parametrize("part", ["kills", "fuzzing", "races"])
def test_nothing_breaks_that_is_not_awaited(part: str):
    done = subprocess.run(
        [sys.executable, "-m", "torture", "--minute", "--part", part],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-2000:]
