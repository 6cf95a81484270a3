"""A store with a case that has work to do, and two members: ``… beginning STORE [DATABASE]``."""

from __future__ import annotations

import sys
from pathlib import Path

MEMBERS = ("ana", "luz")
SCOPES = '[scope.protest_detainees]\nwithin = ["political_prisoners"]\n'
LISTED = 12
"""People on the first list; each has a name of her own that stands nowhere else."""


def unnamed(number: int) -> str:
    """Return a surname that is on a list and nowhere else."""
    letters = "bcdfglmnprstv"
    made = "".join(
        letters[number // len(letters) ** place % len(letters)] + "ou" for place in (0, 1, 2)
    )
    return f"Quix{made}"


def people(first: int, count: int) -> str:
    """Return a list of people with names of their own."""
    rows = [
        f"Ibelio,{unnamed(first + n)} Casimunda,{20 + n},2026-01-0{1 + n % 9}" for n in range(count)
    ]
    return "given_names,surnames,age,detained_on\n" + "\n".join(rows) + "\n"


def bulletin(number: int) -> str:
    """Return a text with two claims."""
    return (
        f"The ministry said on 2 January 2026 that {80 + number} people arrested in the protests "
        f"were released. Casa de Derechos said on 3 January 2026 that {900 + number} political "
        "prisoners were still held."
    )


def begin(folder: Path, database: str) -> None:
    """Make the store."""
    from habeas.desk.lifecycle.opening import create_store  # noqa: PLC0415  (Django first)

    create_store(folder, database)
    from django.contrib.auth.models import User  # noqa: PLC0415
    from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: PLC0415

    from habeas.desk.audit_log.activity import Actor  # noqa: PLC0415
    from habeas.desk.cases import declarations as cases  # noqa: PLC0415
    from habeas.desk.intake.incoming import Arrival, keep_document, read_into_queue  # noqa: PLC0415
    from habeas.desk.people.linking import link_case  # noqa: PLC0415
    from habeas.desk.people.lists import add_list  # noqa: PLC0415
    from habeas.desk.roles import Role  # noqa: PLC0415
    from habeas.formats.documents.found_document import FoundDocument  # noqa: PLC0415

    actor = Actor("Bench")
    case = cases.begin_case(actor, "norte", "Norte")
    cases.declare(case, actor, SCOPES)
    for name in MEMBERS:
        user = User.objects.create_user(name)
        TOTPDevice.objects.create(user=user, confirmed=True)
        cases.set_role(case, actor, user, Role.ADMINISTRATOR)
    for number in range(4):
        found = FoundDocument(bulletin(number).encode(), "text/plain", f"b{number}")
        document, _ = keep_document(case, found, Arrival(actor, "2026-01-04", "en"))
        read_into_queue(case, document)
    add_list(case, "first.csv", people(0, LISTED).encode(), actor)
    link_case(case, actor)


if __name__ == "__main__":
    begin(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
