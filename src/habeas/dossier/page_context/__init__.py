"""What every page of one language is written with.

``quoting`` (untrusted text: nothing in it runs, nothing hides) · ``addresses`` (where pages lie) →
``page_context`` (figures, sources and links in the words of one language).
"""

from habeas.dossier.page_context.addresses import file_name, link
from habeas.dossier.page_context.page_context import ClaimLine, Derivation, Page, PageContext
from habeas.dossier.page_context.quoting import hidden, linked, shown

__all__ = [
    "ClaimLine",
    "Derivation",
    "Page",
    "PageContext",
    "file_name",
    "hidden",
    "link",
    "linked",
    "shown",
]
