"""What lists were taken to say, on a screen and as a file, before their rows count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from habeas.cli.console import tell_lines
from habeas.formats.atomic_write import atomic_write
from habeas.formats.lists import PeopleList, not_understood


def told_on_screen(lists: Sequence[PeopleList]) -> None:
    """Say on standard error what each list was taken to say."""
    tell_lines(line for one in lists for line in one.understanding.told())


def write_understood(lists: Sequence[PeopleList], path: Path) -> None:
    """Write what each list was taken to say as JSON."""
    with atomic_write(path) as stream:
        json.dump(as_json(lists), stream, ensure_ascii=False, indent=1)
        stream.write("\n")


def as_json(lists: Sequence[PeopleList]) -> dict[str, Any]:
    """Return what lists were taken to say, and all that was not understood, with its place."""
    every = [one.understanding for one in lists]
    return {"lists": [one.as_json() for one in every], "not_understood": not_understood(every)}
