"""What ``habeas link`` writes beside the people: pairs, weakest links, changes, samples."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.cli.people.linking.link_review import review_rows
from habeas.formats.atomic_write import atomic_write
from habeas.formats.tables import DECISION_COLUMNS, write_samples, write_table
from habeas.linkage import (
    Change,
    Linkage,
    changes,
    doubtful_pairs,
    key_of,
    sample_partitions,
    weakest_links,
)
from habeas.vocabulary import RecordKey

TERMINAL = "-"
"""Stands for the file of pairs where a reviewer is asked in the terminal instead."""


@dataclass(frozen=True)
class Outputs:
    """The files that are wanted, None or "" where none is.

    review: of up to ``limit`` doubtful pairs. samples: of ``sample_count`` partitions.
    """

    review: str
    weakest: Path | None
    changes_to: Path | None
    samples: Path | None
    limit: int
    sample_count: int
    seed: int

    def write(self, found: Linkage, ids: Sequence[str], earlier: Mapping[RecordKey, str]) -> None:
        """Write them; ``earlier`` are the ids of the last time."""
        if self.review and self.review != TERMINAL:
            with atomic_write(self.review) as stream:
                pairs = doubtful_pairs(found, self.limit)
                write_table(review_rows(found, pairs), DECISION_COLUMNS, stream)
        if self.weakest:
            with atomic_write(self.weakest) as stream:
                write_table(weakest_rows(found, ids), WEAKEST_COLUMNS, stream)
        if self.changes_to:
            write_changes(changes(found.keys(), ids, earlier), self.changes_to)
        if self.samples:
            with atomic_write(self.samples) as stream:
                drawn = sample_partitions(found, self.sample_count, self.seed)
                write_samples(found.keys(), (one.tolist() for one in drawn), stream)


WEAKEST_COLUMNS = ("person_id", "left_list", "left_row", "right_list", "right_row", "bits")


def weakest_rows(found: Linkage, ids: Sequence[str]) -> list[dict[str, object]]:
    """Return each person's weakest link as a row, the weakest first."""
    links = sorted(weakest_links(found), key=lambda one: one.bits)
    return [
        {
            "person_id": ids[one.person],
            "left_list": key_of(found, one.left).list_name,
            "left_row": key_of(found, one.left).row,
            "right_list": key_of(found, one.right).list_name,
            "right_row": key_of(found, one.right).row,
            "bits": one.bits,
        }
        for one in links
    ]


def write_changes(every: Sequence[Change], path: Path) -> None:
    """Write what became of people since the last time."""
    rows = [
        {
            "change": change.kind.value,
            "person_id": change.person,
            "earlier_ids": " ".join(change.earlier),
            "records": " ".join(f"{key.list_name}:{key.row}" for key in change.records),
        }
        for change in every
    ]
    with atomic_write(path) as stream:
        write_table(rows, ("change", "person_id", "earlier_ids", "records"), stream)
