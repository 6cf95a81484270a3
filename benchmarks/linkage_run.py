"""One linker on one set, in a process of its own: prints its scores, seconds and memory as JSON.

``python linkage_run.py habeas|splink NAME FILE KIND STARTED``; STARTED is the clock when the
process was started, so that its start and its imports count.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
import time
from importlib.metadata import version
from pathlib import Path

from linkage_sets import RecordSet, columns_of

THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999)


Run = tuple[list[list[int]], list[float], dict[str, float], list[str]]
"""Clusters, the threshold of each, what they cost, and the packages that made them."""


def habeas(given: RecordSet) -> Run:
    """Run ours, at the default threshold."""
    from habeas.linkage import Settings, link  # noqa: PLC0415  (its import counts)

    person = link(given.rows()).person
    return [person.tolist()], [Settings().threshold], costs(), ["habeas", "numpy", "polars"]


def splink(given: RecordSet) -> Run:
    """Run Splink, and cluster again at each threshold once the clock has stopped."""
    from linkage_splink import clusters, pair_probabilities  # noqa: PLC0415

    rows = given.rows()
    predicted, linker = pair_probabilities(rows, given.kind)
    found = [clusters(predicted, linker, 0.95, len(rows))]
    spent = costs()
    others = [one for one in THRESHOLDS if one != 0.95]
    found += [clusters(predicted, linker, one, len(rows)) for one in others]
    return found, [0.95, *others], spent, ["splink", "duckdb"]


def costs() -> dict[str, float]:
    """Return the clock, the seconds of all processors, and the peak of memory of this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "stopped": time.time(),
        "processor": used.ru_utime + used.ru_stime,
        "peak_mb": used.ru_maxrss / 1024,
    }


def main() -> None:
    """Run, and print."""
    tool, name, path, kind, started = sys.argv[1:]
    given = RecordSet(name, Path(path), kind, columns_of(kind))
    with contextlib.redirect_stdout(sys.stderr):
        found, thresholds, spent, packages = (habeas if tool == "habeas" else splink)(given)
    from linkage_scores import scores  # noqa: PLC0415  (not of the run)

    truth = given.truth()
    result = {
        **spent,
        "seconds": spent["stopped"] - float(started),
        "rows": len(truth),
        "scores": [
            {"threshold": one, **scores(clusters, truth)}
            for one, clusters in zip(thresholds, found, strict=True)
        ],
        "versions": [f"{one} {version(one)}" for one in packages],
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
