"""The frame of the command line: help, version, and errors as sentences."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from habeas import cli
from habeas.cli.application import VERBS, application
from habeas.cli.console.failures import failures_as_sentences
from habeas.version import __version__
from habeas.vocabulary import EvidenceError, InputError


def test_the_version_is_printed(habeas_process: Any):
    assert habeas_process("--version").stdout == f"habeas {__version__}\n"


def test_help_lists_every_verb_and_each_verb_teaches_by_example(habeas: Any):
    page = habeas("--help").stdout
    for verb in VERBS:
        assert f"\n  {verb} " in page
        assert re.search(rf"Examples:\n +habeas {verb}\b", habeas(verb, "--help").stdout)


def test_every_file_that_teaches_a_verb_is_a_verb():
    files = Path(str(cli.__file__)).parent.rglob("*.py")
    taught = {file.stem for file in files if "\nEXAMPLES = " in file.read_text()}
    assert {stem.replace("_", "-") for stem in taught} == set(VERBS)


def test_a_verb_that_is_not_there_is_refused_with_exit_code_2(habeas_process: Any):
    done = habeas_process("liberate")
    assert done.returncode == 2
    assert "No such command 'liberate'" in done.stderr


def test_only_the_verb_that_was_typed_is_imported():
    for verb in VERBS:
        groups = [group.name for group in application([verb]).registered_groups]
        commands = [command.name for command in application([verb]).registered_commands]
        assert groups + commands == [verb]


def refuse() -> None:
    raise InputError("is empty", "Write a number.", file="a.csv", line=3, column="low")


def damage() -> None:
    raise EvidenceError("The log is cut short.")


def fill_disk() -> None:
    raise OSError(28, "No space left on device", "out.csv")


def stop() -> None:
    raise KeyboardInterrupt


def err() -> None:
    raise TypeError("that was a bug")


@pytest.mark.parametrize(
    ("work", "code", "said"),
    [
        (refuse, 2, "habeas: a.csv, line 3, column low: is empty. Write a number.\n"),
        (damage, 1, "habeas: The log is cut short.\n"),
        (fill_disk, 1, "habeas: out.csv: no space left on device.\n"),
        (stop, 130, "habeas: stopped; nothing half-written is left.\n"),
        (err, 1, "habeas: an error in Habeas itself (TypeError: that was a bug). "
         "Please report it; with HABEAS_TRACEBACK=1 it shows where.\n"),
    ],
)  # fmt: skip
def test_whatever_goes_wrong_is_a_sentence_and_an_exit_code(
    work: Callable[[], None], code: int, said: str, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as left, failures_as_sentences():
        work()
    assert left.value.code == code
    assert capsys.readouterr().err == said
