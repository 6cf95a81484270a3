"""The first five minutes: a store is begun where there is none, or an example is looked at."""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest


def habeas(*words: str) -> list[str]:
    return [sys.executable, "-m", "habeas", *words]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def served_until_it_listens(folder: Path, *words: str, typed: str = "") -> str:
    """Serve, answer what is asked, and return what was said until it listens."""
    ours, theirs = pty.openpty()
    words = ("serve", "--port", str(free_port()), *words)
    said = folder / "said.txt"
    environment = {key: value for key, value in os.environ.items() if key != "HABEAS_STORE"}
    with said.open("wb") as out:
        process = subprocess.Popen(
            habeas(*words), cwd=folder, stdin=theirs, stdout=out, stderr=out, env=environment
        )
    try:
        os.write(ours, typed.encode())
        deadline = time.monotonic() + 120
        while b"/desk/ (Ctrl-C" not in said.read_bytes() and time.monotonic() < deadline:
            assert process.poll() is None, said.read_text()
            time.sleep(0.2)
    finally:
        process.terminate()
        process.wait(30)
        os.close(ours)
        os.close(theirs)
    return said.read_text()


def test_where_there_is_no_store_one_is_offered_and_begun(tmp_path):
    said = served_until_it_listens(tmp_path, typed="y\nNorte Año\n\n\nana\n")
    assert "There is no store in habeas-store yet" in said
    assert "The case norte-ano was begun" in said
    assert "Invitation for ana" in said
    assert (tmp_path / "habeas-store" / "store.toml").is_file()


def test_an_example_lies_in_a_folder_of_its_own_and_has_something_to_review(tmp_path):
    said = served_until_it_listens(tmp_path, "--example")
    assert "delete the folder habeas-example" in said
    assert not (tmp_path / "habeas-store").exists()
    words = habeas("status", "--store", "habeas-example")
    status = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "venezuela-2024" in status.stdout


def test_in_a_pipe_nobody_is_asked_and_it_is_said_how_to_begin(tmp_path):
    environment = {key: value for key, value in os.environ.items() if key != "HABEAS_STORE"}
    done = subprocess.run(
        habeas("serve"), cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "habeas serve --example" in done.stderr
    assert not (tmp_path / "habeas-store").exists()


@pytest.mark.parametrize(
    ("title", "key"),
    [("Norte Año", "norte-ano"), ("Беларусь 2020", "belarus-2020"), ("…", "case")],
)
def test_a_title_becomes_a_name_in_addresses(title, key):
    from habeas.cli.stores.first_store import in_addresses

    assert in_addresses(title) == key


def test_an_empty_case_says_what_belongs_where_until_something_is_there(case, member, add_text):
    client = member(case, "administrator")
    assert "This case is empty" in client.get("/desk/norte/").content.decode()
    reader = member(case, "reader").get("/desk/norte/").content.decode()
    assert "Invite the others" not in reader
    add_text(case)
    assert "This case is empty" not in client.get("/desk/norte/").content.decode()
