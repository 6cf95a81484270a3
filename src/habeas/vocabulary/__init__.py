"""The words that every room speaks, from the smallest to the largest.

``errors`` · ``dates`` → ``period`` · ``quantity`` · ``source`` → ``claim`` →
``claim_row`` (its spelling in files) · ``document`` · ``scope`` · ``statement`` ·
``record`` → ``person`` · ``decision``. Imports nothing of ours.
"""

from habeas.vocabulary.claim import (
    SUBGROUP,
    AlternativeReading,
    Claim,
    Evidence,
    Measure,
    Modality,
    ReadingStatus,
    filed,
)
from habeas.vocabulary.claim_row import (
    CLAIM_COLUMNS,
    claim_from_row,
    claim_to_row,
    refuse_broken_references,
    refuse_unreadable_columns,
)
from habeas.vocabulary.dates import PartialDate, partial_date
from habeas.vocabulary.decision import Decision, Judgement, in_force
from habeas.vocabulary.document import Document
from habeas.vocabulary.errors import (
    EvidenceError,
    HabeasError,
    InputError,
    MissingExtra,
    ProofError,
    ScopeCycle,
    installation,
)
from habeas.vocabulary.period import Period
from habeas.vocabulary.person import Person
from habeas.vocabulary.quantity import Qualifier, Quantity
from habeas.vocabulary.record import Field, Record, RecordKey
from habeas.vocabulary.scope import GENERAL_SCOPES, Partition, Scope, Scopes
from habeas.vocabulary.source import ClaimantKind, Source, Sources
from habeas.vocabulary.statement import Stance, Statement

__all__ = [
    "CLAIM_COLUMNS",
    "GENERAL_SCOPES",
    "SUBGROUP",
    "AlternativeReading",
    "Claim",
    "ClaimantKind",
    "Decision",
    "Document",
    "Evidence",
    "EvidenceError",
    "Field",
    "HabeasError",
    "InputError",
    "Judgement",
    "Measure",
    "MissingExtra",
    "Modality",
    "PartialDate",
    "Partition",
    "Period",
    "Person",
    "ProofError",
    "Qualifier",
    "Quantity",
    "ReadingStatus",
    "Record",
    "RecordKey",
    "Scope",
    "ScopeCycle",
    "Scopes",
    "Source",
    "Sources",
    "Stance",
    "Statement",
    "claim_from_row",
    "claim_to_row",
    "filed",
    "in_force",
    "installation",
    "partial_date",
    "refuse_broken_references",
    "refuse_unreadable_columns",
]
