"""What stands in the bytes of a document: its text, and what it says of itself.

Collections, each to documents: ``document_lines`` (JSON lines), ``warc_records``, ``feeds``,
``emails``. One document: ``plain_text`` → ``html_text`` (any HTML) · ``html_pages`` (the article in
a page) · ``pdf_text``. ``opened_documents`` picks by kind; it runs in a child of the sandbox.
"""

from habeas.formats.documents.readers.opened_documents import open_collection, open_document
from habeas.formats.documents.readers.plain_text import decoded

__all__ = [
    "decoded",
    "open_collection",
    "open_document",
]
