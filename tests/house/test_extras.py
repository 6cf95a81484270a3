"""The extras that Habeas names are those that can be installed."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from habeas.extras import EXTRAS

ROOT = Path(__file__).parents[2]
DECLARED: dict[str, list[str]] = tomllib.loads(
    (ROOT / "pyproject.toml").read_text(encoding="utf-8")
)["project"]["optional-dependencies"]


def named(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", requirement)[0]).lower()


@pytest.mark.parametrize("extra", EXTRAS)
def test_each_extra_brings_the_modules_that_are_asked_for(extra: str):
    brought = {named(each) for each in DECLARED[extra]} - {"habeas"}
    known = packages_distributions()
    for module in EXTRAS[extra]:
        held = {named(each) for each in known.get(module, [])}
        if held:  # Spark is not installed where tests run
            assert held & brought, module


def test_all_is_everything_but_spark_and_development():
    assert DECLARED["all"] == [f"habeas[{','.join(sorted(set(EXTRAS) - {'spark'}))}]"]


def test_the_desk_draws_charts():
    assert "habeas[charts]" in DECLARED["desk"]
