"""The engines given accepted tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from habeas.vocabulary import HabeasError
from torture.fuzzing.files import Fuzzed
from torture.fuzzing.limits import run_all
from torture.fuzzing.linked import compile_once, estimated, linked
from torture.fuzzing.reconciled import changed_table, true_table

ENGINES: tuple[tuple[str, Callable[[int, int], str], float], ...] = (
    ("reconciliation, claims true of a history", true_table, 1.0),
    ("reconciliation, claims with changed values", changed_table, 1.0),
    ("linkage and custody, rows with changed values", linked, 0.5),
    ("estimation, overlaps with extreme counts", estimated, 0.5),
)
"""What each is called, what tries its n-th table, and how many of the tables it gets."""


def fuzz_engines(folder: Path, count: int, seed: int) -> Iterator[Fuzzed]:
    """Give each engine so many tables."""
    compile_once()
    for name, attempt, share in ENGINES:
        yield fuzz_engine(folder, (name, attempt), max(1, int(count * share)), seed)


def fuzz_engine(
    folder: Path, engine: tuple[str, Callable[[int, int], str]], count: int, seed: int
) -> Fuzzed:
    """Give an engine tables, counting those that were accepted."""
    name, attempt = engine
    done = Fuzzed(name, count)

    def oracle(place: int) -> str:
        try:
            wrong = attempt(place, seed)
        except HabeasError as error:
            return "" if str(error) else "an error without words"
        with (folder / "accepted").open("ab") as stream:
            stream.write(b"+")
        return wrong

    (folder / "accepted").write_bytes(b"")
    for found in run_all(range(count), oracle, folder / "notes"):
        done.broken.setdefault(
            found.kind, (f"table {found.place}, seed {seed}".encode(), found.told)
        )
    done.accepted = len((folder / "accepted").read_bytes())
    return done
