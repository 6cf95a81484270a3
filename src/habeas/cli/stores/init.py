"""``habeas init``: begin a store, a case in it, and the account of whoever runs it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.stores.store import STORE, Store, at_the_command_line
from habeas.vocabulary import InputError

EXAMPLES = """
habeas init --case belarus-2020 --title "Belarus 2020" --scopes scopes.toml --admin ana
habeas init --store /srv/habeas --database postgresql://habeas@localhost/habeas
habeas init --store /srv/habeas --case myanmar --admin ana
"""


def init(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    store: Store = STORE,
    case: Annotated[str, typer.Option(help="Begin a case of this name.")] = "",
    title: Annotated[str, typer.Option(help="The case's title.")] = "",
    lang: Annotated[str, typer.Option(help="The case's language: en or es.")] = "en",
    scopes: Annotated[Path | None, typer.Option(help="The case's scopes (TOML).")] = None,
    ask: Annotated[
        list[str] | None, typer.Option(help="A question, as of habeas reconcile; may be repeated.")
    ] = None,
    admin: Annotated[str, typer.Option(help="Who runs the case; gets an invitation.")] = "",
    database: Annotated[
        str, typer.Option(help="postgresql://…; else a SQLite file in the store.")
    ] = "",
    anew: Annotated[
        bool, typer.Option("--anew", help="Empty a database that an unfinished attempt left.")
    ] = False,
) -> None:
    """Begin a store: a folder that holds cases, their evidence and everything decided of them.

    In a store that is there already, --case begins another case and --admin invites somebody to
    run it, or invites again who has lost the way in. The invitation is good once, for a week.
    Cut off at whatever moment, it can be run again.
    """
    from habeas.desk.lifecycle import create_store, open_store  # noqa: PLC0415  (Django is slow)

    if lang not in ("en", "es"):
        raise InputError("is not a language here", "Write en or es.", column="--lang", value=lang)
    if (store / "store.toml").exists():
        if not case and not admin:
            raise InputError("is a store already", "Name a --case to begin.", file=str(store))
        open_store(store)
    else:
        create_store(store, database, anew=anew)
        typer.echo(f"A store was begun in {store}.")
    if case:
        begin(case, title, lang, scopes, ask or [])
    if admin:
        invite(case, admin)


def begin(key: str, title: str, lang: str, scopes: Path | None, questions: list[str]) -> None:
    """Begin a case, unless it is there, and declare its scopes and questions."""
    from habeas.desk.cases import declarations as cases  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.models import Case  # noqa: PLC0415

    actor = at_the_command_line()
    held = Case.objects.filter(key=key).first()
    if held is None:
        held = cases.begin_case(actor, key, title, lang)
        typer.echo(f"The case {key} was begun.")
    if scopes:
        if not scopes.is_file():
            raise InputError("is not a file", "Name the case's TOML file.", file=str(scopes))
        cases.declare(held, actor, scopes.read_text(encoding="utf-8"), str(scopes))
    if questions:
        cases.ask(held, actor, "\n".join(questions), held.policy)


def invite(key: str, name: str) -> None:
    """Make somebody the administrator of a case, and print an invitation."""
    from habeas.desk.access import accounts  # noqa: PLC0415
    from habeas.desk.cases import declarations as cases  # noqa: PLC0415  (only once a store is open)
    from habeas.desk.roles import Role  # noqa: PLC0415

    actor = at_the_command_line()
    user = accounts.account(name, actor)
    if user.has_usable_password() and not key:
        accounts.forget_second_factor(user, actor)
    if key:
        from habeas.desk.models import Case  # noqa: PLC0415

        cases.set_role(Case.objects.get(key=key), actor, user, Role.ADMINISTRATOR)
    if not user.has_usable_password():
        typer.echo(f"Invitation for {name}, at the desk's address: {accounts.invite(user, actor)}")
