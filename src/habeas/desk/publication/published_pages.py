"""The published pages of a case as they lie on the disk, against what the log says was written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from django.db.models import QuerySet

from habeas.desk.models import Activity, Case, Job, JobState
from habeas.desk.store import place
from habeas.dossier import SUMS

MISSING = "missing"
"""Stands for the sums of pages that are not there."""


def page_facts(case: Case) -> dict[str, dict[str, str | None]]:
    """Return the SHA-256 of the list of a case's public files, None while it is not public."""
    if case.published_at is None:
        return {"pages": {}}
    return {"pages": {SUMS: edition_in(folder_of(case)) or MISSING}}


def edition_in(folder: Path) -> str:
    """Return the SHA-256 of the list of files in a folder of pages, "" where there is none."""
    file = folder / SUMS
    return sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def edition_told(case: Case) -> str:
    """Return the edition that is public by the last entry of the log on pages, "" where none is."""
    entries = Activity.objects.filter(case=case, what__in=ON_PAGES).order_by("-number")
    for entry in entries.iterator(chunk_size=50):
        if "pages" in (wrote := entry.details.get("wrote", {})):
            return str(wrote["pages"].get(SUMS) or "")
    return ""


ON_PAGES = (
    "pages.written", "pages.held_back", "pages.put_back", "case.unpublished", "case.sealed",
)  # fmt: skip
"""The entries of the log that tell which edition of a case's pages is public."""


def edition_counts(case: Case) -> Callable[[Path], bool]:
    """Return what says of a folder of pages, written but not yet in its place, whether it counts.

    The pages of a publication are written before its entry is added to the log, and take their
    place after that: a run that is stopped in between is finished by whoever comes next.
    """

    def counts(staged: Path) -> bool:
        public = Case.objects.filter(pk=case.pk).exclude(published_at=None).exists()
        return public and bool(edition := edition_in(staged)) and edition == edition_told(case)

    return counts


def searches(case: Case) -> QuerySet[Job]:
    """Return the searches of held-back pages that are still to be done (``held_pages``)."""
    return case.jobs.filter(kind="search", state__in=(JobState.WAITING, JobState.RUNNING))


def may_stay(case: Case) -> bool:
    """Whether pages of a case may lie on the disk: it is public, or they are held back."""
    public = Case.objects.filter(pk=case.pk).exclude(published_at=None).exists()
    return public or searches(case).exists()


def folder_of(case: Case) -> Path:
    """Return the folder of a case's public pages."""
    return place().published / case.key


def file_findings(case: Case) -> Iterator[str]:
    """Go through the public files that are not those which the list of them names."""
    folder = folder_of(case)
    if case.published_at is None:
        if folder.exists() and not may_stay(case):
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
