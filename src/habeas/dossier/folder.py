"""A dossier onto the disk: whole or not at all, and over nothing that is not one."""

from __future__ import annotations

import contextlib
import glob
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from habeas.dossier.site import MARK, SUMS
from habeas.vocabulary import InputError


def write_dossier(contents: Mapping[str, bytes], folder: str | Path) -> None:
    """Write the files of a dossier, replacing an earlier one in the same place.

    The files are written into a new folder beside, which then takes the place of the old one.
    Raises InputError where the folder holds anything but a dossier and its own files.
    """
    target = Path(folder)
    target = target.resolve() if target.is_symlink() else target
    _put_back(target)
    refuse_other_folder(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        for path in contents:
            file = fresh / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(contents[path])
        fresh.chmod(0o755)
        _swap(fresh, target)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _put_back(target: Path) -> None:
    """Put an earlier dossier back that a killed run had moved aside and not replaced."""
    aside = sorted(target.parent.glob(f".{glob.escape(target.name)}.old.*"))
    for old in aside:
        if not target.exists() and (old / "dossier").is_dir():
            (old / "dossier").rename(target)
        shutil.rmtree(old, ignore_errors=True)


def _swap(fresh: Path, target: Path) -> None:
    """Put a finished folder in the place of an old one."""
    if not target.exists():
        fresh.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=target.parent))
    target.rename(old / "dossier")
    try:
        fresh.rename(target)
    except BaseException:
        (old / "dossier").rename(target)
        raise
    finally:
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
