"""Fuzzing guided by coverage (atheris), where our own parsers read: it learns what opens a branch.

Only where atheris is installed; a reader runs in a process of its own, since atheris never returns.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from torture.fuzzing.files import Fuzzed
from torture.fuzzing.readers import READERS

GUIDED = ("list, CSV", "list, Parquet", "claims, CSV", "claims, JSON lines", "scopes, TOML",
          "columns, TOML", "decisions, CSV", "people, CSV", "overlaps, CSV", "e-mail")  # fmt: skip
RUNS = re.compile(r"#(\d+)\s")


def fuzz_guided(folder: Path, seconds: float, seed: int) -> Iterator[Fuzzed]:
    """Let atheris try each reader of ours for its share of the time."""
    if seconds <= 0 or importlib.util.find_spec("atheris") is None:
        return
    for name in GUIDED:
        yield _guided(folder, name, max(1, round(seconds / len(GUIDED))), seed)


def _guided(folder: Path, name: str, seconds: int, seed: int) -> Fuzzed:
    done = Fuzzed(f"{name}, guided")
    reader = next(each for each in READERS if each.name == name)
    corpus = folder / "corpus" / name.replace(", ", "-")
    corpus.mkdir(parents=True)
    for number, raw in enumerate(reader.seeds):
        (corpus / str(number)).write_bytes(raw)
    crash = corpus.with_suffix(".crash")
    ran = subprocess.run(
        [sys.executable, "-m", "torture.fuzzing.guided", name, str(corpus),
         f"-max_total_time={seconds}", f"-seed={seed}", "-timeout=20", "-max_len=20000",
         f"-exact_artifact_path={crash}"],
        capture_output=True, text=True, check=False, errors="replace",
    )  # fmt: skip
    done.inputs = max(map(int, RUNS.findall(ran.stderr)), default=0)
    done.accepted = len(list(corpus.iterdir()))
    if crash.exists():
        told = [line for line in ran.stderr.splitlines() if "Error" in line or "Exception" in line]
        done.broken[(told or ["stopped"])[0][:80]] = (crash.read_bytes(), " ".join(told)[:300])
    elif ran.returncode:
        done.broken["did not run"] = (b"", ran.stderr[-300:])
    return done


def main() -> None:
    """Run atheris on one reader; the words of the command line are its own but for the first."""
    import atheris  # noqa: PLC0415  (not everywhere)

    from habeas.vocabulary import HabeasError  # noqa: PLC0415

    name, words = sys.argv[1], sys.argv[2:]
    reader = next(each for each in READERS if each.name == name)
    file = Path(words[0]).with_suffix(f".input{reader.suffix}")
    atheris.instrument_all()

    def attempt(raw: bytes) -> None:
        file.write_bytes(raw)
        try:
            reader.read(file)
        except HabeasError:
            return

    atheris.Setup([sys.argv[0], *words], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
