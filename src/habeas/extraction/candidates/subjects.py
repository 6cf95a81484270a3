"""Whose verb it is: the subject before or after a verb of speech."""

from __future__ import annotations

from habeas.extraction.text import Description, Mark, Sentence

LONGEST_SUBJECT = 24


LONGEST_ASIDE = 40


OPENING = frozenset({",", "(", "—", "–", "-"})


CLAUSE_SIGNS = frozenset({",", ";", ":", "“", "”", '"', "«", "»"})


CLAUSE_MARKS = frozenset({"relative_pronoun", "speech", "finite", "per", "predicate"})


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
        linked = source.last + (sentence.at(source.last, "link") is not None)
        appended = len(source.parts) > 1 and (
            sentence.at(linked, "relative_pronoun") or kin(sentence, source)
        )
        if opens or appended:
            return source
    return last if last.last == verb - 1 else None


def kin(sentence: Sentence, source: Description) -> bool:
    """Whether an office set beside a name goes on ("Ana Ríos, mother of one of the prisoners,")."""
    beside = "," in sentence.words[source.first : source.last]
    goes_on = any(sentence.at(word, "of") for word in (source.last - 1, source.last))
    return beside and goes_on and bool(source.of_kind("role"))


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


def breaks(sentence: Sentence, word: int) -> bool:
    """Whether a word parts a verb from a speaker after it."""
    tags = sentence.tags[word] or {}
    kinds = {"people", "event", "finite", "vague", "conjunction", "participle", "relative_pronoun"}
    return bool(tags.keys() & kinds) or sentence.words[word] in {";", ":", "“", ","}


def addressed(sentence: Sentence, source: Description, after: int = 0) -> bool:
    """Whether somebody is spoken to ("dijo a EFE", "explica a este diario").

    after: the first word that may be the preposition.
    """
    word = source.first - 1
    if not sentence.at(word, "addressee"):
        article = sentence.at(word, "definite") or sentence.at(word, "determiner")
        word -= article is not None
    return word >= after and sentence.at(word, "addressee") is not None


def owned(sentence: Sentence, source: Description, verb: int) -> bool:
    """Whether a source only tells whose something is ("put the number of activists at 179").

    verb: the word behind the verb.
    """
    word = source.first - 1 - (sentence.at(source.first - 1, "definite") is not None)
    return word > verb and sentence.at(word, "of") is not None


def opens_clause(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb of speech ends with the word that opens what is said ("dijo que")."""
    return mark.last - mark.first > 1 and bool(sentence.at(mark.last - 1, "relative_pronoun"))


def subject_right(sentence: Sentence, mark: Mark, sources: list[Description]) -> Description | None:
    """Return the description that starts shortly after a verb ("dijo a EFE el ministro")."""
    if sentence.at(mark.last - 1, "telling") or opens_clause(sentence, mark):
        return None
    for source in sources:
        if mark.last <= source.first <= mark.last + 6:
            if any(breaks(sentence, word) for word in range(mark.last, source.first)):
                return None
            if addressed(sentence, source):
                continue
            if owned(sentence, source, mark.last):
                return None
            if source.parts[0].kind == "pronoun" and source.parts[0].value == "body":
                return None
            return source
    return None


def ours(sentence: Sentence, mark: Mark) -> bool:
    """Whether "we" or "our" opens the clause of a verb, which is then the author's."""
    own = sentence.near("first_person", mark.first - OURS, mark.first)
    if own is None or not SIGNS.isdisjoint(sentence.words[own.last : mark.first]):
        return False
    return not any(sentence.at(word, "relative_pronoun") for word in range(own.last, mark.first))


SIGNS = frozenset({",", ";", ":", ".", "”", "»", '"', "“", "«"})

OURS = 5
"""Words between "we" and its verb ("our monitors on the ground have confirmed")."""
