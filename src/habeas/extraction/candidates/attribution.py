"""Who answers for a number: the nearest attribution of its sentence, or the voice that goes on."""

from __future__ import annotations

from habeas.extraction.candidates.citations import Attribution, Resolver, per, tallied
from habeas.extraction.candidates.coreference import ANAPHORIC, resolve
from habeas.extraction.candidates.memory import Memory, Speaker
from habeas.extraction.candidates.subjects import coordinated, ours, subject_left, subject_right
from habeas.extraction.text import BULLETS, Description, Mark, Sentence
from habeas.vocabulary import ClaimantKind


def attributions(
    sentence: Sentence,
    sources: list[Description],
    memory: Memory,
    speaker_of: Resolver,
    before: Speaker | None = None,
) -> list[Attribution]:
    """Return the attributions of a sentence in order of their words.

    sources: what may speak in it, as ``speakers.descriptions`` gives it. speaker_of: whom each
    means, as ``resolver`` gives it. before: in whose voice the
    text went on so far.
    """
    if (not sources and before is None) or label(sentence):
        return []
    found: list[Attribution] = []
    said = [*sentence.marks.get("per", ()), *sentence.marks.get("speech", ())]
    inside = named_words(sources) if said else set[int]()
    found += tallied(sentence, sources, speaker_of)
    for mark in sorted(said, key=lambda mark: (mark.first, -mark.last)):
        if mark.first in inside or ours(sentence, mark):
            continue
        if found:
            memory.voice = found[-1].speaker
        if mark.kind == "per":
            found += per(sentence, mark, sources, speaker_of, found)
        else:
            found += spoken(sentence, mark, sources, speaker_of, found) or unsaid(
                sentence, mark, before
            )
    found += elided(sentence, sources, speaker_of) if found else []
    found += before_colon(sentence, sources, speaker_of) if not found else []
    found += subject_of_all(sentence, sources, speaker_of) if not found else []
    for source in sources:
        speaker_of(source)
    return [one for one in found if not contradicted(sentence, one)]


def contradicted(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether a sentence only sets aside what somebody says ("despite official claims, …")."""
    for mark in sentence.of_kind("contrary"):
        if mark.last > attribution.first:
            continue
        between = sentence.words[mark.last : attribution.first]
        if not {",", ";"} & set(between):
            return True
    return False


def label(sentence: Sentence) -> bool:
    """Whether a sentence is but a label in capitals ("ARRESTS.", "CUBA.")."""
    return sentence.size <= LABEL and all(text.isupper() or len(text) == 1 for text in sentence.raw)


LABEL = 4
"""Words of the longest label before a paragraph, its full stop among them."""


def named_words(sources: list[Description]) -> set[int]:
    """Return the words of sources, those of documents left out ("a statement by X")."""
    return {
        word
        for source in sources
        for part in source.parts
        if part.value != "document"
        for word in range(part.first, part.last)
    }


def resolver(sentence: Sentence, text: str, sources: list[Description], memory: Memory) -> Resolver:
    """Return the function that tells whom a source of a sentence means, each found out once."""
    resolved: dict[int, Speaker | None] = {}

    def speaker_of(source: Description) -> Speaker | None:
        if source.first not in resolved:
            owner = owner_of(sentence, source, sources)
            for other in sources if pointing(source) else ():
                if other.last <= source.first:
                    speaker_of(other)
            resolved[source.first] = (
                speaker_of(owner) if owner else resolve(sentence, text, source, memory)
            )
        return resolved[source.first]

    return speaker_of


def pointing(source: Description) -> bool:
    """Whether a source may point back to one of its own sentence ("…, the party claimed")."""
    part = source.parts[0]
    return len(source.parts) == 1 and part.kind == "institution" and part.value in ANAPHORIC


def owner_of(
    sentence: Sentence, source: Description, sources: list[Description]
) -> Description | None:
    """Return whose document a relative clause speaks of ("X, whose database goes by names")."""
    if source.of_kind("role") or not sentence.at(source.first - 1, "possessive"):
        return None
    if not sentence.at(source.first - 1, "relative_pronoun"):
        return None
    return next((one for one in reversed(sources) if one.last <= source.first - 1), None)


WATCHERS = frozenset({ClaimantKind.NGO, ClaimantKind.IGO})
"""Kinds of body that count people rather than take or free them."""


def subject_of_all(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "Udefegua has another tally: 63 arrests": a body that counts opens the sentence.

    A government does so only where its document is the subject ("the bureau's report has 299").
    """
    first = next((one for one in sources if one.first <= 3), None) if sources else None
    if first is None or any(sentence.at(word, "link") for word in range(first.first)):
        return []
    if sentence.near("first_person", 0, first.first):
        return []
    owned = sentence.at(first.last, "owner") is not None
    written = any(part.value == "document" for part in first.parts)
    written = written or (owned and writes(sentence, first.last + 1))
    if owned and not written:
        return []
    speaker = speaker_of(first)
    if speaker is None or not (speaker.kind in WATCHERS or written):
        return []
    return [Attribution(speaker, first.first, True, False, "say", first.first, first.last)]


def writes(sentence: Sentence, word: int) -> bool:
    """Whether a document stands at a word or the next ("the bureau's latest return has 299")."""
    marks = (sentence.at(here, "institution") for here in range(word, word + 2))
    return any(mark is not None and mark.value == "document" for mark in marks)


def elided(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "the mayor counted 88; the Red Cross, 130, and the lawyers, more than 150"."""
    found: list[Attribution] = []
    for source in sources:
        if sentence.words[source.last : source.last + 1] != [","]:
            continue
        before = source.first - 1 - (sentence.at(source.first - 1, "definite") is not None)
        joined = before > 0 and (
            sentence.words[before] in {";", ","} or sentence.at(before, "conjunction")
        )
        if not joined:
            continue
        word = source.last + 1
        mark = sentence.at(word, "qualifier")
        speaker = (
            speaker_of(source) if (mark.last if mark else word) in sentence.numbers_at else None
        )
        if speaker:
            found.append(
                Attribution(speaker, source.last, True, False, "say", source.first, source.last)
            )
    return found


def before_colon(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "the group issued a warning: …", where no verb of speech stands."""
    if ":" not in sentence.words or not sources or sentence.words[0] in BULLETS:
        return []
    colon = sentence.words.index(":")
    source = next((one for one in sources if one.first <= 4 and one.last <= colon), None)
    speaker = speaker_of(source) if source else None
    if source is None or speaker is None:
        return []
    return [Attribution(speaker, colon, True, False, "say", source.first, source.last)]


def unsaid(sentence: Sentence, mark: Mark, before: Speaker | None) -> list[Attribution]:
    """Carry the voice before on to a verb that names no speaker (", agregó,", "Detalló que …")."""
    after = sentence.words[mark.last] if mark.last < sentence.size else "."
    opens = mark.first <= 1 or sentence.words[mark.first - 1] == ","
    if before is None or not opens or not sentence.language.drops_subject:
        return []
    if after != "," and not sentence.at(mark.last, "relative_pronoun"):
        return []
    return [Attribution(before, mark.first, True, True, mark.value, mark.first, mark.last)]


def spoken(
    sentence: Sentence,
    mark: Mark,
    sources: list[Description],
    speaker_of: Resolver,
    found: list[Attribution],
) -> list[Attribution]:
    """Read a verb of speech with its speaker, who may stand before it or after it."""
    if inserted(sentence, mark):
        return []
    left = subject_left(sentence, mark, sources)
    right = subject_right(sentence, mark, sources)
    beside = left is not None and left.last == mark.first
    inverted = right is not None and may_precede(sentence, mark) and not beside
    source = right if inverted else left or coordinated(sentence, mark, sources)
    if source is None:
        return dropped_subject(mark, found)
    speaker = speaker_of(source)
    if speaker is None:
        return []
    begin = min(source.first, mark.first)
    afterwards = (
        begin > 2
        and sentence.words[before_article(sentence, begin)] in CLOSING
        and trailing(sentence, max(mark.last, source.last))
    )
    forward = not afterwards
    if inverted and begin > 2:
        forward, afterwards = trailing(sentence, source.last) is False, True
    return [
        Attribution(
            speaker, mark.first, forward, afterwards, mark.value, begin, max(mark.last, source.last)
        )
    ]


def inserted(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb stands alone between two commas, said by who spoke before (", agrega,")."""
    if not sentence.language.drops_subject or mark.first < 1 or mark.last >= sentence.size:
        return False
    return sentence.words[mark.first - 1] == "," == sentence.words[mark.last]


def may_precede(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb of speech may stand before its speaker (", said X"; "que denunció X")."""
    before = sentence.tags[mark.first - 1] or {} if mark.first else {}
    closed = mark.first < 2 or sentence.words[mark.first - 1] in CLOSING
    closed = closed or sentence.at(mark.first - 1, "retro") is not None
    return closed or (sentence.language.passive_first and "relative_pronoun" in before)


CLOSING = frozenset({",", '"', "”", "’", "»", "—", "–", "-", "'"})


GOVERNING = frozenset(
    {"speech", "finite", "people", "event", "relative_pronoun", "conjunction", "aux", "link", "per"}
)


def before_article(sentence: Sentence, word: int) -> int:
    """Return the word before a description, its article and the adjectives between them."""
    word -= 1
    adjectives = 0
    while word > 0:
        tags = sentence.tags[word] or {}
        if not tags.keys() & {"definite", "determiner", "country", "owner"}:
            adjectives += 1
            if adjectives > 2 or not sentence.words[word][0].isalpha() or tags.keys() & GOVERNING:
                break
        word -= 1
    return word


def trailing(sentence: Sentence, word: int) -> bool:
    """Whether an attribution closes its clause: only a date or a place follows."""
    for here in range(word, min(word + 12, sentence.size)):
        text = sentence.words[here]
        if text in {",", ".", ";", "”", '"', "»"}:
            return True
        tags = sentence.tags[here] or {}
        if (
            tags.keys() & {"relative_pronoun", "people", "event", "vague", "finite", "conjunction"}
            or text[0].isdigit()
            or text in {":", "“", "«"}
        ):
            return False
    return word + 12 >= sentence.size


def dropped_subject(mark: Mark, found: list[Attribution]) -> list[Attribution]:
    """Carry a speaker on to a later verb of the same sentence that has no speaker of its own."""
    if not found or found[-1].verb == "per" or mark.first - found[-1].word > 40:
        return []
    last = found[-1]
    return [Attribution(last.speaker, mark.first, True, False, mark.value, mark.first, mark.last)]
