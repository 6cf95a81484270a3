"""A program of its own that kills runs of the desk at every step, and prints what was wrong after.

Called by ``test_kills`` with the folder of a store and the name of a scene; prints JSON.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from death import dies, sample, steps_of

HIDDEN = "Rosa María Ejemplo Ñáñez"
LIST = f"full_name,national_id\n{HIDDEN},V-12345678\n".encode()


def survives(work: Callable[[], object], step: int) -> bool:
    """Do the work in a process of its own that dies at ``step``; return whether it lived."""
    from django.db import connections

    connections.close_all()
    return not dies(work, step)


def make_pages_small() -> None:
    """Have a dossier be four files, so that each step of writing them is soon met."""
    from habeas.desk.publication import publication
    from habeas.dossier.site import SUMS, sums

    def dossier(made: Any, _found: Any) -> dict[str, bytes]:
        said = "\n".join(f"{claim.id} {claim.note}" for claim in made.claims).encode()
        contents = {"dossier.json": b'{"title": {"en": "x"}}', "index.html": said,
                    "data/claims.csv": said, "feed.xml": b""}  # fmt: skip
        return contents | {SUMS: sums(contents)}

    publication.dossier = dossier
    publication.find = lambda _made: SimpleNamespace(contradictions=(), views=())


def begun(key: str, folder: Path) -> Any:
    """Begin a case of one claim that names somebody who is on no list, and publish it."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.cases import declarations as cases
    from habeas.desk.intake import incoming
    from habeas.desk.publication import publication

    case = cases.begin_case(ITSELF, key, key)
    table = folder / f"{key}.csv"
    table.write_text(
        "id,measure,value,population_kind,period_end,claimant,note\n"
        f"a,held,5,political_prisoners,2026-01-01,X,{HIDDEN}\n"
    )
    incoming.add_claims_file(case, table, ITSELF)
    publication.publish(case, ITSELF)
    return case


class Watch:
    """What was found wrong, and what was met, over all steps of one scene."""

    def __init__(self, most: int, folder: Path) -> None:
        self.wrong: list[str] = []
        self.met: set[str] = set()
        self.most, self.folder = most, folder
        self.all_steps = self.step = 0

    def steps(self, work: Callable[[], object]) -> Iterator[int]:
        """Go through the steps at which such work is to die; the last is one that it lives."""
        from django.db import connections

        connections.close_all()
        self.all_steps = steps_of(work, self.folder / "steps.json")
        for step in [*sample(self.all_steps, self.most), self.all_steps + 1]:
            self.step = step
            yield step

    def expect(self, true: bool, said: str) -> None:
        """Note that something was wrong unless it holds."""
        if not true:
            self.wrong.append(f"step {self.step} of {self.all_steps}: {said}")


def served(case: Any) -> str:
    """Return what the public is shown of a case, "" for nothing, "broken" for no edition."""
    from habeas.desk.models import Case
    from habeas.desk.publication.published_pages import file_findings, folder_of

    held = Case.objects.get(pk=case.pk)
    if held.published_at is None:
        return ""
    if any(file_findings(held)):
        return "broken"
    return (folder_of(held) / "data/claims.csv").read_text()


def check_store(watch: Watch) -> None:
    """Check that the store is as its log says, once whoever comes next has opened it."""
    from habeas.desk.audit_log import activity
    from habeas.desk.history import replay
    from habeas.desk.models import Case
    from habeas.desk.publication.publication_recovery import settle
    from habeas.desk.store.evidence import place

    settle()
    found = [*activity.findings(), *replay.findings()]
    watch.expect(not found, " ".join(found))
    lies = {path.name for path in place().published.iterdir()}
    public = set(Case.objects.exclude(published_at=None).values_list("key", flat=True))
    held = {case.key for case in Case.objects.all() if case.jobs.filter(
        kind="search", state__in=("waiting", "running"))}  # fmt: skip
    watch.expect(public <= lies <= public | held, f"{lies} lie there of {public} and {held}")
    work = place().work
    watch.expect(not work.exists() or not any(work.iterdir()), "files for a while were left")


def publishing(watch: Watch, folder: Path) -> None:
    """A publication of a public case that has changed."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.intake import incoming
    from habeas.desk.publication import publication

    case = begun("norte", folder)
    for step in watch.steps(lambda: publication.publish(case, ITSELF)):
        before = served(case)
        table = folder / "more.csv"
        table.write_text(f"id,measure,value,population_kind\nb{step},held,5,all_prisoners\n")
        incoming.add_claims_file(case, table, ITSELF)
        survives(lambda: publication.publish(case, ITSELF), step)
        now = served(case)
        new = f"b{step} " in now
        watch.expect(now != "broken" and (new or now == before), "readers meet another edition")
        check_store(watch)
        settled = served(case)
        watch.expect(settled not in ("", "broken"), "the pages are lost")
        watch.met.add("new" if f"b{step} " in settled else "old")
        if f"b{step} " not in settled:
            watch.expect(settled == before, "another edition than before")
            publication.publish(case, ITSELF)


def listing(watch: Watch, folder: Path) -> None:
    """A list that names somebody whom a public page names."""
    from habeas.desk.administration.job_types import WORK
    from habeas.desk.audit_log import job_queue as jobs
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.people import lists

    counted = begun("counted", folder)
    for step in watch.steps(lambda: lists.add_list(counted, "l.csv", LIST, ITSELF)):
        case = begun(f"c{step}", folder)
        survives(lambda case=case: lists.add_list(case, "l.csv", LIST, ITSELF), step)
        held = case.lists.exists()
        watch.expect(not held or HIDDEN not in served(case), "a withheld name is public")
        check_store(watch)
        watch.expect(not held or HIDDEN not in served(case), "a withheld name is public again")
        jobs.take_up(crashed=step % 2 == 0)
        jobs.do_all(WORK)
        check_store(watch)
        watch.expect(served(case) not in ("", "broken"), "the pages do not come back")
        watch.expect((HIDDEN in served(case)) is not held, "the list has no effect, or too much")
        watch.met.add("held" if held else "not held")


def harmless_list(watch: Watch, folder: Path) -> None:
    """A list of nobody whom a public page names: the pages come back as they were."""
    from habeas.desk.administration.job_types import WORK
    from habeas.desk.audit_log import job_queue as jobs
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.people import lists

    raw, counted = b"full_name\nLuis Muestra Prueba\n", begun("counted", folder)
    for step in watch.steps(lambda: lists.add_list(counted, "l.csv", raw, ITSELF)):
        case = begun(f"c{step}", folder)
        before = served(case)
        survives(lambda case=case: lists.add_list(case, "l.csv", raw, ITSELF), step)
        watch.expect(served(case) in ("", before), "readers meet another edition")
        check_store(watch)
        jobs.take_up(crashed=False)
        jobs.do_all(WORK)
        check_store(watch)
        watch.expect(served(case) == before, "the pages are not as they were")
        watch.met.add("held" if case.lists.exists() else "not held")


def taking_off(watch: Watch, folder: Path) -> None:
    """A case that is taken off the public pages, then published again."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.publication import publication

    case, counted = begun("norte", folder), begun("counted", folder)
    for step in watch.steps(lambda: publication.unpublish(counted, ITSELF)):
        case.refresh_from_db()
        survives(lambda: publication.unpublish(case, ITSELF), step)
        watch.expect(served(case) != "broken", "readers meet a part")
        watch.met.add("on" if served(case) else "off")
        check_store(watch)
        publication.publish(case, ITSELF)
        check_store(watch)
        watch.expect(served(case) not in ("", "broken"), "it cannot be published again")


def publishing_anew(watch: Watch, folder: Path) -> None:
    """A publication of a case whose pages lie there still though it was taken off."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.publication import publication
    from habeas.desk.store.evidence import place

    counted = taken_off("counted", folder)
    for step in watch.steps(lambda: publication.publish(counted, ITSELF)):
        case = taken_off(f"c{step}", folder)
        pages = place().published / case.key
        survives(lambda case=case: publication.publish(case, ITSELF), step)
        held = case.__class__.objects.get(pk=case.pk)
        shown = [path for path in pages.rglob("*.csv") if HIDDEN in path.read_text()]
        watch.expect(held.published_at is None or not shown, "old pages are public for a moment")
        watch.met.add("public" if held.published_at else "not yet")
        check_store(watch)
        publication.publish(case, ITSELF)
        check_store(watch)
        watch.expect(HIDDEN not in served(case), "a withheld name is public")


def taken_off(key: str, folder: Path) -> Any:
    """Begin a case that was taken off, as by a run that was stopped before its pages were gone."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.people import lists
    from habeas.desk.store.evidence import place

    case = begun(key, folder)
    pages = place().published / key
    kept = {path: path.read_bytes() for path in pages.rglob("*") if path.is_file()}
    lists.add_list(case, "l.csv", LIST, ITSELF)
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return case


SCENES = {each.__name__: each for each in (
    publishing, listing, harmless_list, taking_off, publishing_anew)}  # fmt: skip


def main(store: str, scene: str, most: str, database: str = "") -> None:
    """Play a scene in a new store; most: how many steps are tried, 0 for all."""
    from habeas.desk.lifecycle.opening import create_store

    create_store(store, database)
    make_pages_small()
    folder = Path(store).parent
    watch = Watch(int(most), folder)
    SCENES[scene](watch, folder)
    told = {"wrong": watch.wrong, "met": sorted(watch.met), "steps": watch.all_steps}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
