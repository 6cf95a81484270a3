"""What must hold after everybody has worked at once: ``… invariants STORE DIARY...``.

Prints one line for each thing that does not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any


def broken(diaries: Sequence[Path]) -> Iterator[str]:
    """Go through what does not hold in the store that is open."""
    from habeas.desk.audit_log import activity  # noqa: PLC0415
    from habeas.desk.history import replay  # noqa: PLC0415
    from habeas.desk.store.evidence import evidence  # noqa: PLC0415

    yield from (f"the log: {told}" for told in activity.findings())
    yield from (f"replay: {told}" for told in replay.findings())
    yield from (f"evidence: {told}" for told in evidence().verify())
    yield from _lost(diaries)
    yield from _unfindable()
    yield from _exposing()


def _lost(diaries: Sequence[Path]) -> Iterator[str]:
    """Go through what was confirmed to a member and is not in the log, and what failed."""
    from habeas.desk.models import Activity  # noqa: PLC0415

    reasons = {entry.details.get("reason") for entry in Activity.objects.iterator()}
    for line in _lines(diaries):
        if line["kind"] == "confirmed" and line["reason"] not in reasons:
            yield f"confirmed and lost: {line['what']} of {line['reason']}"
        elif line["kind"] in ("failed", "exposed"):
            yield f"{line['kind']}: {line}"


def _lines(diaries: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for diary in diaries:
        yield from map(json.loads, diary.read_text().splitlines())


def _unfindable() -> Iterator[str]:
    """Go through what the index of words holds otherwise than the store."""
    from habeas.desk.cases.full_text_search import reindex  # noqa: PLC0415
    from habeas.desk.models import SearchEntry  # noqa: PLC0415

    columns = ("case_id", "kind", "object", "folded")
    before = sorted(SearchEntry.objects.values_list(*columns))
    reindex()
    after = sorted(SearchEntry.objects.values_list(*columns))
    if before != after:
        yield f"search: {len(set(before) ^ set(after))} entries are not what the store holds"


def _exposing() -> Iterator[str]:
    from habeas.desk.store.evidence import place  # noqa: PLC0415

    for path in place().published.rglob("*"):
        if path.is_file() and b"Quix" in path.read_bytes():
            yield f"exposed: {path.name}"


def main(store: str, diaries: Sequence[Path]) -> None:
    """Print what does not hold."""
    from habeas.desk.store.django_setup import make_ready  # noqa: PLC0415
    from habeas.desk.store.location import StoreLocation  # noqa: PLC0415

    make_ready(StoreLocation.read(store))
    for told in broken(diaries):
        print(told)


if __name__ == "__main__":
    main(sys.argv[1], [Path(word) for word in sys.argv[2:]])
