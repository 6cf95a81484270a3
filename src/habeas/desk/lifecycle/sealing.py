"""A store sealed in one step: an encrypted copy, verified, and then no plain store any more.

Nothing is removed before the copy was read back. Each step is written into the mark before it is
taken, so that the same words, typed again, go on where a killed one stopped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

from habeas.desk.audit_log import activity
from habeas.desk.lifecycle.backup import Wishes, back_up, refuse_target
from habeas.desk.lifecycle.encryption import Recipient
from habeas.desk.store import (
    BEGUN,
    DONE,
    REMOVING,
    SEALED,
    VERIFIED,
    SealMark,
    StoreLocation,
    removal,
    wait_until_not_served,
)
from habeas.formats.replacement import sync_folder
from habeas.vocabulary import HabeasError, InputError

TRIES = 3
"""How often the copy is made anew because somebody was still writing."""


def seal(place: StoreLocation, target: Path, recipients: Sequence[Recipient]) -> str:
    """Put a store into one encrypted file and remove it; return the SHA-256 of that file.

    Call it again, with the same file, where it was cut off.
    Raises InputError where there is nobody to encrypt for, or the file cannot be written;
    HabeasError where the desk still runs or the copy does not verify: the store is as it was then.
    """
    target = target.absolute()
    mark = SealMark.read(place.root)
    if mark is None or (mark.is_whole and not _is_up_to_date(mark, target)):
        mark = _copied(place, target, recipients)
    _refuse_lost_copy(mark, target)
    replace(mark, state=REMOVING).write(place.root)
    removal.empty_database()
    removal.remove_files(place)
    SealMark(DONE, mark.sha256, at=_now()).write(place.root)
    return mark.sha256


def _is_up_to_date(mark: SealMark, target: Path) -> bool:
    """Whether the copy that a killed run verified is there, and holds all that the store does."""
    return mark.state == VERIFIED and _is_copy(mark, target) and mark.head == activity.head()


def _copied(place: StoreLocation, target: Path, recipients: Sequence[Recipient]) -> SealMark:
    """Make the encrypted copy; what fails leaves the store as it was."""
    if not recipients:
        raise InputError("nobody is named who could read the copy", "Name a key with --to (age1…).")
    refuse_target(target)
    if target.is_relative_to(place.root):
        raise InputError("is in the store itself", "Name a file elsewhere.", file=str(target))
    SealMark(BEGUN, file=str(target)).write(place.root)
    try:
        if not wait_until_not_served(place):
            raise HabeasError("The desk is still running: end “habeas serve”, then seal again.")
        removal.end_sessions()
        return _verified_copy(place, target, recipients)
    except Exception:
        _give_up(place)
        raise


def _verified_copy(place: StoreLocation, target: Path, recipients: Sequence[Recipient]) -> SealMark:
    """Return the mark of a copy that holds all that was written until nobody wrote any more."""
    for _ in range(TRIES):
        head = activity.head()
        marks: list[SealMark] = []

        def note(unfinished: Path, head: str = head, marks: list[SealMark] = marks) -> None:
            if activity.head() == head:
                marks.append(SealMark(VERIFIED, _sha256(unfinished), head, str(target)))
                marks[0].write(place.root)

        back_up(place, target, Wishes(recipients), note)
        if marks:
            return marks[0]
        target.unlink()
    raise HabeasError("Somebody is still writing into the store: end that, then seal again.")


def _refuse_lost_copy(mark: SealMark, target: Path) -> None:
    """Raise InputError where the encrypted copy is not there, whole, under its name."""
    if not _is_copy(mark, target):
        raise InputError(
            f"is not the encrypted copy (SHA-256 {mark.sha256}) without which no more is removed",
            "Name it where it lies now.",
            file=str(target),
        )


def _is_copy(mark: SealMark, target: Path) -> bool:
    return target.is_file() and _sha256(target) == mark.sha256


def _give_up(place: StoreLocation) -> None:
    """Take the mark off again where nothing was removed yet."""
    (place.root / SEALED).unlink(missing_ok=True)
    sync_folder(place.root)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
