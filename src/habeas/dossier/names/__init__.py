"""The search for names that must not be public.

A row of a list is a ``ListedName``; ``gathered`` makes of all of them what is looked for
(``Withheld``), after names of one word were settled (``to_settle``); a meeting is certain, and is
covered, or doubtful, and is a question (``questions``) that somebody answers once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from functools import cached_property
from hashlib import sha256

from habeas.dossier import exposure, withheld_names
from habeas.dossier.folded_words import words_of
from habeas.dossier.withheld_names import COVER
from habeas.vocabulary import Field

Speakers = set[tuple[str, str]]

EXCERPT = 60
"""Signs that are shown on either side of a place in question."""


@dataclass(frozen=True)
class ListedName:
    """One row of a list whose names must not be public, understood as ``habeas link`` does.

    full: a whole name in one cell; given, surnames: in cells of their own. others: further whole
    names of the row (aliases, a mother's, a lawyer's). numbers: ids, telephones, e-mail addresses.
    """

    full: str = ""
    given: str = ""
    surnames: str = ""
    others: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def shown(self) -> str:
        """Return the name as the list writes it."""
        return self.full or f"{self.given} {self.surnames}".strip()

    def key(self) -> str:
        """Return the name as it is compared, its words in one order."""
        return _key(self.shown())

    def names(self) -> Iterator[str]:
        """Go through all whole names of the row."""
        yield from (name for name in (self.full, f"{self.given} {self.surnames}".strip()) if name)
        yield from self.others


def _key(name: str) -> str:
    return " ".join(sorted(words_of(name)))


class How(StrEnum):
    """How a name of one word is looked for: wherever it stands, as a name, or not at all."""

    ANYWHERE = "anywhere"
    AS_A_NAME = "as_a_name"
    NOT_SEARCHED = "not_searched"


@dataclass(frozen=True)
class Unsettled:
    """A name of which somebody must say how it is looked for; suggested: what is preset."""

    key: str
    shown: str
    why: str
    suggested: How


def to_settle(rows: Iterable[ListedName]) -> list[Unsettled]:
    """Return the names of one word, each once, in the order of their keys."""
    found = {_key(name): name for row in rows for name in row.names() if len(words_of(name)) == 1}
    return [Unsettled(key, found[key], "one_word", How.AS_A_NAME) for key in sorted(found)]


@dataclass(frozen=True)
class Limit:
    """A name that the search finds only in part, and why."""

    key: str
    shown: str
    why: str


def limits(rows: Iterable[ListedName]) -> list[Limit]:
    """Return the names that are found only in part: those without spaces between their words."""
    found = {row.key(): row.shown() for row in rows if _WITHOUT_SPACES.search(row.shown())}
    return [Limit(key, found[key], "without_spaces") for key in sorted(found)]


_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class Answer:
    """What somebody said of a name in a text: that it is the withheld person, or another."""

    name: str
    text: str
    them: bool
    who: str
    why: str
    at: str


def text_key(text: str) -> str:
    """Return the digest by which a text is known."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Certainty(Enum):
    """Whether a meeting is covered in silence, or asked about."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Meeting:
    """A place of a text where a name, or a part of one that tells, stands."""

    start: int
    end: int
    name: str
    words: str
    certainty: Certainty
    why: str


@dataclass(frozen=True)
class Withheld:
    """What must not be public; see ``gathered``."""

    engine: withheld_names.Withheld
    by_word: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    doubtful: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    answers: Mapping[tuple[str, str], bool] = field(default_factory=dict, repr=False)
    others: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody is withheld."""
        return bool(self.engine) or bool(self.mails)

    def met(self, text: str) -> Iterator[Meeting]:
        """Go through the places where a text names somebody; they may overlap."""
        for start, end, words in self.engine.met(text):
            why = self._doubt(words)
            if why == "one_word" and not text[start : start + 1].isupper():
                continue
            certainty = Certainty.DOUBTFUL if why else Certainty.CERTAIN
            yield Meeting(start, end, self._whose(words), words, certainty, why or "whole_name")
        if self._mail and (found := self._mail.search(text.casefold())):
            yield Meeting(*found.span(), found[0], found[0], Certainty.CERTAIN, "number")

    @cached_property
    def _mail(self) -> re.Pattern[str] | None:
        return re.compile("|".join(map(re.escape, sorted(self.mails)))) if self.mails else None

    def _doubt(self, words: str) -> str:
        if _key(words) in self.sources:
            return "namesake_in_office"
        return "one_word" if words in self.doubtful else ""

    def _whose(self, words: str) -> str:
        held = [set(self.by_word.get(word, ())) for word in words.split()]
        shared = set.intersection(*held) if held else set()
        return min(shared or set().union(*held) or {words})

    def _counting(self, text: str) -> Iterator[Meeting]:
        key = text_key(text)
        for each in self.met(text):
            if each.certainty is Certainty.DOUBTFUL and (
                self.answers.get((each.name, key)) is False
                or (each.name, each.words) in self.others
            ):
                continue
            yield each

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Go through the places that give somebody away."""
        for each in self._counting(text):
            yield each.start, each.end

    def covered(self, text: str) -> str:
        """Return a text of the same length with every such place covered."""
        signs = list(text)
        for start, end in self.places(text):
            signs[start:end] = COVER * (end - start)
        return "".join(signs)

    def gives_away(self, text: str) -> bool:
        """Whether a text gives somebody away."""
        return next(self.places(text), None) is not None

    def told_in(self, texts: Iterable[str]) -> Withheld:
        """Return what must not be public of a text where these texts belong to it."""
        return replace(self, engine=self.engine.told_in(map(self._without_others, texts)))

    def _without_others(self, text: str) -> str:
        """Return a text without the names in it that are somebody else's."""
        counting = set(self.places(text))
        signs = list(text)
        for each in self.met(text):
            if (each.start, each.end) not in counting:
                signs[each.start : each.end] = " " * (each.end - each.start)
        return "".join(signs)

    def answered_for(self, texts: Iterable[str]) -> Withheld:
        """Return what must not be public of what is made of these texts, as they were answered."""
        if False not in self.answers.values():
            return self
        told = {
            (each.name, each.words)
            for text in texts
            for each in self.met(text)
            if self.answers.get((each.name, text_key(text))) is False
        }
        return replace(self, others=self.others | told)


def gathered(
    rows: Iterable[ListedName],
    shown: Iterable[tuple[str, str]] = (),
    settled: Mapping[str, How] | None = None,
    answers: Iterable[Answer] = (),
) -> Withheld:
    """Return what must not be public of some rows.

    shown: words of those who speak in public (``speakers``). settled: how names of one word are
    looked for, by key. answers: what was said of doubtful meetings.
    """
    settled = settled or {}
    values, by_word, mails, doubtful = [], defaultdict(set), set(), set()
    for row in rows:
        for name in row.names():
            how = settled.get(_key(name), How.ANYWHERE)
            words = words_of(name)
            if len(words) == 1 and how is How.NOT_SEARCHED:
                continue
            if len(words) == 1 and how is How.AS_A_NAME:
                doubtful.add(words[0])
            values.append({Field.FULL_NAME: name})
            for word in words:
                by_word[word].add(row.key() if len(words) > 1 or name not in row.others
                                  else _key(name))  # fmt: skip
        mails |= {number.casefold() for number in row.numbers if "@" in number}
        values += [{Field.NATIONAL_ID: number} for number in row.numbers if "@" not in number]
    whole = _whole(shown)
    return Withheld(
        withheld_names.gathered(values, shown),
        {word: tuple(sorted(keys)) for word, keys in by_word.items()},
        frozenset(doubtful),
        frozenset(whole),
        frozenset(mails),
        {(each.name, each.text): each.them for each in answers},
    )


def _whole(shown: Iterable[tuple[str, str]]) -> set[str]:
    """Return the keys of the names that pairs of words make up when strung together."""
    return set(getattr(shown, "whole", ()))


class SpokenNames(set[tuple[str, str]]):
    """Neighbouring words in names of declared sources, and the keys of the whole names."""

    whole: frozenset[str] = frozenset()


def speakers(names: Iterable[str]) -> SpokenNames:
    """Return what is known of the names of declared sources, who speak in public."""
    kept = list(names)
    found = SpokenNames(withheld_names.speakers(kept))
    found.whole = frozenset(_key(name) for name in kept)
    return found


@dataclass(frozen=True)
class TextMet:
    """A text in which a name in question stands: its digest, where it is, a line around it."""

    text: str
    label: str
    excerpt: str


@dataclass(frozen=True)
class Question:
    """Whether those whom some texts name are a withheld person, or another."""

    name: str
    shown: str
    words: str
    why: str
    texts: tuple[TextMet, ...]


def questions(texts: Iterable[tuple[str, str]], hidden: Withheld) -> list[Question]:
    """Return what has no answer yet in some texts (label, text), one question a name."""
    found: dict[str, list[tuple[Meeting, TextMet]]] = defaultdict(list)
    seen = set()
    for label, text in texts:
        key = text_key(text)
        for each in hidden.met(text):
            known = (each.name, key) in hidden.answers or (each.name, each.words) in hidden.others
            if each.certainty is Certainty.CERTAIN or known or (each.name, key) in seen:
                continue
            seen.add((each.name, key))
            found[each.name].append((each, TextMet(key, label, _excerpt(text, each))))
    return [
        Question(name, name, met[0][0].words, met[0][0].why, tuple(text for _, text in met))
        for name, met in sorted(found.items())
    ]


def _excerpt(text: str, met: Meeting) -> str:
    around = text[max(0, met.start - EXCERPT) : met.end + EXCERPT]
    return " ".join(around.split())


def exposed_in(contents: Mapping[str, bytes], hidden: Withheld) -> str:
    """Return the first public file that gives somebody away, "" where none does."""
    return exposure.exposed_in(contents, _Counting(hidden))  # type: ignore[arg-type]


def may_be_public(raw: bytes, media_type: str, hidden: Withheld) -> bool:
    """Whether the bytes of a document may be public."""
    return exposure.may_be_public(raw, media_type, _Counting(hidden))  # type: ignore[arg-type]


def given_away(text: str, hidden: Withheld) -> set[str]:
    """Return the words of a text that give somebody away."""
    return exposure.given_away(text, _Counting(hidden))  # type: ignore[arg-type]


class _Counting:
    """What today's search of files asks of what must not be public."""

    def __init__(self, hidden: Withheld) -> None:
        self.hidden = hidden

    def __bool__(self) -> bool:
        return bool(self.hidden)

    def met(self, text: str) -> Iterator[tuple[int, int, str]]:
        for each in self.hidden._counting(text):
            yield each.start, each.end, each.words

    def gives_away(self, text: str) -> bool:
        return self.hidden.gives_away(text)


__all__ = [
    "Answer",
    "Certainty",
    "How",
    "Limit",
    "ListedName",
    "Meeting",
    "Question",
    "TextMet",
    "Unsettled",
    "Withheld",
    "exposed_in",
    "gathered",
    "given_away",
    "limits",
    "may_be_public",
    "questions",
    "speakers",
    "text_key",
    "to_settle",
]
