"""A whole store in one file: of one moment, whole or not at all, and read back before it counts."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from habeas.desk.audit_log import activity
from habeas.desk.lifecycle import encryption, read_back
from habeas.desk.lifecycle.bundle import About, BundleWriter
from habeas.desk.lifecycle.moment import one_moment
from habeas.desk.lifecycle.snapshot import PagesChanged, evidence_now, pages_of, rows_in_batches
from habeas.desk.models import Case
from habeas.desk.publication import pages_standing_still
from habeas.desk.store import StoreLocation
from habeas.formats.atomic_write import cannot_write
from habeas.formats.replacement import sync_folder, unfinished_name, working_folder
from habeas.version import __version__
from habeas.vocabulary import HabeasError, InputError

TRIES = 8
"""How often a backup is begun anew because somebody published meanwhile."""

PAUSE = 0.25
"""Seconds before the second try; each pause is longer by as much."""


class NotSound(HabeasError):
    """Raised where a backup does not verify when it is read back; ``findings`` says why."""

    def __init__(self, sentence: str, findings: Sequence[str]) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)


@dataclass(frozen=True)
class Wishes:
    """How a backup is wanted.

    recipients: the public keys of those who alone can read it; none: anybody can. check: whether it
    is read back. despite_findings: whether it is kept where it does not verify.
    """

    recipients: Sequence[encryption.Recipient] = ()
    check: bool = True
    despite_findings: bool = False


@dataclass(frozen=True)
class BackedUp:
    """A backup that was written. findings: what does not verify in it, kept all the same."""

    about: About
    findings: list[str] = field(default_factory=list)


def back_up(
    place: StoreLocation,
    target: Path,
    wishes: Wishes = Wishes(),
    before_it_counts: Callable[[Path], None] = lambda _: None,
) -> BackedUp:
    """Write everything of a store into one new file, while others go on using it.

    before_it_counts: called with the verified file before it gets its name.
    Raises InputError where the file cannot be written or is there already; WriteFailed where the
    disk is full; NotSound where it does not verify when it is read back, and then it is gone again.
    """
    refuse_target(target)
    unfinished = unfinished_name(target)
    try:
        with _work(place, target, wishes) as work, working_folder(work, writes=unfinished) as own:
            backed_up = _written_and_checked(unfinished, own, wishes)
            before_it_counts(unfinished)
            refuse_target(target)
            unfinished.replace(target)
            sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(target, error) from None
    finally:
        unfinished.unlink(missing_ok=True)
    return backed_up


def refuse_target(target: Path) -> None:
    """Raise InputError where no new file can be written at ``target``."""
    if target.is_symlink() or target.exists():
        mode = target.lstat().st_mode
        if stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or target.is_symlink():
            raise InputError(
                "is not a file: a backup is read back before it counts",
                "Name a new file, and send that on.",
                file=str(target),
            )
        raise InputError("is there already", "Name a new file.", file=str(target))
    if not target.absolute().parent.is_dir():
        raise InputError("is in no folder that exists", "Make its folder first.", file=str(target))


@contextlib.contextmanager
def _work(place: StoreLocation, target: Path, wishes: Wishes) -> Iterator[Path]:
    """Within the block, have a folder to work in: the store's own, where it can be written."""
    if not place.read_only:
        yield place.work
        return
    memory = Path("/dev/shm")  # noqa: S108  (in memory: for the readable copy of what is encrypted)
    if wishes.recipients and wishes.check and not os.access(memory, os.W_OK):
        raise InputError(
            "cannot be read back: the store cannot be written, and no other place is as safe",
            "Add --no-read-back, and restore the backup once by hand.",
            file=str(target),
        )
    folder = tempfile.mkdtemp(
        prefix=".habeas-", dir=memory if wishes.recipients else target.absolute().parent
    )
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _written_and_checked(unfinished: Path, own: Path, wishes: Wishes) -> BackedUp:
    own_key = encryption.one_time_identity() if wishes.recipients and wishes.check else None
    recipients = list(wishes.recipients) + ([encryption.public(own_key)] if own_key else [])
    about = _written(unfinished, recipients, wishes)
    if not wishes.check:
        return BackedUp(about)
    key = encryption.told(own_key) if own_key else ""
    findings = read_back.read_back(unfinished, own / "restored", key)
    if findings and not wishes.despite_findings:
        raise NotSound(
            f"Nothing was kept: read back, the backup does not verify. {' '.join(findings)} "
            "“habeas status --verify” says whether the store itself does; to keep a backup of it "
            "as it is, add --despite-findings.",
            findings,
        )
    return BackedUp(about, findings)


def _written(unfinished: Path, recipients: Sequence[encryption.Recipient], wishes: Wishes) -> About:
    for number in range(1, TRIES + 1):
        unfinished.unlink(missing_ok=True)
        # Nobody else may read it while it is being written either.
        own = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(own, "wb") as stream:
                with _encrypted(stream, recipients) as plain:
                    about = _of_one_moment(plain, wishes.despite_findings)
                stream.flush()
                os.fsync(stream.fileno())
                return about
        except PagesChanged:
            if number == TRIES:
                raise
            time.sleep(PAUSE * number)
    raise AssertionError  # pragma: no cover


@contextlib.contextmanager
def _encrypted(
    stream: IO[bytes], recipients: Sequence[encryption.Recipient]
) -> Iterator[IO[bytes]]:
    if not recipients:
        yield stream
        return
    with encryption.encrypted(stream, recipients) as plain:
        yield plain


def _of_one_moment(stream: IO[bytes], as_they_lie: bool) -> About:
    """Write the store as it is at one moment; evidence is only added to, and may be read later.

    Nobody replaces public pages from before the moment until they are written.
    """
    with contextlib.ExitStack() as still:
        still.enter_context(pages_standing_still())
        with one_moment():
            evidence = evidence_now()
            about = About(
                habeas=__version__,
                at=datetime.now(UTC).isoformat(timespec="seconds"),
                activity_head=activity.head(),
                evidence=len(evidence.entries),
            )
            writer = BundleWriter(stream, about)
            for case in Case.objects.exclude(published_at=None):
                for name, content in pages_of(case, as_they_lie=as_they_lie):
                    writer.add(f"published/{case.key}/{name}", content)
            still.close()
            for lines in rows_in_batches():
                writer.add_rows(lines)
    if evidence.entries:
        writer.add("archive/log.jsonl", b"".join(evidence.log))
        writer.add("archive/head.json", evidence.head.content)
    for name, file in evidence.documents(lost_ones_too=not as_they_lie):
        writer.add_file(f"archive/{name}", file)
    writer.end()
    return about
