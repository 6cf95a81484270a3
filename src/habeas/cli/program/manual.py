"""``habeas manual``: the page that ``man`` shows, written from the parser."""

from __future__ import annotations

import typer

from habeas.cli.program.parser_tree import Option, Verb, parser_tree, walked
from habeas.version import __version__

EXAMPLES = """
habeas manual > ~/.local/share/man/man1/habeas.1
habeas manual | man -l -
"""


def manual() -> None:
    """Print the page of the manual that man shows: every verb with its options and examples."""
    typer.echo(man_page(parser_tree()), nl=False)


def man_page(tree: Verb) -> str:
    """Return the program's page in the words of man(7)."""
    lines = [
        f'.TH HABEAS 1 "" "habeas {__version__}" "Habeas"',
        ".SH NAME",
        "habeas \\- what published counts of prisoners can be true together, and the proof of it",
        ".SH SYNOPSIS",
        ".B habeas\n.I VERB\n[\\fIOPTIONS\\fR]",
        ".SH DESCRIPTION",
        *_paragraphs(tree.help),
        ".SH VERBS",
    ]
    for words, verb in walked(tree):
        lines += [f".SS habeas {_plain(words)}", *_paragraphs(verb.help)]
        for option in verb.options:
            lines += _option(option)
        lines += _examples(verb.examples)
    return "\n".join([*lines, *STATUS, ""])


STATUS = (
    ".SH EXIT STATUS", ".TP", "0", "What was asked for was done.", ".TP", "1",
    "The input was good, and the work failed.", ".TP", "2", "The input cannot be taken.",
)  # fmt: skip


def _option(option: Option) -> list[str]:
    value = f" \\fI{_plain(option.value)}\\fR" if option.value and not option.is_argument else ""
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in option.names)
    choices = f" One of: {', '.join(option.choices)}." if option.choices else ""
    return [".TP", f"{names}{value}", _plain(f"{option.help}{choices}")]


def _paragraphs(text: str) -> list[str]:
    return [
        line
        for paragraph in text.replace("\b", "").split("\n\n")
        for line in (".PP", _plain(" ".join(paragraph.split())))
    ]


def _examples(text: str) -> list[str]:
    shown = [line.strip() for line in text.replace("\b", "").splitlines()]
    kept = [line for line in shown if line and line != "Examples:"]
    return [".PP", "Examples:", ".nf", *map(_plain, kept), ".fi"] if kept else []


def _plain(text: str) -> str:
    """Return a text that man(7) takes for nothing but text."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe.startswith((".", "'")) else safe
