"""Who may speak in a sentence: names, offices and bodies, joined where they are one source."""

from __future__ import annotations

from itertools import compress
from operator import ne

from habeas.extraction.candidates.subjects import addressed
from habeas.extraction.text import Description, Mark, Part, Sentence, name_at, speaks

GAP = 4
"""Words that may lie between two parts of one description ("the group's longtime director, X")."""


SPEAKING = frozenset({"known", "role", "institution", "pronoun"})
"""Kinds of mark that are part of a description by themselves."""

UNNAMED = frozenset({"nobody", "document"})
"""Values of institutions that no name takes over."""


def descriptions(sentence: Sentence) -> list[Description]:
    """Return what may be a source in a sentence, in order; none reaches over a semicolon."""
    found: list[Description] = []
    for part in parts(sentence):
        before = found[-1].parts[-1] if found else part
        apart = ";" in sentence.words[before.last : part.first]
        if (
            found
            and not apart
            and (
                goes_on(sentence, before, part)
                or serves(sentence, before, part)
                or joined(sentence, before, part, found[-1])
            )
        ):
            found[-1].add(part)
        else:
            found.append(Description([part], part.first, part.last))
    return found


def parts(sentence: Sentence) -> list[Part]:
    """Return names, offices, bodies and pronouns of a sentence, none inside another."""
    found: list[Part] = []
    capitals = set(compress(range(sentence.size), map(ne, sentence.raw, sentence.words)))
    last = 0
    for word in sorted(capitals.union(sentence.speakers_at)):
        if word < last:
            continue
        part = part_at(sentence, word, capital=word in capitals)
        if part:
            found.append(part)
            last = part.last
    return found


def part_at(sentence: Sentence, word: int, *, capital: bool) -> Part | None:
    """Return the part of a description that starts at a word. capital: whether it is a capital."""
    marked = marked_at(sentence, word)
    named = name_at(sentence, word) if capital else None
    if marked and marked.value == "nobody":
        return None
    if named and named.kind == "institution":
        return named
    if named is None or (marked and marked.last >= named.last):
        return marked
    if marked and (marked.kind in {"known", "role"} or written_by(sentence, marked)):
        return marked
    if marked and marked.kind == "institution" and marked.value not in UNNAMED:
        return Part("body", for_cause(sentence, named, marked), word, named.last)
    return body_inside(sentence, named)


def written_by(sentence: Sentence, part: Part) -> bool:
    """Whether a document is told apart from its author ("Statement of the Teachers' Union")."""
    return part.value == "document" and sentence.at(part.last, "of") is not None


def marked_at(sentence: Sentence, word: int) -> Part | None:
    """Return the longest office, body or pronoun of the lexicon that starts at a word."""
    tags = sentence.tags[word]
    best: Part | None = None
    if not tags or SPEAKING.isdisjoint(tags):
        return None
    for kind in ("known", "role", "institution", "pronoun"):
        mark = tags.get(kind)
        if mark is None or mark.first != word or (best and mark.last <= best.last):
            continue
        if kind == "pronoun" and mark.value != "person" and not speaks(sentence, word + 1):
            continue
        if kind != "known" or sentence.raw[word][0].isupper():
            best = Part(kind, mark.value, word, mark.last)
    return best


def body_inside(sentence: Sentence, name: Part) -> Part:
    """Turn a name that holds a body's word ("Kenyan Human Rights Committee") into that body."""
    inside = [tags for tags in sentence.tags[name.first : name.last] if tags]
    for kind in ("known", "institution") if inside else ():
        for tags in inside:
            mark = tags.get(kind)
            if mark and mark.last <= name.last and mark.value not in UNNAMED:
                value = mark.value if kind == "known" else for_cause(sentence, name, mark)
                return Part("known" if kind == "known" else "body", value, name.first, name.last)
    if name.last - name.first > 1 and has_cause(sentence, name):
        return Part("body", "ngo", name.first, name.last)
    return name


def for_cause(sentence: Sentence, name: Part, mark: Mark | Part) -> str:
    """Return the kind of a named body; one that is named after a cause of its own is an NGO.

    mark: the word or the phrase that calls it a body; a party is one whatever its cause.
    """
    value = mark.value
    if value == "opposition" and mark.last - mark.first > 1:
        return value
    foreign = value == "igo" and sentence.at(name.first, "country") is not None
    loose = value in {"other", "press", "opposition"} and has_cause(sentence, name)
    return "ngo" if foreign or loose else value


def has_cause(sentence: Sentence, name: Part) -> bool:
    """Whether a name holds the word of a cause ("Rights", "Solidarity")."""
    return any(sentence.at(word, "cause") for word in range(name.first, name.last))


def joined(sentence: Sentence, before: Part, after: Part, whole: Description) -> bool:
    """Whether two neighbouring parts describe the same source."""
    if "pronoun" in {before.kind, after.kind} or after.first - before.last > GAP:
        return False
    if before.value == "press" and (
        addressed(sentence, whole) or (after.kind == "name" and after.first == before.last)
    ):
        return False
    comma, unknown = False, 0
    for word in range(before.last, after.first):
        text, tags = sentence.words[word], sentence.tags[word] or {}
        if text in {",", "(", ")", "-", "–", "—"}:
            comma = comma or text != ")"
        elif tags.keys() & {
            "definite",
            "determiner",
            "owner",
            "country",
            "name_joiner",
            "indefinite",
            "of",
        }:
            if "conjunction" in tags:
                return False
        elif tags.keys() & {
            "speech",
            "aux",
            "conjunction",
            "relative_pronoun",
            "finite",
            "per",
            "number",
            "people",
            "event",
            "since",
            "link",
        }:
            return False
        else:
            unknown += 1
    if unknown > (0 if "document" in {before.value, after.value} else 2):
        return False
    return not comma or apposition(before, after, whole, sentence)


def answered(sentence: Sentence, whole: Description) -> bool:
    """Whether a description is of whom a document answers ("in a reply to X, the minister …")."""
    told = whole.first - 1 - (sentence.at(whole.first - 1, "definite") is not None)
    document = sentence.at(told - 1, "institution")
    addressed = sentence.at(told, "addressee") is not None
    return addressed and document is not None and document.value == "document"


def portfolio(sentence: Sentence, part: Part) -> bool:
    """Whether a name is what an office is of ("minister of Public Order")."""
    article = sentence.at(part.first - 1, "definite") is not None
    return sentence.at(part.first - 1 - article, "of") is not None


def goes_on(sentence: Sentence, before: Part, after: Part) -> bool:
    """Whether a name goes on with an office's portfolio ("ministro de Interior y Justicia")."""
    if before.kind != "role" or after.kind != "name" or after.last - before.last != 2:
        return False
    joining = sentence.at(before.last, "conjunction") is not None
    return joining and sentence.raw[before.last - 1][0].isupper()


def serves(sentence: Sentence, before: Part, after: Part) -> bool:
    """Whether an office is one in the body named behind it ("a researcher at Free Now")."""
    if before.kind != "role" or after.kind not in {"known", "body"}:
        return False
    gap = range(before.last, after.first)
    small = all(
        sentence.at(word, "link") or sentence.at(word, "addressee") or sentence.at(word, "definite")
        for word in gap
    )
    return 0 < len(gap) <= SERVING and small


SERVING = 2
"""Words between an office and the body that it is in."""


def apposition(before: Part, after: Part, whole: Description, sentence: Sentence) -> bool:
    """Whether a comma or bracket between two parts sets an office or a short name beside a name."""
    if sentence.words[after.first - 1] == "(":
        return True
    if after.kind == "role" and answered(sentence, whole):
        return False
    kinds = {part.kind for part in whole.parts}
    if "role" in kinds and after.kind in {"name", "body"}:
        return not any(
            part.kind == "name" and part.last - part.first > 1 and not portfolio(sentence, part)
            for part in whole.parts
        )
    if after.kind == "role":
        rank = after.last < sentence.size and sentence.raw[after.last][0].isupper()
        return "role" not in kinds or (rank and "name" not in kinds)
    if after.kind in {"name", "known"}:
        closed = sentence.words[after.last : after.last + 1] in ([","], ["."])
        return before.kind == "institution" and closed
    beside = after.kind == "institution" and before.kind in {"name", "known", "body"}
    gap = range(before.last, after.first)
    indefinite = any(sentence.at(word, "indefinite") for word in gap)
    owned = sentence.at(after.last, "owner") is not None
    return beside and (owned or indefinite) and "role" not in kinds
