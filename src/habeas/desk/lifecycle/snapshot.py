"""What a store holds at one moment: the rows of its tables, its public pages, its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from django.apps import apps
from django.core import serializers
from django.db.models import Model

from habeas.archive import Prefix
from habeas.desk.models import Activity, Case
from habeas.desk.publication import folder_of, listed_files
from habeas.desk.store import evidence
from habeas.dossier import SUMS
from habeas.vocabulary import HabeasError

LEFT_OUT = (
    "contenttypes",
    "auth.permission",
    "sessions",
    "desk.searchentry",
    "axes",
    "desk.signinwait",
)
"""What every store makes for itself, and what ought not to outlive it."""

BATCH = 4_000_000
"""Characters of rows that are held in memory at a time."""


class PagesChanged(HabeasError):
    """Raised where the public pages that lie on the disk are not those of the moment."""


def rows_in_batches() -> Iterator[str]:
    """Go through all rows, as JSON lines, in an order in which they can be added again."""
    for model in models_kept():
        lines: list[str] = []
        size = 0
        for row in model._base_manager.order_by("pk").iterator(chunk_size=100):
            lines.append(_line(row))
            size += len(lines[-1])
            if size > BATCH:
                yield "".join(lines)
                lines, size = [], 0
        if lines:
            yield "".join(lines)


def models_kept() -> list[type[Model]]:
    """Return the kinds of rows that a backup holds, those that others name first."""
    held = [
        (config, [model for model in config.get_models() if not _left_out(model)])
        for config in apps.get_app_configs()
        if config.label not in LEFT_OUT
    ]
    return list(serializers.sort_dependencies(held))


def pages_of(case: Case, *, as_they_lie: bool = False) -> Iterator[tuple[str, bytes]]:
    """Go through the public files of a case, each checked against what the log says was written.

    as_they_lie: whether files that are not those of the log are handed out too.
    Raises PagesChanged where they are not those of the log, as while somebody publishes.
    """
    told = written_pages(case)
    folder = folder_of(case)
    sums = folder / SUMS
    if told is None or not sums.is_file():
        if told is not None and not as_they_lie:
            raise PagesChanged(_not_those(case))
        return
    try:
        content = sums.read_bytes()
        _refuse(case, content, told, as_they_lie)
        yield SUMS, content
        for name, digest in listed_files(content):
            file = folder / name
            if as_they_lie and not (_lies_within(name) and file.is_file()):
                continue
            content = file.read_bytes()
            _refuse(case, content, digest, as_they_lie)
            yield name, content
    except FileNotFoundError:
        raise PagesChanged(_not_those(case)) from None


def written_pages(case: Case) -> str | None:
    """Return the SHA-256 of the list of a case's public files as the log tells it; None: none."""
    entry = (
        Activity.objects.filter(case=case, details__wrote__has_key="pages")
        .order_by("-number")
        .first()
    )
    pages: dict[str, Any] = entry.details["wrote"]["pages"] if entry else {}
    told = pages.get(SUMS)
    return told if isinstance(told, str) and len(told) == 64 else None


def evidence_now() -> Prefix:
    """Return how far the evidence goes now: all that rows name which were committed before."""
    return Prefix.confirmed(evidence().layout)


def _line(row: Model) -> str:
    # Only what groups and accounts may do is named by words; keys of rows stay the same.
    by_words = row._meta.app_label == "auth"
    written: str = serializers.serialize("jsonl", [row], use_natural_foreign_keys=by_words)
    return written.rstrip("\n") + "\n"


def _left_out(model: type[Model]) -> bool:
    return model._meta.label_lower in LEFT_OUT or model._meta.proxy


def _lies_within(name: str) -> bool:
    return not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts


def _refuse(case: Case, content: bytes, digest: str, as_they_lie: bool) -> None:
    if not as_they_lie and sha256(content).hexdigest() != digest:
        raise PagesChanged(_not_those(case))


def _not_those(case: Case) -> str:
    return (
        f"The public pages of case {case.key} are not those that the log tells of. "
        "“habeas status --verify” shows which differ; publish the case anew."
    )
