"""Spark compares as one machine does, bit by bit."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from lists import frame, population

from habeas.linkage import link


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: habeas[spark]")
    for name in ("pandas", "pyarrow"):
        pytest.importorskip(name, reason=f"{name} is not installed: habeas[spark]")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("Spark needs Java, which is not on this machine")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        maker = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        made = maker.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
        yield made
        made.stop()


def test_spark_links_as_one_machine_does(session: Any):
    from habeas.linkage.spark import compared_in_spark  # noqa: PLC0415  (pyspark is optional)

    rows = frame(population(11, 200)).drop("truth")
    here, there = link(rows), link(rows, compare=compared_in_spark(session))
    assert np.array_equal(here.person, there.person)
    assert np.array_equal(here.pairs.levels, there.pairs.levels)
    assert np.array_equal(here.pairs.left, there.pairs.left)
    assert np.array_equal(here.bits, there.bits)
