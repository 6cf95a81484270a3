"""Documents in: files and folders of any known kind to texts that claims can quote.

``document_files`` (which files) · ``document_table`` (what a table beside them says of each) ·
``media_types`` (of which kind) · ``publication_dates`` → ``found_document`` (bytes as found) →
``plain_documents`` (as plain values, to a child and back) → ``document_sandbox`` (what is asked of
a child) → ``document_tasks`` (what a child does: it alone enters ``readers``) →
``document_reading``, which runs through all of it.
"""

from habeas.formats.documents.document_files import document_files
from habeas.formats.documents.document_reading import (
    documents_of,
    find_documents,
    found_documents,
    ignore,
    read_document,
    read_documents,
    refuse,
)
from habeas.formats.documents.document_sandbox import answers_for
from habeas.formats.documents.found_document import LARGEST_DOCUMENT, FoundDocument
from habeas.formats.documents.media_types import (
    COLLECTIONS,
    FEED,
    HTML,
    LINES,
    MAIL,
    PDF,
    READABLE,
    RECORD,
    TEXT,
    WARC,
    type_by_beginning,
    type_by_name,
)
from habeas.formats.documents.plain_documents import LONGEST_FIELD, nonsense, plain_read
from habeas.formats.documents.publication_dates import language_code
from habeas.formats.documents.readers import decoded, open_document

__all__ = [
    "COLLECTIONS",
    "FEED",
    "HTML",
    "LARGEST_DOCUMENT",
    "LINES",
    "LONGEST_FIELD",
    "MAIL",
    "PDF",
    "READABLE",
    "RECORD",
    "TEXT",
    "WARC",
    "FoundDocument",
    "answers_for",
    "decoded",
    "document_files",
    "documents_of",
    "find_documents",
    "found_documents",
    "ignore",
    "language_code",
    "nonsense",
    "open_document",
    "plain_read",
    "read_document",
    "read_documents",
    "refuse",
    "type_by_beginning",
    "type_by_name",
]
