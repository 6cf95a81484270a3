"""What a model is asked about one piece of a document, as messages of the chat format."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.extraction.models.questions.pieces import Piece, pieces
from habeas.extraction.models.questions.prompt import prompt
from habeas.vocabulary import Document

Messages = list[dict[str, str]]

OPENING = 600
"""Characters of a document's beginning that go with its later pieces: it tells whose text it is."""


@dataclass(frozen=True)
class Question:
    """One question: which characters of a document it shows, and its messages."""

    piece: Piece
    messages: Messages


def questions(document: Document, shown: str = "") -> list[Question]:
    """Return what a model is asked about a document, a question a piece.

    shown: the text as the model may see it, where names are covered in it; character by character
    as long as the document's own.
    """
    text = shown or document.text
    return [_question(document, text, piece) for piece in pieces(text)]


def _question(document: Document, text: str, piece: Piece) -> Question:
    published = document.published.text if document.published else "unknown"
    heading = [f"Published: {published}", f"Outlet: {document.outlet or 'unknown'}"]
    if document.title and document.title not in text[:OPENING]:
        heading.append(f"Title: {document.title}")
    if piece.start:
        heading.append(f"How the document begins (no numbers from here):\n{text[:OPENING]}")
        heading.append("A later part of it follows; read that.")
    article = f"<article>\n{text[piece.start : piece.end]}\n</article>"
    user = "\n".join(heading) + f"\n\n{article}"
    return Question(
        piece, [{"role": "system", "content": prompt()}, {"role": "user", "content": user}]
    )
