"""Documents in: files and folders of any known kind to texts that claims can quote.

``media_types`` (of which kind) · ``publication_dates`` · ``found_document`` (bytes as found) →
``plain_text`` (bytes to characters) · ``plain_documents`` (as plain values, to a child and back) →
``document_files`` (which files) · ``document_table`` (what a table beside them says of each) →
``document_sandbox`` (what is asked of a child) → ``document_reading``, which runs through all of
it. What the child does stands in ``formats.readers``.
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
from habeas.formats.documents.found_document import (
    LARGEST_DOCUMENT,
    Contents,
    FoundDocument,
    ReadDocument,
)
from habeas.formats.documents.media_types import (
    COLLECTIONS,
    FEED,
    FEED_ENTRY,
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
from habeas.formats.documents.plain_documents import (
    LONGEST_FIELD,
    found_for_child,
    nonsense,
    plain_found,
    plain_read,
)
from habeas.formats.documents.plain_text import decoded, plain_text, refuse_binary
from habeas.formats.documents.publication_dates import language_code, published_day

__all__ = [
    "COLLECTIONS",
    "FEED",
    "FEED_ENTRY",
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
    "Contents",
    "FoundDocument",
    "ReadDocument",
    "answers_for",
    "decoded",
    "document_files",
    "documents_of",
    "find_documents",
    "found_documents",
    "found_for_child",
    "ignore",
    "language_code",
    "nonsense",
    "plain_found",
    "plain_read",
    "plain_text",
    "published_day",
    "read_document",
    "read_documents",
    "refuse",
    "refuse_binary",
    "type_by_beginning",
    "type_by_name",
]
