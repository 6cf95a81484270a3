"""A program of its own that kills runs of the desk at their steps, and prints what was wrong after.

Called by ``test_killed_pages`` with the folder of a store and the name of a scene; prints JSON. For
each step a case of its own is begun, its work is killed there, and the store is looked at, each in
a fork: this process itself only counts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from death import apart, dies, sample, steps_of

HIDDEN = "Rosa María Ejemplo Ñáñez"
LIST = f"full_name,national_id\n{HIDDEN},V-12345678\n".encode()
HARMLESS = b"full_name\nLuis Muestra Prueba\n"

Kept = dict[str, Any]
"""What is remembered of a case between the forks of one attempt, as JSON."""


@dataclass(frozen=True)
class Scene:
    """What is killed. begin: a case, before. work: what dies. look: what must hold after."""

    begin: Callable[[str, Path], Kept]
    work: Callable[[str, Path], object]
    look: Callable[[Seen, str, Kept], None]


@dataclass
class Seen:
    """What was found wrong after one kill, and what was met."""

    wrong: list[str] = field(default_factory=list)
    met: list[str] = field(default_factory=list)

    def expect(self, true: bool, said: str) -> None:
        """Note that something was wrong unless it holds."""
        if not true:
            self.wrong.append(said)


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


def warm() -> None:
    """Load what forks need, so that each is quick: nothing of it starts a thread."""
    from habeas.desk.administration import job_types as work
    from habeas.desk.history import replay
    from habeas.desk.intake import incoming
    from habeas.desk.people import lists
    from habeas.desk.publication import publication
    from habeas.desk.publication import publication_recovery as settling
    from habeas.dossier.names import ListedName, exposed_in, gathered

    _ = (incoming, lists, publication, replay, settling, work)
    exposed_in({"index.html": b"<p>Nobody.</p>"}, gathered([ListedName(full=HIDDEN)]))


def begin_public(key: str, folder: Path) -> Kept:
    """Begin a case of one claim that names somebody who is on no list, and publish it."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.cases import declarations as cases

    cases.begin_case(ITSELF, key, key)
    add_claim(key, folder, f"a,held,5,political_prisoners,2026-01-01,X,{HIDDEN}")
    publish(key, folder)
    return {"before": served(key)}


def begin_changed(key: str, folder: Path) -> Kept:
    """Begin a public case to which a claim has come since."""
    kept = begin_public(key, folder)
    add_claim(key, folder, "b,held,5,all_prisoners,2026-01-02,X,")
    return kept


def begin_taken_off(key: str, folder: Path) -> Kept:
    """Begin a case that was taken off by a run that was stopped before its pages were gone."""
    from habeas.desk.store.evidence import place

    begin_public(key, folder)
    pages = place().published / key
    kept = {path: path.read_bytes() for path in pages.rglob("*") if path.is_file()}
    add_withheld(key, folder)
    for path, content in kept.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return {}


def add_claim(key: str, folder: Path, row: str) -> None:
    """Add a claim to a case."""
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.intake import incoming

    table = folder / f"{key}.csv"
    table.write_text(
        f"id,measure,value,population_kind,period_end,claimant,note\n{key}{row}\n", "utf-8"
    )
    incoming.add_claims_file(held_case(key), table, ITSELF)


def publish(key: str, _folder: Path) -> None:
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.publication import publication

    publication.publish(held_case(key), ITSELF)


def take_off(key: str, _folder: Path) -> None:
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.publication import publication

    publication.unpublish(held_case(key), ITSELF)


def add_withheld(key: str, _folder: Path) -> None:
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.people import lists

    lists.add_list(held_case(key), "l.csv", LIST, ITSELF)


def add_harmless(key: str, _folder: Path) -> None:
    from habeas.desk.audit_log.activity import ITSELF
    from habeas.desk.people import lists

    lists.add_list(held_case(key), "l.csv", HARMLESS, ITSELF)


def held_case(key: str) -> Any:
    from habeas.desk.models import Case

    return Case.objects.get(key=key)


def served(key: str) -> str:
    """Return what the public is shown of a case, "" for nothing, "broken" for no edition."""
    from habeas.desk.publication.published_pages import file_findings, folder_of

    held = held_case(key)
    if held.published_at is None:
        return ""
    if any(file_findings(held)):
        return "broken"
    return (folder_of(held) / "data/claims.csv").read_text("utf-8")


def check_store(seen: Seen) -> None:
    """Check that the store is as its log says, once whoever comes next has opened it."""
    from habeas.desk.audit_log import activity
    from habeas.desk.history import replay
    from habeas.desk.models import Case
    from habeas.desk.publication.publication_recovery import settle
    from habeas.desk.store.evidence import place

    settle()
    found = [*activity.findings(), *replay.findings()]
    seen.expect(not found, " ".join(found))
    lies = {path.name for path in place().published.iterdir()}
    public = set(Case.objects.exclude(published_at=None).values_list("key", flat=True))
    held = {case.key for case in Case.objects.all() if case.jobs.filter(
        kind="search", state__in=("waiting", "running"))}  # fmt: skip
    seen.expect(public <= lies <= public | held, f"{lies} lie there of {public} and {held}")
    work = place().work
    seen.expect(not work.exists() or not any(work.iterdir()), "files for a while were left")


def do_what_waits(*, crashed: bool) -> None:
    """Do what waits, as the next worker does."""
    from habeas.desk.administration.job_types import WORK
    from habeas.desk.audit_log import job_queue as jobs

    jobs.take_up(crashed=crashed)
    jobs.do_all(WORK)


def look_published(seen: Seen, key: str, kept: Kept) -> None:
    """A publication of a public case that has changed: readers meet the old or the new edition."""
    now, before = served(key), kept["before"]
    new = f"{key}b " in now
    seen.expect(now != "broken" and (new or now == before), "readers meet another edition")
    check_store(seen)
    settled = served(key)
    seen.expect(settled not in ("", "broken"), "the pages are lost")
    seen.met.append("new" if f"{key}b " in settled else "old")
    if f"{key}b " not in settled:
        seen.expect(settled == before, "another edition than before")
        publish(key, Path())


def look_listed(seen: Seen, key: str, kept: Kept) -> None:
    """A list that names somebody whom a public page names: the list counts, or the page."""
    held = held_case(key).lists.exists()
    seen.expect(not held or HIDDEN not in served(key), "a withheld name is public")
    check_store(seen)
    seen.expect(not held or HIDDEN not in served(key), "a withheld name is public again")
    do_what_waits(crashed=kept["step"] % 2 == 0)
    check_store(seen)
    seen.expect(served(key) not in ("", "broken"), "the pages do not come back")
    seen.expect((HIDDEN in served(key)) is not held, "the list has no effect, or too much")
    seen.met.append("held" if held else "not held")


def look_harmless(seen: Seen, key: str, kept: Kept) -> None:
    """A list of nobody whom a public page names: the pages come back as they were."""
    seen.expect(served(key) in ("", kept["before"]), "readers meet another edition")
    check_store(seen)
    do_what_waits(crashed=False)
    check_store(seen)
    seen.expect(served(key) == kept["before"], "the pages are not as they were")
    seen.met.append("held" if held_case(key).lists.exists() else "not held")


def look_taken_off(seen: Seen, key: str, _kept: Kept) -> None:
    """A case that is taken off the public pages, then published again."""
    seen.expect(served(key) != "broken", "readers meet a part")
    seen.met.append("on" if served(key) else "off")
    check_store(seen)
    publish(key, Path())
    check_store(seen)
    seen.expect(served(key) not in ("", "broken"), "it cannot be published again")


def look_published_anew(seen: Seen, key: str, _kept: Kept) -> None:
    """A publication of a case whose pages lie there still though it was taken off."""
    from habeas.desk.store.evidence import place

    public = held_case(key).published_at is not None
    pages = place().published / key
    shown = [path for path in pages.rglob("*.csv") if HIDDEN in path.read_text("utf-8")]
    seen.expect(not public or not shown, "old pages are public for a moment")
    seen.met.append("public" if public else "not yet")
    check_store(seen)
    publish(key, Path())
    check_store(seen)
    seen.expect(HIDDEN not in served(key), "a withheld name is public")


SCENES = {
    "publishing": Scene(begin_changed, publish, look_published),
    "listing": Scene(begin_public, add_withheld, look_listed),
    "harmless_list": Scene(begin_public, add_harmless, look_harmless),
    "taking_off": Scene(begin_public, take_off, look_taken_off),
    "publishing_anew": Scene(begin_taken_off, publish, look_published_anew),
}


def attempt(scene: Scene, step: int, folder: Path) -> Seen:
    """Begin a case, have its work die at a step, and look, each in a process of its own."""
    key = f"c{step}"
    kept = apart(lambda: scene.begin(key, folder)) | {"step": step}
    dies(lambda: scene.work(key, folder), step)

    def look() -> Kept:
        seen = Seen()
        scene.look(seen, key, kept)
        return vars(seen)

    return Seen(**apart(look))


def main(store: str, name: str, most: str, database: str = "") -> None:
    """Play a scene in a new store; most: how many steps are tried, 0 for all."""
    from django.db import connections

    from habeas.desk.lifecycle.opening import create_store

    create_store(store, database)
    warm()
    make_pages_small()
    connections.close_all()
    scene, folder = SCENES[name], Path(store).parent
    apart(lambda: scene.begin("counted", folder))
    names = steps_of(lambda: scene.work("counted", folder), folder / "steps.json")
    wrong, met, steps = [], set(), len(names)
    for step in [*sample(names, int(most)), steps + 1]:  # the last is one that it lives
        seen = attempt(scene, step, folder)
        wrong += [f"step {step} of {steps}: {said}" for said in seen.wrong]
        met |= set(seen.met)
    told = {"wrong": wrong, "met": sorted(met), "steps": steps}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
