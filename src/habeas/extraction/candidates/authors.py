"""Whose text it is: the body that issued a statement or a bulletin, and says "we" in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from habeas.extraction.candidates.citations import Attribution
from habeas.extraction.candidates.coreference import BODIES, resolve
from habeas.extraction.candidates.memory import Memory, Speaker
from habeas.extraction.text import Description, Sentence
from habeas.vocabulary import ClaimantKind

HEADING = 24
"""Words of the longest heading."""

OPENING = 4
"""Paragraphs in which a text says whose it is."""

STOPS = frozenset({".", "!", "?", "…", "”", "»", '"'})

SAID = 4
"""Words between "we" and the verb that says on what footing we count."""


@dataclass
class Author:
    """The body in whose name a text is written, if it is one's own statement.

    headed: whether a heading calls the text a statement, a bulletin or the like. named: the body
    that a heading names. speaker: the author, once it is known.
    """

    headed: bool = False
    named: Speaker | None = None
    speaker: Speaker | None = None

    def hear(
        self, sentence: Sentence, text: str, sources: list[Description], memory: Memory
    ) -> None:
        """Take in a sentence of the opening: a heading, or the first that is none."""
        if self.speaker or sentence.paragraph >= OPENING:
            return
        if addresses(sentence):
            self.speaker = body_in(sentence, text, sources, memory)
        elif sentence.size > HEADING or sentence.words[-1] in STOPS:
            self.speaker = self.named if self.headed else None
            if self.headed and self.speaker is None:
                self.speaker = body_in(sentence, text, sources, memory)
        elif not told(sentence):
            self.head(sentence, text, sources, memory)

    def head(
        self, sentence: Sentence, text: str, sources: list[Description], memory: Memory
    ) -> None:
        """Take in a heading."""
        self.headed = self.headed or letterhead(sentence)
        self.named = self.named or issuer(sentence, text, sources, memory)

    def speaks(
        self, sentence: Sentence, spoken: list[Attribution], said: Speaker | None
    ) -> list[Attribution]:
        """Return "we have counted" as the words of the author or of whoever is quoted.

        spoken: the sentence's other attributions. said: in whose voice the text went on so far.
        """
        mark = next(iter(sentence.marks.get("first_person", ())), None)
        if mark is None:
            return []
        who = self.speaker or said
        if quoted(sentence, mark.first):
            before = [one for one in spoken if one.last <= mark.first]
            who = before[-1].speaker if before else None
        if who is None:
            return []
        near = [one for one in sentence.marks.get("speech", ()) if one.first <= mark.last + SAID]
        verb = next((one.value for one in reversed(near) if one.last >= mark.last), "say")
        return [Attribution(who, mark.first, True, True, verb, mark.first, mark.last)]


def letterhead(sentence: Sentence) -> bool:
    """Whether a heading, or what follows a dash or a comma in it, starts as letterheads do."""
    return any(
        mark.first == 0 or not sentence.words[mark.first - 1][0].isalnum()
        for mark in sentence.marks.get("letterhead", ())
    )


def told(sentence: Sentence) -> bool:
    """Whether a heading tells news ("X says in a statement …"), as no letterhead does."""
    heads = sentence.marks.get("letterhead", ())
    return any(
        not any(head.first <= mark.first < head.last for head in heads)
        for mark in sentence.marks.get("speech", ())
    )


def issuer(
    sentence: Sentence, text: str, sources: list[Description], memory: Memory
) -> Speaker | None:
    """Return the body that a heading names; a bare name that opens a letterhead is a group's."""
    body = body_in(sentence, text, sources, memory)
    named = next((one for one in sources if not one.only_document), None)
    if body or "letterhead" not in sentence.marks or named is None or not named.of_kind("name"):
        return body
    speaker = resolve(sentence, text, named, memory)
    if speaker is None:
        return None
    return memory.remember(replace(speaker, kind=ClaimantKind.NGO, person=False))


def addresses(sentence: Sentence) -> bool:
    """Whether a body addresses the public ("the ministry wishes to inform the public")."""
    return any(mark.value == "address" for mark in sentence.marks.get("letterhead", ()))


def body_in(
    sentence: Sentence, text: str, sources: list[Description], memory: Memory
) -> Speaker | None:
    """Return the first body that a sentence names."""
    for source in sources:
        bodies = [one for one in source.of_kind(*BODIES) if one.value != "document"]
        if bodies and not source.of_kind("role"):
            return resolve(sentence, text, source, memory)
    return None


def quoted(sentence: Sentence, word: int) -> bool:
    """Whether a word stands behind a quotation mark that opens in its sentence."""
    opened = [sign for sign in sentence.words[:word] if sign in {"“", "«", '"', "”", "»"}]
    return bool(opened) and (opened[-1] in {"“", "«"} or opened.count('"') % 2 == 1)
