"""The archive: adding documents, and reading them again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from hashlib import sha256 as hash_of
from pathlib import Path

from habeas.archive.durable_steps import append, make_folder, sync_folder, write_file
from habeas.archive.entry import Entry, utc
from habeas.archive.layout import SHA256, Layout
from habeas.archive.lock import locked
from habeas.archive.log import Log, read_log, write_head
from habeas.archive.recovery import recover, settle
from habeas.archive.verification import Finding, findings
from habeas.vocabulary import EvidenceError, InputError


class Archive:
    """Documents byte for byte under their SHA-256, with an append-only, hash-chained log.

    Opening one repairs what an interrupted import left; ``repairs`` says what was done. A folder
    that is empty or not there becomes an archive when the first document is added.
    Several processes may add at a time. Raises InputError where the folder holds something else.
    """

    def __init__(self, path: str | Path) -> None:
        self.layout = Layout(Path(path))
        self.repairs: list[str] = []
        self._log: Log | None = None
        if not self.layout.exists:
            self._refuse_other_folder()
            return
        with locked(self.layout.lock) as may_write:
            if may_write:
                # What is damaged can still be read and verified; adding to it is refused.
                with contextlib.suppress(EvidenceError):
                    self._log, done = recover(self.layout)
                    self.repairs += done

    @property
    def exists(self) -> bool:
        """Whether anything has been added yet."""
        return self.layout.exists

    def add(
        self,
        content: bytes,
        *,
        source: str,
        at: datetime,
        media_type: str,
        url: str = "",
        document: str = "",
    ) -> Entry:
        """Keep a document; when this returns, it is safe on the disk, and its entry with it.

        at: with a time zone; the archive reads no clock. The same bytes may come again from
        elsewhere: they are kept once, and each coming is an entry.
        Raises EvidenceError where the log is damaged, OSError where the disk fails.
        """
        layout = self.layout
        make_folder(layout.root)
        with locked(layout.lock) as may_write:
            if not may_write:
                raise EvidenceError(f"{layout.root}: nothing may be written here.")
            make_folder(layout.incoming)
            make_folder(layout.objects)
            log = self._current_log()
            entry = Entry(
                number=len(log.entries) + 1,
                sha256=hash_of(content).hexdigest(),
                size=len(content),
                media_type=media_type,
                source=source.encode("utf-8", "backslashreplace").decode(),
                url=url,
                document=document,
                at=utc(at),
                previous=log.head.hash,
            ).sealed()
            write_file(layout.arriving(entry.sha256), content)
            sync_folder(layout.incoming)
            append(layout.log, entry.line)
            log.entries.append(entry)
            log = Log(log.entries, log.size + len(entry.line), b"")
            write_head(layout, log.head)
            settle(layout, entry.sha256)
            self._log = log
        return entry

    def read(self, sha256: str) -> bytes:
        """Return a document's bytes. Raises EvidenceError where they are missing or changed."""
        if not SHA256.fullmatch(sha256):
            raise InputError("is not a SHA-256", "Write its 64 digits from 0 to f.", value=sha256)
        for path in (self.layout.object(sha256), self.layout.arriving(sha256)):
            try:
                content = path.read_bytes()
            except FileNotFoundError:
                continue
            if hash_of(content).hexdigest() != sha256:
                raise EvidenceError(f"Document {sha256} of {self.layout.root} was changed.")
            return content
        raise EvidenceError(f"Document {sha256} is not in {self.layout.root}.")

    def entries(self) -> list[Entry]:
        """Return the entries of the log, in the order in which documents came in.

        Raises EvidenceError where the log is damaged.
        """
        log = self._log if self._log and not self._is_stale() else read_log(self.layout)
        if log.broken:
            number = len(log.entries) + 1
            raise EvidenceError(f"Line {number} of the log of {self.layout.root} {log.broken}.")
        return list(log.entries)

    def verify(
        self, watch: Callable[[list[str]], Iterable[str]] = iter, noted_head: str = ""
    ) -> list[Finding]:
        """Return every changed, missing or added byte that can be found; nothing where all is well.

        watch: is given the names of all documents and goes through them, to show progress.
        noted_head: the hash of an entry that was noted down elsewhere and must still be there.
        """
        with locked(self.layout.lock):
            return list(findings(self.layout, watch, noted_head))

    def _current_log(self) -> Log:
        """Return the log to add to, repaired where need be; until it is kept again, it is stale."""
        log, self._log = None if self._is_stale() else self._log, None
        if log is None:
            log, done = recover(self.layout)
            self.repairs += done
        return log

    def _is_stale(self) -> bool:
        """Whether another process has written, or our own last writing failed."""
        if self._log is None:
            return True
        log = self.layout.log
        return (log.stat().st_size if log.exists() else 0) != self._log.size

    def _refuse_other_folder(self) -> None:
        layout, root = self.layout, self.layout.root
        if root.exists() and not root.is_dir():
            raise InputError("is not a folder", "Name a folder.", file=str(root))
        others: Iterator[Path] = root.iterdir() if root.is_dir() else iter(())
        if any(path.name not in layout.names for path in others):
            raise InputError(
                "is a folder of other things, not an archive",
                "Name an archive, or a folder that is empty or not there yet.",
                file=str(root),
            )
