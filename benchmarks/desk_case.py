"""A made-up case in a store: ``python benchmarks/desk_case.py FOLDER``; every name is invented.

2,000 documents, 5,000 claims that quote them (some decided already, most waiting), 50,000 rows of
five lists, linked into people with pairs in doubt; published; and ten accounts signed in.
"""

from __future__ import annotations

import csv
import io
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from habeas.vocabulary import Claim, Evidence
from simulated_case import simulated_case

DOCUMENTS, CLAIMS, RECORDS, LISTS, USERS = 2_000, 5_000, 50_000, 5, 10
COUNTING = 1_000
"""Claims that count at the beginning; the others wait."""

GIVEN = ("Ara", "Bel", "Cori", "Dalo", "Elu", "Fani", "Gori", "Heli", "Ibe", "Joru", "Kali", "Lume")
SECOND = ("na", "sta", "rio", "mela", "to", "vina", "lio", "ra", "dor", "xa")
FAMILY = ("Alcor", "Brum", "Celt", "Dorv", "Ester", "Fulg", "Gran", "Hort", "Islav", "Jamb", "Kol",
          "Lanz", "Morv", "Nerv", "Orsu", "Palt", "Quer", "Rams", "Solv", "Turm",
          "Ulv", "Varn")  # fmt: skip
ENDING = ("ado", "iero", "eño", "alta", "osa", "uri", "ez", "inar", "onda", "ama", "ello", "isto")


def name_of(dice: random.Random) -> tuple[str, str]:
    """Return invented given names and surnames."""
    given = " ".join(dice.choice(GIVEN) + dice.choice(SECOND) for _ in range(2))
    return given, " ".join(dice.choice(FAMILY) + dice.choice(ENDING) for _ in range(2))


def people_rows(dice: random.Random) -> Iterator[dict[str, str]]:
    """Go through rows of lists: two in five are of somebody whom another row tells of too."""
    known: list[dict[str, str]] = []
    for _ in range(RECORDS):
        if known and dice.random() < 0.4:
            row = dict(dice.choice(known))
            if dice.random() < 0.3:
                row["surnames"] = row["surnames"].split()[0]
            if dice.random() < 0.3:
                row["given_names"] = row["given_names"].split()[0]
            if dice.random() < 0.2:
                row["detained_on"] = ""
        else:
            given, surnames = name_of(dice)
            day = date(2020, 1, 1) + timedelta(days=dice.randrange(1_000))
            row = {
                "given_names": given,
                "surnames": surnames,
                "national_id": f"X-{dice.randrange(10**7, 10**8)}" if dice.random() < 0.5 else "",
                "age": str(dice.randrange(18, 80)),
                "sex": dice.choice("FM"),
                "detained_on": day.isoformat(),
                "state": f"Region {dice.randrange(24)}",
            }
            known.append(row)
        yield row


def documents_and_claims() -> tuple[list[str], list[Claim]]:
    """Return texts, and claims that quote them; a few contradict the made-up history."""
    dice = random.Random(7)  # noqa: S311  (made up, not secret)
    made = simulated_case(CLAIMS, 60, 4)
    texts: list[list[str]] = [[] for _ in range(DOCUMENTS)]
    claims = []
    for number, true in enumerate(made.claims):
        at, claim = number % DOCUMENTS, true
        if number < 60 and number % 3 == 0:
            wrong = (true.quantity.value or 0) * 2 + 9
            claim = replace(true, quantity=replace(true.quantity, value=wrong))
        words = f"{claim.claimant} said that {claim.quantity.value} people were {claim.measure}."
        filler = " ".join(dice.choice(FAMILY).lower() + dice.choice(ENDING) for _ in range(90))
        texts[at].append(f"{words}\n\n{filler}.")
        claims.append(replace(claim, evidence=Evidence(document=f"d{at}", quote=words)))
    whole = ["\n\n".join(parts) for parts in texts]
    placed = []
    for claim in claims:
        text = whole[int(claim.evidence.document[1:])]
        start = text.index(claim.evidence.quote)
        end = start + len(claim.evidence.quote)
        placed.append(replace(claim, evidence=replace(claim.evidence, start=start, end=end)))
    return whole, placed


# Django must be made ready for a store before anything of the desk is imported.


def fill(folder: Path) -> None:
    """Make the store."""
    from habeas.desk.lifecycle.opening import create_store  # noqa: PLC0415

    create_store(folder / "store")
    from habeas.desk.audit_log.activity import Actor  # noqa: PLC0415
    from habeas.desk.cases import declarations as cases  # noqa: PLC0415
    from habeas.desk.cases.cached_findings import reconcile_case  # noqa: PLC0415
    from habeas.desk.people.linking import link_case  # noqa: PLC0415
    from habeas.desk.people.lists import add_list  # noqa: PLC0415
    from habeas.desk.publication.publication import publish  # noqa: PLC0415

    actor = Actor("Benchmark")
    case = cases.begin_case(actor, "norte", "Norte")
    scopes = "".join(
        f"[scope.scope_{n}]\nwithin = [{json.dumps(f'scope_{(n - 1) // 2}') if n else ''}]\n"
        for n in range(4)
    )
    cases.declare(case, actor, scopes)
    cases.ask(case, actor, "held scope_0 2020-06-01\nreleased scope_1 2020-06-01", "plain")
    add_documents(case, actor)
    dice = random.Random(3)  # noqa: S311
    every = people_rows(dice)
    for number in range(LISTS):
        rows = list(islice(every, RECORDS // LISTS))
        table = io.StringIO()
        writer = csv.DictWriter(table, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
        add_list(case, f"list {number}.csv", table.getvalue().encode(), actor)
    print(link_case(case))
    reconcile_case(case)
    print(publish(case, actor), "public files")
    (folder / "sessions.json").write_text(json.dumps([session_of(case, n) for n in range(USERS)]))


def add_documents(case: object, actor: object) -> None:
    """Add the documents and the claims that quote them; the first thousand count."""
    from habeas.desk.intake.incoming import Arrival, add_claims, keep_document  # noqa: PLC0415
    from habeas.desk.models import Claim as Row  # noqa: PLC0415
    from habeas.desk.models import Standing  # noqa: PLC0415
    from habeas.desk.review.claim_decisions import decide_claim  # noqa: PLC0415
    from habeas.formats.documents.found_document import FoundDocument  # noqa: PLC0415

    texts, claims = documents_and_claims()
    held = {}
    for number, text in enumerate(texts):
        found = FoundDocument(text.encode(), "text/plain", f"d{number}", title=f"Bulletin {number}")
        document, _ = keep_document(case, found, Arrival(actor, "2020-06-01", "en"))
        held[f"d{number}"] = document
    dice = random.Random(5)  # noqa: S311
    named = [
        replace(
            claim,
            confidence=dice.random(),
            evidence=replace(claim.evidence, document=held[claim.evidence.document].key),
        )
        for claim in claims
    ]
    add_claims(case, named, {document.key: document for document in held.values()}, judged=False)
    for row in Row.objects.filter(case=case).order_by("place")[:COUNTING]:
        decide_claim(row, actor, Standing.ACCEPTED)


def session_of(case: object, number: int) -> str:
    """Return the key of a session of somebody who reviews the case, both factors given."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django_otp import DEVICE_ID_SESSION_KEY  # noqa: PLC0415
    from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: PLC0415

    from habeas.desk.models import Membership  # noqa: PLC0415

    user = User.objects.create_user(f"reviewer{number}")
    device = TOTPDevice.objects.create(user=user, confirmed=True)
    Membership.objects.create(case=case, user=user, role="reviewer")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.create()
    return str(session.session_key)


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
