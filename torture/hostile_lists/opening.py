"""Hostile lists opened as the desk does, each in a process of its own, and measured."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from torture.hostile_lists.other_kinds import OTHER_KINDS
from torture.hostile_lists.texts import TEXTS
from torture.hostile_lists.workbooks import WORKBOOKS

SECONDS, MEMORY = 10, 1_000_000_000
"""The most that reading a list may take, all processes together, and each of them."""

ROOT = Path(__file__).parents[2]
HOSTILE: Mapping[str, Callable[[], bytes]] = {**WORKBOOKS, **OTHER_KINDS, **TEXTS}


@dataclass(frozen=True)
class Opened:
    """How a list ended.

    size: bytes of the file. said: people, or a sentence. seconds: of processor time. memory: bytes,
    of the largest process. wrong: what is against what was promised, "" where nothing is.
    """

    name: str
    size: int
    said: str
    seconds: float
    memory: int
    wrong: str


def built(name: str, folder: Path) -> Path:
    """Write a hostile list into a folder."""
    path = folder / name
    path.write_bytes(HOSTILE[name]())
    return path


def opened(path: Path) -> Opened:
    """Open a list in a process of its own, with limits, and return how it ended."""
    words = [sys.executable, "-m", "torture.hostile_lists.reading", str(path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, cwd=ROOT) as process:
        said = process.stdout.read().decode("utf-8", "replace") if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = status
    seconds = used.ru_utime + used.ru_stime
    told, _, said = said.partition(" ")
    memory = int(told or 0)
    wrong = f"ended with status {status}" if status else "" if said else "said nothing"
    wrong = wrong or (said if said.startswith("raised") else "")
    if not wrong and seconds > SECONDS:
        wrong = f"took {seconds:.1f} seconds"
    if not wrong and memory > MEMORY:
        wrong = f"took {memory // 1_000_000:,} MB"
    return Opened(path.name, path.stat().st_size, said, seconds, memory, wrong)
