"""Who is meant: descriptions resolved to the sources named before ("the group", "he", "FP")."""

from __future__ import annotations

from dataclasses import replace

from habeas.extraction.candidates.memory import Memory, Speaker, same_word_before
from habeas.extraction.candidates.offices import (
    BARE,
    OWNING,
    by_role,
    kind_of_body,
    owner_of,
    person,
    written,
)
from habeas.extraction.text import Description, Part, Sentence, speaks
from habeas.vocabulary import ClaimantKind

ANAPHORIC = frozenset({"ngo", "igo", "opposition"})
"""Kinds of body that a definite noun alone ("the group") points back to."""


BODIES = frozenset({"institution", "body", "known"})
"""Kinds of part that are bodies rather than people."""


def resolve(
    sentence: Sentence, text: str, description: Description, memory: Memory
) -> Speaker | None:
    """Return the source that a description means, remembering it; None where it means nobody."""
    return of_standing(sentence, description, resolved(sentence, text, description, memory), memory)


def of_standing(
    sentence: Sentence, description: Description, speaker: Speaker | None, memory: Memory
) -> Speaker | None:
    """Return a source with the kind that a word of its description fixes ("the Catholic Church").

    The UN's police is the UN's, whatever else police are.
    """
    if speaker is None or speaker.why == DECLARED or not speaker.name:
        return speaker
    told = {
        mark.value
        for word in range(description.first, description.last)
        if (mark := sentence.at(word, "standing"))
    }
    fixed = next((ClaimantKind(value) for value in FIXING if value in told), speaker.kind)
    return speaker if fixed is speaker.kind else memory.remember(replace(speaker, kind=fixed))


FIXING = ("igo", "other", "court", "government")
"""Kinds that one word of a description fixes, the strongest first."""

DECLARED = "alias file"
"""Why a source is of a kind that the case itself has declared."""


def resolved(
    sentence: Sentence, text: str, description: Description, memory: Memory
) -> Speaker | None:
    """Return the source that a description means by its parts."""
    if len(description.parts) == 1:
        return resolve_parts(sentence, text, description, memory)
    initials = [part for part in description.of_kind("name") if in_brackets(sentence, part)]
    rest = [part for part in description.parts if part not in initials]
    rest = [part for part in rest if part.value != "document"] or rest
    rest = owned_body(sentence, rest)
    if not rest:
        initials, rest = [], description.parts
    speaker = resolve_parts(sentence, text, Description.of(rest), memory)
    for part in initials:
        short = written(sentence, text, part.first, part.last)
        known = memory.find(short)
        if known and speaker and known.kind is speaker.kind and not speaker.person:
            memory.call(speaker.name, known)
            speaker = memory.remember(known)
        memory.call(short, abbreviated(sentence, text, description, part, speaker))
    return speaker


def abbreviated(
    sentence: Sentence,
    text: str,
    description: Description,
    initials: Part,
    speaker: Speaker | None,
) -> Speaker | None:
    """Return whom initials in brackets stand for: the body before them, not who speaks for it."""
    before = description.parts[description.parts.index(initials) - 1]
    if speaker is None or not speaker.person or before.kind not in {"name", "body", "known"}:
        return speaker
    name = written(sentence, text, before.first, before.last)
    kind = ClaimantKind(before.value) if before.value else speaker.kind
    return speaker if name == speaker.name else Speaker(name, kind, why="initials in brackets")


def owned_body(sentence: Sentence, parts: list[Part]) -> list[Part]:
    """Return the named body that another one owns ("the junta's Supreme Court"), else all parts."""
    last = parts[-1] if parts else None
    if last is None or last.kind != "body" or len(parts) < 2:
        return parts
    return [last] if sentence.at(parts[-2].last, "owner") else parts


def resolve_parts(
    sentence: Sentence, text: str, description: Description, memory: Memory
) -> Speaker | None:
    """Return the source that a description without initials means."""
    if description.only_document or description.parts[0].kind == "pronoun":
        return owner_before(sentence, description, memory) or meant_again(description, memory)
    if len(description.parts) == 1 and sentence.at(description.first - 1, "same"):
        value = description.parts[0].value
        again = memory.latest(kind=value) or (memory.voice or memory.latest())
        if again and again.name:
            return again
    kinds = {part.kind for part in description.parts}
    if {"role", "name"} <= kinds:
        return person(sentence, text, description, memory)
    if not BODIES.isdisjoint(kinds):
        noun = "name" in kinds and description.of_kind(*BODIES)[0].kind == "institution"
        return (named_body if noun else body)(sentence, text, description, memory)
    if "name" in kinds:
        return plain_name(sentence, text, description.of_kind("name"), memory)
    return by_role(sentence, text, description, memory) if "role" in kinds else None


def owner_before(sentence: Sentence, description: Description, memory: Memory) -> Speaker | None:
    """Return the body named last, whose document "its list" is, if it is one that may own it."""
    if not description.only_document or not sentence.at(description.first - 1, "possessive"):
        return None
    nearest = memory.recent[-1] if memory.recent else None
    return nearest if nearest and not nearest.person and nearest.kind in OWNING else None


def meant_again(description: Description, memory: Memory) -> Speaker | None:
    """Return whom "he", "it" or "the report" means: the voice before, if it is of that sort."""
    if description.only_document:
        return memory.voice or memory.latest()
    someone = description.parts[0].value == "person"
    voice, named = memory.voice, memory.latest(person=someone)
    if voice and (voice.person == someone or named is None or memory.since(named, voice)):
        return voice
    return named or memory.latest()


def in_brackets(sentence: Sentence, part: Part) -> bool:
    """Whether a name is given as the short form of the one before it ("… (AAPP)")."""
    return part.last - part.first == 1 and sentence.words[part.first - 1] == "("


def named_body(sentence: Sentence, text: str, description: Description, memory: Memory) -> Speaker:
    """Resolve "the NGO Foro Penal" to the name, "the government of X" to the whole phrase."""
    bodies = description.of_kind("institution", "body", "known")
    names = description.of_kind("known", "body") or description.of_kind("name")
    known = [part for part in bodies if part.kind == "known"]
    kind = ClaimantKind((known or bodies)[0].value)
    if kind in {
        ClaimantKind.GOVERNMENT,
        ClaimantKind.COURT,
        ClaimantKind.FAMILY,
        ClaimantKind.OTHER,
    }:
        return phrase(sentence, text, description, memory)
    shown = written(sentence, text, names[0].first, names[0].last)
    met = memory.find(shown)
    met = None if met and met.why == BARE else met
    return memory.remember(met or Speaker(shown, kind, why=f"{bodies[0].value} by its noun"))


def phrase(sentence: Sentence, text: str, description: Description, memory: Memory) -> Speaker:
    """Take the description as it stands for a name, without articles before it."""
    first, last = description.first, description.last
    while (
        sentence.at(first - 1, "country")
        or sentence.at(first - 1, "owner")
        or sentence.at(first - 1, "adjective")
    ):
        first -= 1
    while sentence.at(last, "name_joiner") and sentence.at(last + 1, "country"):
        last += 2
    if sentence.at(last, "country"):
        last += 1
    bodies = description.of_kind("institution", "body", "known")
    kind = ClaimantKind(bodies[0].value)
    shown = written(sentence, text, first, last)
    return memory.remember(Speaker(shown, kind, why=f"{bodies[0].value} by its noun"))


def body(sentence: Sentence, text: str, description: Description, memory: Memory) -> Speaker:
    """Resolve a body: by its own name, or, said with "the", to the one of its kind named before."""
    bodies = description.of_kind("known", "body") or description.of_kind("institution")
    chosen = bodies[0]
    if chosen.kind != "institution":
        shown = written(sentence, text, chosen.first, chosen.last)
        known = memory.find(shown) or memory.shortened(shown)
        kind = opposing(sentence, chosen.last) or called(description, chosen)
        speaker = memory.remember(known or Speaker(shown, kind, why="known name"))
        remember_acronym(sentence, chosen, speaker, memory)
        return speaker
    owner = owner_of(sentence, description, memory)
    if owner and owner.kind in OWNING and chosen.value != "family":
        return owner
    definite = sentence.at(description.first - 1, "definite") is not None
    plural = sentence.words[chosen.last - 1].endswith("s")
    if definite and single_word(chosen) and not plural:
        meant = same_word_before(sentence.words[chosen.first], memory)
        if meant:
            return meant
    plain = sentence.raw[chosen.first]
    small = plain[0].islower() or plain.isupper() or description.first < 2
    if definite and small and chosen.value in ANAPHORIC and (single_word(chosen) or not plural):
        meant = memory.latest(person=False, kind=chosen.value) or memory.latest(kind=chosen.value)
        if meant and meant.name:
            return meant
    return phrase(sentence, text, description, memory)


def called(description: Description, body: Part) -> ClaimantKind:
    """Return the kind of a named body: that of what it is called before its name, if anything."""
    if body.value == ClaimantKind.FAMILY:
        return ClaimantKind.FAMILY
    nouns = [one.value for one in description.of_kind("institution") if one.first < body.first]
    told = [value for value in nouns if value in ANAPHORIC]
    return ClaimantKind(told[-1] if told and body.kind == "body" else body.value)


def opposing(sentence: Sentence, word: int) -> ClaimantKind | None:
    """Return that a body is the opposition's where an aside says so ("X, now in opposition,")."""
    word += 3 if sentence.words[word : word + 1] == ["("] else 0
    if sentence.words[word : word + 1] != [","]:
        return None
    for here in range(word + 1, min(word + ASIDE, sentence.size)):
        mark = sentence.at(here, "institution")
        if mark and mark.value == "opposition":
            closed = sentence.words[mark.last : mark.last + 1] in ([","], ["."], [":"], [])
            return ClaimantKind.OPPOSITION if closed else None
        if sentence.words[here] == ",":
            return None
    return None


ASIDE = 6
"""Words of an aside that tells of which side a body is."""


def single_word(part: Part) -> bool:
    """Whether a part is one word."""
    return part.last - part.first == 1


def remember_acronym(sentence: Sentence, part: Part, speaker: Speaker, memory: Memory) -> None:
    """Remember "(AAPP)" after a body's name as another name of it."""
    if part.last + 2 < sentence.size and sentence.words[part.last] == "(":
        short = sentence.raw[part.last + 1]
        if short.isupper() and sentence.words[part.last + 2] == ")":
            memory.call(short, speaker)


def plain_name(sentence: Sentence, text: str, names: list[Part], memory: Memory) -> Speaker:
    """Resolve a name without an office: to whom it named before, else by what it looks like."""
    shown = written(sentence, text, names[0].first, names[0].last)
    known = memory.find(shown) or named_shortly(sentence, names[0], memory)
    if known:
        return memory.remember(known)
    beside = kind_in_aside(sentence, names[0].last)
    if beside:
        return memory.remember(Speaker(shown, beside, why="what is said beside the name"))
    leader = next(
        (mark for word in range(names[0].first, names[0].last)
         if (mark := sentence.at(word, "leader"))), None
    )  # fmt: skip
    if leader:
        kind = ClaimantKind(leader.value)
        return memory.remember(Speaker(shown, kind, person=True, why="a name of power"))
    article = sentence.at(names[0].first - 1, "definite")
    cited = article and sentence.at(names[0].first - 2, "per")
    initials = shown.isupper() and single_word(names[0])
    if initials or cited or (article and speaks(sentence, names[0].last)):
        why = "initials alone" if initials else "a name with an article"
        return memory.remember(Speaker(shown, ClaimantKind.NGO, why=why))
    if sentence.at(names[0].last, "counting"):
        return memory.remember(Speaker(shown, ClaimantKind.NGO, why="who counts cases"))
    return memory.remember(Speaker(shown, ClaimantKind.GOVERNMENT, person=True, why=BARE))


def named_shortly(sentence: Sentence, name: Part, memory: Memory) -> Speaker | None:
    """Return the body that is called by a word of its name ("the Campaign")."""
    definite = sentence.at(name.first - 1, "definite") is not None
    return (
        same_word_before(sentence.words[name.first], memory)
        if definite and single_word(name)
        else None
    )


def kind_in_aside(sentence: Sentence, word: int) -> ClaimantKind | None:
    """Return the kind of body that an aside tells ("X, which unites the opposition")."""
    word += 3 if sentence.words[word : word + 1] == ["("] else 0
    if sentence.words[word : word + 1] == [","] and sentence.at(word + 1, "of"):
        return kind_of_body(sentence, word + 2)
    if sentence.words[word : word + 1] != [","] or not sentence.at(word + 1, "relative_pronoun"):
        return None
    for here in range(word + 1, min(word + 12, sentence.size)):
        tags = sentence.tags[here] or {}
        if "role" in tags and tags["role"].value == "lawyer":
            return ClaimantKind.OTHER
        for mark in (tags.get("known"), tags.get("institution"), tags.get("role")):
            if mark and mark.value in TELLING:
                return ClaimantKind(mark.value)
        if sentence.words[here] == ",":
            return None
    return None


TELLING = frozenset({"opposition", "ngo", "igo", "family", "government", "court"})
"""Kinds of body for which somebody is told to speak in an aside."""
