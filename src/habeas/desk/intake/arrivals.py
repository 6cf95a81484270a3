"""Files that came in: kept as evidence at once, and read by the worker, in the sandbox.

Pages are served by threads in which no document is ever opened. Until the worker has read a file
the inbox says that it waits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime

from habeas.desk.audit_log import note_refused
from habeas.desk.cases import sources_of
from habeas.desk.intake.incoming import Arrival, keep_document, read_into_queue
from habeas.desk.intake.withdrawal import refuse_withdrawn
from habeas.desk.models import Case
from habeas.desk.store import evidence
from habeas.formats.documents import (
    COLLECTIONS,
    FoundDocument,
    found_documents,
    type_by_beginning,
    type_by_name,
)
from habeas.vocabulary import InputError

NOTES_KEPT = 20


@dataclass(frozen=True)
class KeptFile:
    """A file that was kept, as a job names it. name: whoever brought it gave it that."""

    sha256: str
    name: str
    media_type: str
    title: str = ""


@dataclass
class Outcome:
    """What came of some files: how many documents and claims, and which could not be read."""

    documents: int = 0
    claims: int = 0
    failures: list[InputError] = field(default_factory=list)

    def said(self, key: str) -> list[object]:
        """Return it as a job says it. Raises InputError where nothing at all could be read."""
        if self.failures and not self.documents:
            first = self.failures[0]
            if len(self.failures) == 1:
                raise first
        return [key, str(self.documents), str(self.claims), *map(asdict, self.failures)]


def keep_file(raw: bytes, name: str, media_type: str = "", title: str = "") -> KeptFile:
    """Keep a file's bytes as evidence, unopened."""
    kind = media_type or type_by_name(name) or type_by_beginning(raw[:1000])
    entry = evidence().add(raw, source=name, at=datetime.now(UTC), media_type=kind)
    return KeptFile(entry.sha256, name, kind, title)


def take_in(case: Case, files: Iterable[KeptFile], arrival: Arrival) -> Outcome:
    """Read files that were kept into a case; one that fails is that file's failure alone."""
    outcome = Outcome()
    for file in files:
        here = replace(arrival, kept=file.sha256)
        first = FoundDocument(
            evidence().read(file.sha256), file.media_type, file.name, title=file.title
        )
        take_document(case, first, here, outcome)
    return outcome


def take_document(case: Case, first: FoundDocument, arrival: Arrival, outcome: Outcome) -> None:
    """Keep a document, or each of those that a collection holds, and read their claims."""
    try:
        if first.media_type not in COLLECTIONS:
            take_one(case, first, arrival, outcome)
            return
        for found in found_documents(first.raw, first.media_type, first.place):
            try:
                take_one(case, found, replace(arrival, origin=found.place), outcome)
            except InputError as error:
                refused(case, found, arrival, error, outcome)
    except InputError as error:
        refused(case, first, arrival, error, outcome)


def refused(
    case: Case, found: FoundDocument, arrival: Arrival, error: InputError, outcome: Outcome
) -> None:
    """Have the outcome and the log tell that a document was not taken in."""
    placed = error.at(file=found.place)
    outcome.failures = [*outcome.failures[:NOTES_KEPT], placed]
    note_refused(case, arrival.actor, found.place, placed)


def take_one(case: Case, found: FoundDocument, arrival: Arrival, outcome: Outcome) -> None:
    """Keep one document and read its claims. Raises InputError where either cannot be done."""
    document, _ = keep_document(case, found, arrival)
    refuse_withdrawn(document)
    outcome.documents += 1
    try:
        outcome.claims += read_into_queue(case, document, sources_of(case), arrival.actor)
    except InputError as error:
        outcome.failures.append(error.at(file=found.place))
