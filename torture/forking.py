"""Forks of a process that has no threads: those of a process that has some may hang.

A fork has one thread only, whatever locks the others held when it was made: a child that meets one
of those waits for ever. numpy and polars start threads when they are imported. So a process that
forks says ``stay_single()`` before it imports anything else, and ``refuse_threads()`` at each fork.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

WITH_THREADS = ("polars",)
"""Packages that start threads as they are imported, and cannot be told not to."""

TASKS = Path("/proc/self/task")


def stay_single() -> None:
    """Have packages that start threads do so in the children that use them, not here.

    Raises RuntimeError where there are threads already.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for name in WITH_THREADS:
        sys.modules.setdefault(name, _Late(name))
    refuse_threads()


def refuse_threads() -> None:
    """Raise RuntimeError where this process has threads, which no fork of it would have."""
    tasks = list(TASKS.iterdir()) if TASKS.is_dir() else []
    if len(tasks) > 1:
        names = sorted((task / "comm").read_text().strip() for task in tasks)
        raise RuntimeError(f"A fork beside threads may hang ({', '.join(names)}). Work in forks.")


class _Late(ModuleType):
    """A package that is imported when something of it is asked for first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__spec__ = importlib.util.find_spec(name)

    def __getattr__(self, wanted: str) -> object:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(importlib.import_module(self.__name__), wanted)
