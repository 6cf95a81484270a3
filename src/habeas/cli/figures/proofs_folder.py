"""The folder into which proofs are written, a file each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from habeas.formats.atomic_write import write_whole
from habeas.vocabulary import InputError

OURS = re.compile(r"(answer-\d+-(low|high)|contradiction-\d+)\.json")
"""The names of proofs: what an earlier run left, and a later may replace."""


def refuse_foreign_folder(folder: Path) -> None:
    """Raise InputError where a folder holds anything but proofs, a link for one too, or is none."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise InputError("is not a folder", "Name a folder.", column="--proofs", value=str(folder))
    for entry in sorted(folder.iterdir()):
        if entry.is_symlink() or not OURS.fullmatch(entry.name) or not entry.is_file():
            raise InputError(
                f"holds something that is not a proof ({entry.name})",
                "Name a new or an empty folder; only proofs of an earlier run are replaced.",
                column="--proofs",
                value=str(folder),
            )


def write_proofs(folder: Path, texts: Mapping[str, str]) -> None:
    """Write proofs, each whole or not at all, and take away those of an earlier run.

    Raises InputError where the folder holds other files or cannot be written to.
    """
    refuse_foreign_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"cannot be made ({(error.strerror or str(error)).lower()})",
            "Name a folder that you may write to.",
            column="--proofs",
            value=str(folder),
        ) from None
    for name, text in texts.items():
        write_whole(folder / name, text, follow_links=False)
    for entry in folder.iterdir():
        if entry.name not in texts and OURS.fullmatch(entry.name):
            entry.unlink()
