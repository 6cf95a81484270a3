"""Offices resolved to their holders, and to the kind of body for which these speak."""

from __future__ import annotations

from habeas.extraction.candidates.memory import Memory, Speaker, same_word_before
from habeas.extraction.text import Description, Part, Sentence
from habeas.vocabulary import ClaimantKind


def person(sentence: Sentence, text: str, description: Description, memory: Memory) -> Speaker:
    """Resolve an office with a name: the name speaks, the office tells for whom."""
    role = description.of_kind("role")[0]
    names = description.of_kind("name")
    after = [part for part in names if part.first >= role.last]
    before = [part for part in names if part.last <= role.first]
    name = holder(sentence, before, after)
    if name is None:
        return by_role(sentence, text, description, memory)
    kind = role_kind(sentence, text, description, role, name, memory)
    shown = written(sentence, text, name.first, name.last)
    known = memory.find(shown)
    if known and known.person:
        shown = known.name
    return memory.remember(Speaker(shown, kind, person=True, why=f"office: {role.value}"))


def holder(sentence: Sentence, before: list[Part], after: list[Part]) -> Part | None:
    """Return the name of an office's holder; None where only its place is named.

    A name before the office is its holder's where a comma sets the two apart, and else the place
    or body of the office ("Lahore police chief X", "Lahore's police chief").
    """
    apart = [one for one in before if sentence.words[one.last] in APART]
    if after and not apart:
        beside = [one for one in after if sentence.words[one.first - 1] in APART]
        return longest_last(beside or after)
    if apart:
        return longest_last(apart)
    owned = [one for one in before if sentence.at(one.last, "owner")]
    rest = [one for one in before if one not in owned]
    return longest_last(rest) if rest and (rest[-1].last - rest[-1].first > 1) else None


BARE = "name alone"
"""Why a speaker is one of whom nothing but the name is known."""

OF_ANYBODY = frozenset({"member", "president", "lawyer"})
"""Offices that any kind of body may have."""

OWNING = frozenset({ClaimantKind.NGO, ClaimantKind.IGO, ClaimantKind.OPPOSITION})
"""Kinds of body for which whoever holds an office in it speaks ("its secretary general said")."""

APART = frozenset({",", "(", "—", "–"})


def longest_last(names: list[Part]) -> Part:
    """Return the last name of more than one word, else the last: portfolios have one word."""
    return next((name for name in reversed(names) if name.last - name.first > 1), names[-1])


def role_kind(
    sentence: Sentence,
    text: str,
    description: Description,
    role: Part,
    name: Part | None,
    memory: Memory,
) -> ClaimantKind | None:
    """Return for which kind of body the holder of an office speaks."""
    served = [one for one in description.of_kind("role") if one.value not in OF_ANYBODY]
    if served and (role.value == "member" or role in served):
        return ClaimantKind(served[0].value)
    for part in description.of_kind("known", "body", "institution"):
        if name and part.first > name.last and sentence.at(part.first - 1, "owner"):
            continue
        met = same_word_before(sentence.words[part.last - 1], memory)
        return met.kind if met and part.kind == "institution" else ClaimantKind(part.value)
    for part in description.of_kind("name"):
        known = memory.find(written(sentence, text, part.first, part.last))
        if known is None and part is not name and part.last - part.first == 1:
            known = same_word_before(sentence.words[part.first], memory)
        if known:
            return known.kind
        if part is not name and role.value != "lawyer" and part.first >= role.last:
            return ClaimantKind.NGO
    owner = None if role.value == "lawyer" else owner_of(sentence, description, memory)
    if owner:
        return owner.kind
    beside = body_beside(sentence, description.last) if role.value in {"lawyer", "member"} else None
    return beside or unnamed_office(role, memory)


def body_beside(sentence: Sentence, word: int) -> ClaimantKind | None:
    """Return the kind of the body told in an aside at a word ("the lawyer X, of the Clinic,")."""
    if sentence.words[word : word + 1] != [","] or not sentence.at(word + 1, "of"):
        return None
    return kind_of_body(sentence, word + 2)


def kind_of_body(sentence: Sentence, word: int) -> ClaimantKind | None:
    """Return the kind of a body that stands at a word or shortly after it ("X, of Free Now")."""
    for here in range(word, min(word + 3, sentence.size)):
        mark = sentence.at(here, "known") or sentence.at(here, "institution")
        if mark and mark.value not in {"nobody", "document"}:
            return ClaimantKind(mark.value)
    return None


def owner_of(sentence: Sentence, description: Description, memory: Memory) -> Speaker | None:
    """Return the body for which "its" or "their" stands before a description ("its director")."""
    first = description.first
    if not any(sentence.at(word, "possessive") for word in range(max(0, first - 2), first)):
        return None
    if memory.voice and not memory.voice.person:
        return memory.voice
    return memory.latest(person=False)


def unnamed_office(role: Part, memory: Memory) -> ClaimantKind | None:
    """Return for whom an office speaks whose body is not said: "president" for the state."""
    if role.value == "president":
        return ClaimantKind.GOVERNMENT
    latest = memory.latest(person=False)
    if role.value == "lawyer":
        return ClaimantKind.OTHER
    return latest.kind if latest else ClaimantKind.OTHER


def by_role(sentence: Sentence, text: str, description: Description, memory: Memory) -> Speaker:
    """Resolve an office without a name ("the minister said") to its holder if named before."""
    role = description.of_kind("role")[0]
    owner = owner_of(sentence, description, memory) if len(description.parts) == 1 else None
    if owner and owner.kind in OWNING:
        return owner
    kind = role_kind(sentence, text, description, role, None, memory)
    definite = sentence.at(description.first - 1, "definite") is not None
    meant = memory.latest(person=True, kind=str(kind or ""))
    if meant and meant.why == BARE and meant is not memory.voice:
        meant = None
    if definite and meant and len(description.parts) == 1:
        return meant
    return memory.remember(
        Speaker(
            written(sentence, text, description.first, description.last),
            kind,
            why=f"office: {role.value}",
        )
    )


def written(sentence: Sentence, text: str, first: int, last: int) -> str:
    """Return the words first to last (exclusive) as the text has them, on one line."""
    return " ".join(text[sentence.starts[first] : sentence.ends[last - 1]].split())
