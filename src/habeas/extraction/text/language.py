"""Languages as data: what each word of a language is good for, and which language a text is in."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from types import MappingProxyType
from typing import Any

from habeas.vocabulary import InputError

LEXICON = resources.files("habeas.extraction.text") / "lexicon"
KNOWN = resources.files("habeas.extraction.text") / "known_sources.toml"
SETTINGS = frozenset({"language", "numbers"})
BRACES = re.compile(r"\{([^{}]*)\}")
PHRASE_WORD = re.compile(r"['’]s\b|['’]|[^\W_]+(?:[-.][^\W_]+)*")
ACCENTED = re.compile(r"[^\W\d_a-zA-Z]")
SAMPLE = 20_000
LONGEST_WORD = 64

LISTED = frozenset(
    {"age", "alleging", "also", "changing", "conditional", "continuing", "contrary", "contrast",
     "cumulative", "custodial", "denying", "estimating", "first_person", "harm", "hearsay",
     "keeping", "less", "letterhead", "narrative", "negation", "occasion", "other_fate", "part",
     "per", "pluperfect", "population", "previous", "prison", "promising", "pronoun", "range",
     "ratio", "reference", "refusing", "respectively", "rest", "retro", "righting", "share",
     "speech", "tallying", "then", "total", "totalverb", "trait", "until", "untrue",
     "untrue_label", "verifying", "withdrawing", "zero"}
)  # fmt: skip
"""The kinds that a sentence lists, because somebody asks which of them it has at all."""

NUMBER, SPEAKER, DATE = 1, 2, 4
OPENERS = {
    **dict.fromkeys(("vague", "named", "zero", "number"), NUMBER),
    **dict.fromkeys(("known", "role", "institution", "pronoun"), SPEAKER),
    **dict.fromkeys(("weekday", "month", "holiday", "relative", "ago", "over_past"), DATE),
}
"""What may start with a mark of a kind, as bits: most words open nothing, and are passed over."""

Words = list[str]
Phrase = tuple[Words, str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a word starts: phrases of more words (words, kind, value), and its own marks.

    longer: by the second word, then by the third ("" where a phrase has but two), the longest
    phrase first. single: the kinds and values of the word
    by itself. opens: the OPENERS bits of the word by itself. listed: its own kinds that
    sentences list. placed: its marks by their place, as ``marks`` keeps them.
    """

    longer: Mapping[str, Mapping[str, tuple[Phrase, ...]]]
    single: tuple[tuple[str, str], ...]
    opens: int
    listed: tuple[str, ...]
    placed: dict[int, Any] = field(default_factory=dict)


@lru_cache(maxsize=65_536)
def _composed(word: str) -> str:
    return unicodedata.normalize("NFC", word.lower()).replace("’", "'")


def fold(word: str) -> str:
    """Return a word in small letters, each accent in one piece with its letter."""
    return (
        word.lower() if word.isascii() else _composed(word) if len(word) <= LONGEST_WORD else word
    )


@lru_cache(maxsize=65_536)
def bare(word: str) -> str:
    """Return a folded word without its accents."""
    spread = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def spelled_out(pattern: str) -> Iterator[str]:
    """Yield the phrases that a pattern with endings in braces stands for."""
    if "{" not in pattern:
        yield pattern
        return
    parts = BRACES.split(pattern)
    fixed, choices = parts[::2], [part.split(",") for part in parts[1::2]]
    for picked in product(*choices):
        yield "".join(text for pair in zip(fixed, (*picked, ""), strict=True) for text in pair)


@dataclass(frozen=True)
class Language:
    """One language's lexicon.

    entries: by its first word, what the lexicon knows.
    number_words: folded word to the spelling that the number reader knows. passive_first: whether
    a passive may stand before its subject ("fueron liberadas 145 personas"). drops_subject: whether
    a verb may go without a subject ("agregó que"). capital_months: months
    that are other words when written small ("may"). unnamed_endings: those of capitalised words
    that name nobody ("Cairo-based"). said_endings: those of participles
    that are said of somebody without a verb ("29 освобождены"). small_days: whether weekdays and
    months are written small, so that "Julio" in a sentence is a name. day_first:
    whether "03/01/2025" is surely the 3rd of January. stem: what of a word stays in all its forms,
    where the lexicon holds one form of each. number_values: what number words come to in a language
    that the number reader lacks. number_phrases: the phrases that are numbers in just these forms,
    where a stem has more.
    """

    code: str
    function_words: frozenset[str]
    entries: Mapping[str, Entry]
    number_words: Mapping[str, str]
    single: frozenset[str]
    passive_first: bool
    drops_subject: bool
    capital_months: frozenset[str]
    joiners: frozenset[str]
    multipliers: Mapping[str, int]
    unnamed_endings: tuple[str, ...]
    said_endings: tuple[str, ...]
    small_days: bool
    day_first: bool
    stem: re.Pattern[str] | None
    number_values: Mapping[str, int]
    number_phrases: frozenset[str]

    def roots(self, words: list[str]) -> list[str]:
        """Return folded words as the lexicon spells its entries: without endings, if it says so."""
        return words if self.stem is None else [_root(self.stem, word) for word in words]


@lru_cache(maxsize=65_536)
def _root(stem: re.Pattern[str], word: str) -> str:
    found = stem.fullmatch(word) if len(word) <= LONGEST_WORD else None
    return word if found is None else found[found.lastindex or 0]


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a lexicon."""
    names = (file.name for file in LEXICON.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


def language_for(text: str, code: str) -> Language:
    """Return the language of a text, without accents where the text was typed without any."""
    return language(code, accents=ACCENTED.search(text, 0, SAMPLE) is not None)


@cache
def language(code: str, *, accents: bool) -> Language:
    """Return a language by its ISO 639-1 code. Raises InputError if there is no lexicon for it."""
    if code not in languages():
        raise InputError(
            "is not a language that can be read here",
            f"Use one of {', '.join(languages())}, or add a lexicon for it (docs/extraction.md).",
            column="language",
            value=code,
        )
    data = _all_tables(code)
    numbers = data["numbers"]
    spelling = {form: word for word in numbers["words"] for form in (bare(fold(word)), fold(word))}
    spelling |= {fold(word): other for word, other in numbers["respelled"].items()}
    ending = data["language"]["stem"]
    stem = re.compile(ending) if ending else None
    if stem and not accents:  # its forms are stems, whichever way they are written
        return language(code, accents=True)
    entries = _by_first_word(data, _form(stem, accents=accents))
    exact = [phrase for kind in ("named", "vague") for phrase in _all(numbers.get(kind, {}))]
    return Language(
        code=code,
        function_words=frozenset(fold(word) for word in data["language"]["function_words"]),
        entries=entries,
        number_words=MappingProxyType(spelling),
        single=frozenset(numbers["single"]),
        passive_first=data["language"]["passive_first"],
        drops_subject=data["language"]["drops_subject"],
        capital_months=frozenset(data["language"]["capital_months"]),
        joiners=frozenset(numbers["joiners"]),
        multipliers={fold(word): times for word, times in numbers["multipliers"].items()},
        unnamed_endings=tuple(data["language"]["unnamed_endings"]),
        said_endings=tuple(data["language"]["said_endings"]),
        small_days=data["language"]["small_days"],
        day_first=data["language"]["day_first"],
        stem=stem,
        number_values={
            fold(word): int(value)
            for value, words in numbers.get("values", {}).items()
            for word in words
        },
        number_phrases=frozenset(map(fold, exact)),
    )


def _form(stem: re.Pattern[str] | None, *, accents: bool) -> Callable[[Words], Words]:
    """Return what brings folded words to the form in which entries are looked up."""
    if stem is not None:
        return lambda words: [_root(stem, word) for word in words]
    if accents:
        return lambda words: words
    return lambda words: [word if word.isascii() else bare(word) for word in words]


def _all(table: Mapping[str, list[str]]) -> Iterator[str]:
    return (phrase for patterns in table.values() for pattern in patterns
            for phrase in spelled_out(pattern))  # fmt: skip


def tables(code: str) -> dict[str, Any]:
    """Return the tables of a language's lexicon as they are written."""
    return tomllib.loads((LEXICON / f"{code}.toml").read_text("utf-8"))


@cache
def _all_tables(code: str) -> Mapping[str, Any]:
    return tables(code) | _known_sources()


@cache
def _known_sources() -> dict[str, Any]:
    return tomllib.loads(KNOWN.read_text("utf-8"))


@cache
def _folded(pattern: str) -> tuple[tuple[str, Words], ...]:
    """Return each phrase of a pattern folded, and its words: the same in every form of entries."""
    return tuple(
        (fold(phrase), list(map(fold, PHRASE_WORD.findall(phrase))))
        for phrase in spelled_out(pattern)
    )


def _phrases(data: Mapping[str, Any], form: Callable[[Words], Words]) -> Iterator[Phrase]:
    tables = {kind: table for kind, table in data.items() if kind not in SETTINGS}
    tables |= {kind: data["numbers"][kind] for kind in ("named", "vague")}
    small = frozenset(map(fold, data["language"]["function_words"]))
    spelled = [*data["numbers"]["words"], *data["numbers"]["respelled"]]
    spelled += _all(data["numbers"].get("values", {}))
    tables["number"] = {"word": [*spelled, *map(bare, spelled)]}
    for kind, table in tables.items():
        for value, patterns in table.items():
            for pattern in patterns:
                for phrase, folded in _folded(pattern):
                    words = form(folded)
                    if len(words) == 1 and words[0] in small and words[0] != phrase:
                        continue
                    if not words:
                        raise InputError("holds no word", "Take it out.", column=kind, value=phrase)
                    yield words, kind, value


def _by_first_word(data: Mapping[str, Any], form: Callable[[Words], Words]) -> Mapping[str, Entry]:
    phrases: dict[str, dict[tuple[str, ...], Phrase]] = {}
    for words, kind, value in _phrases(data, form):
        known = phrases.setdefault(words[0], {})
        known.setdefault((*words, kind), (words, kind, value))
    return {word: _entry(list(known.values())) for word, known in phrases.items()}


def _entry(phrases: list[Phrase]) -> Entry:
    single = tuple([(kind, value) for words, kind, value in phrases if len(words) == 1])
    longer = [one for one in phrases if len(one[0]) > 1]
    longer.sort(key=lambda one: -len(one[0]))
    known: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for phrase in longer:
        words = phrase[0]
        third = words[2] if len(words) > 2 else ""
        by_third = known.setdefault(words[1], {})
        by_third[third] = (*by_third.get(third, ()), phrase)
    opens = NUMBER | DATE if phrases[0][0][0][0].isdigit() else 0
    for kind, _ in single:
        opens |= OPENERS.get(kind, 0)
    listed = tuple([kind for kind, _ in single if kind in LISTED])
    return Entry(longer=known, single=single, opens=opens, listed=listed)


def language_of(text: str) -> str:
    """Return the code of the language whose function words the text's opening uses most.

    "" where no lexicon's function words make up a twelfth of its words.
    """
    found = [fold(word) for word in PHRASE_WORD.findall(text[:SAMPLE])]
    shares = {
        code: sum(word in language(code, accents=True).function_words for word in found)
        for code in languages()
    }
    best = max(shares, key=lambda code: shares[code], default="")
    return best if found and shares[best] * 12 >= len(found) else ""
