"""Who answers for a draft, and in whose voice a text goes on from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.extraction.candidates import Attribution, Speaker
from habeas.extraction.draft import Draft
from habeas.extraction.text import Sentence
from habeas.vocabulary import ClaimantKind, Measure

SILENCE = 2
"""Sentences without a count or a speaker after which the text speaks for itself again."""

LONGEST_QUOTATION = 12
"""Claims in one quotation after which a quotation mark is taken for a slip."""

RETOLD = 8
"""Claims back to which a sentence that only names a source may reach."""

CONTRAST = 14
"""Words that "but" or "while" between a verb of speech and a count weighs as much as."""

BACKWARD = 4
"""What a speaker named after a count is farther away than one named before it."""

QUOTATION = frozenset('“”«»"')
"""Signs that open or close a quotation."""

Quoted = tuple[Sentence, Draft]


@dataclass
class Voice:
    """The voice in which a text goes on: who spoke last, with which verb, how long ago.

    quoted: the drafts of the quotation that is open, if one is. bygone: whether the sentence that
    is read tells of days long gone.
    """

    speaker: Speaker | None = None
    verb: str = ""
    silent: int = 0
    paragraph: int = 0
    quoted: list[Quoted] = field(default_factory=list)
    open: bool = False
    bygone: bool = False

    @property
    def heard(self) -> bool:
        """Whether somebody's voice still goes on."""
        return self.speaker is not None and self.silent <= SILENCE

    def reaches(self, sentence: Sentence) -> bool:
        """Whether a voice goes on in a sentence: an official's ends with its paragraph.

        So does anybody's where the next tells of days long gone, as outlets do by themselves.
        """
        official = self.speaker is not None and self.speaker.kind is ClaimantKind.GOVERNMENT
        meant = bool(sentence.of_kind("pronoun", 0, 2) or sentence.of_kind("part", 0, 4))
        ends = official or self.bygone
        return meant or not ends or sentence.paragraph == self.paragraph

    def unquote(
        self, sentence: Sentence, spoken: list[Attribution], made: list[Draft]
    ) -> list[Quoted]:
        """Give what stands in a quotation of several sentences to the speaker named at its end.

        made: the drafts of this sentence. Returns the drafts that got another speaker, each with
        its sentence.
        """
        closing = [one for one in spoken if one.backward]
        told = self.quoted if closing else []
        for _, draft in told:
            draft.speaker, draft.verb, draft.carried = closing[0].speaker, closing[0].verb, True
        opened = open_after(sentence, was_open=self.open)
        self.open = opened and len(self.quoted) < LONGEST_QUOTATION
        pairs = [(sentence, draft) for draft in made]
        self.quoted = [*self.quoted, *pairs] if self.open and not spoken else []
        return told

    def retell(self, sentence: Sentence, spoken: list[Attribution], drafts: list[Draft]) -> None:
        """Give what stood before to whom a sentence names for it ("Así lo informó la ONG X")."""
        marks = sentence.of_kind("retro", 0, 6)
        if not marks or not spoken:
            return
        for draft in drafts[-RETOLD:]:
            if draft.paragraph >= sentence.paragraph - 1 and not draft.own:
                draft.speaker, draft.verb, draft.carried = spoken[-1].speaker, spoken[-1].verb, True

    def follow(self, sentence: Sentence, spoken: list[Attribution], made: list[Draft]) -> None:
        """Take in who spoke in a sentence: who answers for its figures, else who spoke last."""
        told = [one for one in made if one.own and one.speaker]
        if spoken:
            last = told[-1] if told else spoken[-1]
            self.speaker, self.verb, self.silent = last.speaker, last.verb, 0
            self.paragraph = sentence.paragraph
        elif not made:
            self.silent += 1


def attribute(
    sentence: Sentence,
    draft: Draft,
    spoken: list[Attribution],
    voice: Voice,
    acting: Speaker | None,
    earlier: list[Draft],
) -> None:
    """Say who answers for a draft: its sentence's attribution, an agent, or the voice before.

    acting: the government or court that itself frees or takes the people counted.
    """
    own = attributed(sentence, draft.count.first, draft.count.last, spoken)
    whole = earlier[draft.parent] if draft.parent is not None else None
    released = draft.reading.measure is Measure.RELEASED
    if own:
        draft.speaker, draft.verb, draft.own = own.speaker, own.verb, True
    elif whole and (whole.index == draft.index or not voice.speaker):
        draft.speaker, draft.verb, draft.carried = whole.speaker, whole.verb, True
    elif (
        acting
        and not voice.bygone
        and not sentence.of_kind("hearsay")
        and (released or not voice.heard)
    ):
        draft.speaker, draft.verb = acting, "act"
    elif voice.speaker and voice.heard and voice.reaches(sentence) and goes_on(sentence):
        draft.speaker, draft.verb, draft.carried = voice.speaker, voice.verb, True
    elif again := said_again(draft, earlier):
        draft.speaker, draft.verb, draft.carried = again.speaker, again.verb, True


def said_again(draft: Draft, earlier: list[Draft]) -> Draft | None:
    """Return the claim that a figure repeats ("the 715 inmates", after "will free 715")."""
    for one in reversed(earlier[-RETOLD:]):
        if one.own and draft.count.value is not None and one.count.value == draft.count.value:
            return one if one.reading.measure is draft.reading.measure else None
    return None


def open_after(sentence: Sentence, *, was_open: bool) -> bool:
    """Whether a quotation is open at the end of a sentence."""
    if QUOTATION.isdisjoint(sentence.words):
        return was_open
    for sign in sentence.words:
        if sign in {"“", "«"}:
            was_open = True
        elif sign in {"”", "»"}:
            was_open = False
        elif sign == '"':
            was_open = not was_open
    return was_open


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence without a speaker goes on in the voice before it."""
    if any(sentence.raw[one.first].islower() for one in sentence.of_kind("hearsay")):
        return False
    narrative = sentence.of_kind("narrative", 0, 6)
    if any(mark.first == 0 and mark.last > 1 for mark in narrative):
        return False
    return bool(sentence.of_kind("pronoun", 0, 3)) or not sentence.of_kind("narrative")


def attributed(
    sentence: Sentence, first: int, last: int, found: list[Attribution]
) -> Attribution | None:
    """Return the attribution that answers for words first to last: the nearest by clauses.

    Between two semicolons only those of that stretch, where there are any.
    """
    costs = []
    for attribution in in_stretch(sentence, first, found) or found:
        after = attribution.word >= last
        if (after and not attribution.backward) or (not after and not attribution.forward):
            continue
        between = (last, attribution.word) if after else (attribution.word, first)
        cost = between[1] - between[0] + CONTRAST * contrasts(sentence, *between)
        costs.append((cost + (BACKWARD if after else 0), attribution.word, attribution))
    if not costs:
        return next((one for one in reversed(found) if one.first < first), None)
    return min(costs, key=lambda one: one[:2])[2]


def in_stretch(sentence: Sentence, word: int, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions between the same semicolons as a word; all where there are none."""
    if ";" not in sentence.words:
        return found
    before = sentence.words[:word]
    start = len(before) - before[::-1].index(";") if ";" in before else 0
    end = sentence.words.index(";", word) if ";" in sentence.words[word:] else sentence.size
    return [one for one in found if start <= one.word <= end]


def contrasts(sentence: Sentence, first: int, last: int) -> int:
    """Return how many words from first to last open a clause that another voice may own."""
    signs = sentence.words[first:last].count(";")
    opened = sentence.marks.get("contrast", ())
    return signs + sum(first <= mark.first < last for mark in opened)
