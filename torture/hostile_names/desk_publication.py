"""A sample of the ways by the desk, which covers names: many claims in one case, published once.

Where the desk refuses, the ways are parted in two cases, down to one way a case: a refusal counts
only for what it is about.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import count
from pathlib import Path

from habeas.vocabulary import HabeasError
from torture.hostile_names.places import CaseFiles, write_table
from torture.hostile_names.public_bytes import PublicFiles
from torture.hostile_names.publication import Became, Outcome, files_of
from torture.hostile_names.table import one_line, share
from torture.hostile_names.ways import Expected, Way

NUMBERS = count(1)
AGAIN = 100
"""After so many ways the name of one may have been covered only because another tells it."""


def desk_report(ways: Sequence[Way], sample: int) -> list[str]:
    """Publish some ways by the desk, in a store of their own; write what became of them."""
    places = {"quote", "note"}
    some = [way for way in ways if way.expected is Expected.FOUND and way.place in places]
    with tempfile.TemporaryDirectory(prefix="hostile-desk-") as folder:
        outcomes = list(by_the_desk(Path(folder), some[:sample]))
    missed = [one for one in outcomes if one.became is Became.MISSED]
    met = Counter(one.became for one in outcomes)
    told = ", ".join(f"{met[became]} {became}" for became in Became)
    lines = (f"- {one.way.key}: {one_line(one.way.written)} → {one.shown}" for one in missed)
    return ["", "## By the desk", "",
            f"{len(outcomes)} ways: {told} ({share(len(missed), len(outcomes))} missed).", "",
            *lines]  # fmt: skip


def by_the_desk(folder: Path, ways: Sequence[Way]) -> Iterator[Outcome]:
    """Go through what became of ways in a store of the desk."""
    from habeas.desk.lifecycle.opening import create_store  # noqa: PLC0415  (Django comes first)

    store = create_store(folder / "store")
    for start in range(0, len(ways), AGAIN):
        yield from parted(store.published, ways[start : start + AGAIN])


def parted(published: Path, ways: Sequence[Way]) -> Iterator[Outcome]:
    """Publish ways as one case; where that is refused, halves of them."""
    key = f"case-{next(NUMBERS)}"
    if refusal := refused(key, ways, published.parent):
        if len(ways) == 1:
            yield Outcome(ways[0], Became.REFUSED, refusal)
            return
        middle = len(ways) // 2
        yield from parted(published, ways[:middle])
        yield from parted(published, ways[middle:])
        return
    seen = PublicFiles(files_of(published / key))
    for way in ways:
        path = seen.where(way.written)
        yield Outcome(way, Became.MISSED if path else Became.COVERED, path)


def refused(key: str, ways: Sequence[Way], folder: Path) -> str:
    """Make a case of ways and publish it; return why the desk refuses, "" where it does not."""
    from habeas.desk.audit_log.activity import Actor  # noqa: PLC0415
    from habeas.desk.cases import declarations as cases  # noqa: PLC0415
    from habeas.desk.cases.cached_findings import reconcile_case  # noqa: PLC0415
    from habeas.desk.intake.incoming import add_claims_file  # noqa: PLC0415
    from habeas.desk.people.linking import link_case  # noqa: PLC0415
    from habeas.desk.people.lists import add_list  # noqa: PLC0415
    from habeas.desk.publication.publication import publish  # noqa: PLC0415

    actor = Actor("The bench")
    case = cases.begin_case(actor, key, "Norte")
    cases.declare(case, actor, CaseFiles().scopes)
    cases.ask(case, actor, "detained protest_detainees 2024-07-30", "plain")
    rows = [
        CaseFiles().claim | {"id": f"c{number}", way.place: way.text}
        for number, way in enumerate(ways)
    ]
    table = folder / "claims.csv"
    write_table(table, [dict(row) for row in rows])
    try:
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            add_claims_file(case, table, actor)
            for number, raw in enumerate(lists_of(ways)):
                add_list(case, f"list {number}.csv", raw, actor)
            link_case(case)
            reconcile_case(case)
            publish(case, actor)
    except HabeasError as error:
        return str(error)
    return ""


def lists_of(ways: Sequence[Way]) -> Iterator[bytes]:
    """Go through lists of the people of ways, those with the same headings in one."""
    groups: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for way in ways:
        groups.setdefault(tuple(way.row), {})[tuple(way.row.values())] = None
    for heading, rows in groups.items():
        table = io.StringIO()
        writer = csv.writer(table)
        writer.writerow(heading)
        writer.writerows(rows)
        yield table.getvalue().encode()
