"""Public pages: a case and its findings to static files.

``dossier_case`` (what goes in) with ``quoted_figures`` (a table's figures beside their words),
``default_questions`` and ``withheld`` (what must not go in) → ``findings`` (what
reconciliation says of it) → the words: ``wording`` (``words/en.toml``, ``words/es.toml``),
``claim_words``, ``quoting`` → ``addresses`` → ``edition`` (one language) → the pages:
``charts``, ``contradiction_pages``, ``source_page``, ``timeline_pages``, ``answer_pages``,
``claim_pages``, ``methods_page``, ``reader_tools`` → ``rendering`` (``templates/``),
``data_files`` and ``proof_documents`` → ``site`` (all files) → ``folder`` (the only one that
writes).

To add a language, translate ``words/en.toml`` and name it in ``wording.LANGUAGES``.
"""

from habeas.dossier.default_questions import default_questions
from habeas.dossier.dossier_case import (
    GOVERNMENT,
    RIGHTS_GROUPS,
    ArchivedDocument,
    DossierCase,
)
from habeas.dossier.findings import Findings, find
from habeas.dossier.folder import refuse_other_folder, write_dossier
from habeas.dossier.quoted_figures import with_words
from habeas.dossier.site import dossier
from habeas.dossier.withheld import publishable

__all__ = [
    "GOVERNMENT",
    "RIGHTS_GROUPS",
    "ArchivedDocument",
    "DossierCase",
    "Findings",
    "default_questions",
    "dossier",
    "find",
    "publishable",
    "refuse_other_folder",
    "with_words",
    "write_dossier",
]
