"""The verbs, put together into one program.

To add a verb ``count``: write ``count.py`` in the room that it belongs to, with a function
``count`` (or a ``typer.Typer`` of that name where the verb has verbs of its own) and a text
``EXAMPLES`` of command lines that teach it; then add ``"count"`` and its room to VERBS. A verb
``count-all`` lives in ``count_all``. A class ``COMMAND`` in the file may read the words of the verb
its own way. Only the file of the verb that was typed is imported, so that every verb starts as fast
as its own engine allows; the list of all verbs is read off their files without importing any. Raise
InputError for bad input and HabeasError for failure: ``failures`` prints them.
"""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from typing import Annotated

import typer

from habeas.version import __version__

VERBS = {
    "demo": "publishing",
    "extract": "documents",
    "reconcile": "figures",
    "changes": "figures",
    "check-proof": "figures",
    "columns": "people",
    "link": "people",
    "verify": "people",
    "estimate": "people",
    "account": "people",
    "publish": "publishing",
    "archive": "documents",
    "init": "stores",
    "add": "stores",
    "status": "stores",
    "serve": "stores",
    "backup": "stores",
    "restore": "stores",
    "seal": "stores",
    "completion": "program",
    "manual": "program",
}
"""The verbs and their rooms, in the order in which ``habeas --help`` lists them: one a line."""


def application(words: list[str]) -> typer.Typer:
    """Return the program that can answer the command line ``words``."""
    verb = next((word for word in words if not word.startswith("-")), "")
    app = framed()
    if verb in VERBS:
        add_verb(app, verb)
    else:
        for name in VERBS:
            list_verb(app, name)
    return app


def whole_application() -> typer.Typer:
    """Return the program with all its verbs, whose files are all imported."""
    app = framed()
    for name in VERBS:
        add_verb(app, name)
    return app


def framed() -> typer.Typer:
    """Return the program without a verb yet."""
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(frame)
    return app


def add_verb(app: typer.Typer, name: str) -> None:
    """Import the file of a verb and add it, with its examples, to the program."""
    module = importlib.import_module(f"habeas.cli.{VERBS[name]}.{name.replace('-', '_')}")
    verb = getattr(module, name.replace("-", "_"))
    examples = as_epilog(module.EXAMPLES)
    if isinstance(verb, typer.Typer):
        app.add_typer(verb, name=name, epilog=examples, rich_help_panel=None)
    else:
        kind = getattr(module, "COMMAND", None)
        app.command(name, cls=kind, epilog=examples, no_args_is_help=False)(verb)


def list_verb(app: typer.Typer, name: str) -> None:
    """Add a verb as ``habeas --help`` lists it, without importing its file."""

    def listed() -> None: ...

    app.command(name, help=help_of(name))(listed)


def help_of(name: str) -> str:
    """Return what a verb's file says the verb does."""
    word = name.replace("-", "_")
    file = Path(__file__).parent / VERBS[name] / f"{word}.py"
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        match node:
            case ast.FunctionDef(name=function) if function == word:
                return ast.get_docstring(node) or ""
            case ast.Assign(targets=[ast.Name(id=named)], value=ast.Call(keywords=given)):
                if named == word:
                    told = {each.arg: each.value for each in given}
                    return str(ast.literal_eval(told["help"]))
            case _:
                pass
    return ""


def as_epilog(examples: str) -> str:
    """Return command lines as the end of a help page, their lines kept as they are."""
    lines = "\n".join(f"  {line}" for line in examples.strip().splitlines())
    return f"\b\nExamples:\n{lines}"


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        typer.echo(f"habeas {__version__}")
        raise typer.Exit


def frame(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Find out what published counts of prisoners can be true together, and the proof of it.

    Each verb reads and writes files, so that it can be used on its own, in a pipe or in a
    Makefile. "habeas VERB --help" shows how.
    """
