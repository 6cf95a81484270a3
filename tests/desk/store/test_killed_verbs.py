"""Wherever a verb of a store is killed, what it left says what it is, and it can be run again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DRIVER = Path(__file__).parents[1] / "cut_off.py"
SERVER = os.environ.get("HABEAS_TEST_DATABASE", "")
POINTS = "3"
"""How many of the steps of each verb are tried, by chance, the same each time; 0: all of them."""


@pytest.mark.parametrize("verb", ["init", "restore", "backup", "seal", "migrate"])
def test_a_verb_of_a_store_killed_at_any_of_its_steps_loses_nothing(verb, tmp_path):
    done = subprocess.run(
        [sys.executable, DRIVER, verb, tmp_path, POINTS, SERVER],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "src")))},
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert found["killed"] >= int(POINTS) - 1
