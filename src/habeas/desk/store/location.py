"""Where a store lies: a folder with the database, the evidence, and what is published."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from habeas.vocabulary import HabeasError, InputError

VARIABLE = "HABEAS_STORE"
"""The environment variable that names the folder of the store."""

DATABASE_VARIABLE = "HABEAS_DATABASE"
"""The environment variable that overrules the address of the database, so that its password need
not lie in a file."""

MARK = "store.toml"
UNFINISHED = "unfinished.toml"
"""The mark of what is no store yet (``store.unfinished``)."""

SEALED = "sealed.toml"
"""The mark of a store that was sealed, or is being sealed (``store.sealed``)."""

FORMAT = 1
LOCAL = ("127.0.0.1", "localhost", "[::1]")


class NotOpen(HabeasError):
    """Raised on a store that cannot be opened as it is: one unfinished, or sealed."""


@dataclass(frozen=True)
class StoreLocation:
    """The folder of a store and what its ``store.toml`` says.

    database: the address of a PostgreSQL database, "" for a SQLite file in the folder.
    hosts: the names under which the desk may be reached. https: whether a front end serves it
    over HTTPS, so that cookies are only sent that way. read_only: whether it is opened without
    anything being written. proxies: the addresses and networks of the front ends whose word on a
    client's address counts; of nobody else's.
    """

    root: Path
    database: str = ""
    hosts: tuple[str, ...] = LOCAL
    https: bool = False
    read_only: bool = False
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def read(cls, root: str | Path, *, to_seal: bool = False) -> StoreLocation:
        """Read the place of a store that is there.

        to_seal: whether one that is being sealed can be read.
        Raises InputError where there is none, NotOpen where it is unfinished or sealed.
        """
        folder = Path(root).absolute()
        mark = folder / MARK
        if not (to_seal and (folder / SEALED).exists()):
            refuse_not_open(folder)
        elif not mark.is_file():
            return cls(folder)  # the sealing was cut off after the last removal
        if not mark.is_file():
            raise InputError(
                "there is no store here",
                "Begin one with “habeas init”, or name its folder with --store.",
                file=str(root),
            )
        try:
            content = tomllib.loads(mark.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"is not TOML: {error}", "Correct it.", file=str(mark)) from None
        if content.get("format") != FORMAT:
            raise InputError(
                "is not a store that this version can read",
                "Use the version of Habeas that made it, or a newer one.",
                file=str(mark),
            )
        return cls(
            folder,
            os.environ.get(DATABASE_VARIABLE) or str(content.get("database", "")),
            tuple(map(str, content.get("hosts", LOCAL))),
            https=content.get("https") is True,
            proxies=_networks(content.get("proxies", []), mark),
        )

    @property
    def sqlite(self) -> Path:
        """The SQLite file."""
        return self.root / "habeas.sqlite3"

    @property
    def archive(self) -> Path:
        """The folder of the evidence."""
        return self.root / "archive"

    @property
    def published(self) -> Path:
        """The folder of the published dossiers, one a case."""
        return self.root / "published"

    @property
    def work(self) -> Path:
        """The folder of files for a while, readable by its owner alone, empty between runs."""
        return self.root / "work"

    def secret(self) -> str:
        """Return the key that signs sessions and invitations. Raises InputError."""
        file = self.root / "secret.key"
        if not file.is_file() and (self.root / SEALED).exists():
            return "sealed"  # removed first; nobody signs in any more
        if not file.is_file():
            raise InputError("is missing", "Restore the store from its backup.", file=str(file))
        return file.read_text(encoding="ascii").strip()


def refuse_not_open(folder: Path) -> None:
    """Raise NotOpen where a folder holds an unfinished or a sealed store."""
    if (folder / SEALED).exists():
        raise NotOpen(
            f"{folder}: this store was sealed, or is being sealed. If that was not finished, run "
            "“habeas seal” with the same words again; else restore its backup: "
            "habeas restore FILE --identity KEY --store ANOTHER_FOLDER."
        )
    if (folder / UNFINISHED).exists() and not (folder / MARK).is_file():
        raise NotOpen(
            f"{folder}: this is no store yet: {_begun(folder / UNFINISHED)} has not ended, or was "
            "cut off. Where it does not run any more, run it again; it begins anew."
        )


def _begun(mark: Path) -> str:
    """Return what an unfinished store was begun by."""
    try:
        what = tomllib.loads(mark.read_text("utf-8")).get("what")
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        what = None
    return f"“habeas {what}”" if what in {"init", "restore"} else "“habeas init” or “restore”"


def mark_of(database: str = "") -> str:
    """Return the text of the mark of a new store, on a PostgreSQL database or none."""
    lines = [f"format = {FORMAT}"]
    if database:
        lines.append(f"database = {_quoted(database)}")
    lines += [
        "# The names under which the desk may be reached.",
        'hosts = ["127.0.0.1", "localhost", "[::1]"]',
        "# Whether a front end serves the desk over HTTPS.",
        "https = false",
        "# The addresses of the front ends (reverse proxies) that reach the desk, such as",
        '# ["127.0.0.1"]: only they are believed about the address of a client.',
        "proxies = []",
    ]
    return "\n".join(lines) + "\n"


_opened: list[StoreLocation] = []


def remember(place: StoreLocation) -> None:
    """Note which store this process opens, be it unfinished or read only."""
    _opened[:] = [place]


def place_of_process() -> StoreLocation | None:
    """Return the store of this process: the one that it opened, or that its environment names."""
    if _opened:
        return _opened[0]
    return StoreLocation.read(os.environ[VARIABLE]) if os.environ.get(VARIABLE) else None


def _networks(written: object, file: Path) -> tuple[IPv4Network | IPv6Network, ...]:
    try:
        return tuple(ip_network(str(each)) for each in _listed(written))
    except (TypeError, ValueError):
        raise InputError(
            "is not a list of addresses of proxies",
            'Write it as proxies = ["127.0.0.1", "10.0.0.0/24"].',
            file=str(file),
            value=str(written),
        ) from None


def _listed(written: object) -> list[object]:
    if not isinstance(written, list):
        raise TypeError
    return written


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
