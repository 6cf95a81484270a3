"""Where a store lies: a folder with the database, the evidence, and what is published."""

from __future__ import annotations

import os
import secrets
import tomllib
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path

from habeas.formats import write_whole
from habeas.vocabulary import InputError

VARIABLE = "HABEAS_STORE"
"""The environment variable that names the folder of the store."""

DATABASE_VARIABLE = "HABEAS_DATABASE"
"""The environment variable that overrules the address of the database, so that its password need
not lie in a file."""

MARK = "store.toml"
FORMAT = 1
LOCAL = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class StorePlace:
    """The folder of a store and what its ``store.toml`` says.

    database: the address of a PostgreSQL database, "" for a SQLite file in the folder.
    hosts: the names under which the desk may be reached. https: whether a front end serves it
    over HTTPS, so that cookies are only sent that way. proxies: the addresses and networks of the
    front ends whose word on a client's address counts; of nobody else's.
    """

    root: Path
    database: str = ""
    hosts: tuple[str, ...] = LOCAL
    https: bool = False
    proxies: tuple[IPv4Network | IPv6Network, ...] = ()

    @classmethod
    def read(cls, root: str | Path) -> StorePlace:
        """Read the place of a store that is there. Raises InputError."""
        folder = Path(root).absolute()
        mark = folder / MARK
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

    @classmethod
    def create(cls, root: str | Path, database: str = "") -> StorePlace:
        """Make the folder of a new store. Raises InputError where anything is there already."""
        cls.refuse_taken(root)
        folder = Path(root).absolute()
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        key = folder / "secret.key"
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(64) + "\n", encoding="ascii")
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
        mark = folder / MARK
        mark.touch(mode=0o600)
        write_whole(mark, "\n".join(lines) + "\n")
        return cls.read(folder)

    @staticmethod
    def refuse_taken(root: str | Path) -> None:
        """Raise InputError where no new store can be: anything is there already."""
        folder = Path(root)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            problem = "is a store already" if (folder / MARK).exists() else "is not empty"
            raise InputError(problem, "Name a folder that is not there yet.", file=str(root))

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

    def secret(self) -> str:
        """Return the key that signs sessions and invitations. Raises InputError."""
        file = self.root / "secret.key"
        if not file.is_file():
            raise InputError("is missing", "Restore the store from its backup.", file=str(file))
        return file.read_text(encoding="ascii").strip()


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
