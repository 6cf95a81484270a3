"""Names that must not be public, found and covered wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from habeas.dossier.names.answers import Answer, answered_in, text_key
from habeas.dossier.names.index import How, ListedName, Name, NameIndex, names_of, small_words
from habeas.dossier.names.search import (
    NAMES_APART,
    NAMESAKE,
    Certainty,
    Hit,
    Meeting,
    NameSearch,
    Numbers,
    OneWord,
    Unspaced,
    WholeAcross,
    borrows,
    plausible,
)
from habeas.dossier.names.settlement import ways_to_look
from habeas.dossier.names.spelling import Word, forms, readings, words_in

COVER = "█"

SHORTEST_AGAIN = 3
"""Letters of a word of a name that tells alone where the whole name stands elsewhere."""


@dataclass(frozen=True)
class Withheld:
    """What must not be public.

    search: names of several words. unspaced: whole names in scripts without spaces.
    across: whole names by all their letters together. alone: names of
    one word. numbers: ids, telephone numbers, addresses. how: of names that were settled. shown:
    neighbouring words in the names of declared sources, who speak in public. listed: each name as
    the list writes it. answered: by text, whether a name stands in it for the withheld person, or
    for another. spared: names and words that do not ask again. again: words of names that a text
    tells in full elsewhere; in it they tell by themselves where they begin with a capital letter.
    """

    search: NameSearch = field(default_factory=lambda: NameSearch(NameIndex()))
    unspaced: Unspaced = field(default_factory=Unspaced)
    across: WholeAcross = field(default_factory=WholeAcross)
    alone: OneWord = field(default_factory=OneWord)
    numbers: Numbers = field(default_factory=Numbers)
    how: Mapping[str, How] = field(default_factory=dict)
    shown: frozenset[tuple[str, str]] = frozenset()
    listed: Mapping[str, str] = field(default_factory=dict)
    answered: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)
    spared: frozenset[tuple[str, str]] = frozenset()
    again: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Whether anybody is withheld."""
        return bool(len(self.search.index) or self.alone or self.numbers)

    def met(self, text: str) -> Iterator[Meeting]:
        """Go through the places where a text may give somebody away; they may overlap.

        Doubtful ones that were answered to be somebody else in this very text are left out.
        """
        if not self:
            return
        others = {name for name, them in self._answers(text).items() if not them}
        merged: dict[tuple[int, int, str], list[Meeting]] = {}
        for form in forms(text):
            for met in self._met(form.text):
                start, end = form.origin(met.start, met.end)
                merged.setdefault((start, end, met.words), []).append(
                    replace(met, start=start, end=end)
                )
        found, others_named = [], []
        for same in merged.values():
            meeting = self._open(same, others)
            if meeting:
                found.append(meeting)
            if meeting is None or meeting.why == NAMESAKE:
                others_named.extend([meeting] if meeting else same)
        yield from (each for each in found if not borrows(each, others_named))

    def _answers(self, text: str) -> Mapping[str, bool]:
        return self.answered.get(text_key(text), {}) if self.answered else {}

    def _open(self, same: list[Meeting], others: Set[str]) -> Meeting | None:
        """Return one meeting of what was met at one place, less who was answered to be another."""
        certain = [each for each in same if each.is_certain]
        left = certain or [
            each for each in same
            if each.name not in others and (each.name, each.words) not in self.spared
        ]  # fmt: skip
        if not left:
            return None
        names = NAMES_APART.join(sorted({each.name for each in left}))
        return replace(left[0], name=names)

    def _met(self, text: str) -> Iterator[Meeting]:
        for start, end, name, letters, certainty, why in self.unspaced.met(text):
            if self.how.get(name) is not How.NOT_SEARCHED:
                yield Meeting(start, end, name, letters, certainty, why)
        for words in readings(text):
            for start, end, name, letters, certainty, why in self._across(words, text):
                yield Meeting(start, end, name, letters, certainty, why)
            for start, end, key, name in self.numbers.met(words, text):
                yield Meeting(start, end, name, key, Certainty.CERTAIN, "number")
            yield from self.alone.met(words, text, self.again)
            for held, found in self.search.found(text, words):
                listed = self.search.index.names[found.name]
                judgement = plausible(held, found, listed, self.how.get(listed.key), self.shown)
                if judgement:
                    met = held.words[found.first : found.last + 1]
                    keys = " ".join(word[2] for word in met)
                    start, end = met[0][0], met[-1][1]
                    yield Meeting(start, end, listed.key, keys, judgement.certainty, judgement.why)

    def _across(self, words: list[Word], text: str) -> Iterator[Hit]:
        for hit in self.across.met(words, text) if self.across else ():
            if self.how.get(hit[2]) is not How.NOT_SEARCHED:
                yield hit

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Go through the places where a text gives somebody away; they may overlap."""
        for meeting in self.met(text):
            yield meeting.start, meeting.end

    def covered(self, text: str) -> str:
        """Return a text of the same length with every such place covered."""
        signs = None
        for start, end in self.places(text):
            signs = signs or list(text)
            signs[start:end] = COVER * (end - start)
        return "".join(signs) if signs else text

    def gives_away(self, text: str) -> bool:
        """Whether a text gives somebody away."""
        return next(self.met(text), None) is not None

    def doubts(self, text: str) -> list[Meeting]:
        """Return the doubtful meetings of a text that nobody answered and no certain one covers."""
        met, answered = list(self.met(text)), self._answers(text)
        certain = [each for each in met if each.is_certain]
        return [
            each for each in met
            if not each.is_certain
            and not answered.keys() >= set(each.names)
            and not any(one.start <= each.start and each.end <= one.end for one in certain)
        ]  # fmt: skip

    def told_in(self, texts: Iterable[str]) -> Withheld:
        """Return what must not be public of a text where these texts belong to it.

        Whoever is named in full in one of them is known by each word of the name in all of them:
        "Rosa Ejemplo was freed … Ejemplo said". Words in the names of declared sources are not.
        """
        spoken = {word for pair in self.shown for word in pair}
        named = {word for text in texts for met in self.met(text) for word in met.words.split()}
        known = (named & self.search.word_keys) - spoken - small_words()
        again = frozenset(word for word in known if len(word) >= SHORTEST_AGAIN)
        return replace(self, again=self.again | again) if again else self

    def answered_for(self, texts: Iterable[str]) -> Withheld:
        """Return a view for what is made of some texts: what was answered in them asks no more."""
        spared = set(self.spared)
        everything = replace(self, answered={}, spared=frozenset())
        for text in texts if self.answered else ():
            if answers := self._answers(text):
                spared.update(
                    (name, met.words)
                    for met in everything.met(text)
                    if not met.is_certain
                    for name in met.names
                    if not answers.get(name, True)
                )
        return replace(self, spared=frozenset(spared))

    def shown_names(self, meeting: Meeting) -> str:
        """Return the names of a meeting as the list writes them."""
        return " / ".join(self.listed.get(name, name) for name in meeting.names)


def gathered(
    rows: Iterable[ListedName],
    shown: Iterable[tuple[str, str]] = (),
    settled: Mapping[str, How] | None = None,
    answers: Iterable[Answer] = (),
) -> Withheld:
    """Return what must not be public of some rows of lists.

    shown: neighbouring words in the names of those who speak in public (`speakers`). settled_as:
    how names of one word or of everyday words are looked for, by key. answers: given before.
    """
    held = list(rows)
    names = list(names_of(held))
    how = ways_to_look(names, settled or {})
    searched = [name for name in names if how.get(name.key) is not How.NOT_SEARCHED]
    several = [name for name in searched if len(name.words) > 1]
    return Withheld(
        NameSearch(NameIndex.of(several)),
        Unspaced.of(searched),
        WholeAcross.of(searched),
        OneWord.of([name for name in searched if len(name.words) == 1], how),
        Numbers.of((number, row.key()) for row in held for number in row.numbers),
        how,
        frozenset(shown),
        _as_listed(names, held),
        answered_in(answers),
    )


def _as_listed(names: Iterable[Name], rows: Iterable[ListedName]) -> dict[str, str]:
    return {**{row.key(): row.shown() for row in rows}, **{name.key: name.shown for name in names}}


def speakers(names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the neighbouring words in the names of declared sources, who speak in public."""
    return {
        pair
        for name in names
        for pair in pairwise(word for word in words_in(name) if word not in small_words())
    }
