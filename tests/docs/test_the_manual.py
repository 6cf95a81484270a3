"""The manual is true: its commands run and print what it shows, and its links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
TOLD = ("README.md", "docs/tutorial.md", "docs/dossier.md", "docs/es.md")


def sessions(page: Path) -> list[tuple[str, str]]:
    """Find the commands of a page's console blocks, each with what it is shown to print."""
    blocks = re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    return [
        (command, shown)
        for block in blocks
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.M)
    ]


def tables(page: Path) -> list[tuple[str, str]]:
    """Find the tables that a page shows, each with the name of its file."""
    return re.findall(r"^```csv (\S+)\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


def matches(shown: str, printed: str) -> bool:
    """Whether something was printed as shown; "…" stands for anything."""
    pattern = ".*".join(re.escape(piece) for piece in shown.strip().split("…"))
    return re.fullmatch(pattern, printed.strip(), re.S) is not None


@pytest.mark.parametrize("name", TOLD)
def test_the_commands_of_a_page_print_what_it_shows(name: str, tmp_path: Path):
    program = tmp_path / "bin" / "habeas"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m habeas "$@"\n')
    program.chmod(0o755)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    told = sessions(ROOT / name)
    for file, content in tables(ROOT / name):
        (tmp_path / file).write_text(content, encoding="utf-8")
    assert told
    for command, shown in told:
        done = subprocess.run(
            ["bash", "-c", f'PATH="{program.parent}:$PATH"; set -o pipefail; {command}'],
            cwd=tmp_path, capture_output=True, text=True, check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        )  # fmt: skip
        assert done.returncode == 0, f"{command}: {done.stderr}"
        assert matches(shown, done.stdout), f"{command} printed:\n{done.stdout}"


def test_every_link_between_the_pages_leads_to_a_file():
    for page in PAGES:
        links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        for link in links:
            if "://" not in link:
                assert (page.parent / link).exists(), f"{page.name} links to {link}"


def test_every_key_of_the_glossary_is_one_of_the_projects_words():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    for word in ("claim", "measure", "scope", "viewpoint", "bound", "proof", "contradiction",
                 "repair", "record", "person", "link", "decision", "custody", "announcement",
                 "estimate", "dossier", "desk"):  # fmt: skip
        assert f"| {word} |" in glossary
