"""A folder written beside another, then put in its place in one step.

What is written lies in a folder beside, ``.NAME.habeas``: ``README`` says what it is, ``lock`` is
held by whoever works, ``new`` is the folder being written, ``old`` the one that it takes the place
of, ``swap`` says that ``new`` is whole and is to take its place. It is removed at the end.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from habeas.formats.replacement import exchange
from habeas.formats.replacement.durable import remove_tree, sync_folder, write_files
from habeas.formats.replacement.file_lock import held
from habeas.formats.replacement.write_failure import told_as_failure

README = (
    "Habeas is writing, or was writing when it was stopped, the folder beside this one.\n"
    "This folder is cleared away by the next run that writes there. While no program of Habeas\n"
    "runs, it can be deleted.\n"
)


def never(_staged: Path) -> bool:
    """Say that no staged folder counts before it is asked for."""
    return False


@dataclass(frozen=True)
class FolderReplacement:
    """A folder that is being replaced, its lock held by us.

    target: the folder. counts: whether a staged folder that was found, or is left at the end,
    counts already, so that it takes its place; otherwise it is cleared away.
    """

    target: Path
    counts: Callable[[Path], bool] = never

    @property
    def beside(self) -> Path:
        """Where the work on the folder lies."""
        return left_beside(self.target)

    @property
    def staged(self) -> Path:
        """The folder as it will be."""
        return self.beside / "new"

    @property
    def old(self) -> Path:
        """The folder as it was, while it makes way."""
        return self.beside / "old"

    @property
    def intention(self) -> Path:
        """The file that says that what is staged is whole, and takes its place."""
        return self.beside / "swap"

    def stage(self, contents: Mapping[str, bytes]) -> None:
        """Write the folder beside, by paths, safe on the disk when this returns."""
        with told_as_failure(self.target):
            remove_tree(self.staged)
            write_files(contents, self.staged)
            self.staged.chmod(0o755)
            sync_folder(self.beside)

    def swap(self) -> None:
        """Put what is staged in the place of what is there."""
        with told_as_failure(self.target):
            if not self.target.exists():
                self.staged.rename(self.target)
            elif not exchange.exchange(self.staged, self.target):
                self._swap_in_two_steps()
            sync_folder(self.target.parent)

    def replace(self, contents: Mapping[str, bytes]) -> None:
        """Write a folder and put it in its place."""
        self.stage(contents)
        self.swap()

    def remove(self) -> None:
        """Take the folder away, as a whole: nobody meets a part of it."""
        with told_as_failure(self.target):
            if self.target.exists():
                remove_tree(self.old)
                self.target.rename(self.old)
                sync_folder(self.target.parent)
                remove_tree(self.old)

    def settle(self) -> None:
        """Finish what was to take its place, and clear away the rest."""
        with told_as_failure(self.target):
            if self.intention.exists():
                self._finish()
            elif self.staged.exists() and self.counts(self.staged):
                self.swap()
            self._clear()

    def _swap_in_two_steps(self) -> None:
        remove_tree(self.old)
        self.intention.write_text("The folder new is whole.\n", encoding="utf-8")
        sync_folder(self.beside)
        self._finish()

    def _finish(self) -> None:
        if self.staged.exists():
            if self.target.exists():
                self.target.rename(self.old)
            self.staged.rename(self.target)
        sync_folder(self.target.parent)
        sync_folder(self.beside)
        self.intention.unlink()

    def _clear(self) -> None:
        for part in (self.staged, self.old):
            remove_tree(part)


def left_beside(target: Path) -> Path:
    """Return where the work on a folder lies, and what a killed run leaves of it."""
    return target.parent / f".{target.name}.habeas"


@contextlib.contextmanager
def replacing(target: Path, counts: Callable[[Path], bool] = never) -> Iterator[FolderReplacement]:
    """Hold a folder's lock, waiting for whoever holds it; what an earlier run left is settled.

    Raises InputError or WriteFailed where nothing can be written beside the folder.
    """
    with _settled(target, counts, wait=True) as replacement:
        if replacement is None:  # pragma: no cover - who waits gets the lock
            raise RuntimeError("a lock that was waited for was not to be had")
        yield replacement


@contextlib.contextmanager
def replacing_if_free(
    target: Path, counts: Callable[[Path], bool] = never
) -> Iterator[FolderReplacement | None]:
    """Do as ``replacing`` does, but yield None where somebody replaces the folder right now."""
    with _settled(target, counts, wait=False) as replacement:
        yield replacement


@contextlib.contextmanager
def _settled(
    target: Path, counts: Callable[[Path], bool], *, wait: bool
) -> Iterator[FolderReplacement | None]:
    beside = left_beside(target)
    with contextlib.ExitStack() as stack:
        with told_as_failure(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            got = stack.enter_context(_held(beside, wait=wait))
        if not got:
            yield None
            return
        replacement = FolderReplacement(target, counts)
        stack.callback(_leave, beside)
        with told_as_failure(target):
            (beside / "README").write_text(README, encoding="utf-8")
        replacement.settle()
        try:
            yield replacement
        finally:
            replacement.settle()


@contextlib.contextmanager
def _held(beside: Path, *, wait: bool) -> Iterator[bool]:
    """Hold the lock in a folder that whoever held it before may remove at any moment."""
    while True:
        beside.mkdir(mode=0o700, exist_ok=True)
        with contextlib.ExitStack() as stack:
            try:
                got = stack.enter_context(held(beside / "lock", wait=wait))
            except FileNotFoundError:
                continue
            yield got
            return


def _leave(beside: Path) -> None:
    """Remove the folder of the work; whoever waits for its lock begins another."""
    with contextlib.suppress(OSError):
        (beside / "README").unlink(missing_ok=True)
        (beside / "lock").unlink(missing_ok=True)
        beside.rmdir()
