"""Every verb of the program with its options, read off the parser itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import typer

from habeas.cli.application import whole_application


@dataclass(frozen=True)
class Option:
    """An option or an argument of a verb.

    names: as typed, such as "--case"; an argument's metavar alone. value: what stands for its
    value in a manual, "" for a flag. choices: the only values, where they are few. file: whether
    the value names a file or folder.
    """

    names: tuple[str, ...]
    value: str
    help: str
    choices: tuple[str, ...] = ()
    file: bool = False

    @property
    def is_argument(self) -> bool:
        """Whether it has a place rather than a name."""
        return not self.names[0].startswith("-")


@dataclass(frozen=True)
class Verb:
    """A verb, its words for people, its options, and its own verbs where it has some."""

    name: str
    help: str
    options: tuple[Option, ...]
    examples: str = ""
    verbs: tuple[Verb, ...] = ()


def parser_tree() -> Verb:
    """Return the program as one verb that holds all the others. Every verb's file is imported."""
    return _verb(typer.main.get_command(whole_application()), "habeas")


def walked(tree: Verb, before: str = "") -> Iterator[tuple[str, Verb]]:
    """Go through the verbs below one, each with the words that lead to it."""
    for verb in tree.verbs:
        words = f"{before} {verb.name}".strip()
        yield words, verb
        yield from walked(verb, words)


def _verb(command: Any, name: str) -> Verb:  # noqa: ANN401 - of Typer or of Click, by version
    options = tuple(_option(each) for each in command.params if not getattr(each, "hidden", False))
    inner = getattr(command, "commands", {})
    verbs = tuple(_verb(each, key) for key, each in inner.items())
    return Verb(name, command.help or "", options, command.epilog or "", verbs)


def _option(parameter: Any) -> Option:  # noqa: ANN401
    kind = _kind(parameter)
    choices = _choices(kind)
    file = kind is Path or getattr(kind, "name", "") in {"path", "file", "filename", "directory"}
    told = getattr(parameter, "help", "") or ""
    if parameter.param_type_name == "argument":
        named = parameter.metavar or parameter.name.upper()
        return Option((named,), named, told, choices, file)
    names = (*parameter.opts, *parameter.secondary_opts)
    value = "" if parameter.is_flag else parameter.metavar or _named(kind, choices, file)
    return Option(names, value, told, choices, file)


def _kind(parameter: Any) -> Any:  # noqa: ANN401
    """Return what a parameter's values are: newer Typer keeps our own type, older one of Click."""
    described = getattr(parameter, "type_descriptor", None)
    kind = described.annotation if described else parameter.type
    inner = get_args(kind)
    return inner[0] if inner else kind


def _choices(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(each.value) for each in kind)
    return tuple(str(getattr(each, "value", each)) for each in getattr(kind, "choices", ()))


def _named(kind: Any, choices: tuple[str, ...], file: bool) -> str:  # noqa: ANN401
    if file or choices:
        return "PATH" if file else "CHOICE"
    number = kind in {int, float} or getattr(kind, "name", "").startswith(("int", "float"))
    return "NUMBER" if number else "TEXT"
