"""What a dossier is made from, and what follows from it.

``named_people`` (who may be named) → ``dossier_case`` (figures, scopes, documents, questions) with
``default_questions`` and ``quoted_figures`` (a table's figures beside their words) → ``findings``
(what the figures allow and what not) → ``data_files`` (the same as CSV and JSON).
"""

from habeas.dossier.case.data_files import claim_files, finding_files, people_files
from habeas.dossier.case.default_questions import default_questions
from habeas.dossier.case.dossier_case import (
    GOVERNMENT,
    RIGHTS_GROUPS,
    SEARCH_LIMIT,
    ArchivedDocument,
    DossierCase,
    OtherCase,
)
from habeas.dossier.case.findings import (
    Answer,
    Findings,
    Tally,
    find,
    have_nothing_in_common,
    is_within,
)
from habeas.dossier.case.named_people import (
    CONFIDENTIAL,
    CONSENT,
    NamedPerson,
    consent_recorded,
    named_people,
)
from habeas.dossier.case.quoted_figures import with_words

__all__ = [
    "CONFIDENTIAL",
    "CONSENT",
    "GOVERNMENT",
    "RIGHTS_GROUPS",
    "SEARCH_LIMIT",
    "Answer",
    "ArchivedDocument",
    "DossierCase",
    "Findings",
    "NamedPerson",
    "OtherCase",
    "Tally",
    "claim_files",
    "consent_recorded",
    "default_questions",
    "find",
    "finding_files",
    "have_nothing_in_common",
    "is_within",
    "named_people",
    "people_files",
    "with_words",
]
