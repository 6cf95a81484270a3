"""Backups that only the holders of keys can read, as ``age`` writes and reads them.

The work is done by the library ``pyrage``, as a stream: neither the whole of a backup nor of what
it holds is ever in memory, and nothing readable touches a disk.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import pyrage

from habeas.vocabulary import HabeasError, InputError

BEGINNING = b"age-encryption.org/"
ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----"

Recipient = Any
"""A public key: whom a backup is for."""

Identity = Any
"""A private key: who can read it. The library tells no types."""


def is_encrypted(source: Path) -> bool:
    """Whether a file is one of age's. Raises OSError."""
    with source.open("rb") as stream:
        return stream.read(len(ARMOUR)).startswith((BEGINNING, ARMOUR))


def recipients_of(keys: Iterable[str], files: Iterable[Path] = ()) -> list[Recipient]:
    """Read public keys: ``age1…`` or ``ssh-…``, and files of them, one a line, # for remarks.

    Raises InputError on anything else, a private key above all.
    """
    found = [_recipient(key) for key in keys]
    for file in files:
        for number, line in enumerate(_lines(file), 1):
            if line and not line.startswith("#"):
                try:
                    found.append(_recipient(line))
                except InputError as error:
                    raise error.at(file=str(file), line=number) from None
    return found


def identities_of(files: Iterable[Path], passphrase: Callable[[str], str]) -> list[Identity]:
    """Read private keys from files as ``age-keygen`` and ``ssh-keygen`` write them.

    passphrase: asked, with a name for what it opens, where a file is encrypted with one.
    Raises InputError where a file holds no key, or the passphrase does not open it.
    """
    found: list[Identity] = []
    for file in files:
        content = _bytes(file)
        if content.startswith((BEGINNING, ARMOUR)):
            content = _opened(file, content, passphrase(str(file)))
        found += _identities(file, content)
    return found


def one_time_identity() -> Identity:
    """Return a private key that nobody keeps: with it a backup just made is read back."""
    return pyrage.x25519.Identity.generate()


def told(identity: Identity) -> str:
    """Return a one-time key as text, to be handed to a process of our own."""
    return str(identity)


def understood(text: str) -> Identity:
    """Return the key that ``told`` told."""
    return pyrage.x25519.Identity.from_str(text)


def public(identity: Identity) -> Recipient:
    """Return the public key of a one-time key."""
    return identity.to_public()


@contextlib.contextmanager
def encrypted(target: IO[bytes], recipients: Sequence[Recipient]) -> Iterator[IO[bytes]]:
    """Within the block, what is written goes to ``target`` encrypted.

    Raises whatever writing to ``target`` raises.
    """
    reading, writing = os.pipe()
    failed: list[BaseException] = []

    def work() -> None:
        with os.fdopen(reading, "rb", buffering=1 << 16) as plain:
            try:
                pyrage.encrypt_io(plain, _Remembering(target, failed), recipients)
            except Exception as error:  # noqa: BLE001  (raised again where it is waited for)
                failed.append(error)

    worker = threading.Thread(target=work, name="habeas-encryption")
    worker.start()
    try:
        with os.fdopen(writing, "wb", buffering=1 << 16) as stream:
            yield stream
    except BrokenPipeError:
        worker.join()
        if not failed:
            raise
    finally:
        worker.join()
    if failed:
        raise failed[0]


@contextlib.contextmanager
def decrypted(source: Path, identities: Sequence[Identity]) -> Iterator[IO[bytes]]:
    """Within the block, read what an encrypted file holds.

    Raises InputError where no key opens it, or where it is damaged; the block has read nothing that
    was changed then, but perhaps not all.
    """
    reading, writing = os.pipe()
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with source.open("rb") as locked, os.fdopen(writing, "wb", buffering=0) as plain:
                pyrage.decrypt_io(locked, plain, identities)
        except Exception as error:  # noqa: BLE001  (raised again where it is waited for)
            failed.append(error)

    worker = threading.Thread(target=work, name="habeas-decryption")
    stream = os.fdopen(reading, "rb", buffering=1 << 16)
    worker.start()
    whole = False
    try:
        yield stream
        while stream.read(1 << 20):  # the end of the file is checked too
            pass
        whole = True
    except HabeasError as error:
        # A stream that ended too early says less of the reason than the library does.
        while stream.read(1 << 20):
            pass
        worker.join()
        raise (_why(source, failed[0]) if failed else error) from None
    finally:
        stream.close()
        worker.join()
    if whole and failed:
        raise _why(source, failed[0])


class _Remembering:
    """A stream that keeps what writing to it raised: the library tells only its words."""

    def __init__(self, stream: IO[bytes], failed: list[BaseException]) -> None:
        self._stream, self._failed = stream, failed

    def write(self, content: bytes) -> int:
        try:
            return self._stream.write(content)
        except OSError as error:
            self._failed.append(error)
            raise

    def flush(self) -> None:
        self._stream.flush()


def _why(source: Path, error: BaseException) -> InputError:
    if "No matching keys" in str(error):
        return InputError(
            "is encrypted for other keys than yours",
            "Name the file of a key that it was made for with --identity.",
            file=str(source),
        )
    return InputError("is damaged: it cannot be decrypted", "Use another copy.", file=str(source))


def _recipient(key: str) -> Recipient:
    if key.upper().startswith("AGE-SECRET-KEY-"):
        # Not shown: it must not come into a log or a screen that others see.
        raise InputError("a private key stands where a public one must", "Write age1….")
    kind = pyrage.ssh.Recipient if key.startswith("ssh-") else pyrage.x25519.Recipient
    try:
        return kind.from_str(key.strip())
    except pyrage.RecipientError:
        raise InputError(
            "is not a public key of age",
            "Write it as age-keygen prints it (age1…); it says if a sign is mistyped.",
            value=key,
        ) from None


def _identities(file: Path, content: bytes) -> list[Identity]:
    try:
        if content.lstrip().startswith(b"-----BEGIN"):
            return [pyrage.ssh.Identity.from_buffer(content)]
        lines = (line.strip() for line in content.decode("ascii").splitlines())
        found = [pyrage.x25519.Identity.from_str(line)
                 for line in lines if line and not line.startswith("#")]  # fmt: skip
    except (pyrage.IdentityError, UnicodeDecodeError, ValueError):
        found = []
    if not found:
        raise InputError(
            "holds no private key of age",
            "Name the file that age-keygen wrote (AGE-SECRET-KEY-1…).",
            file=str(file),
        )
    return found


def _opened(file: Path, content: bytes, passphrase: str) -> bytes:
    try:
        return bytes(pyrage.passphrase.decrypt(content, passphrase))
    except (pyrage.DecryptError, OSError, ValueError):
        raise InputError("is not opened by this passphrase", "Try again.", file=str(file)) from None


def _lines(file: Path) -> list[str]:
    try:
        return [line.strip() for line in _bytes(file).decode("utf-8").splitlines()]
    except UnicodeDecodeError:
        raise InputError(
            "is not a text of public keys", "Write one a line.", file=str(file)
        ) from None


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"cannot be read ({reason})", "Name a file of keys.", file=str(file)
        ) from None
