"""The same comparisons on many machines: Spark runs them over Arrow batches of pairs.

Needs pyspark with pandas and pyarrow, which are not among Habeas's own dependencies.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from habeas.extras import require
from habeas.linkage.comparison import Comparison
from habeas.linkage.linkage import Compare
from habeas.linkage.model import Compared, compared
from habeas.linkage.names import Rows

SCHEMA = "place long, levels binary, rarity float, shared_rarity float"


def compared_in_spark(session: Any = None) -> Compare:  # noqa: ANN401  (pyspark may be absent)
    """Return what compares pairs in a Spark session, with the results of one machine, bit by bit.

    session: None begins one, on the cluster that SPARK_MASTER names, else on this machine. Raises
    MissingExtra where pyspark is not installed.
    """
    session = session or _session()

    def compare(comparisons: tuple[Comparison, ...], left: Rows, right: Rows) -> Compared:
        if not len(left):
            return compared(comparisons, left, right)
        import pyarrow as pa  # noqa: PLC0415  (comes with pyspark)

        table = pa.table({"place": np.arange(len(left)), "left": left, "right": right})
        kernel = _kernel(session.sparkContext.broadcast(comparisons))
        done = session.createDataFrame(table).mapInArrow(kernel, SCHEMA).toArrow()
        return _collected(done.sort_by("place"), left, right, len(comparisons))

    return compare


def _session() -> Any:  # noqa: ANN401
    require("spark", "The engine spark")
    from pyspark.sql import SparkSession  # noqa: PLC0415

    master = os.environ.get("SPARK_MASTER", "local[*]")
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not the first python on the path
    builder = SparkSession.builder.master(master).appName("habeas link")
    return builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()


def _kernel(comparisons: Any) -> Any:  # noqa: ANN401
    """Return the function that Spark maps over batches of pairs."""

    def kernel(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa  # noqa: PLC0415

        for batch in batches:
            left, right = (batch.column(name).to_numpy() for name in ("left", "right"))
            found = compared(comparisons.value, left, right)
            yield pa.RecordBatch.from_arrays(
                [
                    batch.column("place"),
                    pa.array([row.tobytes() for row in found.levels], pa.binary()),
                    pa.array(found.rarity),
                    pa.array(found.shared_rarity),
                ],
                names=["place", "levels", "rarity", "shared_rarity"],
            )

    return kernel


def _collected(table: Any, left: Rows, right: Rows, width: int) -> Compared:  # noqa: ANN401
    """Return the pairs as Spark gave them back, in the order in which they were given."""
    levels = b"".join(table.column("levels").to_pylist())
    return Compared(
        left,
        right,
        np.frombuffer(levels, np.uint8).reshape(-1, width),
        table.column("rarity").to_numpy().astype(np.float32),
        table.column("shared_rarity").to_numpy().astype(np.float32),
    )
