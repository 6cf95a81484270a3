"""Every verb killed before each of its steps, and at random moments."""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from torture.forking import refuse_threads
from torture.kills import tracing
from torture.kills.judging import Fault, contents_of, judge
from torture.kills.states import State, States, lay
from torture.kills.templates import make_templates
from torture.kills.tracing import Step
from torture.kills.verbs import Verb
from torture.kills.warming import warm
from torture.kills.world import World


@dataclass
class Tally:
    """What came of killing one verb.

    steps: all that it took. states: how many distinct states they leave. judged: how many of them
    were looked at. killed: real kills. faults: what was wrong, with where it was met first.
    """

    verb: str
    steps: tuple[Step, ...] = ()
    states: int = 0
    judged: int = 0
    killed: int = 0
    faults: dict[Fault, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, faults: Sequence[Fault], place: str) -> None:
        """Write down what was wrong after a kill."""
        for fault in faults:
            self.faults.setdefault(fault, place)
        self.counts.update({fault.kind for fault in faults})


@dataclass(frozen=True)
class Effort:
    """How much is done. most: states judged a verb at most, 0 for no limit. every: all states.

    real: how many steps of a verb are killed for real. chance: kills at random moments, of all
    verbs together.
    """

    most: int = 0
    every: bool = False
    real: int = 6
    chance: int = 300
    seed: int = 1


def kill_all(root: Path, verbs: Sequence[Verb], effort: Effort) -> Iterator[Tally]:
    """Kill verbs in a folder of the bench's own, and tell what came of each."""
    world = World(root)
    warm(world)
    make_templates(world, {verb.begins for verb in verbs})
    dice = random.Random(effort.seed)  # noqa: S311  (the same kills again, not secrets)
    for place, verb in enumerate(verbs):
        share = effort.chance * (place + 1) // len(verbs) - effort.chance * place // len(verbs)
        yield kill(world, verb, effort, share, dice)


def kill(world: World, verb: Verb, effort: Effort, chance: int, dice: random.Random) -> Tally:
    """Kill one verb in every way."""
    tally = Tally(verb.name)
    states = States(world, effort.every)
    refuse_threads()
    world.begin(verb.begins)
    traced = tracing.run_traced(world.doing(verb.work), world.inside, look=states.look)
    said = world.said.read_text(errors="replace")
    if traced.code:
        raise RuntimeError(f"{verb.name} does not run at all: {said[-2000:]}")
    whole = contents_of(world)
    tally.steps, tally.states = traced.steps, states.distinct
    for state in chosen(states.kept, effort.most):
        lay(world, state)
        place = f"before step {state.number} of {len(traced.steps)} ({state.step.kind} "
        tally.add(judge(world, verb, whole, said), f"{place}{state.step.file})")
        tally.judged += 1
    shutil.rmtree(world.root / "states", ignore_errors=True)
    _kill_for_real(world, verb, (whole, said), tally, real_steps(traced.steps, effort.real, dice))
    for _ in range(chance):
        _kill_by_chance(world, verb, (whole, said), tally, dice.uniform(0, traced.seconds * 0.8))
    print(f"{verb.name}: {tally.judged} states, {tally.killed} kills, "
          f"{sum(tally.counts.values())} faults", file=sys.stderr, flush=True)  # fmt: skip
    return tally


def chosen(states: list[State], most: int) -> list[State]:
    """Return at most so many states: the first, those around renames, then evenly."""
    if not most or len(states) <= most:
        return states
    early, rest = states[:2], states[2:]
    swaps = [state for state in rest if state.step.kind == "rename"][-2:]
    rest = [state for state in rest if state not in swaps]
    commits = [state for state in rest if state.step.kind == "commit"]
    found = early + swaps
    found += _evenly(commits, (most - len(found) + 1) // 2)
    found += _evenly([state for state in rest if state not in found], most - len(found))
    return sorted(found, key=lambda state: state.number)


def _evenly(items: list[State], most: int) -> list[State]:
    if len(items) <= most or most <= 0:
        return items[: max(0, most)]
    return [items[place * len(items) // most] for place in range(most)]


def real_steps(steps: tuple[Step, ...], most: int, dice: random.Random) -> list[int]:
    """Return numbers of steps to be killed before: one of each kind, then others."""
    first: dict[str, int] = {}
    for number, step in enumerate(steps, 1):
        first.setdefault(step.kind, number)
    others = [number for number in range(1, len(steps) + 1) if number not in first.values()]
    dice.shuffle(others)
    return [*first.values(), *others][:most]


def _kill_for_real(
    world: World, verb: Verb, whole: tuple[Any, str], tally: Tally, numbers: Sequence[int]
) -> None:
    for number in numbers:
        world.begin(verb.begins)
        run = tracing.run_traced(world.doing(verb.work), world.inside, number)
        if run.killed:
            tally.killed += 1
            place = f"killed before step {number} ({run.steps[-1].kind} {run.steps[-1].file})"
            tally.add(judge(world, verb, *whole), place)


def _kill_by_chance(
    world: World, verb: Verb, whole: tuple[Any, str], tally: Tally, seconds: float
) -> None:
    world.begin(verb.begins)
    run = tracing.run_for(world.doing(verb.work), seconds)
    if run.killed:
        tally.killed += 1
        tally.add(judge(world, verb, *whole), f"killed after {seconds:.3f} s")
