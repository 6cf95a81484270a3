"""What comes into a case: documents with their claims, and tables of claims.

``uploads`` · ``fetching`` (a page that a member named) → ``stories`` (one wire story told twice) →
``incoming`` (documents, claims) → ``arrivals`` (files kept at once, read by the worker) ·
``rereading`` (a document read anew) → ``document_page`` · ``inbox_page``.
"""

from habeas.desk.intake.arrivals import KeptFile, Outcome, keep_file, take_document, take_in
from habeas.desk.intake.fetching import fetch
from habeas.desk.intake.incoming import (
    Arrival,
    add_claims_file,
    keep_document,
    no_longer_unread,
    read_into_queue,
)
from habeas.desk.intake.rereading import Reread, reread

__all__ = [
    "Arrival",
    "KeptFile",
    "Outcome",
    "Reread",
    "add_claims_file",
    "fetch",
    "keep_document",
    "keep_file",
    "no_longer_unread",
    "read_into_queue",
    "reread",
    "take_document",
    "take_in",
]
