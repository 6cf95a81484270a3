"""Public pages: a case and its findings to static files.

``dossier_case`` (what goes in) with ``quoted_figures`` (a table's figures beside their words),
``default_questions``, ``withheld`` and ``withheld_names`` (what must not go in), ``named_people`` →
``findings`` (what
reconciliation says of it) → the words: ``wording`` (``words/en.toml``, ``words/es.toml``),
``claim_words``, ``quoting`` → ``addresses`` → ``edition`` (one language) → the pages:
``charts``, ``timeline_pages``, ``contradiction_pages``, ``linked_data`` (for other programs),
``claim_pages``, ``source_page``, ``people_pages``, ``methods_page``, ``answer_pages``,
``reader_tools``, ``menu`` → ``rendering`` (``templates/``), ``data_files``, ``proof_documents`` and
``changes_feed`` (with what ``earlier`` publications said) → ``site`` (all files) → ``folder`` (the
only one that writes).

To add a language, translate ``words/en.toml`` and name it in ``wording.LANGUAGES``.
"""

from habeas.dossier.default_questions import default_questions
from habeas.dossier.dossier_case import (
    GOVERNMENT,
    RIGHTS_GROUPS,
    ArchivedDocument,
    DossierCase,
)
from habeas.dossier.earlier import Earlier, earlier_in
from habeas.dossier.findings import Findings, find
from habeas.dossier.folder import refuse_other_folder, replacing_dossier, write_dossier
from habeas.dossier.named_people import NamedPerson, consent_recorded, named_people
from habeas.dossier.quoted_figures import with_words
from habeas.dossier.site import dossier
from habeas.dossier.withheld import publishable

__all__ = [
    "GOVERNMENT",
    "RIGHTS_GROUPS",
    "ArchivedDocument",
    "DossierCase",
    "Earlier",
    "Findings",
    "NamedPerson",
    "consent_recorded",
    "default_questions",
    "dossier",
    "earlier_in",
    "find",
    "named_people",
    "publishable",
    "refuse_other_folder",
    "replacing_dossier",
    "with_words",
    "write_dossier",
]
