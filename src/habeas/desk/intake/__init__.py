"""What comes into a case: documents with their claims, and tables of claims.

``uploads`` · ``fetching`` (a page that a member named) → ``stories`` (one wire story told twice) →
``incoming`` (documents, claims) → ``arrivals`` (files kept at once, read by the worker) ·
``rereading`` (a document read anew) · ``withdrawal`` (one that counts no longer) · ``confirming``
(its day, outlet and language looked at) → ``document_page`` · ``inbox_page``.
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
from habeas.desk.intake.withdrawal import refuse_withdrawn, set_withdrawn, withdraw_document

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
    "refuse_withdrawn",
    "reread",
    "set_withdrawn",
    "take_document",
    "take_in",
    "withdraw_document",
]
