"""Shells complete what the parser knows, and the manual tells all of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from habeas.cli.application import VERBS
from habeas.cli.program.completion import SCRIPTS, Shell
from habeas.cli.program.manual import man_page
from habeas.cli.program.parser_tree import Option, Verb, parser_tree

TREE = Verb(
    "habeas", "",
    (Option(("--version",), "", "Print the version."),),
    verbs=(
        Verb("demo", "Show a case. At once.", (Option(("--out",), "PATH", "Where.", file=True),)),
        Verb(
            "estimate", "Estimate it's size.",
            (Option(("--method",), "WAY", "How.", ("dga", "chao")), Option(("--seed",), "N", "")),
            examples="Examples:\n  habeas estimate people.csv",
        ),
        Verb("archive", "Keep.", (), verbs=(Verb("add", "Add.", (Option(("--note",), "T", ""),)),)),
    ),
)  # fmt: skip


def completed(folder: Path, *words: str) -> set[str]:
    """What bash offers for the last of some words."""
    script = folder / "habeas.bash"
    script.write_text(SCRIPTS[Shell.BASH](TREE))
    quoted = " ".join(f"'{word}'" for word in ("habeas", *words))
    ask = f"source {script.name}; COMP_WORDS=({quoted}); COMP_CWORD={len(words)}; _habeas; "
    done = subprocess.run(
        ["bash", "--norc", "-c", ask + 'printf "%s\\n" "${COMPREPLY[@]}"'],
        capture_output=True, text=True, check=True, cwd=folder,
    )  # fmt: skip
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ([""], {"demo", "estimate", "archive", "--version", "-h", "--help"}),
        (["es"], {"estimate"}),
        (["estimate", "--m"], {"--method"}),
        (["estimate", "--method", ""], {"dga", "chao"}),
        (["estimate", "--method", "dga", "--s"], {"--seed"}),
        (["archive", "a"], {"add"}),
        (["archive", "add", "--n"], {"--note"}),
        (["estimate", "peo"], {"people.csv"}),
    ],
)
def test_bash_completes_verbs_options_choices_and_files(
    tmp_path: Path, words: list[str], offered: set[str]
):
    (tmp_path / "people.csv").touch()
    assert completed(tmp_path, *words) == offered


def test_fish_says_what_each_is_for_in_one_sentence():
    told = SCRIPTS[Shell.FISH](TREE)
    assert "-a demo -d 'Show a case'" in told
    assert r"-d 'Estimate it\'s size'" in told
    assert "-l method -x -a 'dga chao' -d 'How.'" in told


def test_zsh_takes_that_of_bash():
    assert SCRIPTS[Shell.ZSH](TREE).startswith("#compdef habeas\n")


def test_the_manual_tells_every_verb_with_its_options_and_examples():
    page = man_page(TREE)
    for told in (".SS habeas archive add", r"\fB\-\-method\fR", "One of: dga, chao."):
        assert told in page
    assert page.count(".SS ") == 4
    assert r"habeas estimate people.csv" in page


def test_lines_of_the_manual_that_begin_with_a_stop_are_text():
    told = man_page(Verb("habeas", ".hidden", ()))
    assert r"\&.hidden" in told


def test_the_parser_names_every_verb():
    tree = parser_tree()
    assert {verb.name for verb in tree.verbs} == set(VERBS)
    link = next(verb for verb in tree.verbs if verb.name == "link")
    assert {"--engine", "--review"} <= {name for option in link.options for name in option.names}
    assert all(verb.help for verb in tree.verbs)
    estimate = next(verb for verb in tree.verbs if verb.name == "estimate")
    kinds = {option.names[0]: option for option in estimate.options}
    assert kinds["--method"].choices[0] == "lcmcr"
    assert kinds["--plot"].file
    assert kinds["--json"].value == ""
    assert (kinds["--level"].value, kinds["--by"].value) == ("NUMBER", "COLUMN")
