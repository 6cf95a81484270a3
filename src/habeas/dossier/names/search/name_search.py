"""Names of several words, found among the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby, pairwise

from habeas.dossier.names.index import Entry, NameIndex
from habeas.dossier.names.search.candidates import Candidates, Likeness
from habeas.dossier.names.search.evidence import (
    INITIAL_BITS,
    Element,
    Judgement,
    judged,
    may_be_judged,
    without_stray,
)
from habeas.dossier.names.search.one_word import HASHES
from habeas.dossier.names.search.spots import (
    MOST_CELLS,
    SENTENCE_END,
    Spot,
    TextWords,
    spots_of,
    text_words,
    together,
)
from habeas.dossier.names.spelling import (
    SPELLS_LETTERS,
    Word,
    latin,
    letters_named,
    romanised,
    script_of,
)

SHORTEST_IN_TAG, LONGEST_TAG = 7, 40
"""Letters of names within a hashtag, and of the tag."""


@dataclass(frozen=True)
class Found:
    """Words of a text that may be a listed name: its number, and the first and last word."""

    name: int
    first: int
    last: int
    run: tuple[Element, ...]
    judgement: Judgement


@dataclass
class NameSearch:
    """Finds the names of an index in texts."""

    index: NameIndex
    look: Candidates = field(init=False)
    most_bits: dict[Entry, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.look = Candidates(self.index)

    @cached_property
    def word_keys(self) -> frozenset[str]:
        """The folded words of all names."""
        return frozenset(word.key for name in self.index.names for word in name.words)

    def found(self, text: str, words: list[Word]) -> Iterator[tuple[TextWords, Found]]:
        """Go through the names that may stand in one reading of a text."""
        spots = spots_of(text, words, self.look)
        tagged = HASHES.search(text) is not None
        if not spots and not tagged:
            return
        held = text_words(text, words)
        if tagged:
            yield from ((held, found) for found in self._in_tags(held))
        for cluster in _clusters(spots, held):
            for found in self._in_cluster(cluster, held):
                yield held, found

    def _in_cluster(self, cluster: list[Spot], words: TextWords) -> Iterator[Found]:
        several = self._several(cluster, words)
        held = several | self._alone(cluster, words)
        for name in sorted(held):
            elements = [
                Element(spot, entry.places[name], likeness)
                for spot in cluster
                if name in spot.names
                for entry, likeness in spot.candidates
                if name in entry.places
            ]
            if name not in several and len(elements[0].places) == 1:
                elements.extend(self._initials(name, elements[0], words))
            if may_be_judged(name, elements, self.index):
                yield from self._judged(name, elements, words)

    def _judged(self, name: int, elements: list[Element], words: TextWords) -> Iterator[Found]:
        for gathered in _runs(elements, words):
            run = without_stray(gathered, self.index.names[name], words)
            if judgement := judged(name, run, self.index, words):
                yield Found(name, run[0].spot.first, run[-1].spot.last, tuple(run), judgement)

    def _several(self, cluster: list[Spot], words: TextWords) -> set[int]:
        """Return the names of which two spots of a cluster, near each other, may be words."""
        several: set[int] = set()
        for at, left in enumerate(cluster):
            for right in cluster[at + 1 :]:
                if words.opaque[right.first] - words.opaque[left.last + 1] > MOST_CELLS:
                    break
                if right.first > left.last and not left.names.isdisjoint(right.names):
                    several |= left.names & right.names
        return several

    def _alone(self, cluster: list[Spot], words: TextWords) -> set[int]:
        """Return the names that one spot may be whole, or with an initial beside it."""
        found: set[int] = set()
        for spot in cluster:
            beside = -1
            for entry, _ in spot.candidates:
                if entry.is_compound:
                    found.update(entry.places)
                elif self._tells(entry, MOST_INITIALS):
                    beside = _most_initials(spot, words) if beside < 0 else beside
                    if beside and self._tells(entry, beside):
                        found.update(entry.places)
        return found

    def _tells(self, entry: Entry, initials: int) -> bool:
        """Whether a word with so many initials beside it can tell a name of this list."""
        word = self.most_bits.get(entry)
        if word is None:
            name, places = next(iter(entry.places.items()))
            word = max(self.index.bits(name, min(places), exact=each) for each in (True, False))
            self.most_bits[entry] = word
        return word + initials * INITIAL_BITS >= self.index.chance

    def _in_tags(self, words: TextWords) -> Iterator[Found]:
        """Go through names written as one anywhere within a hashtag."""
        for at, (start, _, key) in enumerate(words.words):
            if start and HASHES.match(words.text, start - 1):
                for name, places in self._compounds_in(key[:LONGEST_TAG]):
                    run = [Element(Spot(at, at, ()), places, Likeness.EXACT)]
                    if judgement := judged(name, run, self.index, words):
                        yield Found(name, at, at, tuple(run), judgement)

    def _compounds_in(self, tag: str) -> Iterator[tuple[int, frozenset[int]]]:
        for first in range(len(tag) - SHORTEST_IN_TAG + 1):
            for last in range(first + SHORTEST_IN_TAG, len(tag) + 1):
                part = tag[first:last]
                held = [each for each in self.index.exact.get(part, ()) if each.is_compound]
                if compound := self.index.written_in_one(part):
                    held.append(compound)
                for entry in held:
                    yield from entry.places.items()

    def _initials(self, name: int, element: Element, words: TextWords) -> Iterator[Element]:
        """Go through initials beside a word of a name: R. Ejemplo, Ejemplo R.M., RM Ejemplo."""
        listed = self.index.names[name].words
        for first, last, signs in _initials_beside(element.spot, words):
            left = [at for at in range(len(listed)) if at not in element.places]
            met = []
            for sign in signs:
                place = next((at for at in left if _begins(listed[at].written, sign)), None)
                if place is None:
                    break
                met.append(place)
                left = [at for at in left if at > place] or [at for at in left if at != place]
            if met:
                yield Element(Spot(first, last, ()), frozenset(met), Likeness.INITIAL)


def _begins(written: str, sign: str) -> bool:
    if script_of(written) in SPELLS_LETTERS and sign in letters_named(latin(written)):
        return True
    return any(said[:1] == sign for said in romanised(written))


def _most_initials(spot: Spot, words: TextWords) -> int:
    return max((len(signs) for _, _, signs in _initials_beside(spot, words)), default=0)


def _initials_beside(spot: Spot, words: TextWords) -> Iterator[tuple[int, int, str]]:
    """Go through the initials before and after a word: from where to where, and their letters."""
    for step, start in ((-1, spot.first - 1), (1, spot.last + 1)):
        if not 0 <= start < len(words.words):
            continue
        first, last, _ = words.words[start]
        if last - first > LONGEST_INITIAL:
            continue
        elided = step < 0 and words.between(start, start + 1) in APOSTROPHES
        at, signs = start - elided, ""
        while 0 <= at < len(words.words) and (found := _initial(words, at)):
            left, right = min(at, at - step), max(at, at - step)
            written = words.text[words.words[left][0] : words.words[right][0]]
            if len(signs) + len(found) > MOST_INITIALS or SENTENCE_END.search(written):
                break
            if not ELIDED_NEAR.fullmatch(words.between(left, right)):
                break
            signs = found + signs if step < 0 else signs + found
            at += step
        if signs:
            yield min(start - elided, at - step), max(start - elided, at - step), signs


MOST_INITIALS, LONGEST_INITIAL = 4, 6
APOSTROPHES = tuple("'’ʼ`´‘")
ELIDED_NEAR = re.compile(r"[\s.,'’ʼ׳\u00a0-]{0,4}(?:[OoDdLl]['’ʼ`´‘])?")
"""Between initials and a word beside them."""


def _initial(words: TextWords, at: int) -> str:
    """Return the letters of one initial, or of a few written as one; "" of any other word."""
    start, end, _ = words.words[at]
    if end - start > LONGEST_INITIAL:
        return ""
    return _as_initial(words.surface(at), one=len(words.words[at][2]) == 1)


@lru_cache(maxsize=20_000)
def _as_initial(surface: str, *, one: bool) -> str:
    if script_of(surface) in SPELLS_LETTERS:
        return letters_named(latin(surface))[:1]
    few = len(surface) <= MOST_INITIALS - 1 and surface.isalpha()
    if one and not surface.islower():
        return latin(surface)[:1]
    if few and (surface.isupper() or surface in FIRST_LETTERS or TWO_CONSONANTS.fullmatch(surface)):
        return latin(surface)
    return ""


TWO_CONSONANTS = re.compile(
    r"(?!Mr|Ms|Dr|St|Mc|Lt|Sr|Jr|Fr|Bl|Nr|Ns)[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]"
)
"""Two initials of which the second is small, which no word is: Hg Lee."""

FIRST_LETTERS = frozenset(("Yu", "Ya", "Ye", "Ju", "Ja", "Th", "Ch", "Sh", "Zh"))
"""One Cyrillic or Greek initial in Latin letters."""


def _clusters(spots: list[Spot], words: TextWords) -> Iterator[list[Spot]]:
    """Go through runs of spots with few other words between them."""
    cluster: list[Spot] = []
    last = -1
    for spot in spots:
        if cluster and words.opaque[spot.first] - words.opaque[last + 1] > MOST_CELLS:
            yield cluster
            cluster = []
        cluster.append(spot)
        last = max(last, spot.last) if len(cluster) > 1 else spot.last
    if cluster:
        yield cluster


def _runs(elements: list[Element], words: TextWords) -> Iterator[list[Element]]:
    """Go through the ways in which words of one name stand together, each word of it used once."""
    run: list[Element] = []
    ordered = sorted(elements, key=lambda each: (each.spot.first, -each.spot.last))
    for _, same in groupby(ordered, key=lambda each: each.spot.first):
        used = _places(run)
        for element in sorted(same, key=lambda each: each.places <= used):
            if run and element.spot.first <= run[-1].spot.last:
                if _is_better(element, run):
                    run[-1] = element
                continue
            apart = bool(run) and together(words, run[-1].spot, element.spot) is None
            if apart or (run and _places(run) >= element.places):
                yield run
                last = [each for each in run[-1:] if not each.places & element.places]
                run = [] if apart else last
            run.append(element)
    if run:
        yield run


def _is_better(element: Element, run: list[Element]) -> bool:
    """Whether an element reads the last words of a run better than what is held for them."""
    held, used = run[-1], _places(run[:-1])
    new, old = len(element.places - used), len(held.places - used)
    return new > 0 and (-element.likeness, new) > (-held.likeness if old else -len(Likeness), old)


def _places(run: list[Element]) -> frozenset[int]:
    return frozenset[int]().union(*(each.places for each in run))


def neighbours(words: TextWords, first: int, last: int) -> Iterator[tuple[str, str]]:
    """Go through the folded words side by side from one word to another, small ones left out."""
    telling = [at for at in range(first, last + 1) if words.opaque[at + 1] > words.opaque[at]]
    keys = [words.words[at][2] for at in telling]
    yield from pairwise(keys)
