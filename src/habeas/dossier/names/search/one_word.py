"""Names of one word, and words that tell by themselves because a text tells the whole name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.fuzz import ratio

from habeas.dossier.names.index import How, Name
from habeas.dossier.names.search.meetings import Certainty, Meeting
from habeas.dossier.names.spelling import (
    CASED,
    UNSPACED,
    Word,
    is_everyday,
    key_of,
    latin,
    script_of,
    sounds,
    whole_stems_in_text,
)

HASHES = re.compile("[#@＃＠]")
"""What stands before words that are written as one on purpose."""

SHORTEST_IN_TAG = 5
"""Letters of a name of one word that is looked for within a hashtag."""


SHORTEST_SPELLED, CLOSE_ENOUGH = 9, 75
"""Letters of a name of one word that is met in other spellings, and their likeness, of 100."""


@dataclass(frozen=True)
class OneWord:
    """Names of one word by their folded word and its Latin letters, and how each is looked for.

    known, spelled: what was looked up already; silent: words that are no name in any way.
    """

    words: dict[str, Name] = field(default_factory=dict)
    how: Mapping[str, How] = field(default_factory=dict)
    known: dict[str, Name | None] = field(default_factory=dict)
    spelled: dict[str, Name | None] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, names: Iterable[Name], how: Mapping[str, How]) -> OneWord:
        """Index names of one word."""
        words: dict[str, Name] = {}
        for name in names:
            written = name.words[0].written
            for key in (key_of(written), latin(written)):
                if len(key) > 1:
                    words.setdefault(key, name)
        return cls(words, how)

    @cached_property
    def heard(self) -> dict[str, list[tuple[str, Name]]]:
        """Long names by how they sound, for other spellings of them."""
        found: dict[str, list[tuple[str, Name]]] = {}
        for name in {name.key: name for name in self.words.values()}.values():
            letters = latin(name.words[0].written)
            long = len(letters) >= SHORTEST_SPELLED
            for sound in _keys_of_spelling(letters) if long else ():
                found.setdefault(sound, []).append((letters, name))
        return found

    @cached_property
    def heads(self) -> frozenset[str]:
        """What long names begin with, of which a word may be the first of two."""
        long = (word for word in self.words if len(word) >= SHORTEST_SPELLED)
        return frozenset(word[:size] for word in long for size in range(1, len(word)))

    def _spelled(self, surface: str) -> Name | None:
        """Return the long name that a word is another spelling of, None of most words."""
        letters = latin(surface) if is_written_as_name(surface) else ""
        if len(letters) < SHORTEST_SPELLED - 1:
            return None
        heard = (each for key in _keys_of_spelling(letters) for each in self.heard.get(key, ()))
        close = (name for other, name in heard if ratio(letters, other) >= CLOSE_ENOUGH)
        return next(close, None)

    def _parted(self, words: list[Word], text: str) -> Iterator[Meeting]:
        """Go through names whose one word is written as two."""
        heads = self.heads
        for at in [at for at, word in enumerate(words[:-1]) if word[2] in heads]:
            (start, before, left), (begin, end, right) = words[at : at + 2]
            name = self.words.get(left + right)
            near = begin - before == 1 and len(left + right) >= SHORTEST_SPELLED
            if name and near and is_written_as_name(text[start:before]):
                yield Meeting(start, end, name.key, f"{left} {right}", Certainty.CERTAIN, "joined")

    def __bool__(self) -> bool:
        return bool(self.words)

    def met(self, words: list[Word], text: str, again: Set[str]) -> Iterator[Meeting]:
        """Go through the words of a text that tell by themselves."""
        if not self.words and not again:
            return
        for start, end, key in words if again else ():
            surface = text[start:end]
            if is_written_as_name(surface) and not again.isdisjoint(_keys(surface, key)):
                name = next(word for word in _keys(surface, key) if word in again)
                yield Meeting(start, end, name, key, Certainty.CERTAIN, "told_in_full")
        if self.words:
            yield from self._alone(words, text)
            yield from self._parted(words, text)
            yield from self._unspaced(text)

    def _alone(self, words: list[Word], text: str) -> Iterator[Meeting]:
        known, tagged = self.known, HASHES.search(text) is not None
        silent = frozenset() if tagged else self.silent
        for start, end, key in [word for word in words if text[word[0] : word[1]] not in silent]:
            surface = text[start:end]
            if surface not in known:
                known[surface] = self._look_up(surface, key)
            if name := known[surface]:
                yield from self._meeting(name, start, end, key, surface)
            elif name := self._as_spelled(surface):
                yield Meeting(start, end, name.key, key, Certainty.DOUBTFUL, "other_spelling")
            else:
                self.silent.add(surface)
                if tagged and start and HASHES.match(text, start - 1):
                    yield from self._in_tag(start, end, key)

    def _as_spelled(self, surface: str) -> Name | None:
        if surface not in self.spelled:
            self.spelled[surface] = self._spelled(surface)
        return self.spelled[surface]

    def _look_up(self, surface: str, key: str) -> Name | None:
        keys = (*_keys(surface, key), latin(surface))
        return next((self.words[each] for each in keys if each in self.words), None)

    def _meeting(
        self, name: Name, start: int, end: int, key: str, surface: str
    ) -> Iterator[Meeting]:
        as_a_name = self.how.get(name.key) is How.AS_A_NAME
        if as_a_name and not is_written_as_name(surface):
            return
        doubtful = as_a_name and is_everyday(name.words[0].written)
        certainty = Certainty.DOUBTFUL if doubtful else Certainty.CERTAIN
        yield Meeting(start, end, name.key, key, certainty, "one_word")

    def _in_tag(self, start: int, end: int, key: str) -> Iterator[Meeting]:
        for word, name in self.words.items():
            if len(word) >= SHORTEST_IN_TAG and word in key:
                yield Meeting(start, end, name.key, key, Certainty.CERTAIN, "joined")

    def _unspaced(self, text: str) -> Iterator[Meeting]:
        if text.isascii():
            return
        for word, name in self.words.items():
            if script_of(word) in UNSPACED and word in text:
                for found in re.finditer(re.escape(word), text):
                    yield Meeting(*found.span(), name.key, word, Certainty.DOUBTFUL, "one_word")


def _keys_of_spelling(letters: str) -> set[str]:
    """Return the keys of a long name by sound, and by the old spelling of Malay names."""
    folded = letters
    for older, newer in (("oe", "u"), ("tj", "c"), ("dj", "y"), ("ch", "kh"), ("j", "y")):
        folded = folded.replace(older, newer)
    return {*sounds(letters), f"={folded}"}


def is_written_as_name(surface: str) -> bool:
    """Whether a word begins with a capital, or its script has none."""
    return surface[:1].isupper() or script_of(surface) not in CASED


def _keys(surface: str, key: str) -> tuple[str, ...]:
    return (key, *map(key_of, sorted(whole_stems_in_text(surface.lower()))))
