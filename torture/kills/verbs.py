"""What is killed: verbs of the command line, and what members do at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Work = Callable[[], int]


@dataclass(frozen=True)
class Verb:
    """A piece of work that is killed.

    begins: the copy of the world with which it begins. work: what is done in it, in a process in
    which Django has been made ready for ``store`` but not opened. store: whether it works on a
    store; dossier: whether there is an earlier dossier that readers must always meet whole.
    """

    name: str
    begins: str
    work: Work
    store: bool = True
    dossier: bool = False


def typed(*words: str) -> Work:
    """Return the work of a command line."""

    def work() -> int:
        from habeas.cli import main  # noqa: PLC0415  (after the fork)

        main(words)

    return work


def opened(act: Callable[[], None]) -> Work:
    """Return the work of somebody at the desk of the store, which is opened first."""

    def work() -> int:
        from habeas.desk.lifecycle.opening import open_store  # noqa: PLC0415

        open_store(Path("store"))
        act()
        return 0

    return work


def review() -> None:
    """Judge every claim that waits, saying each when it is kept."""
    from habeas.desk.models import Standing  # noqa: PLC0415
    from habeas.desk.review.claim_decisions import decide_claim  # noqa: PLC0415

    case, actor = the_case()
    for claim in case.claims.filter(standing="waiting").order_by("key"):
        standing = (Standing.ACCEPTED, Standing.REJECTED)[claim.pk % 2]
        decide_claim(claim, actor, standing)
        print(f"decided {claim.key} {standing.value}", flush=True)


def judge_pairs() -> None:
    """Judge every pair that waits, saying each when it is kept."""
    from habeas.desk.people.pair_decisions import decide_pair  # noqa: PLC0415
    from habeas.vocabulary import Judgement  # noqa: PLC0415

    case, actor = the_case()
    for pair in case.pairs.filter(standing="waiting").order_by("order"):
        decide_pair(pair, actor, Judgement.DIFFERENT)
        ends = f"{pair.left.list.name}:{pair.left.row} {pair.right.list.name}:{pair.right.row}"
        print(f"judged {ends}", flush=True)


def publish_at_the_desk() -> None:
    """Publish the case, as the worker does when it is asked."""
    from habeas.desk.publication.publication import publish  # noqa: PLC0415

    case, actor = the_case()
    publish(case, actor)


def take_consent_back() -> None:
    """Record that somebody who is named on the public pages is confidential from now on."""
    from habeas.desk.models import Record  # noqa: PLC0415
    from habeas.desk.people.consents import record_consent  # noqa: PLC0415

    case, actor = the_case()
    rows = list(Record.objects.filter(list__case=case, name__contains="Ejemplona", publish=True))
    if rows:
        record_consent(case, rows, actor, publish=False, confidential=True)


def undo_all() -> None:
    """Take back every decision on a claim that stands."""
    from habeas.desk.history.undoing import undo  # noqa: PLC0415
    from habeas.desk.models import Activity  # noqa: PLC0415

    case, actor = the_case()
    undone = {entry.undoes or 0 for entry in Activity.objects.exclude(undoes=None)}
    taken = Activity.objects.filter(case=case, what__startswith="claim.", undoes=None)
    for entry in taken.exclude(number__in=undone).order_by("-number"):
        undo(case, entry, actor)


def read_again() -> None:
    """Do the long work that waits, as the worker does."""
    from habeas.desk.administration.job_types import WORK  # noqa: PLC0415
    from habeas.desk.audit_log.job_queue import do_all, take_up  # noqa: PLC0415

    take_up(crashed=False)
    do_all(WORK)


def the_case() -> tuple:  # type: ignore[type-arg]  # Django's models load later
    """Return the case of the store that is open, and who works on it."""
    from habeas.desk.audit_log.activity import Actor  # noqa: PLC0415
    from habeas.desk.models import Case  # noqa: PLC0415

    return Case.objects.get(key="norte"), Actor("Ana")


DAY = ("--published", "2026-01-08", "--lang", "en")
INIT = ("--store", "store", "--case", "norte", "--title", "Norte", "--scopes", "scopes.toml")
PUBLISH = ("--scopes", "scopes.toml", "--people", "people.csv", "--out", "dossier")

VERBS = (
    Verb("init", "nothing", typed("init", *INIT, "--admin", "ana")),
    Verb("migrate (opening an older store)", "behind", typed("status", "--store", "store")),
    Verb("import: documents", "begun", typed("add", "articles", "--store", "store", *DAY)),
    Verb("import: claims", "begun",
         typed("add", "claims.csv", "--as", "claims", "--store", "store")),
    Verb("list, while its name is public", "published",
         typed("add", "withheld.csv", "--as", "list", "--store", "store")),
    Verb("review: claims", "begun", opened(review)),
    Verb("review: pairs", "begun", opened(judge_pairs)),
    Verb("review: undo", "reviewed", opened(undo_all)),
    Verb("consent taken back", "published", opened(take_consent_back)),
    Verb("publish at the desk, first", "begun", opened(publish_at_the_desk)),
    Verb("publish at the desk, again", "published", opened(publish_at_the_desk)),
    Verb("the worker's jobs", "asked", opened(read_again)),
    Verb("publish (command line), first", "files", typed("publish", "claims.csv", *PUBLISH),
         store=False),
    Verb("publish (command line), again", "dossier", typed("publish", "claims.csv", *PUBLISH),
         store=False, dossier=True),
    Verb("backup", "published", typed("backup", "kept.tar.gz", "--store", "store")),
    Verb("restore", "kept", typed("restore", "kept.tar.gz", "--store", "store")),
    Verb("restore an older backup", "older", typed("restore", "kept.tar.gz", "--store", "store")),
    Verb("link -o", "files", typed("link", "withheld.csv", "named.csv", "-o", "linked.csv",
         "--review", "pairs.csv", "--notes", "notes.txt"), store=False),
    Verb("extract -o", "files", typed("extract", "articles", *DAY, "-o", "read.jsonl"),
         store=False),
    Verb("archive add", "files", typed("archive", "add", "articles", "--store", "evidence"),
         store=False),
)  # fmt: skip
