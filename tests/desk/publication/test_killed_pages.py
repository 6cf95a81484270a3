"""Whatever step of changing public pages is the last, no withheld name is public, and none is lost.

Each scene is played in a store of its own (``killed_runs``), its process killed at a sample of its
steps.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parents[1]
ROOT = HERE.parents[1]
POINTS = "4"
"""How many of the steps of each scene are tried, by chance, the same each time; 0: all of them."""


@pytest.fixture
def play(tmp_path: Path, in_a_database: Any) -> Any:
    def run(scene: str) -> dict[str, Any]:
        words = [
            sys.executable,
            str(HERE / "killed_runs.py"),
            str(tmp_path / "store"),
            scene,
            POINTS,
        ]
        words += in_a_database()[1:]
        kept = {key: os.environ[key] for key in os.environ if key != "HABEAS_STORE"}
        source = {
            "PYTHONPATH": os.pathsep.join(map(str, (HERE.parents[1], HERE.parents[1] / "src")))
        }
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, env=kept | source, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr[-3_000:]
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    return run


@pytest.mark.parametrize(
    ("scene", "met", "least"),
    [
        ("publishing", ["new", "old"], 25),
        ("listing", ["held", "not held"], 15),
        ("harmless_list", ["held", "not held"], 15),
        ("taking_off", ["off", "on"], 6),
        ("publishing_anew", ["not yet", "public"], 25),
    ],
)
def test_death_at_any_step_leaves_public_pages_right_and_the_log_true(play, scene, met, least):
    told = play(scene)
    assert told["wrong"] == []
    assert told["met"] == met
    assert told["steps"] > least
