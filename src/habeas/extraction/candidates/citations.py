"""Sources that a sentence cites without a verb: "according to X", "by X's count"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from habeas.extraction.candidates.memory import Speaker
from habeas.extraction.candidates.subjects import addressed
from habeas.extraction.text import Description, Mark, Sentence

FAR = 8
"""Words between "according to" and its source ("según explica a este diario X")."""

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
        if any(mark.last <= part.first <= mark.last + FAR for part in one.parts)
        and not addressed(sentence, one, mark.last)
    ]
    if not near or not near[0].only_document:
        return near[0] if near else None
    behind = (one for one in sources if near[0].last <= one.first <= near[0].last + 6)
    author = next(behind, None)
    apart = author is None or clause_break(sentence, near[0].last, author.first)
    return near[0] if apart else author


def whom_before(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return whom "which" stands for in "X, according to which …"."""
    for word in range(mark.last, min(mark.last + 2, sentence.size)):
        if sentence.at(word, "relative_pronoun"):
            return next((one for one in reversed(sources) if one.last <= mark.first), None)
        if not sentence.at(word, "definite"):
            return None
    return None


def tallied(
    sentence: Sentence, sources: list[Description], speaker_of: Resolver
) -> list[Attribution]:
    """Read "by the State Department's count" and "by Viasna's tally"."""
    found: list[Attribution] = []
    for source in sources if "tallying" in sentence.marks else ():
        word = source.first - 1 - (sentence.at(source.first - 1, "definite") is not None)
        owner = source.last < sentence.size and sentence.words[source.last] in {"'s", "’s", "'"}
        if not (owner and sentence.at(word, "by") and sentence.at(source.last + 1, "tallying")):
            continue
        speaker = speaker_of(source)
        if speaker:
            opens = all(number >= word for number in sentence.numbers_at)
            found.append(Attribution(speaker, word, opens, not opens, "per", word, source.last + 2))
    return found


def clause_break(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a comma or a stop lies between two words."""
    return any(sentence.words[word] in {",", ";", ":", "."} for word in range(first, last))
