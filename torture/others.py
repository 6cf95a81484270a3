"""Parts of the bench that stand elsewhere: who may do what, and hostile names."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROLES = ROOT / "tests" / "desk" / "test_role_matrix.py"
NAMES = "torture.hostile_names"


def run_others(*, write: bool) -> list[str]:
    """Run each part that is there, writing RESULTS.md if asked; return, as sentences, failures."""
    commands = {}
    if ROLES.exists():
        commands["the roles"] = [sys.executable, "-m", "pytest", "-q", str(ROLES)]
    if importlib.util.find_spec(NAMES) is not None:
        commands["hostile names"] = [
            sys.executable,
            "-m",
            NAMES,
            *(["--ordinary", "10000", "--write"] if write else []),
        ]
    failed = []
    for name, words in commands.items():
        if subprocess.run(words, check=False, cwd=ROOT).returncode:
            failed.append(f"{name}: see what {' '.join(words[1:])} says.")
    return failed
