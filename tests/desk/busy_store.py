"""A store that is backed up while others write into it; what came of it is printed as JSON.

``python busy_store.py FOLDER [DATABASE]``; it starts itself again as the writers.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

WRITERS = 2
BACKUPS = 2
PAUSE = 0.3
"""Seconds between a writer's turns, so that the store stays small while it is read back."""


def write(store: str, number: str) -> None:
    """Add documents, judge their claims and publish, again and again, until ``stop`` is there."""
    from habeas.desk.store.django_setup import make_ready
    from habeas.desk.store.location import StoreLocation

    place = StoreLocation.read(store)
    make_ready(place)
    from habeas.desk.audit_log.activity import Actor
    from habeas.desk.intake.incoming import Arrival, keep_document, read_into_queue
    from habeas.desk.models import Case, Standing
    from habeas.desk.publication.publication import ChangedMeanwhile, publish
    from habeas.desk.review.claim_decisions import decide_claim
    from habeas.formats.documents.found_document import FoundDocument

    case, actor = Case.objects.get(), Actor(f"writer {number}")
    turn = 0
    while not (place.root.parent / "stop").exists():
        turn += 1
        text = f"The ministry said on 2 January 2026 that {turn}{number} people were released."
        found = FoundDocument(text.encode(), "text/plain", f"{number}-{turn}")
        document, _ = keep_document(case, found, Arrival(actor, language="en"))
        read_into_queue(case, document)
        for claim in document.claims.all():
            decide_claim(claim, actor, Standing.ACCEPTED)
        if number == "0" and turn % 10 == 0:
            # The other writer may be too quick for it; that is no fault of a backup.
            with contextlib.suppress(ChangedMeanwhile):
                publish(case, actor)
        (place.root.parent / f"turns-{number}").write_text(str(turn))
        time.sleep(PAUSE)


def main(folder: str, database: str = "") -> None:
    """Make a store, have it written to, and back it up meanwhile, read back each time."""
    for name in ("HABEAS_STORE", "HABEAS_DATABASE"):
        os.environ.pop(name, None)
    here = Path(folder)
    from habeas.desk.lifecycle.opening import create_store

    place = create_store(here / "store", database)
    from habeas.desk.audit_log import activity
    from habeas.desk.cases import declarations as cases
    from habeas.desk.lifecycle.backup import back_up
    from habeas.desk.lifecycle.verification import store_findings

    cases.begin_case(activity.Actor("Ana"), "norte", "Norte")
    command = [sys.executable, __file__, "write", str(place.root)]
    writers = [subprocess.Popen([*command, str(number)]) for number in range(WRITERS)]
    try:
        while len(list(here.glob("turns-*"))) < WRITERS:
            if any(writer.poll() is not None for writer in writers):
                sys.exit("a writer went down before anything was backed up")
            time.sleep(0.1)
        heads = [back_up(place, here / f"{number}.tar.gz").about.activity_head
                 for number in range(BACKUPS)]  # fmt: skip
        went_on = activity.head()
    finally:
        (here / "stop").touch()
        codes = [writer.wait() for writer in writers]
    told = {"heads": heads, "went_on": went_on, "codes": codes, "findings": list(store_findings())}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    if sys.argv[1] == "write":
        write(*sys.argv[2:])
    else:
        main(*sys.argv[1:])
