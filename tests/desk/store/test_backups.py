"""A backup is one moment, whole or not there, verified, and readable by those alone it is for."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import io
import json
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as some

from habeas.formats.replacement import WriteFailed
from habeas.vocabulary import InputError

SOURCE = str(Path(__file__).parents[3] / "src")
BUSY_STORE = Path(__file__).parents[1] / "busy_store.py"
IDENTITY = pyrage.x25519.Identity.generate()
PLAIN = bytes(range(256)) * 600
LOCKED = pyrage.encrypt(PLAIN, [IDENTITY.to_public()])


def test_a_backup_of_a_store_in_use_is_of_one_moment_and_verifies(tmp_path, in_a_database):
    done = subprocess.run(
        [
            sys.executable,
            BUSY_STORE,
            tmp_path,
            *in_a_database()[1:],
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": SOURCE},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = json.loads(done.stdout)
    assert told["codes"] == [0, 0], done.stderr[-2000:]
    assert told["findings"] == []
    moments = [*told["heads"], told["went_on"]]
    assert len(set(moments)) == len(moments), "nobody wrote while it was backed up"


@pytest.fixture
def backing_up(store: Any, tmp_path: Path, monkeypatch: Any) -> Any:
    """Back up the store of the tests, which is within a transaction, and not read it back."""
    from habeas.desk.lifecycle import backup

    monkeypatch.setattr(backup, "one_moment", contextlib.nullcontext)

    def back_up(target: Path = tmp_path / "kept.tar.gz", **wishes: Any) -> Any:
        return backup.back_up(store, target, backup.Wishes(**({"check": False} | wishes)))

    return back_up


def left(folder: Path, store: Any) -> list[str]:
    """Return what lies about after a backup."""
    work = [path.name for path in store.work.rglob("*")] if store.work.exists() else []
    return [path.name for path in folder.iterdir()] + work


def test_a_backup_that_does_not_verify_is_not_kept(case, store, backing_up, tmp_path, monkeypatch):
    from habeas.desk.lifecycle import read_back
    from habeas.desk.lifecycle.backup import NotSound

    monkeypatch.setattr(read_back, "read_back", lambda *_: ["Entry 3 was changed."])
    with pytest.raises(NotSound, match=r"Entry 3 was changed\."):
        backing_up(check=True)
    assert left(tmp_path, store) == []
    assert backing_up(check=True, despite_findings=True).findings == ["Entry 3 was changed."]
    assert left(tmp_path, store) == ["kept.tar.gz"]


def test_a_disk_that_is_full_is_a_sentence_and_leaves_nothing(
    case, store, backing_up, tmp_path, monkeypatch
):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteFailed, match="no space left on device"):
        backing_up()
    assert left(tmp_path, store) == []


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("mine"), "is there already"),
        (os.mkfifo, "is not a file"),
        (lambda path: path.symlink_to("/dev/null"), "is not a file"),
        (lambda path: path.mkdir(), "is there already"),
    ],
)
def test_a_target_that_is_something_else_is_left_as_it_is(backing_up, tmp_path, make, said):
    target = tmp_path / "kept.tar.gz"
    make(target)
    before = target.lstat()
    with pytest.raises(InputError, match=said):
        backing_up(target)
    assert target.lstat() == before


def test_a_target_in_no_folder_is_refused(backing_up, tmp_path):
    with pytest.raises(InputError, match="no folder that exists"):
        backing_up(tmp_path / "not" / "there.tar.gz")


def test_pages_that_are_replaced_meanwhile_have_the_backup_begun_anew(
    case, backing_up, tmp_path, monkeypatch
):
    from habeas.desk.lifecycle import backup, snapshot

    tries = []

    def changed(*_: Any) -> Any:
        tries.append(1)
        if len(tries) < 3:
            raise snapshot.PagesChanged("changed")
        return "".join

    monkeypatch.setattr(backup, "PAUSE", 0)
    monkeypatch.setattr(backup, "evidence_now", changed)
    with pytest.raises(AttributeError):  # the third try goes on
        backing_up()
    assert len(tries) == 3


def test_what_a_killed_backup_left_is_cleared_and_what_a_running_one_writes_is_not(tmp_path):
    from habeas.formats.replacement import clear_working_folders, unfinished_name, working_folder

    work, target = tmp_path / "work", unfinished_name(tmp_path / "kept.tar.gz")
    child = os.fork()
    if child == 0:
        with working_folder(work, writes=target) as own:
            target.write_text("names")
            (own / "names").write_text("names")
            os._exit(9)
    os.waitpid(child, 0)
    assert len(list(work.iterdir())) == 1
    other = unfinished_name(tmp_path / "other")
    with working_folder(work, writes=other) as running:
        other.write_text("being written")
        clear_working_folders(work)
        assert running.is_dir()
        assert other.exists()
        assert not target.exists()
        assert len(list(work.iterdir())) == 1
    assert list(work.iterdir()) == []


def test_what_is_cleared_is_never_a_file_that_a_backup_does_not_write(tmp_path):
    from habeas.formats.replacement import clear_working_folders

    mine, own = tmp_path / "mine.csv", tmp_path / "work" / "1"
    mine.write_text("mine")
    own.mkdir(parents=True)
    (own / "lock").touch()
    (own / "elsewhere").write_text(str(mine))
    clear_working_folders(tmp_path / "work")
    assert mine.read_text() == "mine"
    assert not own.exists()


def test_a_backup_waits_for_a_publication_and_holds_nothing_of_one_half_made(
    case, store, tmp_path, monkeypatch
):
    from habeas.desk.audit_log import activity
    from habeas.desk.lifecycle import backup
    from habeas.desk.publication import publication
    from habeas.desk.publication.published_pages import folder_of
    from habeas.formats.replacement import left_beside

    publication.publish(case, activity.ITSELF)
    beside, still = left_beside(folder_of(case)), []

    @contextlib.contextmanager
    def moment() -> Any:
        with (beside / "lock").open() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                still.append(True)
        (beside / "new").mkdir()
        (beside / "new" / "half.html").write_text("half made")
        yield

    monkeypatch.setattr(backup, "one_moment", moment)
    target = tmp_path / "kept.tar.gz"
    backup.back_up(store, target, backup.Wishes(check=False))
    shutil.rmtree(store.published)
    with tarfile.open(target) as kept:
        names = kept.getnames()
    assert still == [True], "a publication could have replaced the pages meanwhile"
    assert "published/norte/index.html" in names
    assert [name for name in names if ".habeas" in name or "half.html" in name] == []


def locked_file(folder: Path, content: bytes = PLAIN) -> Path:
    from habeas.desk.lifecycle.encryption import encrypted

    file = folder / "kept.age"
    with file.open("wb") as stream, encrypted(stream, [IDENTITY.to_public()]) as plain:
        plain.write(content)
    return file


def opened(file: Path, identity: Any = IDENTITY) -> bytes:
    from habeas.desk.lifecycle.encryption import decrypted

    with decrypted(file, [identity]) as stream:
        return stream.read()


def test_what_is_encrypted_is_decrypted_by_age_itself(tmp_path):
    file = locked_file(tmp_path)
    assert pyrage.decrypt(file.read_bytes(), [IDENTITY]) == PLAIN
    assert opened(file) == PLAIN
    assert PLAIN[:64] not in file.read_bytes()


def test_another_key_opens_nothing(tmp_path):
    file = locked_file(tmp_path)
    with pytest.raises(InputError, match="encrypted for other keys"):
        opened(file, pyrage.x25519.Identity.generate())


@given(some.integers(0, len(LOCKED) - 1), some.integers(0, 255))
def test_no_changed_or_missing_byte_of_an_encrypted_file_passes(tmp_path_factory, place, change):
    file = tmp_path_factory.mktemp("age") / "kept.age"
    changed = LOCKED[:place]  # cut off there
    if change:
        changed += bytes([LOCKED[place] ^ change]) + LOCKED[place + 1 :]
    file.write_bytes(changed)
    with pytest.raises(InputError):
        opened(file)


def test_a_disk_that_is_full_while_it_is_encrypted_is_told_as_that():
    from habeas.desk.lifecycle.encryption import encrypted

    class Full(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, _: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    def write_much(target: Any) -> None:
        with encrypted(target, [IDENTITY.to_public()]) as plain:
            for _ in range(100):
                plain.write(PLAIN)

    with pytest.raises(OSError, match="No space"):
        write_much(Full())


def test_keys_are_read_from_files_as_age_writes_them(tmp_path):
    from habeas.desk.lifecycle.encryption import identities_of, recipients_of

    public, private = tmp_path / "public", tmp_path / "private"
    public.write_text(f"# the board\n\n{IDENTITY.to_public()}\n")
    private.write_bytes(pyrage.passphrase.encrypt(f"# made\n{IDENTITY}\n".encode(), "sesame"))
    (recipient,) = recipients_of([], [public])
    assert str(recipient) == str(IDENTITY.to_public())
    (identity,) = identities_of([private], lambda _: "sesame")
    assert str(identity) == str(IDENTITY)
    with pytest.raises(InputError, match="passphrase"):
        identities_of([private], lambda _: "another")


@pytest.mark.parametrize("key", ["", "age1", "age1xyz", "ssh-rsa", "https://example.org"])
def test_what_is_no_public_key_is_refused(key):
    from habeas.desk.lifecycle.encryption import recipients_of

    with pytest.raises(InputError, match="not a public key"):
        recipients_of([key])


def test_a_private_key_typed_for_a_public_one_is_not_shown_again():
    from habeas.desk.lifecycle.encryption import recipients_of

    with pytest.raises(InputError) as raised:
        recipients_of([str(IDENTITY)])
    assert str(IDENTITY) not in str(raised.value)


def test_two_at_once_cannot_make_a_store_in_one_folder(tmp_path):
    from habeas.desk.store.unfinished import construction

    store = tmp_path / "store"
    with construction("init", store) as first:
        with pytest.raises(InputError, match="another process"), construction("restore", store):
            pass
        assert (store / "unfinished.toml").exists(), "the loser takes nothing from the winner"
        first.finish()
    assert [path.name for path in sorted(store.iterdir())] == ["secret.key", "store.toml"]
    with pytest.raises(InputError, match="is a store already"), construction("init", store):
        pass


def test_what_fails_while_a_store_is_made_leaves_no_folder(tmp_path):
    from habeas.desk.store.unfinished import construction

    with pytest.raises(KeyError), construction("init", tmp_path / "store"):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left_there", [["secret.key"], ["secret.key", "store.toml"], []])
def test_what_an_older_version_left_when_it_was_killed_is_begun_anew(tmp_path, left_there):
    from habeas.desk.store.unfinished import construction

    for name in left_there:
        (tmp_path / name).touch()
    with construction("init", tmp_path) as held:
        held.finish()
    assert held.place.secret()


@pytest.mark.parametrize("name", ["letter.txt", "archive", "habeas.sqlite3"])
def test_a_folder_that_may_hold_somebodys_things_is_left_alone(tmp_path, name):
    from habeas.desk.store.unfinished import construction

    (tmp_path / name).write_text("mine")
    with pytest.raises(InputError, match="not empty"), construction("init", tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_unfinished_store_says_what_it_is(tmp_path):
    from habeas.desk.store.location import NotOpen, StoreLocation
    from habeas.desk.store.unfinished import construction

    with construction("restore", tmp_path / "store"), pytest.raises(NotOpen, match="restore"):
        StoreLocation.read(tmp_path / "store")


def test_a_store_that_is_served_is_not_sealed_and_its_server_ends(tmp_path):
    from habeas.desk.store.location import StoreLocation
    from habeas.desk.store.running import served, wait_until_not_served

    place, ended = StoreLocation(tmp_path), []
    with served(place, lambda: ended.append(1)):
        assert not wait_until_not_served(place, patience=0)
        (tmp_path / "sealed.toml").touch()
        assert not wait_until_not_served(place, patience=2.5)
    assert ended == [1]
    assert wait_until_not_served(place, patience=0)


def test_what_was_removed_was_written_over_before(tmp_path):
    from habeas.desk.store.removal import overwrite

    file = tmp_path / "secret.key"
    file.write_bytes(b"secret" * 1000)
    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_SH)
        overwrite(file)
        assert held.read() == bytes(6000)
    assert not file.exists()


def test_who_holds_the_machine_lets_the_last_administrator_in_again(case, account, capsys):
    from django.test import Client

    from habeas.cli.stores.init import invite
    from habeas.desk.access.accounts import has_second_factor
    from habeas.desk.audit_log import activity
    from habeas.desk.cases.declarations import set_role
    from habeas.desk.lifecycle.verification import store_findings
    from habeas.desk.models import Activity
    from habeas.desk.roles import Role

    user = account("ana")
    set_role(case, activity.Actor("Ana"), user, Role.ADMINISTRATOR)
    session = Client(SERVER_NAME="localhost")
    session.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    invite("", "ana")
    user.refresh_from_db()
    assert "/enter/" in capsys.readouterr().out
    assert not has_second_factor(user)
    assert not user.has_usable_password()
    assert session.get("/desk/").status_code == 302, "what was signed in is signed out"
    told = Activity.objects.get(what="account.reset", subject="ana")
    assert "command line" in told.actor
    assert case.memberships.get(user=user).role == Role.ADMINISTRATOR
    assert list(store_findings()) == []
