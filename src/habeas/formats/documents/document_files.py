"""Which files of the folders and names given hold documents."""

from __future__ import annotations

import stat
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from habeas.formats.documents.document_table import TABLE
from habeas.formats.documents.media_types import SUFFIXES, type_by_name
from habeas.formats.text_lines import refuse_unreadable_file
from habeas.vocabulary import InputError

DEEPEST_FOLDER = 50


def document_files(
    paths: Sequence[str | Path], note: Callable[[str], None], fail: Callable[[InputError], None]
) -> Iterator[Path]:
    """Go through the files named, and in the folders named through all documents, by name.

    "-" is standard input.
    In folders hidden files and files of other kinds are passed over; ``note`` is told of the
    latter. ``fail`` is given what must be refused: a name that is not there, a folder without
    documents, and a symbolic link that leads out of its folder.
    """
    for path in (Path("/dev/stdin") if str(name) == "-" else Path(name) for name in paths):
        if not path.is_dir():
            try:
                refuse_unreadable_file(path)
            except InputError as error:
                fail(error)
            else:
                yield path
            continue
        found = 0
        others: Counter[str] = Counter()
        for file in _walk(path, path.resolve(), fail, 0):
            if type_by_name(file.name):
                found += 1
                yield file
            elif file.name != TABLE:
                others[file.suffix.lower() or "no suffix"] += 1
        _report(path, found, others, note, fail)


def _walk(
    folder: Path, root: Path, fail: Callable[[InputError], None], depth: int
) -> Iterator[Path]:
    if depth > DEEPEST_FOLDER:
        fail(InputError("lies too deep", "Name it on its own.", file=str(folder)))
        return
    try:
        names = sorted(folder.iterdir())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        fail(InputError(f"cannot be read ({reason})", "Check it.", file=str(folder)))
        return
    for path in names:
        if path.name.startswith("."):
            continue
        if path.is_symlink():
            # What it names inside the folder is met there; what lies outside was not given.
            if not path.resolve().is_relative_to(root):
                fail(_leads_out(path))
        elif stat.S_ISDIR(mode := path.lstat().st_mode):
            yield from _walk(path, root, fail, depth + 1)
        elif stat.S_ISREG(mode):
            yield path


def _leads_out(path: Path) -> InputError:
    return InputError(
        "is a symbolic link that leads out of the folder",
        "Put the file itself there, name it on its own, or take the link out.",
        file=str(path),
    )


def _report(
    folder: Path,
    found: int,
    others: Counter[str],
    note: Callable[[str], None],
    fail: Callable[[InputError], None],
) -> None:
    kinds = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
    if not found:
        there = f" (only {kinds})" if kinds else ""
        fail(
            InputError(
                f"this folder holds no documents{there}",
                f"Documents are files named {', '.join(SUFFIXES)}.",
                file=str(folder),
            )
        )
    elif kinds:
        note(f"{folder}: files of other kinds were passed over ({kinds}).")
