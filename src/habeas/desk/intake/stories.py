"""Which earlier document of a case tells the story of a new one, as ``habeas extract`` finds it.

A wire story that ten outlets print is one witness. Each document keeps a sample of its word
sequences, so that a new one is compared with all before it without reading them again.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from habeas.desk.models import Case, Claim, Document
from habeas.extraction import SAME, Shingles, fingerprints, shared, shingled

NEAR = SAME / 2
"""Documents that share so much of their samples are compared word by word."""


def story_of(case: Case, document: Document) -> str:
    """Return the id of the first document with claims that tells the same story, "" where none.

    Only documents that came before it count, and of a chain of retellings the first.
    """
    own = shingled(document.text)
    document.marks = fingerprints(own).tobytes()
    document.save(update_fields=["marks"])
    for number in _near(case, document, fingerprints(own)):
        earlier = Document.objects.get(pk=number)
        if shared(own, shingled(earlier.text)) >= SAME:
            told = earlier.claims.first()
            return str(told.row.get("story") or earlier.key) if told else earlier.key
    return ""


def _near(case: Case, document: Document, marks: Shingles) -> Iterator[int]:
    """Go through the earlier documents with claims that may tell the same story, in order."""
    telling = Claim.objects.filter(case=case, document__lt=document.pk).values("document")
    before = Document.objects.filter(pk__in=telling).order_by("pk").values_list("pk", "marks")
    for number, kept in before.iterator(chunk_size=500):
        other = np.frombuffer(kept, np.uint64) if kept else _marked(number)
        smaller = min(len(marks), len(other))
        if smaller and len(np.intersect1d(marks, other, assume_unique=True)) >= NEAR * smaller:
            yield number


def _marked(number: int) -> Shingles:
    """Return the marks of a document that came in before marks were kept, and keep them."""
    document = Document.objects.get(pk=number)
    marks = fingerprints(shingled(document.text))
    Document.objects.filter(pk=number).update(marks=marks.tobytes())
    return marks
