"""Who answers for a number: the nearest attribution of its sentence, or the voice that goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from habeas.extraction.coreference import Memory, Speaker, resolve
from habeas.extraction.marks import Mark
from habeas.extraction.sentences import Sentence
from habeas.extraction.speakers import Description
from habeas.vocabulary import ClaimantKind

SUBJECT_GAP = 7
"""Words (adverbs, dates) that may lie between a speaker and its verb."""

Resolver = Callable[[Description], Speaker | None]


@dataclass(slots=True)
class Attribution:
    """A speaker with the words it answers for: those after ``word``, those before it, or both.

    verb: the value of the speech verb (say, verify, estimate, deny, promise, demand, allege,
    neither), "per" for "according to", "act" where a government only acts ("freed 99").
    """

    speaker: Speaker
    word: int
    forward: bool
    backward: bool
    verb: str
    first: int = 0
    last: int = 0


def attributions(
    sentence: Sentence,
    text: str,
    sources: list[Description],
    memory: Memory,
    before: Speaker | None = None,
) -> list[Attribution]:
    """Return the attributions of a sentence in order of their words.

    sources: what may speak in it, as ``speakers.descriptions`` gives it. before: in whose voice the
    text went on so far.
    """
    if not sources and before is None:
        return []
    resolved: dict[int, Speaker | None] = {}

    def speaker_of(source: Description) -> Speaker | None:
        if source.first not in resolved:
            resolved[source.first] = resolve(sentence, text, source, memory)
        return resolved[source.first]

    found: list[Attribution] = []
    inside = {
        word for source in sources for part in source.parts for word in range(part.first, part.last)
    }
    said = [*sentence.marks.get("per", ()), *sentence.marks.get("speech", ())]
    found += tallied(sentence, sources, speaker_of)
    for mark in sorted(said, key=lambda mark: (mark.first, -mark.last)):
        if mark.first in inside:
            continue
        if found:
            memory.voice = found[-1].speaker
        if mark.kind == "per":
            found += per(sentence, mark, sources, speaker_of, found)
        else:
            found += spoken(sentence, mark, sources, speaker_of, found) or unsaid(
                sentence, mark, before
            )
    found += before_colon(sentence, sources, speaker_of) if not found else []
    found += subject_of_all(sentence, sources, speaker_of) if not found else []
    for source in sources:
        speaker_of(source)
    return found


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
    if first.last < sentence.size and sentence.words[first.last] in {"'s", "’s"}:
        return []
    speaker = speaker_of(first)
    written = any(part.value == "document" for part in first.parts)
    if speaker is None or not (speaker.kind in WATCHERS or written):
        return []
    return [Attribution(speaker, first.first, True, False, "say", first.first, first.last)]


def tallied(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "by the State Department's count" and "by Viasna's tally"."""
    found = []
    for source in sources:
        word = source.first - 1 - (sentence.at(source.first - 1, "definite") is not None)
        owner = source.last < sentence.size and sentence.words[source.last] in {"'s", "’s", "'"}
        if not (owner and sentence.at(word, "by") and sentence.at(source.last + 1, "tallying")):
            continue
        speaker = speaker_of(source)
        if speaker:
            opens = all(number >= word for number in sentence.numbers_at)
            found.append(Attribution(speaker, word, opens, not opens, "per", word, source.last + 2))
    return found


def before_colon(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "the group issued a warning: …", where no verb of speech stands."""
    if ":" not in sentence.words or not sources:
        return []
    colon = sentence.words.index(":")
    source = next((one for one in sources if one.first <= 4 and one.last <= colon), None)
    speaker = speaker_of(source) if source else None
    if source is None or speaker is None:
        return []
    return [Attribution(speaker, colon, True, False, "say", source.first, source.last)]


def per(
    sentence: Sentence,
    mark: Mark,
    sources: list[Description],
    speaker_of: Resolver,
    found: list[Attribution],
) -> list[Attribution]:
    """Read "according to X": for what follows at a clause's opening, else for what precedes."""
    source = named_after(sentence, mark, sources)
    whom = whom_before(sentence, mark, sources)
    if whom:
        source = whom
    elif source is None or clause_break(sentence, mark.last, source.first):
        return []
    if source.only_document and found:
        return []
    speaker = speaker_of(source)
    if speaker is None:
        return []
    opens = (
        mark.first <= 3
        or sentence.at(mark.first - 1, "conjunction") is not None
        or sentence.words[mark.first - 1] in {";", ":"}
        or whom is not None
        or (sentence.words[mark.first - 1] == "," and sentence.at(mark.first - 2, "conjunction"))
        or all(number >= mark.first for number in sentence.numbers_at)
    )
    opens = bool(opens)
    return [Attribution(speaker, mark.first, opens, not opens, "per", source.first, source.last)]


def named_after(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return the source that "according to" names, behind a document that it may stand in."""
    near = [
        one
        for one in sources
        if any(mark.last <= part.first <= mark.last + 6 for part in one.parts)
    ]
    if not near or not near[0].only_document:
        return near[0] if near else None
    behind = (one for one in sources if near[0].last <= one.first <= near[0].last + 6)
    author = next(behind, None)
    apart = author is None or clause_break(sentence, near[0].last, author.first)
    return near[0] if apart else author


def whom_before(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return whom a relative pronoun after "according to" stands for ("X, according to which …")."""
    for word in range(mark.last, min(mark.last + 2, sentence.size)):
        if sentence.at(word, "relative_pronoun"):
            return next((one for one in reversed(sources) if one.last <= mark.first), None)
        if not sentence.at(word, "definite"):
            return None
    return None


def unsaid(sentence: Sentence, mark: Mark, before: Speaker | None) -> list[Attribution]:
    """Carry the voice before on to a verb that names no speaker (", agregó,", "Detalló que …")."""
    after = sentence.words[mark.last] if mark.last < sentence.size else "."
    opens = mark.first <= 1 or sentence.words[mark.first - 1] == ","
    if before is None or not opens or not sentence.language.drops_subject:
        return []
    if after != "," and not sentence.at(mark.last, "relative_pronoun"):
        return []
    return [Attribution(before, mark.first, True, True, mark.value, mark.first, mark.last)]


def clause_break(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma or a stop lies between two words."""
    return any(sentence.words[word] in {",", ";", ":", "."} for word in range(first, last))


def spoken(
    sentence: Sentence,
    mark: Mark,
    sources: list[Description],
    speaker_of: Resolver,
    found: list[Attribution],
) -> list[Attribution]:
    """Read a verb of speech with its speaker, who may stand before it or after it."""
    left = subject_left(sentence, mark, sources)
    right = subject_right(sentence, mark, sources)
    inverted = right is not None and may_precede(sentence, mark)
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


def may_precede(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb of speech may stand before its speaker (", said X"; "que denunció X")."""
    before = sentence.tags[mark.first - 1] or {} if mark.first else {}
    closed = mark.first < 2 or sentence.words[mark.first - 1] in CLOSING
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
        if not tags.keys() & {"definite", "determiner", "country"}:
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


def subject_left(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return the subject of a verb: the first description of its clause, before the verb."""
    before = [source for source in sources if source.last <= mark.first]
    if not before:
        return None
    if sentence.words[mark.first - 1] == ",":
        return interrupted(sentence, mark.first, before)
    begin = clause_start(sentence, mark.first, before[-1])
    inside = [source for source in before if source.first >= begin]
    if not inside and begin and sentence.words[begin - 1] == ",":
        return interrupted(sentence, begin, before) or antecedent(sentence, begin, before)
    if not inside:
        return antecedent(sentence, begin, before)
    return None if mark.first - inside[0].last > LONGEST_SUBJECT else inside[0]


def coordinated(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return the sentence's subject for a later verb of it ("X welcomed it, but spoke of …")."""
    joined = any(sentence.at(word, "conjunction") for word in range(mark.first - 2, mark.first))
    opens = bool(sources) and sources[0].first <= 2 and sources[0].last < mark.first
    return sources[0] if joined and opens and not sources[0].only_document else None


def antecedent(sentence: Sentence, begin: int, before: list[Description]) -> Description | None:
    """Return whom a relative pronoun stands for ("X, which counted …")."""
    if not sentence.at(begin - 1, "relative_pronoun"):
        return None
    return before[-1] if begin - 3 <= before[-1].last < begin else None


LONGEST_SUBJECT = 24


def interrupted(sentence: Sentence, verb: int, before: list[Description]) -> Description | None:
    """Return the subject before an aside that ends with a comma ("X, based in Y, said").

    verb: the word after that comma.
    """
    last = before[-1]
    if last.last == verb - 1 and "," in sentence.words[last.first : last.last]:
        return last
    for source in reversed(before):
        if verb - source.last > LONGEST_ASIDE:
            return None
        if source.last >= verb - 1:
            continue
        after = source.last + (sentence.words[source.last] == ")")
        if sentence.at(after, "of") and sentence.at(after + 1, "country"):
            after += 2
        opens = sentence.words[after] in OPENING
        appended = len(source.parts) > 1 and sentence.at(source.last, "relative_pronoun")
        if opens or appended:
            return source
    return last if last.last == verb - 1 else None


LONGEST_ASIDE = 40
OPENING = frozenset({",", "(", "—", "–", "-"})


def clause_start(sentence: Sentence, verb: int, nearest: Description) -> int:
    """Return the first word of the clause in which a verb stands, brackets passed over."""
    depth = 0
    for word in range(verb - 1, -1, -1):
        text, tags = sentence.words[word], sentence.tags[word] or {}
        depth += (text == ")") - (text == "(")
        if nearest.first <= word < nearest.last:
            continue
        if depth > 0 or (depth == 0 and text == "("):
            continue
        if "finite" in tags and (
            tags["finite"].value == "has"
            or sentence.at(word - 1, "definite")
            or sentence.at(word - 1, "link")
        ):
            continue
        if text in CLAUSE_SIGNS or tags.keys() & CLAUSE_MARKS:
            return word + 1
    return 0


CLAUSE_SIGNS = frozenset({",", ";", ":", "“", "”", '"', "«", "»"})
CLAUSE_MARKS = frozenset({"relative_pronoun", "speech", "finite", "per", "predicate"})


def breaks(sentence: Sentence, word: int) -> bool:
    """Whether a word parts a verb from a speaker after it."""
    tags = sentence.tags[word] or {}
    kinds = {"people", "event", "finite", "vague", "conjunction", "participle", "relative_pronoun"}
    return bool(tags.keys() & kinds) or sentence.words[word] in {";", ":", "“", ","}


def subject_right(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return the description that starts shortly after a verb ("dijo a EFE el ministro")."""
    for source in sources:
        if mark.last <= source.first <= mark.last + 6:
            if any(breaks(sentence, word) for word in range(mark.last, source.first)):
                return None
            told = source.first - 1 - (sentence.at(source.first - 1, "definite") is not None)
            if sentence.at(told, "addressee"):
                continue
            return source
    return None


def dropped_subject(mark: Mark, found: list[Attribution]) -> list[Attribution]:
    """Carry a speaker on to a later verb of the same sentence that has no speaker of its own."""
    if not found or found[-1].verb == "per" or mark.first - found[-1].word > 40:
        return []
    last = found[-1]
    return [Attribution(last.speaker, mark.first, True, False, mark.value, mark.first, mark.last)]
