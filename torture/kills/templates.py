"""The worlds with which verbs begin: made once, kept as copies."""

from __future__ import annotations

import shutil
from collections.abc import Set
from pathlib import Path

from torture.kills import tracing
from torture.kills.verbs import (
    DAY,
    INIT,
    PUBLISH,
    Work,
    opened,
    publish_at_the_desk,
    review,
    the_case,
    typed,
)
from torture.kills.world import World

OLDER = Path(__file__).parents[2] / "tests" / "desk" / "older-store.tar.gz"

SCOPES = """
[scope.protest_detainees]
title.en = "People arrested in the protests"
within = ["political_prisoners"]

[[source]]
name = "Casa de Derechos"
kind = "ngo"
"""
ARTICLES = {
    "first.txt": (
        "The ministry said on 2 January 2026 that 88 people arrested in the protests were "
        "released. Casa de Derechos has verified 41 releases of political prisoners since "
        "1 January 2026. The lawyer waited with Zulmira Quintabela at the gate."
    ),
    "second.txt": (
        "Casa de Derechos said on 5 January 2026 that 812 political prisoners were still held. "
        "The ministry said that 120 people were released on 4 January 2026."
    ),
}
MORE = {
    "third.txt": "The ministry said on 7 January 2026 that 300 political prisoners were freed.",
    "fourth.txt": "Casa de Derechos said on 7 January 2026 that 19 people were arrested.",
}
CLAIMS = """id,measure,value,population_kind,period_start,period_end,claimant,claimant_kind,quote
k1,released,88,protest_detainees,2026-01-01,2026-01-02,ministry,government,"88 freed"
k2,held,900,political_prisoners,,2026-01-03,Casa de Derechos,ngo,"900 are held"
k3,held,950,political_prisoners,,2026-01-03,the ministry,government,"950 are held"
k4,held,700,political_prisoners,,2026-01-03,Foro Norte,ngo,"Zulmira Quintabela among 700 held"
"""
PLAIN_CLAIMS = CLAIMS.replace("Zulmira Quintabela among ", "")
NAMED = """given_names,surnames,age,detained_on,state
Rosalba,Ejemplona Muestral,31,2026-01-02,North
Ibelio,Casimunda Ferlota,44,2026-01-02,North
Ibelio,Casimunda,45,2026-01-02,North
Ibelia,Casimunda,44,2026-01-03,North
"""
WITHHELD = """given_names,surnames,age,detained_on,state
Zulmira,Quintabela Ferlota,29,2026-01-02,North
Rosalba,Ejemplona,31,2026-01-02,North
"""
PEOPLE = """list,row,person_id,given_names,surnames,consent
withheld.csv,1,p1,Zulmira,Quintabela Ferlota,no
named.csv,1,p2,Rosalba,Ejemplona Muestral,yes
"""


def write_files(world: World) -> None:
    """Put the input files into an empty world, with a folder for temporary files."""
    inside = world.inside
    shutil.rmtree(inside, ignore_errors=True)
    (inside / "tmp").mkdir(parents=True)
    for folder, texts in (("articles", ARTICLES), ("more", MORE)):
        (inside / folder).mkdir()
        for name, text in texts.items():
            (inside / folder / name).write_text(text)
    contents = {"scopes.toml": SCOPES, "claims.csv": PLAIN_CLAIMS, "named.csv": NAMED,
                "withheld.csv": WITHHELD, "people.csv": PEOPLE,
                "named-claims.csv": CLAIMS.replace("\nk", "\nn")}  # fmt: skip
    for name, text in contents.items():
        (inside / name).write_text(text)


def make_templates(world: World, wanted: Set[str]) -> None:
    """Make the copies that are wanted; the store of each has the same secret.

    So one process can open all of them.
    """
    write_files(world)
    for name in ("nothing", "files"):
        world.keep(name)
    for name, make in MADE.items():
        if wanted & {name, *NEEDED_BY.get(name, ())}:
            make(world)
            world.keep(name)


def _dossier(world: World) -> None:
    world.begin("files")
    _do(world, typed("publish", "claims.csv", *PUBLISH))


def _behind(world: World) -> None:
    world.begin("nothing")
    _do(world, _store_from_before)


def _begun(world: World) -> None:
    world.begin("nothing")
    _do(world, typed("init", *INIT))
    _do(world, typed("add", "more", "--store", "store", *DAY))
    _do(world, typed("add", "named-claims.csv", "--as", "claims", "--store", "store"))
    _do(world, typed("add", "named.csv", "--as", "list", "--store", "store"))
    _do(world, opened(_agree))


def _asked(world: World) -> None:
    world.begin("begun")
    _do(world, opened(_ask_for_everything))


def _reviewed(world: World) -> None:
    world.begin("begun")
    _do(world, opened(review))


def _published(world: World) -> None:
    world.begin("begun")
    _do(world, opened(publish_at_the_desk))


def _kept(world: World) -> None:
    world.begin("published")
    _do(world, typed("backup", "kept.tar.gz", "--store", "store"))
    shutil.rmtree(world.inside / "store")


def _older(world: World) -> None:
    world.begin("files")
    shutil.copy(OLDER, world.inside / "kept.tar.gz")


MADE = {
    "dossier": _dossier,
    "behind": _behind,
    "begun": _begun,
    "asked": _asked,
    "reviewed": _reviewed,
    "published": _published,
    "kept": _kept,
    "older": _older,
}
"""How each copy is made, those first that others begin with."""

NEEDED_BY = {"begun": ("asked", "reviewed", "published", "kept"), "published": ("kept",)}


def _do(world: World, work: Work) -> None:
    if code := tracing.run(world.doing(work)):
        said = world.said.read_text(errors="replace")
        raise RuntimeError(f"A world could not be made (exit code {code}): {said}")


def _store_from_before() -> int:
    """Begin a store whose tables stand where the first version of the desk left them."""
    from django.core.management import call_command  # noqa: PLC0415

    from habeas.desk.lifecycle import creation  # noqa: PLC0415

    def migrate() -> None:
        call_command("migrate", "desk", "0002", verbosity=0, interactive=False)

    setattr(creation, "migrate", migrate)  # noqa: B010  (a name that the room does not show)
    with creation.making("init", "store"):
        pass
    return 0


def _agree() -> None:
    """Let one person be named in public, and have two pairs wait."""
    from habeas.desk.models import Pair, Record  # noqa: PLC0415
    from habeas.desk.people.consents import record_consent  # noqa: PLC0415

    case, actor = the_case()
    rows = list(Record.objects.filter(list__case=case, name__contains="Ejemplona"))
    record_consent(case, rows, actor, publish=True, confidential=False)
    first, *others = Record.objects.filter(list__case=case).order_by("row")
    case.pairs.all().delete()
    for order, other in enumerate(others[:2]):
        Pair.objects.create(case=case, left=first, right=other, probability=0.5, order=order)


def _ask_for_everything() -> None:
    """Ask for every kind of long work but fetching."""
    from habeas.desk.audit_log.job_queue import ask_for  # noqa: PLC0415

    case, actor = the_case()
    for kind in ("reconcile", "link", "publish"):
        ask_for(case, kind, actor)
