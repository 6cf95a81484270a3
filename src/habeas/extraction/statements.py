"""Statements of a document: who said what, with which stance, in whose words."""

from __future__ import annotations

import re

from habeas.extraction.candidates import Attribution, Memory, attributions, descriptions, resolver
from habeas.extraction.text import Sentence, language_for, language_of, sentences
from habeas.vocabulary import Document, Sources, Stance, Statement

QUOTED = re.compile(r"“[^“”]{3,}”|\"[^\"]{3,}\"|«[^«»]{3,}»")
STANCES = {
    "deny": Stance.DENIES,
    "neither": Stance.NEITHER,
    "allege": Stance.ALLEGES,
    "promise": Stance.PROMISES,
    "demand": Stance.DEMANDS,
}


def read_statements(document: Document, *, aliases: Sources | None = None) -> list[Statement]:
    """Return who said what in a document, in the order of its text.

    Direct statements quote the words between quotation marks, reported ones the whole sentence.
    aliases: the sources of the case, under whose names speakers are filed.
    Raises InputError if the document declares a language that has no lexicon.
    """
    code = document.language or language_of(document.text)
    if not code:
        return []
    memory, found = Memory(aliases), list[Statement]()
    for sentence in sentences(document.text, language_for(document.text, code)):
        sources = descriptions(sentence)
        speaker_of = resolver(sentence, document.text, sources, memory)
        for spoken in telling(attributions(sentence, sources, memory, speaker_of)):
            found.append(statement(document, sentence, spoken, len(found) + 1))
    return found


def telling(found: list[Attribution]) -> list[Attribution]:
    """Keep one attribution a speaker of a sentence: the one whose stance says most."""
    best: dict[str, Attribution] = {}
    for one in found:
        known = best.get(one.speaker.name)
        if known is None or (one.verb in STANCES and known.verb not in STANCES):
            best[one.speaker.name] = one
    return list(best.values())


def statement(
    document: Document, sentence: Sentence, spoken: Attribution, number: int
) -> Statement:
    """Build one statement with its exact words."""
    inside = QUOTED.search(document.text, sentence.start, sentence.end)
    start, end = (inside.start() + 1, inside.end() - 1) if inside else trimmed(document, sentence)
    return Statement(
        id=f"{document.short_id}-s{number}",
        speaker=spoken.speaker.name,
        speaker_kind=spoken.speaker.kind,
        stance=STANCES.get(spoken.verb, Stance.ASSERTS),
        direct=inside is not None,
        document=document.id,
        start=start,
        end=end,
        quote=document.text[start:end],
    )


def trimmed(document: Document, sentence: Sentence) -> tuple[int, int]:
    """Return where a sentence's words start and end, blanks left out."""
    text = document.text[sentence.start : sentence.end]
    start = sentence.start + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
