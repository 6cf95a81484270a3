"""Which limits hold on this very machine: each is exceeded by a child, to see what happens."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from habeas.formats.sandbox.limits import MEGABYTE, Limits
from habeas.formats.sandbox.sandbox import Sandbox
from habeas.formats.sandbox.unreadable import Unreadable
from habeas.vocabulary import HabeasError, InputError

TRIALS = "habeas.formats.sandbox.trials"
SMALL = Limits(memory=100 * MEGABYTE, processor=1, wall=5.0, output=2 * MEGABYTE)
EXCEEDED = ("memory", "processor", "wall", "output")
REFUSED = ("process", "write", "read", "socket", "signal")
LIMITS = (*EXCEEDED, *REFUSED)
"""All that is tried, as ``limits_of_this_platform`` names it."""


@cache
def limits_of_this_platform() -> dict[str, bool]:
    """Return for each of LIMITS whether it holds here; it takes some seconds, once a process."""
    box = Sandbox(TRIALS, limits=SMALL)
    try:
        with tempfile.TemporaryDirectory(prefix="habeas-") as folder:
            return {name: holds(box, name, Path(folder)) for name in LIMITS}
    finally:
        box.close()


def holds(box: Sandbox, name: str, folder: Path) -> bool:
    """Whether one limit holds, for children of this sandbox."""
    path = folder / "a file"
    if name == "read":
        path.write_bytes(b"of the store")
    given = {"path": str(path), "megabytes": 300}
    try:
        answers = box.ask(name, given, [b""])
    except Unreadable:
        return name in EXCEEDED
    except (InputError, HabeasError):
        return False
    return bool(answers) and all(header.get("held") is True for header, _ in answers)
