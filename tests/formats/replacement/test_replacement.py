"""Whatever step of writing is the last, files and folders are the old or the new, whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.formats.atomic_write import atomic_write, write_whole
from habeas.formats.replacement import (
    WriteFailed,
    clear_working_folders,
    exchange,
    left_beside,
    replacing,
    replacing_if_free,
    unfinished_file,
    working_folder,
)
from habeas.vocabulary import HabeasError

STEPS = (
    "open", "fsync", "rename", "replace", "link", "mkdir", "unlink", "rmdir", "fchmod", "chmod",
)  # fmt: skip
"""The calls to the system that change names, or make bytes last."""

DEATH = 9
EDITIONS = [{"a.html": b"%d" % number, f"en/{number}.html": b"page"} for number in range(6)]


@contextlib.contextmanager
def cut_off_at(step: int, strike: Callable[[], None]) -> Iterator[None]:
    """Within the block, call ``strike`` instead of the given call to the system, from 1."""
    left = step
    places: list[tuple[Any, str]] = [(os, name) for name in STEPS]
    places.append((exchange, "exchange"))
    real = {name: getattr(room, name) for room, name in places}

    def counted(name: str) -> Callable[..., object]:
        def call(*words: Any, **options: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                strike()
            return real[name](*words, **options)

        return call

    for room, name in places:
        setattr(room, name, counted(name))
    try:
        yield
    finally:
        for room, name in places:
            setattr(room, name, real[name])


def names_in(folder: str | Path) -> list[str]:
    """Return the names in a folder."""
    return [path.name for path in Path(folder).iterdir()]


def full() -> None:
    """Fail as a full disk does."""
    raise OSError(28, "No space left on device")


def survives(work: Callable[[], object], step: int) -> bool:
    """Do the work in a process of its own that dies at ``step``; return whether it lived."""
    child = os.fork()
    if child == 0:
        code = DEATH + 1
        try:
            with cut_off_at(step, lambda: os._exit(DEATH)):
                work()
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, DEATH)
    return code == 0


def written(contents: dict[str, bytes], target: Path) -> None:
    """Replace a folder."""
    with replacing(target) as replacement:
        replacement.replace(contents)


def read(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(params=["in one step", "in two"])
def swaps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether the system can exchange folders."""
    if request.param == "in two":
        monkeypatch.setattr(exchange, "exchange", lambda *_: False)
    return str(request.param)


def test_death_at_any_step_leaves_the_old_or_the_new_folder_whole(tmp_path: Path, swaps: str):
    old, new, later = EDITIONS[:3]
    lived, step, met = False, 0, set()
    while not lived:
        step += 1
        target = tmp_path / str(step) / "out"
        written(old, target)
        lived = survives(lambda target=target: written(new, target), step)
        if swaps == "in one step":
            assert read(target) in (old, new), step
        with replacing(target):
            found = read(target)
        assert found in (old, new), step
        met.add(found["a.html"])
        written(later, target)
        assert (read(target), names_in(target.parent)) == (later, ["out"])
    assert met == {b"0", b"1"}
    assert step > 15


@pytest.mark.usefixtures("swaps")
def test_death_while_what_a_death_left_is_settled_is_settled_too(tmp_path: Path):
    old, new = EDITIONS[:2]
    for step in range(1, 40, 3):
        target = tmp_path / str(step) / "out"
        written(old, target)
        survives(lambda: written(new, target), step)  # noqa: B023 - called at once

        def settled(target: Path = target) -> None:
            with replacing(target):
                pass

        again = 1
        while not survives(settled, again):
            again += 1
        assert read(target) in (old, new)
        assert names_in(target.parent) == ["out"]


@given(st.lists(st.tuples(st.integers(1, 45), st.booleans()), max_size=5))
@settings(max_examples=25, deadline=None)
def test_however_many_runs_are_killed_the_folder_is_one_edition(kills: list[tuple[int, bool]]):
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "out"
        written(EDITIONS[0], target)
        possible = [EDITIONS[0]]
        for number, (step, in_one) in enumerate(kills, 1):
            real = exchange.exchange
            if not in_one:
                exchange.exchange = lambda *_: False
            edition = EDITIONS[number]
            try:
                lived = survives(lambda edition=edition: written(edition, target), step)
            finally:
                exchange.exchange = real
            possible = [edition] if lived else [*possible, edition]
            with replacing(target):
                assert read(target) in possible
            possible = [read(target)]
            assert names_in(place) == ["out"]


@pytest.mark.usefixtures("swaps")
def test_a_disk_that_fails_at_any_step_is_a_sentence_and_what_was_there_stays(tmp_path: Path):
    old, new = EDITIONS[:2]
    struck, step, refused = [True], 0, 0
    while struck:
        step += 1
        struck.clear()
        target = tmp_path / str(step) / "out"
        written(old, target)

        def strike(struck: list[bool] = struck) -> None:
            struck.append(True)
            full()

        try:
            with cut_off_at(step, strike):
                written(new, target)
        except HabeasError as error:
            refused += "no space left" in str(error)
        with replacing(target):
            assert read(target) in (old, new)
        assert names_in(target.parent) == ["out"]
    assert refused > 10


def writer(target: Path, number: int) -> int:
    """Begin a process that writes one edition again and again; return its number."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            for _ in range(15):
                written(EDITIONS[number], target)
            code = 0
        finally:
            os._exit(code)
    return child


def assert_whole(target: Path, wholes: list[frozenset[str]]) -> None:
    """Look into a folder, through one handle, so that all that is seen is of one edition."""
    handle = os.open(target, os.O_RDONLY)
    try:
        names = set(os.listdir(handle))  # noqa: PTH208  (of a handle)
        inside = os.open("en", os.O_RDONLY, dir_fd=handle) if "en" in names else None
        if inside is not None:
            pages = {f"en/{page}" for page in os.listdir(inside)}  # noqa: PTH208  (of a handle)
            os.close(inside)
            # Part of it is gone only once it has made way.
            gone = names != {"a.html", "en"} or not pages
            assert gone or frozenset({"a.html"} | pages) in wholes
    except FileNotFoundError:
        pass  # it has made way between two of our looks
    finally:
        os.close(handle)


def test_who_replaces_a_folder_keeps_others_waiting_and_readers_meet_it_whole(tmp_path: Path):
    target = tmp_path / "out"
    written(EDITIONS[0], target)
    children = [writer(target, number) for number in range(1, 4)]
    wholes = [frozenset(edition) for edition in EDITIONS]
    ended = 0
    while ended < len(children):
        assert_whole(target, wholes)
        done, code = os.waitpid(-1, os.WNOHANG)
        if done:
            ended += 1
            assert code == 0
    assert read(target) in EDITIONS[1:4]
    assert names_in(tmp_path) == ["out"]


def test_a_folder_that_somebody_replaces_is_left_to_them(tmp_path: Path):
    target = tmp_path / "out"
    with replacing(target) as ours:
        ours.stage(EDITIONS[0])
        with replacing_if_free(target) as theirs:
            assert theirs is None
        assert ours.staged.is_dir()
        ours.swap()
    with replacing_if_free(target) as free:
        assert free is not None


def test_what_is_staged_takes_its_place_where_it_counts_already(tmp_path: Path):
    target = tmp_path / "out"
    written(EDITIONS[0], target)
    counted = 0
    for counts, expected in ((False, EDITIONS[0]), (True, EDITIONS[1])):

        def killed() -> None:
            with replacing(target) as replacement:
                replacement.stage(EDITIONS[1])
                os._exit(0)

        assert survives(killed, 10_000)
        assert left_beside(target).is_dir()
        assert "Habeas" in (left_beside(target) / "README").read_text()
        with replacing(target, lambda staged, said=counts: staged.is_dir() and said):
            counted += 1
            assert read(target) == expected
    assert (counted, names_in(tmp_path)) == (2, ["out"])


def test_a_folder_is_removed_as_a_whole_whatever_step_is_the_last(tmp_path: Path):
    lived, step = False, 0
    while not lived:
        step += 1
        target = tmp_path / str(step) / "out"
        written(EDITIONS[0], target)

        def removed(target: Path = target) -> None:
            with replacing(target) as replacement:
                replacement.remove()

        lived = survives(removed, step)
        assert read(target) in ({}, EDITIONS[0])
        removed()
        assert names_in(target.parent) == []


@pytest.fixture(params=["without a name", "named"])
def unfinished(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether the system has files without a name."""
    if request.param == "named":
        monkeypatch.setattr(unfinished_file, "_without_a_name", lambda _: None)
    return str(request.param)


@pytest.mark.parametrize("before", ["old", None])
def test_death_at_any_step_leaves_the_old_or_the_new_file(
    tmp_path: Path, unfinished: str, before: str | None
):
    lived, step = False, 0
    while not lived:
        step += 1
        folder = tmp_path / str(step)
        folder.mkdir()
        target = folder / "people.csv"
        if before:
            target.write_text(before)
            target.chmod(0o640)
        lived = survives(lambda target=target: write_whole(target, "Rosa"), step)
        assert (target.read_text() if target.exists() else None) in (before, "Rosa")
        others = [path for path in folder.iterdir() if path != target]
        if unfinished == "without a name" and before is None:
            assert others == []
        for other in others:
            assert other.name.startswith(".people.csv.habeas-unfinished-")
        write_whole(target, "later")
        assert [path.name for path in folder.iterdir()] == ["people.csv"]
        assert target.read_text() == "later"
    assert step > 3


def test_a_run_killed_while_it_writes_leaves_nothing_that_others_can_read(
    tmp_path: Path, unfinished: str
):
    target = tmp_path / "people.csv"

    def killed() -> None:
        with atomic_write(target) as stream:
            stream.write("Rosa Ejemplo\n" * 10_000)
            stream.flush()
            os._exit(0)

    survives(killed, 10_000)
    left = list(tmp_path.iterdir())
    assert len(left) == (1 if unfinished == "named" else 0)
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in left)
    write_whole(target, "later")
    assert names_in(tmp_path) == ["people.csv"]


@pytest.mark.usefixtures("unfinished")
def test_a_file_that_another_run_still_writes_is_not_cleared_away(tmp_path: Path):
    target = tmp_path / "people.csv"
    with atomic_write(target) as first:
        first.write("first")
        with atomic_write(target) as second:
            second.write("second")
        assert target.read_text() == "second"
    assert target.read_text() == "first"
    assert names_in(tmp_path) == ["people.csv"]


def test_files_of_other_names_are_never_taken_for_left_behind(tmp_path: Path):
    names = [".people.csv.original", "people.csv.habeas-unfinished-1", ".people.csv.abcd1234"]
    for name in names:
        (tmp_path / name).write_text("mine")
    write_whole(tmp_path / "people.csv", "new")
    write_whole(tmp_path / "people.cs[v]", "new")
    assert sorted(names_in(tmp_path)) == sorted([*names, "people.csv", "people.cs[v]"])


@pytest.mark.usefixtures("unfinished")
def test_a_full_disk_is_a_sentence_and_the_file_stays(tmp_path: Path):
    target = tmp_path / "people.csv"
    target.write_text("old")

    def fill() -> None:
        with atomic_write(target) as stream:
            stream.write("new")
            full()

    with pytest.raises(WriteFailed, match=r"people\.csv: cannot be written \(no space left"):
        fill()
    for step in range(1, 6):
        with contextlib.suppress(HabeasError), cut_off_at(step, full):
            write_whole(target, "old")
    assert (target.read_text(), names_in(tmp_path)) == ("old", ["people.csv"])


def test_a_working_folder_is_gone_at_its_end_and_readable_by_its_owner_alone(tmp_path: Path):
    room = tmp_path / "work"
    with working_folder(room) as folder:
        (folder / "list.csv").write_text("Rosa Ejemplo")
        assert room.stat().st_mode & 0o077 == 0
        clear_working_folders(room)
        with working_folder(room) as another:
            assert another != folder
        assert (folder / "list.csv").exists(), "it is still worked with"
    assert names_in(room) == []


def test_a_working_folder_whose_owner_was_killed_is_cleared_whatever_step_was_the_last(
    tmp_path: Path,
):
    lived, step = False, 0
    while not lived:
        step += 1
        room = tmp_path / str(step)

        def work(room: Path = room) -> None:
            with working_folder(room) as folder:
                (folder / "list.csv").write_text("Rosa Ejemplo")

        lived = survives(work, step)
        clear_working_folders(room)
        assert not room.exists() or names_in(room) == []
    assert step > 6
