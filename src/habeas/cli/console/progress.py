"""Long work shows how far it is on a terminal, and nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def progress(items: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
    """Go through ``items`` with a bar on standard error where that is a terminal.

    total: how many there will be; None where nobody knows.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)


def working(label: str) -> AbstractContextManager[object]:
    """Show on a terminal that work goes on whose end nobody knows, and nothing in a pipe."""
    return Console(stderr=True).status(label) if sys.stderr.isatty() else nullcontext()
