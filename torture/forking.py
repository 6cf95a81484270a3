"""Forks of a process that has no threads: those of a process that has some may hang.

A fork has one thread only, whatever locks the others held when it was made: a child that meets one
of those waits for ever, as it does for work that it hands to threads which only its parent has. So
a process that forks imports this before numpy and polars, does nothing itself that starts threads
(polars does, with the first data frame), and says ``refuse_threads()`` before its forks.
"""

from __future__ import annotations

import os
from pathlib import Path

WITHOUT_THREADS = {
    "OPENBLAS_NUM_THREADS": "1",
    "_RJEM_MALLOC_CONF": "background_thread:false",
}
"""Settings with which numpy and polars' memory start no threads as they are imported."""

ASLEEP = "polars-ooc-clea"
"""A thread of polars that cannot be told not to start. It sleeps, and nobody waits for it."""

os.environ.update(WITHOUT_THREADS)

TASKS = Path("/proc/self/task")


def refuse_threads() -> None:
    """Raise RuntimeError where this process has threads, which no fork of it would have."""
    tasks = TASKS.iterdir() if TASKS.is_dir() else ()
    names = [(task / "comm").read_text().strip() for task in tasks]
    awake = [name for name in names if name != ASLEEP]
    if len(awake) > 1:
        raise RuntimeError(f"A fork beside threads may hang ({', '.join(awake)}). Work in forks.")
