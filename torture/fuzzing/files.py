"""Every reader given files that were changed at random."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from torture.fuzzing.byte_mutation import mutated
from torture.fuzzing.limits import run_all
from torture.fuzzing.readers import READERS, Reader


@dataclass
class Fuzzed:
    """What came of giving inputs to something. broken: by kind, the first input that did so."""

    name: str
    inputs: int = 0
    accepted: int = 0
    broken: dict[str, tuple[bytes, str]] = field(default_factory=dict)


def fuzz_readers(folder: Path, count: int, seed: int) -> Iterator[Fuzzed]:
    """Give each reader so many changed files."""
    every = tuple(raw for reader in READERS for raw in reader.seeds)
    for reader in READERS:
        yield fuzz_reader(reader, every, folder, count, seed)


def fuzz_reader(
    reader: Reader, every: tuple[bytes, ...], folder: Path, count: int, seed: int
) -> Fuzzed:
    """Give a reader its seeds as they are, then changed ones."""
    done = Fuzzed(reader.name, count)
    file = folder / f"input{reader.suffix}"

    def oracle(place: int) -> str:
        file.write_bytes(made(reader, every, place, seed))
        reader.read(file)
        with (folder / "accepted").open("ab") as stream:
            stream.write(b"+")
        return ""

    (folder / "accepted").write_bytes(b"")
    for found in run_all(range(count), oracle, folder / "notes"):
        raw = made(reader, every, found.place, seed)
        done.broken.setdefault(found.kind, (raw, found.told))
    done.accepted = len((folder / "accepted").read_bytes())
    return done


def made(reader: Reader, every: tuple[bytes, ...], place: int, seed: int) -> bytes:
    """Return the n-th input of a reader, always the same."""
    if place < len(reader.seeds):
        return reader.seeds[place]
    dice = random.Random(f"{seed} {reader.name} {place}")  # noqa: S311  (the same again)
    return mutated(dice.choice(reader.seeds), every, dice)
