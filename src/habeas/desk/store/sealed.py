"""The mark of a store that is being sealed, or was: how far it came, so that it can be gone on.

``begun``: the desk opens no more; everything is there. ``verified``: so it is, and the encrypted
copy was read back and is whole. ``removing``: parts of the store are gone. ``sealed``: it is gone;
then the mark tells no path any more.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path

from habeas.desk.store.location import SEALED
from habeas.formats.replacement import sync_folder
from habeas.vocabulary import InputError

BEGUN, VERIFIED, REMOVING, DONE = "begun", "verified", "removing", "sealed"


@dataclass(frozen=True)
class SealMark:
    """How far the sealing of a store came.

    state: BEGUN, VERIFIED, REMOVING or DONE. sha256: of the encrypted copy, once verified. head: of
    the log that the copy holds. file: where it was written, "" at the end. at: when it was sealed.
    """

    state: str
    sha256: str = ""
    head: str = ""
    file: str = ""
    at: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the store was removed yet."""
        return self.state in {BEGUN, VERIFIED}

    @classmethod
    def read(cls, root: Path) -> SealMark | None:
        """Read the mark of a store, None where it has none. Raises InputError where it is torn."""
        path = root / SEALED
        if not path.exists():
            return None
        try:
            return cls(
                **{key: str(value) for key, value in tomllib.loads(path.read_text()).items()}
            )
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError):
            raise InputError(
                "is not the mark of a sealed store", "Look at it by hand.", file=str(path)
            ) from None

    def write(self, root: Path) -> None:
        """Put the mark into a store, whole and safe on the disk."""
        fresh = root / f".{SEALED}.new"
        fresh.unlink(missing_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.writelines(f"{key} = {_quoted(value)}\n" for key, value in asdict(self).items())
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(root / SEALED)
        sync_folder(root)


def _quoted(text: str) -> str:
    """Return a text as TOML writes it, whatever signs a path holds."""
    written = "".join(
        sign if " " <= sign != "\x7f" and sign not in '"\\' else f"\\u{ord(sign):04x}"
        for sign in text
    )
    return f'"{written}"'
