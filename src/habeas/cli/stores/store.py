"""What the verbs that work on a store share: which store, and who types."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.vocabulary import InputError

if TYPE_CHECKING:
    from habeas.desk.audit_log import Actor
    from habeas.desk.models import Case

STORE = Path("habeas-store")
Store = Annotated[
    Path, typer.Option("--store", help="The folder of the store.", envvar="HABEAS_STORE")
]
CaseName = Annotated[str, typer.Option("--case", help="Which case; need not be said of one alone.")]


def at_the_command_line() -> Actor:
    """Return who types, as the log names them."""
    from habeas.desk.audit_log import Actor  # noqa: PLC0415  (only once a store is open)

    try:
        name = getpass.getuser()
    except (OSError, KeyError):
        name = "somebody"
    return Actor(f"{name} (command line)")


def case_of_store(key: str) -> Case:
    """Return a case of the store that is open: the one named, or the only one."""
    from habeas.desk.models import Case  # noqa: PLC0415  (only once a store is open)

    found = list(Case.objects.filter(key=key) if key else Case.objects.all()[:2])
    if len(found) == 1:
        return found[0]
    if key:
        raise InputError("is not a case here", "“habeas status” lists them.", value=key)
    problem = "the store holds several cases" if found else "the store holds no case"
    remedy = "Name one with --case." if found else "Begin one: habeas init --case NAME."
    raise InputError(problem, remedy)
