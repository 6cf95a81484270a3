"""What a world holds, told so that two worlds can be compared: no times, no numbers of rows."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from torture.kills.world import World

VOLATILE = ("feed.xml", "SHA256SUMS", ".tar.gz", "log.jsonl", "head.json", ".lock", "secret.key")
"""Files in which times or secrets stand."""


def contents(world: World) -> dict[str, Any]:
    """Return everything that a run has to give again; opens the store where there is one."""
    files = {
        name: "there" if name.endswith(VOLATILE) else hashlib.sha256(_bytes(path)).hexdigest()
        for name, path in world.files().items()
        if not name.startswith("tmp/") and name != "store/archive/lock"
    }
    marked = world.inside / "store" / "store.toml"
    return {"files": files, "store": store_contents() if marked.is_file() else {}}


def _bytes(path: Path) -> bytes:
    """Return what a file says, without the day's time that dossiers print of documents."""
    content = path.read_bytes()
    return b"" if path.suffix in (".html", ".json", ".svg") else content


def store_contents() -> dict[str, Any]:
    """Return what the store holds of its cases; nothing where its tables are not all there."""
    from django.db import DatabaseError  # noqa: PLC0415

    try:
        return _cases()
    except DatabaseError:
        return {}


def _cases() -> dict[str, Any]:
    from habeas.desk.models import Case  # noqa: PLC0415  (once Django is ready)

    return {case.key: case_contents(case) for case in Case.objects.all()}


def case_contents(case: Any) -> dict[str, Any]:  # noqa: ANN401  (Django's models load later)
    """Return what a case holds."""
    from habeas.desk.models import Record  # noqa: PLC0415

    rows = Record.objects.filter(list__case=case).select_related("list", "person")
    people: dict[str, list[str]] = {}
    for row in rows:
        people.setdefault(str(row.person_id), []).append(f"{row.list.name}:{row.row}")
    return {
        "titles": case.titles,
        "scopes": case.scopes_toml,
        "public": case.published_at is not None,
        "claims": {one.key: [one.standing, one.current] for one in case.claims.order_by("key")},
        "documents": sorted(case.documents.values_list("sha256", flat=True)),
        "lists": sorted(case.lists.values_list("name", flat=True)),
        "consents": sorted(f"{row.list.name}:{row.row} {row.publish} {row.confidential}"
                           for row in rows),
        "people": sorted(sorted(each) for each in people.values()),
        "pairs": sorted(f"{pair.left.list.name}:{pair.left.row} {pair.right.list.name}:"
                        f"{pair.right.row} {pair.standing}" for pair in case.pairs.all()),
        "members": sorted(f"{one.user.get_username()} {one.role}"
                          for one in case.memberships.all()),
        "jobs": sorted(f"{job.kind} {job.state}" for job in case.jobs.all()
                       if not _has_nothing_to_do(case, job)),
    }  # fmt: skip


def _has_nothing_to_do(case: Any, job: Any) -> bool:  # noqa: ANN401
    """Whether a job waits to read documents that somebody else has read meanwhile."""
    unread = case.documents.filter(pk__in=job.given.get("documents", []), unread=True)
    return job.kind == "read" and job.state == "waiting" and not unread.exists()


def tell_contents(world: World) -> int:
    """Write what a world holds where the bench reads it."""
    world.told.write_text(json.dumps(contents(world), sort_keys=True, default=str))
    return 0


def dossier_findings(folder: Path) -> list[str]:
    """Return how a dossier is not whole: every file as SHA256SUMS says, and none beside."""
    sums = folder / "SHA256SUMS"
    if not sums.is_file():
        return ["no SHA256SUMS"]
    lines = (line.partition("  ") for line in sums.read_text().splitlines())
    listed = {name: digest for digest, _, name in lines if name}
    present = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    present.pop("SHA256SUMS", None)
    wrong = [name for name in present.keys() | listed.keys()
             if name not in present or name not in listed
             or hashlib.sha256(present[name].read_bytes()).hexdigest() != listed[name]]  # fmt: skip
    return sorted(wrong)
