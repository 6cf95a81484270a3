"""A child that opens what is not trusted can take no more than its share, and reach nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.formats.sandbox import Limits, Sandbox, Unreadable
from habeas.formats.sandbox.platform_limits import LIMITS, SMALL, TRIALS, limits_of_this_platform

LINUX = os.uname().sysname == "Linux" if hasattr(os, "uname") else False
pytestmark = pytest.mark.skipif(not LINUX, reason="other platforms hold fewer limits, and say so")


@pytest.fixture(scope="module", params=[True, False], ids=["forked", "kept"])
def box(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    made = Sandbox(TRIALS, limits=SMALL, fork=request.param)
    yield made
    made.close()


def held(box: Sandbox, trial: str, path: Path | None = None) -> bool:
    [(header, _)] = box.ask(trial, {"path": str(path)}, [b""])
    return header["held"] is True


def test_what_is_handed_over_comes_back_whole(box: Sandbox):
    content = [b"a" * 3_000_000, b"", b"b"]
    [(_, back)] = box.ask("echo", {}, content, Limits())
    assert back == b"".join(content)


def test_a_child_may_answer_before_it_has_read_all(box: Sandbox):
    answers = box.ask("talk", {}, [b"a" * 5_000_000], Limits(wall=10))
    assert sum(len(back) for _, back in answers) == 5_000_000


def test_a_child_that_takes_memory_without_end_is_refused_it():
    box = Sandbox(TRIALS, limits=SMALL)
    with pytest.raises(Unreadable, match=r"more memory to be read than .* \(100 MB\)"):
        box.ask("memory", {}, [b""])
    box.close()


def test_a_child_that_computes_without_end_is_ended(box: Sandbox):
    with pytest.raises(Unreadable, match="takes longer to be read"):
        box.ask("processor", {}, [b""])


def test_a_child_that_sleeps_is_ended_by_its_parent(box: Sandbox):
    with pytest.raises(Unreadable, match="takes longer to be read"):
        box.ask("wall", {}, [b""], Limits(wall=0.5))


def test_a_child_that_answers_without_end_is_ended(box: Sandbox):
    with pytest.raises(Unreadable, match="says more than a document can"):
        box.ask("output", {}, [b""])


@pytest.mark.parametrize("trial", ["process", "socket", "signal"])
def test_a_child_begins_no_process_opens_no_socket_and_signals_nobody(box: Sandbox, trial: str):
    assert held(box, trial)


def test_a_child_writes_no_file(box: Sandbox, tmp_path: Path):
    assert held(box, "write", tmp_path / "written")
    assert not (tmp_path / "written").exists()


def test_a_child_cannot_open_the_store(box: Sandbox, tmp_path: Path):
    with sqlite3.connect(tmp_path / "habeas.sqlite3") as store:
        store.execute("CREATE TABLE claims (id)")
    assert held(box, "read", tmp_path / "habeas.sqlite3")


def test_a_child_has_no_secrets_in_its_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HABEAS_MODEL_KEY", "secret")
    monkeypatch.setenv("HABEAS_DATABASE", "postgresql://desk:secret@localhost/desk")
    box = Sandbox(TRIALS, limits=SMALL)
    [(header, _)] = box.ask("environment", {}, [b""])
    box.close()
    assert "secret" not in str(header)
    assert not [name for name in header["environment"] if name.startswith("HABEAS")]


def test_a_child_has_no_file_open_but_the_two_ends_of_its_pipe(tmp_path: Path):
    with (tmp_path / "open").open("w") as store:
        os.set_inheritable(store.fileno(), True)
        box = Sandbox(TRIALS, limits=SMALL)
        [(header, _)] = box.ask("descriptors", {}, [b""])
        box.close()
    assert header["open"] == 2


def test_after_a_failure_the_next_job_is_done_as_before(box: Sandbox):
    for _ in range(2):
        with pytest.raises(Unreadable):
            box.ask("wall", {}, [b""], Limits(wall=0.2))
        assert box.ask("echo", {}, [b"words"])[0][1] == b"words"


def test_all_limits_hold_on_linux():
    assert limits_of_this_platform() == dict.fromkeys(LIMITS, True)
