"""A dossier onto the disk: whole or not at all, and over nothing that is not one."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from habeas.dossier.known_files import MARK, SUMS
from habeas.formats.replacement import FolderReplacement, replacing
from habeas.vocabulary import InputError


def write_dossier(contents: Mapping[str, bytes], folder: str | Path) -> None:
    """Write the files of a dossier, replacing an earlier one in the same place in one step.

    Raises InputError where the folder holds anything but a dossier and its own files.
    """
    with replacing_dossier(folder) as replacement:
        replacement.replace(contents)


@contextlib.contextmanager
def replacing_dossier(folder: str | Path) -> Iterator[FolderReplacement]:
    """Keep others from replacing a dossier until the block ends; wait for whoever does so now.

    What an earlier one said has to be read within the block: else of two publications at once each
    would forget the other. Raises InputError as ``write_dossier`` does.
    """
    refuse_other_folder(Path(folder))
    target = Path(folder).resolve()
    with replacing(target) as replacement:
        _put_back(target)
        # Anew, for others may have come before us, or a run of theirs been finished.
        refuse_other_folder(target)
        yield replacement


def _put_back(target: Path) -> None:
    """Put an earlier dossier back that a killed run of Habeas 0.1 had moved aside."""
    for old in sorted(target.parent.glob(f".{glob.escape(target.name)}.old.*")):
        if not target.exists() and (old / "dossier").is_dir():
            (old / "dossier").rename(target)
        shutil.rmtree(old, ignore_errors=True)


def refuse_other_folder(target: Path) -> None:
    """Raise InputError unless ``target`` is free, empty, or a dossier with nothing added to it."""
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError(
            "is a file", "Give the name of a folder for the dossier.", file=str(target)
        )
    present = {_path(target, Path(base) / name)
               for base, _, names in os.walk(target) for name in names}  # fmt: skip
    if not present:
        return
    if MARK not in present:
        raise InputError(
            "is a folder that holds other files and no dossier",
            "Name a folder that does not exist yet, or an earlier dossier.",
            file=str(target),
        )
    if foreign := sorted(present - _own(target)):
        raise InputError(
            "is a dossier to which something was added that would be lost",
            "Move it elsewhere, or name another folder.",
            file=str(target),
            value=foreign[0],
        )


def _path(target: Path, file: Path) -> str:
    return file.relative_to(target).as_posix()


def _own(target: Path) -> set[str]:
    own = {MARK, SUMS}
    with contextlib.suppress(OSError, UnicodeDecodeError):
        for line in (target / SUMS).read_text(encoding="utf-8").splitlines():
            own.add(line.partition("  ")[2])
    return own
