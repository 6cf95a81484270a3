"""How much of the bench is run."""

from __future__ import annotations

from dataclasses import dataclass

from torture.kills.bench import Effort as KillEffort


@dataclass(frozen=True)
class Effort:
    """How much of each part. files, tables: inputs of a reader, of an engine. race: seconds.

    restored: how many of the backups taken in a race are restored and verified.
    verbs: parts of the names of those that are killed. guided: seconds of fuzzing by coverage.
    every_list: of how many hostile lists one is opened.
    """

    kills: KillEffort
    files: int
    tables: int
    race: float
    restored: int = 3
    verbs: tuple[str, ...] = ("",)
    guided: float = 0.0
    every_list: int = 1


WHOLE = Effort(KillEffort(real=12, chance=300), files=5_000, tables=2_000, race=600, guided=300)
MINUTE = Effort(
    KillEffort(most=2, real=1, chance=0), files=4, tables=2, race=4, restored=1, every_list=20,
    verbs=("list, while", "publish (command line), again"),
)  # fmt: skip
