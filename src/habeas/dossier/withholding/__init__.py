"""A case as it may be public.

``withheld_claims`` (figures that must not be published) · ``listed_names`` (whose names must not
be) → ``public_texts`` (every text of the case, and where it stands) → ``open_questions`` (what a
person must answer first) → ``covering`` (every withheld name covered, and told).
"""

from habeas.dossier.withholding.covering import Covered, covered_case, covered_people, exposed_text
from habeas.dossier.withholding.listed_names import Listed, listed, strange_told
from habeas.dossier.withholding.open_questions import known_texts, open_questions
from habeas.dossier.withholding.public_texts import public_texts
from habeas.dossier.withholding.withheld_claims import COLUMN, publishable

__all__ = [
    "COLUMN",
    "Covered",
    "Listed",
    "covered_case",
    "covered_people",
    "exposed_text",
    "known_texts",
    "listed",
    "open_questions",
    "public_texts",
    "publishable",
    "strange_told",
]
