"""The published pages of a case as they lie on the disk, against what the log says was written."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from habeas.desk.evidence import place
from habeas.desk.models import Case
from habeas.dossier.site import SUMS

MISSING = "missing"
"""Stands for the sums of pages that are not there."""


def page_facts(case: Case) -> dict[str, dict[str, str | None]]:
    """Return the SHA-256 of the list of a case's public files, None while it is not public."""
    if case.published_at is None:
        return {"pages": {}}
    file = folder_of(case) / SUMS
    return {"pages": {SUMS: sha256(file.read_bytes()).hexdigest() if file.is_file() else MISSING}}


def folder_of(case: Case) -> Path:
    """Return the folder of a case's public pages."""
    return place().published / case.key


def file_findings(case: Case) -> Iterator[str]:
    """Go through the public files that are not those which the list of them names."""
    folder = folder_of(case)
    if case.published_at is None:
        if folder.exists():
            yield f"Case {case.key}: pages lie in {folder.name} although it is not public."
        return
    sums = folder / SUMS
    listed = dict(listed_files(sums.read_bytes())) if sums.is_file() else {}
    found = {path.relative_to(folder).as_posix(): path
             for path in folder.rglob("*") if path.is_file() and path.name != SUMS}  # fmt: skip
    for name in sorted(listed.keys() | found.keys()):
        if name not in found:
            yield f"Case {case.key}: the public file {name} is missing."
        elif name not in listed:
            yield f"Case {case.key}: the public file {name} was added."
        elif _sum(found[name]) != listed[name]:
            yield f"Case {case.key}: the public file {name} was changed."


def listed_files(sums: bytes) -> Iterator[tuple[str, str]]:
    """Go through the files that a list of public files names, each with its SHA-256."""
    for line in sums.decode("utf-8", "replace").splitlines():
        value, _, name = line.partition("  ")
        yield name, value


def _sum(path: Path) -> str:
    with path.open("rb") as stream:
        digested = sha256()
        while piece := stream.read(1 << 20):
            digested.update(piece)
    return digested.hexdigest()
