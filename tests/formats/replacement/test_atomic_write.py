"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from habeas.formats.atomic_write import atomic_write, write_whole
from habeas.vocabulary import InputError


def test_the_new_text_takes_its_place_when_the_block_ends(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    with atomic_write(path) as stream:
        stream.write("new\r\nñ")
        assert path.read_text() == "old"
    assert path.read_bytes() == "new\r\nñ".encode()


def test_a_block_that_fails_leaves_the_file_and_the_folder_as_they_were(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def fail_midway() -> None:
        with atomic_write(path) as stream:
            stream.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.txt", "old")]


def test_the_file_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.stat().st_mode & 0o777, path.read_bytes()) == (0o640, b"new")


def test_a_symbolic_link_stays_one_and_its_target_is_replaced(tmp_path: Path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_whole(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_device_is_written_to_directly():
    write_whole("/dev/null", "gone")
    assert Path("/dev/null").is_char_device()


def test_a_folder_or_a_place_that_is_not_there_is_refused_in_a_sentence(tmp_path: Path):
    with pytest.raises(InputError, match="is a folder"):
        write_whole(tmp_path, "x")
    with pytest.raises(InputError, match="cannot be written"):
        write_whole(tmp_path / "none" / "a.txt", "x")
