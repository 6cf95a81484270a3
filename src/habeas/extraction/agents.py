"""Who itself frees or takes the people counted, and so answers for their number."""

from __future__ import annotations

from habeas.extraction.candidates import Memory, Speaker, resolve
from habeas.extraction.draft import Draft
from habeas.extraction.readings import GOVERNOR
from habeas.extraction.text import Description, Sentence
from habeas.vocabulary import ClaimantKind, Measure

POWERS = frozenset({ClaimantKind.GOVERNMENT, ClaimantKind.COURT})
BODIES = ("role", "institution", "body", "known")

NEAR = 12
"""Words between an agent and the number of those whom it freed or took."""


def agent(
    sentence: Sentence, text: str, draft: Draft, sources: list[Description], memory: Memory
) -> Speaker | None:
    """Return the government or court that itself acts ("they freed 99", "police arrested 40").

    Only governments pardon, so that a bare name before a verb of release is of one; the police that
    takes people must be named as such, before a verb of which the count is the object.
    """
    measure, reading = draft.reading.measure, draft.reading
    active = reading.firmness >= GOVERNOR - 2 and reading.trigger < draft.count.first
    if measure not in {Measure.RELEASED, Measure.DETAINED}:
        return None
    for source in reversed(sources):
        if not 0 <= draft.count.first - source.last < NEAR:
            continue
        if not acts(source, measure, active=active and source.last <= reading.trigger):
            continue
        speaker = resolve(sentence, text, source, memory)
        if speaker and speaker.kind in POWERS:
            return speaker
    return country(sentence, text, draft) if active else None


def country(sentence: Sentence, text: str, draft: Draft) -> Speaker | None:
    """Return the country that opens the sentence and acts ("Belarus freed 52 prisoners")."""
    mark = sentence.at(0, "country")
    if mark is None or mark.last > draft.reading.trigger:
        return None
    if sentence.words[mark.last] in {"'", "’", "'s"} or draft.count.first - mark.last > NEAR:
        return None
    shown = text[sentence.starts[0] : sentence.ends[mark.last - 1]]
    return Speaker(shown, ClaimantKind.GOVERNMENT, why="the country that acts")


def acts(source: Description, measure: Measure, *, active: bool) -> bool:
    """Whether a source may be who acts. active: whether the verb's object follows it."""
    known = any(part.value != "document" for part in source.of_kind(*BODIES))
    if measure is Measure.DETAINED:
        return known and active
    return known or (active and bool(source.of_kind("name")))
