"""Who may speak in a sentence: names, offices and bodies, joined where they are one source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.extraction.sentences import Sentence

GAP = 4
"""Words that may lie between two parts of one description ("the group's longtime director, X")."""

PLACES = 8
"""Words back to which a name may stand in a list of places."""

UNNAMED = frozenset({"nobody", "document"})
"""Values of institutions that no name takes over."""

NO_NAME = frozenset(
    {"weekday", "month", "holiday", "relative", "determiner", "since", "until", "per", "also",
     "qualifier", "named", "vague", "narrative", "conjunction", "link", "part", "pronoun",
     "definite", "finite", "cumulative", "negation", "copula", "continuing", "between",
     "population", "aux", "participle", "predicate", "event", "speech", "locative", "relative_pronoun",
     "among", "age", "gerund", "estimating", "contrast", "of"}
)  # fmt: skip


@dataclass(slots=True)
class Part:
    """One part of a description: a name, an office (role), a body (institution) or a pronoun.

    kind: name, role, institution, known or pronoun; value: the mark's value, "" for a plain name.
    """

    kind: str
    value: str
    first: int
    last: int


@dataclass(slots=True)
class Description:
    """Neighbouring parts that describe one source, in the order of the text.

    first, last: the first word of the first part and the last (exclusive) of the last.
    """

    parts: list[Part]
    first: int
    last: int

    @classmethod
    def of(cls, parts: list[Part]) -> Description:
        """Describe a source by these parts, of which there is at least one."""
        return cls(parts, parts[0].first, parts[-1].last)

    def add(self, part: Part) -> None:
        """Take a part behind the others."""
        self.parts.append(part)
        self.last = part.last

    @property
    def only_document(self) -> bool:
        """Whether it names no source but what one has written ("the report")."""
        return all(part.value == "document" for part in self.parts)

    def named_words(self) -> Iterator[int]:
        """Yield the words inside names, which say nothing of the matter itself."""
        for part in self.parts:
            if part.kind in {"name", "body", "known"}:
                yield from range(part.first, part.last)

    def of_kind(self, *kinds: str) -> list[Part]:
        """Return the parts of these kinds, in order."""
        return [part for part in self.parts if part.kind in kinds]


def descriptions(sentence: Sentence) -> list[Description]:
    """Return what may be a source in a sentence, in order."""
    found: list[Description] = []
    for part in parts(sentence):
        if found and joined(sentence, found[-1].parts[-1], part, found[-1]):
            found[-1].add(part)
        else:
            found.append(Description([part], part.first, part.last))
    return found


def parts(sentence: Sentence) -> list[Part]:
    """Return names, offices, bodies and pronouns of a sentence, none inside another."""
    found: list[Part] = []
    capitals = {word for word, text in enumerate(sentence.raw) if text[0].isupper()}
    for word in sorted(capitals.union(sentence.speakers_at)):
        if found and word < found[-1].last:
            continue
        part = part_at(sentence, word, capital=word in capitals)
        if part:
            found.append(part)
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
    if marked and marked.kind in {"known", "role"}:
        return marked
    if marked and marked.kind == "institution" and marked.value not in UNNAMED:
        return Part("body", for_cause(sentence, named, marked.value), word, named.last)
    return body_inside(sentence, named)


def marked_at(sentence: Sentence, word: int) -> Part | None:
    """Return the longest office, body or pronoun of the lexicon that starts at a word."""
    tags = sentence.tags[word] or {}
    best: Part | None = None
    for kind in ("known", "role", "institution", "pronoun"):
        mark = tags.get(kind)
        if mark is None or mark.first != word or (best and mark.last <= best.last):
            continue
        if kind == "pronoun" and mark.value != "person" and not speaks(sentence, word + 1):
            continue
        if kind != "known" or sentence.raw[word][0].isupper():
            best = Part(kind, mark.value, word, mark.last)
    return best


def speaks(sentence: Sentence, word: int) -> bool:
    """Whether a verb of speech stands at a word, its auxiliary passed over."""
    for here in range(word, min(word + 3, sentence.size)):
        tags = sentence.tags[here]
        if tags and "speech" in tags:
            return True
        passive = sentence.at(here, "aux")
        if tags and (
            not tags.keys() & {"aux", "also", "relative"}
            or (passive and passive.value == "dynamic")
        ):
            return False
    return False


def body_inside(sentence: Sentence, name: Part) -> Part:
    """Turn a name that holds a body's word ("Kenyan Human Rights Committee") into that body."""
    for kind in ("known", "institution"):
        for word in range(name.first, name.last):
            mark = sentence.at(word, kind)
            if mark and mark.last <= name.last and mark.value not in UNNAMED:
                value = mark.value if kind == "known" else for_cause(sentence, name, mark.value)
                return Part("known" if kind == "known" else "body", value, name.first, name.last)
    if name.last - name.first > 1 and has_cause(sentence, name):
        return Part("body", "ngo", name.first, name.last)
    return name


def for_cause(sentence: Sentence, name: Part, value: str) -> str:
    """Return the kind of a named body; one that is named after a cause of its own is an NGO."""
    return "ngo" if value in {"other", "press", "family"} and has_cause(sentence, name) else value


def has_cause(sentence: Sentence, name: Part) -> bool:
    """Whether a name holds the word of a cause ("Rights", "Solidarity")."""
    return any(sentence.at(word, "cause") for word in range(name.first, name.last))


def name_at(sentence: Sentence, word: int) -> Part | None:
    """Return the run of capitalised words that starts at a word, small joining words inside it."""
    if not capital(sentence, word) or (
        word == opening(sentence) and not opens_name(sentence, word)
    ):
        return None
    last = word + 1
    institution = heads_body(sentence, word)
    while last < sentence.size:
        if capital(sentence, last):
            institution = institution or heads_body(sentence, last)
            last += 1
            continue
        step = joiners(sentence, last, institution) or sign_inside(sentence, last)
        if not step or not capital(sentence, last + step):
            break
        last += step
    if all(sentence.at(here, "country") for here in range(word, last)):
        return Part("institution", "government", word, last) if speaks(sentence, last) else None
    if not institution and in_place(sentence, word):
        return None
    if last == word + 1 and len(sentence.words[word]) < 2:
        return None
    return Part("name", "", word, last)


def sign_inside(sentence: Sentence, word: int) -> int:
    """Return 1 if a sign belongs to a name: "Journalists' Union", "J. Smith"; else 0."""
    if sentence.words[word] in {"'", "’"}:
        return int(sentence.words[word - 1].endswith("s"))
    initials = sentence.raw[word - 1].isupper() and len(sentence.raw[word - 1]) != 2
    short = len(sentence.raw[word - 1]) == 1 or "." in sentence.raw[word - 1]
    return int(sentence.words[word] == "." and initials and short)


def in_place(sentence: Sentence, word: int) -> bool:
    """Whether a name is of a place: "in X", "en toda la X", "in X, Y and Z"."""
    here = word - 1
    while here > 0 and word - here < PLACES:
        tags = sentence.tags[here] or {}
        if "locative" in tags:
            return True
        listed = sentence.words[here] == "," or "conjunction" in tags
        named = sentence.raw[here][0].isupper()
        if not (named or listed or tags.keys() & {"determiner", "definite"}):
            return False
        here -= 1
    return False


def heads_body(sentence: Sentence, word: int) -> bool:
    """Whether a word shows that a name is of a body ("Committee", "Rights")."""
    tags = sentence.tags[word]
    return tags is not None and ("institution" in tags or "cause" in tags)


def joiners(sentence: Sentence, word: int, institution: bool) -> int:
    """Return how many joining words stand at a word (up to 3) that may lie inside a name."""
    step = 0
    while step < 3:
        mark = sentence.at(word + step, "name_joiner")
        if not mark or (mark.value != "person" and not institution):
            break
        step += 1
    return step


def opening(sentence: Sentence) -> int:
    """Return the first word that is no quotation mark or other sign."""
    return next((word for word, text in enumerate(sentence.words) if text[0].isalnum()), 0)


def capital(sentence: Sentence, word: int) -> bool:
    """Whether a word is capitalised as names are."""
    if word >= sentence.size:
        return False
    text, tags = sentence.raw[word], sentence.tags[word] or {}
    if not text[0].isupper() or "weekday" in tags or "month" in tags or "holiday" in tags:
        return False
    if "speech" in tags and not tags.keys() & {"institution", "known", "cause"}:
        return False
    return "unit" not in tags or "institution" in tags


def opens_name(sentence: Sentence, word: int) -> bool:
    """Whether the first word of a sentence is a name and not merely capitalised for its place."""
    tags = sentence.tags[word] or {}
    if (
        "institution" in tags
        or "known" in tags
        or (len(sentence.raw[word]) > 1 and sentence.raw[word][:2].isupper())
    ):
        return True
    if tags.keys() & NO_NAME or sentence.words[word] in sentence.language.function_words:
        return False
    if capital(sentence, word + 1) and "people" not in tags:
        return True
    after = sentence.tags[word + 1] if word + 1 < sentence.size else None
    follows = after or {}
    if "aux" in follows and sentence.at(word + 2, "speech"):
        return not tags.keys() & {"people", "event"}
    return (
        bool(follows.keys() & {"speech", "owner"}) and "people" not in tags and "event" not in tags
    )


def joined(sentence: Sentence, before: Part, after: Part, whole: Description) -> bool:
    """Whether two neighbouring parts describe the same source."""
    if "pronoun" in {before.kind, after.kind} or after.first - before.last > GAP:
        return False
    if before.value == "press" and after.kind == "name" and after.first == before.last:
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


def apposition(before: Part, after: Part, whole: Description, sentence: Sentence) -> bool:
    """Whether a comma or bracket between two parts sets an office or a short name beside a name."""
    if sentence.words[after.first - 1] == "(":
        return True
    kinds = {part.kind for part in whole.parts}
    if "role" in kinds and after.kind in {"name", "body"}:
        return not any(part.kind == "name" and part.last - part.first > 1 for part in whole.parts)
    if after.kind == "role":
        return "role" not in kinds
    if after.kind in {"name", "known"}:
        closed = after.last < sentence.size and sentence.words[after.last] == ","
        return before.kind == "institution" and closed
    beside = after.kind == "institution" and before.kind in {"name", "known", "body"}
    gap = range(before.last, after.first)
    indefinite = any(sentence.at(word, "indefinite") for word in gap)
    owned = sentence.at(after.last, "owner") is not None
    return beside and (owned or indefinite) and "role" not in kinds
