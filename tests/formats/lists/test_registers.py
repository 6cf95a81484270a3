"""Twelve registers, laid out as public ones are, are read as their makers meant them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.register_truth import measured, registers


@pytest.mark.parametrize("name", registers())
def test_a_register_is_read_as_it_was_meant_and_its_people_are_told_apart(
    name: str, tmp_path: Path
):
    found = measured(name, tmp_path)
    assert found.wrong == ()
    assert found.told == found.others
    assert found.joined[0] == found.joined[1]
    assert found.apart[0] == found.apart[1]
