"""Public pages: a case and its findings to static files.

``words`` (what the pages say, in one language) → ``case`` (what goes in, and what reconciliation
says of it) → ``names`` (the search for names that must not be public) → ``withholding`` (the case
as it may be public) → ``page_context`` (what every page is written with) → ``pages`` → with
``previous_publication``, ``changes_feed``, ``known_files`` → ``site`` (all files) → ``folder`` (the
only one that writes).

To add a language, translate ``words/en.toml`` and name it in ``words.LANGUAGES``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.dossier.case import (
        GOVERNMENT,
        RIGHTS_GROUPS,
        ArchivedDocument,
        DossierCase,
        Findings,
        NamedPerson,
        OtherCase,
        consent_recorded,
        default_questions,
        find,
        named_people,
        with_words,
    )
    from habeas.dossier.folder import refuse_other_folder, replacing_dossier, write_dossier
    from habeas.dossier.known_files import SUMS
    from habeas.dossier.names import (
        Answer,
        How,
        Limit,
        ListedName,
        Question,
        TextMet,
        Unsettled,
        Withheld,
        exposed_in,
        gathered,
        limits,
        questions,
        speakers,
        to_settle,
    )
    from habeas.dossier.previous_publication import PreviousPublication, previous_publication_in
    from habeas.dossier.site import dossier, sums
    from habeas.dossier.withholding import (
        COLUMN,
        Covered,
        Listed,
        covered_case,
        covered_people,
        exposed_text,
        known_texts,
        listed,
        open_questions,
        public_texts,
        publishable,
        strange_told,
    )
    from habeas.dossier.words import (
        LANGUAGES,
        Wording,
        answer_text,
        question_text,
        scope_title,
        wording,
    )

__all__ = [
    "COLUMN",
    "GOVERNMENT",
    "LANGUAGES",
    "RIGHTS_GROUPS",
    "SUMS",
    "Answer",
    "ArchivedDocument",
    "Covered",
    "DossierCase",
    "Findings",
    "How",
    "Limit",
    "Listed",
    "ListedName",
    "NamedPerson",
    "OtherCase",
    "PreviousPublication",
    "Question",
    "TextMet",
    "Unsettled",
    "Withheld",
    "Wording",
    "answer_text",
    "consent_recorded",
    "covered_case",
    "covered_people",
    "default_questions",
    "dossier",
    "exposed_in",
    "exposed_text",
    "find",
    "gathered",
    "known_texts",
    "limits",
    "listed",
    "named_people",
    "open_questions",
    "previous_publication_in",
    "public_texts",
    "publishable",
    "question_text",
    "questions",
    "refuse_other_folder",
    "replacing_dossier",
    "scope_title",
    "speakers",
    "strange_told",
    "sums",
    "to_settle",
    "with_words",
    "wording",
    "write_dossier",
]

__getattr__ = lazy_face(
    __name__,
    {
        "Answer": "names",
        "ArchivedDocument": "case",
        "COLUMN": "withholding",
        "Covered": "withholding",
        "DossierCase": "case",
        "Findings": "case",
        "GOVERNMENT": "case",
        "How": "names",
        "LANGUAGES": "words",
        "Limit": "names",
        "Listed": "withholding",
        "ListedName": "names",
        "OtherCase": "case",
        "NamedPerson": "case",
        "PreviousPublication": "previous_publication",
        "Question": "names",
        "RIGHTS_GROUPS": "case",
        "SUMS": "known_files",
        "TextMet": "names",
        "Unsettled": "names",
        "Withheld": "names",
        "Wording": "words",
        "answer_text": "words",
        "consent_recorded": "case",
        "covered_case": "withholding",
        "covered_people": "withholding",
        "default_questions": "case",
        "dossier": "site",
        "exposed_in": "names",
        "exposed_text": "withholding",
        "find": "case",
        "gathered": "names",
        "known_texts": "withholding",
        "limits": "names",
        "listed": "withholding",
        "named_people": "case",
        "open_questions": "withholding",
        "previous_publication_in": "previous_publication",
        "public_texts": "withholding",
        "publishable": "withholding",
        "question_text": "words",
        "questions": "names",
        "refuse_other_folder": "folder",
        "replacing_dossier": "folder",
        "scope_title": "words",
        "speakers": "names",
        "strange_told": "withholding",
        "sums": "site",
        "to_settle": "names",
        "with_words": "case",
        "wording": "words",
        "write_dossier": "folder",
    },
)
