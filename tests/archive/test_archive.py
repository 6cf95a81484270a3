"""An archive keeps every byte, and notices every byte that is changed, missing or added."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.archive import Archive, Entry
from habeas.vocabulary import EvidenceError, InputError

NOON = datetime(2026, 1, 8, 12, tzinfo=UTC)


def add(archive: Archive, content: bytes, source: str = "a.txt") -> Entry:
    """Add a text at noon."""
    return archive.add(content, source=source, at=NOON, media_type="text/plain")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return an archive of three documents."""
    archive = Archive(tmp_path / "store")
    for content in (b"one", b"two", b"three"):
        add(archive, content)
    return tmp_path / "store"


def some_places(whole: bytes) -> list[int]:
    """Return every seventh place within some bytes, and each of the first and last few."""
    size = len(whole)
    return sorted({*range(0, size, 7), *range(min(4, size)), *range(max(0, size - 9), size)})


def test_a_document_is_kept_byte_for_byte_with_where_it_came_from_and_when(tmp_path: Path):
    archive = Archive(tmp_path / "new" / "store")
    entry = archive.add(
        b"\0\xff\r\n", source="a.html", at=NOON, media_type="text/html",
        url="https://example.org/88", document="a1",
    )  # fmt: skip
    assert archive.read(sha256(b"\0\xff\r\n").hexdigest()) == b"\0\xff\r\n"
    assert (entry.number, entry.size, entry.at) == (1, 4, "2026-01-08T12:00:00Z")
    assert Archive(tmp_path / "new" / "store").entries() == [entry]


def test_the_same_bytes_from_two_places_are_kept_once_and_logged_twice(tmp_path: Path):
    archive = Archive(tmp_path)
    add(archive, b"same", "a.txt")
    add(archive, b"same", "b.txt")
    assert [entry.source for entry in archive.entries()] == ["a.txt", "b.txt"]
    assert len(list(archive.layout.objects.glob("*/*"))) == 1
    assert archive.verify() == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.binary(max_size=50), st.text(max_size=8)), max_size=5))
def test_whatever_comes_in_can_be_read_again(
    tmp_path_factory: pytest.TempPathFactory, documents: list[tuple[bytes, str]]
):
    archive = Archive(tmp_path_factory.mktemp("store"))
    for content, source in documents:
        add(archive, content, source)
    again = Archive(archive.layout.root)
    assert [again.read(entry.sha256) for entry in again.entries()] == [c for c, _ in documents]
    assert (again.verify(), again.repairs) == ([], [])


def test_a_moment_without_a_time_zone_is_refused(tmp_path: Path):
    with pytest.raises(ValueError, match="time zone"):
        Archive(tmp_path).add(b"", source="", at=datetime(2026, 1, 8), media_type="")
    assert Archive(tmp_path).entries() == []


def test_a_document_that_is_not_there_or_was_changed_is_not_given_out(store: Path):
    archive = Archive(store)
    with pytest.raises(EvidenceError, match="is not in"):
        archive.read("0" * 64)
    with pytest.raises(InputError, match="is not a SHA-256"):
        archive.read("../../etc/passwd")
    place = archive.layout.object(sha256(b"two").hexdigest())
    place.chmod(0o644)
    place.write_bytes(b"owt")
    with pytest.raises(EvidenceError, match="was changed"):
        archive.read(sha256(b"two").hexdigest())


def files_of(store: Path) -> list[Path]:
    """Return every file of an archive."""
    return sorted(path for path in store.rglob("*") if path.is_file())


def change(path: Path, content: bytes) -> None:
    """Change a file's bytes, read-only or not."""
    path.chmod(0o644)
    path.write_bytes(content)


def test_any_byte_that_is_changed_is_noticed(store: Path):
    for path in files_of(store):
        whole = path.read_bytes()
        for place in range(len(whole)):
            change(path, whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert Archive(store).verify(), (path.name, place)
        change(path, whole)
    assert Archive(store).verify() == []


def test_any_byte_that_is_missing_is_noticed(store: Path):
    for path in files_of(store):
        whole = path.read_bytes()
        for place in some_places(whole):
            for lost in (whole[:place], whole[:place] + whole[place + 1 :]):
                change(path, lost)
                assert Archive(store).verify(), (path.name, place)
        change(path, whole)
    assert Archive(store).verify() == []


@pytest.mark.parametrize("added", [b"x", b"\n", b"{", b"\0", b'{"number":4,"sha256":"'])
def test_any_byte_that_is_added_is_noticed(store: Path, added: bytes):
    for path in files_of(store):
        whole = path.read_bytes()
        for place in [*some_places(whole), len(whole)]:
            change(path, whole[:place] + added + whole[place:])
            assert Archive(store).verify(), (path.name, place)
        change(path, whole)
    assert Archive(store).verify() == []


def test_any_file_that_is_missing_is_noticed(store: Path):
    for path in [path for path in files_of(store) if path.name != "lock"]:
        shutil.copytree(store, store.parent / "copy")
        (store.parent / "copy" / path.relative_to(store)).unlink()
        assert Archive(store.parent / "copy").verify(), path.name
        shutil.rmtree(store.parent / "copy")


@pytest.mark.parametrize(
    "place", ["stray", "objects/stray", "objects/00", "incoming/stray", "objects/aa/" + "a" * 64]
)
def test_a_stray_file_is_noticed(store: Path, place: str):
    (store / place).parent.mkdir(exist_ok=True)
    (store / place).write_bytes(b"stray")
    assert [finding.place for finding in Archive(store).verify()] == [place]


def test_a_document_replaced_by_a_link_to_its_like_is_noticed(store: Path):
    place = Archive(store).layout.object(sha256(b"two").hexdigest())
    place.rename(store.parent / "elsewhere")
    place.symlink_to(store.parent / "elsewhere")
    assert len(Archive(store).verify()) == 2


def test_each_break_of_the_log_is_told_once(store: Path):
    lines = (store / "log.jsonl").read_bytes().splitlines(keepends=True)
    (store / "log.jsonl").write_bytes(lines[0] + lines[1].replace(b"a.txt", b"b.txt") + lines[2])
    [finding, *others] = map(str, Archive(store).verify())
    assert finding == "log.jsonl, line 2, was changed: its hash does not fit its words."
    assert not [other for other in others if "line 3" in other]


def test_a_log_that_lost_its_end_is_noticed_by_the_head(store: Path):
    lines = (store / "log.jsonl").read_bytes().splitlines(keepends=True)
    (store / "log.jsonl").write_bytes(b"".join(lines[:-1]))
    assert "log.jsonl lacks 1 of 3 entries." in map(str, Archive(store).verify())


def forge(store: Path) -> None:
    """Write the log and the head anew, hashes and all, as if a.txt had been b.txt."""
    previous, lines = Archive(store).entries()[0].previous, []
    for entry in Archive(store).entries():
        forged = replace(entry, source="b.txt", previous=previous).sealed()
        previous = forged.hash
        lines.append(forged.line)
    (store / "log.jsonl").write_bytes(b"".join(lines))
    (store / "head.json").write_bytes(b'{"entries":3,"hash":"%s"}\n' % previous.encode())


def test_a_log_forged_as_a_whole_is_noticed_by_a_head_that_was_noted_down(store: Path):
    noted = Archive(store).entries()[1].hash
    assert Archive(store).verify(noted_head=noted) == []
    forge(store)
    assert Archive(store).verify() == []
    [finding] = Archive(store).verify(noted_head=noted)
    assert "does not hold the entry" in finding.problem


def tear_entry(store: Path) -> None:
    """Change a letter within the log."""
    path = store / "log.jsonl"
    path.write_bytes(path.read_bytes().replace(b"text/plain", b"text/plane", 1))


def lose_log(store: Path) -> None:
    """Take the log and the head away."""
    (store / "log.jsonl").unlink()
    (store / "head.json").unlink()


@pytest.mark.parametrize("harm", [tear_entry, lose_log])
def test_nothing_can_be_added_to_a_damaged_archive(store: Path, harm: Callable[[Path], None]):
    harm(store)
    before = {path: path.read_bytes() for path in files_of(store)}
    with pytest.raises(EvidenceError, match=r"damaged|gone"):
        add(Archive(store), b"four")
    assert {path: path.read_bytes() for path in files_of(store)} == before


def test_a_folder_of_other_things_is_not_taken_for_an_archive(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(InputError, match="a folder of other things"):
        Archive(tmp_path)
    with pytest.raises(InputError, match="is not a folder"):
        Archive(tmp_path / "letter.txt")


def test_an_entry_is_one_line_of_plain_json(store: Path):
    first = json.loads((store / "log.jsonl").read_text().splitlines()[0])
    assert first["sha256"] == sha256(b"one").hexdigest()
    assert first["source"] == "a.txt"
