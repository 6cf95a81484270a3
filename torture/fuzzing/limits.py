"""Work in a child that is stopped when it takes too much, and that says where it failed."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from habeas.vocabulary import HabeasError

SECONDS = 20
"""Of processor time for one input; what is read here takes a hundredth."""

MEMORY = 3_000_000_000
"""Bytes of address space beyond what a child begins with."""


STILL = 300
"""Seconds by the clock after which an input stands still, busy or not."""


class TooLong(BaseException):
    """Raised inside work that takes more processor time than it may."""


@dataclass(frozen=True)
class Broken:
    """An input that broke something: of which place among those given, how, and where.

    kind: short, without what varies, such as ``ValueError in parse_day``.
    """

    place: int
    kind: str
    told: str


Oracle = Callable[[int], str]
"""Does the work of one input; returns what was wrong with its outcome, "" where nothing was."""


def run_all(places: Sequence[int], oracle: Oracle, notes: Path) -> Iterator[Broken]:
    """Try inputs one after another in a child; a new one goes on after what ended it.

    notes: a file of the child's own, in which it says at which input it is and what broke.
    """
    waiting = list(places)
    while waiting:
        notes.write_text("")
        child = os.fork()
        if child == 0:
            _try(waiting, oracle, notes)
        status = _watched(child, notes)
        lines = notes.read_text(errors="replace").splitlines()
        for line in lines:
            word, _, rest = line.partition("\t")
            if word == "broken":
                place, kind, told = rest.split("\t", 2)
                yield Broken(int(place), kind, told)
        begun = [int(line.partition("\t")[2]) for line in lines if line.startswith("at\t")]
        if status == 0 or not begun:
            return
        yield Broken(begun[-1], f"ended by {_ended(status)}", "")
        waiting = waiting[waiting.index(begun[-1]) + 1 :]


def _watched(child: int, notes: Path) -> int:
    """Wait for a child, and end it where it comes to no other input for very long."""
    size, since = 0, time.monotonic()
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if (now := notes.stat().st_size) != size:
            size, since = now, time.monotonic()
        elif time.monotonic() - since > STILL:
            os.kill(child, signal.SIGKILL)
        time.sleep(0.02)


def _ended(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"exit code {status}"


def _try(places: Sequence[int], oracle: Oracle, notes: Path) -> None:
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    used = _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
    signal.signal(signal.SIGPROF, _too_long)
    with notes.open("a") as stream:
        for place in places:
            stream.write(f"at\t{place}\n")
            stream.flush()
            spent = int(sum(resource.getrusage(resource.RUSAGE_SELF)[:2]))
            # Work that sits in C hears no signal of ours; the system ends it somewhat later.
            most = spent + 2 * SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
            signal.setitimer(signal.ITIMER_PROF, SECONDS)
            if wrong := _outcome(oracle, place):
                kind, told = wrong
                line = told.replace("\n", " ").replace("\t", " ").replace("\r", " ")
                stream.write(f"broken\t{place}\t{kind}\t{ascii(line)[:400]}\n")
    os._exit(0)


def _outcome(oracle: Oracle, place: int) -> tuple[str, str] | None:
    try:
        wrong = oracle(place)
    except HabeasError:
        return None
    except TooLong as error:
        return f"more than {SECONDS} s in {where(error)}", ""
    except BaseException as error:  # noqa: BLE001  (whatever it is, it is looked for)
        return f"{type(error).__name__} in {where(error)}", str(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return (wrong.partition(":")[0], wrong) if wrong else None


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def where(error: BaseException) -> str:
    """Return the innermost function of Habeas through which an error came."""
    frames: list[Any] = list(traceback.extract_tb(error.__traceback__))
    ours = [frame for frame in frames if "/habeas/" in frame.filename]
    frame = (ours or frames)[-1]
    return f"{Path(frame.filename).stem}.{frame.name}"


def _address_space() -> int:
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()
