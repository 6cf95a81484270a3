"""What stands in the bytes of a document: its text, and what it says of itself.

Collections, each to documents: ``document_lines`` (JSON lines), ``warc_records``, ``feeds``,
``emails``. One document: ``html_text`` (any HTML) · ``html_pages`` (the article in a page) ·
``pdf_text``. ``opened_documents`` picks by kind; ``document_tasks`` is what a child of the sandbox
does with them. Only such a child enters here: these libraries read what strangers wrote.
"""

from habeas.formats.readers.opened_documents import open_collection, open_document

__all__ = [
    "open_collection",
    "open_document",
]
