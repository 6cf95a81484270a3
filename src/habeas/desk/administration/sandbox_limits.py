"""Which limits the children that open documents are under on this very machine."""

from __future__ import annotations

from concurrent.futures import Future
from functools import cache
from threading import Thread

from habeas.formats.sandbox import limits_of_this_platform
from habeas.vocabulary import HabeasError


def limits_here() -> dict[str, bool] | None:
    """Return whether each limit holds, None while that is being tried out.

    Trying takes some seconds, for which no page waits; it is begun when somebody first asks.
    """
    trial = _trial()
    return trial.result() if trial.done() else None


@cache
def _trial() -> Future[dict[str, bool]]:
    trial: Future[dict[str, bool]] = Future()
    Thread(target=_try_out, args=(trial,), daemon=True).start()
    return trial


def _try_out(trial: Future[dict[str, bool]]) -> None:
    try:
        trial.set_result(dict(limits_of_this_platform()))
    except (OSError, HabeasError):
        _trial.cache_clear()  # tried again when somebody asks next
