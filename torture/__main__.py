"""The bench from the command line: ``python -m torture --help``."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.results import write_section
from torture.effort import MINUTE, WHOLE, Effort
from torture.fuzzing.engines import fuzz_engines
from torture.fuzzing.files import fuzz_readers
from torture.fuzzing.guided import fuzz_guided
from torture.hostile_lists import HOSTILE, built, opened
from torture.kills.bench import kill_all
from torture.kills.verbs import VERBS
from torture.others import run_others
from torture.races.bench import Raced, race
from torture.reporting import fuzzing_section, kills_section, lists_section, races_section

PACKAGES = ("habeas", "django", "psycopg", "polars", "lxml", "pypdfium2")
MEMORY = Path("/dev/shm")  # noqa: S108  (a folder of our own is made in it)
PARTS = ("kills", "fuzzing", "lists", "races", "others")


def main() -> int:
    """Run what is asked for; return 1 where something broke."""
    asked = _asked()
    effort = _effort(asked)
    if not asked.minute:
        os.nice(10)
    wrong: list[str] = []
    for part in asked.part or PARTS:
        run = RUN[part]
        with tempfile.TemporaryDirectory(
            prefix="habeas-torture-", dir=asked.folder or (MEMORY if MEMORY.is_dir() else None)
        ) as folder:
            wrong += run(Path(folder), effort, asked)
    for sentence in wrong:
        print(sentence)
    print(f"{len(wrong)} faults." if wrong else "Nothing broke.")
    return bool(wrong)


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(prog="python -m torture", description=__doc__)
    words.add_argument("--minute", action="store_true", help="a minute's worth of each part")
    words.add_argument("--part", action="append", choices=PARTS, help="this part only")
    words.add_argument("--verb", action="append", help="kill these verbs only (part of a name)")
    words.add_argument("--every", action="store_true", help="look at every state a kill can leave")
    words.add_argument("--most", type=int, default=0, help="states looked at a verb at most")
    words.add_argument("--chance", type=int, default=-1, help="kills at random moments")
    words.add_argument("--inputs", type=int, default=0, help="files given to each reader")
    words.add_argument("--minutes", type=float, default=0.0, help="how long a race lasts")
    words.add_argument("--guided", type=float, default=-1.0, help="seconds of atheris, all told")
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--folder", help="where to work; a disk in memory where there is one")
    words.add_argument("--write", action="store_true", help="write benchmarks/RESULTS.md")
    return words.parse_args()


def _effort(asked: argparse.Namespace) -> Effort:
    effort = MINUTE if asked.minute else WHOLE
    kills = replace(effort.kills, every=asked.every, seed=asked.seed)
    if asked.most:
        kills = replace(kills, most=asked.most)
    if asked.chance >= 0:
        kills = replace(kills, chance=asked.chance)
    return replace(
        effort,
        kills=kills,
        files=asked.inputs or effort.files,
        tables=asked.inputs or effort.tables,
        race=asked.minutes * 60 or effort.race,
        guided=effort.guided if asked.guided < 0 else asked.guided,
    )


def _kills(folder: Path, effort: Effort, asked: argparse.Namespace) -> list[str]:
    wanted = asked.verb or effort.verbs
    verbs = [verb for verb in VERBS if any(part in verb.name for part in wanted)]
    tallies = list(kill_all(folder, verbs, effort.kills))
    _tell("Torture: kills", kills_section(tallies), asked)
    return sentences((each.verb, fault.kind) for each in tallies for fault in each.faults)


def _fuzzing(folder: Path, effort: Effort, asked: argparse.Namespace) -> list[str]:
    done = [*fuzz_readers(folder, effort.files, asked.seed),
            *fuzz_engines(folder, effort.tables, asked.seed),
            *fuzz_guided(folder, effort.guided, asked.seed)]  # fmt: skip
    _tell("Torture: fuzzing", fuzzing_section(done), asked)
    _keep(((each.name, kind, raw) for each in done for kind, (raw, _) in each.broken.items()))
    return sentences((each.name, kind) for each in done for kind in each.broken)


def sentences(met: Iterable[tuple[str, str]]) -> list[str]:
    """Return what broke, each kind once a place."""
    return [f"{where}: {kind}." for where, kind in sorted(set(met))]


def _keep(broken: Iterable[tuple[str, str, bytes]]) -> None:
    """Keep what broke something, so that it can be tried again."""
    for number, (name, kind, raw) in enumerate(broken, 1):
        target = Path(tempfile.gettempdir()) / f"habeas-torture-input-{number}"
        target.write_bytes(raw)
        print(f"{name}, {kind}: {target}", file=sys.stderr)


def _lists(folder: Path, effort: Effort, asked: argparse.Namespace) -> list[str]:
    done = []
    for name in list(HOSTILE)[:: effort.every_list]:
        path = built(name, folder)
        done.append(opened(path))
        path.unlink()
    _tell("Torture: hostile lists", lists_section(done), asked)
    return sentences((each.name, each.wrong) for each in done if each.wrong)


def _races(folder: Path, effort: Effort, asked: argparse.Namespace) -> list[str]:
    server = os.environ.get("HABEAS_TEST_DATABASE", "")
    done: list[Raced] = []
    for name, address in (("sqlite", ""), *([("postgresql", server)] if server else [])):
        (folder / name).mkdir()
        done.append(race(folder / name, effort.race, asked.seed, address, effort.restored))
    _tell("Torture: everybody at once", races_section(done), asked)
    return sentences((each.database, kind) for each in done for kind in each.broken)


def _others(_folder: Path, _effort: Effort, asked: argparse.Namespace) -> list[str]:
    return [] if asked.minute else run_others(write=asked.write)


def _tell(heading: str, text: str, asked: argparse.Namespace) -> None:
    print(text, flush=True)
    if asked.write:
        write_section(heading, text, PACKAGES)


RUN: dict[str, Callable[[Path, Effort, argparse.Namespace], list[str]]] = {
    "kills": _kills,
    "fuzzing": _fuzzing,
    "lists": _lists,
    "races": _races,
    "others": _others,
}

if __name__ == "__main__":
    sys.exit(main())
