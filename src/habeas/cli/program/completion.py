"""``habeas completion``: what makes a shell complete verbs, options and choices."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from habeas.cli.program.parser_tree import Option, Verb, parser_tree, walked

EXAMPLES = """
habeas completion bash > ~/.local/share/bash-completion/completions/habeas
habeas completion zsh > ~/.zfunc/_habeas
habeas completion fish > ~/.config/fish/completions/habeas.fish
"""

HELP = ("-h", "--help")


class Shell(StrEnum):
    """The shells that are known."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(shell: Annotated[Shell, typer.Argument(help="Which shell.")]) -> None:
    """Print what makes a shell complete the program's verbs, options and choices.

    It is written from the parser, and is to be written anew with a new version. Nothing of Habeas
    runs while a shell completes.
    """
    typer.echo(SCRIPTS[shell](parser_tree()), nl=False)


def bash_script(tree: Verb) -> str:
    """Return the completion for bash: words of the verbs so far, then a list for them."""
    cases = [f"    {_pattern(words)}) words='{_words(verb)}' ;;" for words, verb in _all(tree)]
    values = [
        f"    {_pattern(words, name)}) words='{' '.join(option.choices)}' values=1 ;;"
        for words, verb in _all(tree)
        for option in verb.options
        if option.choices
        for name in option.names
        if not option.is_argument
    ]
    return BASH.format(cases="\n".join(cases), values="\n".join(values))


def zsh_script(tree: Verb) -> str:
    """Return the completion for zsh, which understands that of bash."""
    return "#compdef habeas\nautoload -U +X bashcompinit && bashcompinit\n" + bash_script(tree)


def fish_script(tree: Verb) -> str:
    """Return the completion for fish, with what each verb and option is for."""
    lines = []
    for words, verb in _all(tree):
        seen = " ".join(f"__fish_seen_subcommand_from {word};and" for word in words.split())
        inner = " ".join(each.name for each in verb.verbs)
        bare = f"not __fish_seen_subcommand_from {inner}" if inner else "true"
        where = f"-n '{seen.replace(';and', '; and')} {bare}'"
        lines += [
            f"complete -c habeas {where} -f -a {each.name} -d {_fish(first_sentence(each.help))}"
            for each in verb.verbs
        ]
        lines += [_fish_option(where, option) for option in verb.options if not option.is_argument]
    return "\n".join([*lines, ""])


def _fish_option(where: str, option: Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    takes = "" if not option.value else " -r" if option.file or not option.choices else " -x"
    choices = f" -a '{' '.join(option.choices)}'" if option.choices else ""
    return f"complete -c habeas {where} {names}{takes}{choices} -d {_fish(option.help)}"


def first_sentence(text: str) -> str:
    """Return the first sentence of a help text, on one line and without its full stop."""
    flat = " ".join(text.split())
    return re.split(r"(?<=[.!?])\s", flat, maxsplit=1)[0].removesuffix(".")


def _all(tree: Verb) -> list[tuple[str, Verb]]:
    return [("", tree), *walked(tree)]


def _words(verb: Verb) -> str:
    names = [name for option in verb.options if not option.is_argument for name in option.names]
    return " ".join([*(each.name for each in verb.verbs), *names, *HELP])


def _pattern(words: str, option: str = "") -> str:
    return f"'{words}:{option}'" if option else f"'{words}'"


def _fish(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


BASH = """\
# Completion of habeas, written from its parser.
_habeas() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} verbs='' word
  local words='' values='' known
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    known=$(_habeas_words "${{verbs:+$verbs }}$word")
    [ -n "$known" ] && verbs="${{verbs:+$verbs }}$word"
  done
  case "$verbs:$before" in
{values}
    *) words=$(_habeas_words "$verbs") ;;
  esac
  COMPREPLY=()
  if [[ $current == -* || -n $values || -z $verbs || $words != -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
  [ ${{#COMPREPLY[@]}} -gt 0 ] || COMPREPLY=($(compgen -f -- "$current"))
}}
_habeas_words() {{
  local words=''
  case "$1" in
{cases}
  esac
  printf '%s' "$words"
}}
complete -o filenames -F _habeas habeas
"""

SCRIPTS: Mapping[Shell, Callable[[Verb], str]] = {
    Shell.BASH: bash_script,
    Shell.ZSH: zsh_script,
    Shell.FISH: fish_script,
}
