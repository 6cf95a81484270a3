"""What of a list is ambiguous and matters: asked on a terminal, an error in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.prompt import Prompt

from habeas.formats.lists import (
    ListColumns,
    PeopleList,
    Question,
    answered,
    questions,
    read_list,
    read_lists,
)
from habeas.vocabulary import InputError


def read_and_asked(lists: Sequence[Path], meaning: ListColumns) -> list[PeopleList]:
    """Read lists, and again with the answers to what had to be asked.

    Raises InputError with the option that answers, where there is no terminal to ask on.
    """
    read = read_lists(lists, meaning)
    asking = _is_terminal()
    for at, path in enumerate(lists):
        seen: set[Question] = set()
        while rest := [one for one in questions(read[at], str(path)) if one not in seen]:
            if not asking:
                raise _unanswered(rest[0])
            seen.add(rest[0])
            meaning = answered(meaning, read[at], rest[0], _answer(rest[0]))
            read[at] = read_list(path, meaning)
    return read


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _unanswered(question: Question) -> InputError:
    return InputError(
        question.sentence,
        f'Write "habeas columns {question.file} -o columns.toml", say there {question.hint}, and '
        "give it with --columns columns.toml.",
        file=question.file,
        column=question.columns[0] if len(question.columns) == 1 else None,
    )


def _answer(question: Question) -> str:
    console = Console(stderr=True)
    console.print(f"{question.file}: {question.sentence}.", markup=False)
    for number, (_, means) in enumerate(question.choices, 1):
        console.print(f"  {number}  {means}", markup=False)
    numbers = [str(number) for number in range(1, len(question.choices) + 1)]
    said = Prompt.ask("Which", choices=numbers, console=console)
    console.print(f"To keep the answer, write {question.hint} in --columns.", markup=False)
    return question.choices[int(said) - 1][0]
