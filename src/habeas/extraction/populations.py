"""Which population a count is of, from its own words, its sentence, and what the text is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from habeas.extraction.candidates import Count
from habeas.extraction.draft import Draft
from habeas.extraction.text import Mark, Sentence
from habeas.vocabulary import SUBGROUP, ClaimantKind, Measure

KINDS = {
    "political": "political_prisoners",
    "protest": "protest_detainees",
    "all": "all_prisoners",
    "other": "other",
}
OWN = {
    "political": "political_prisoners",
    "opponent": "political_prisoners",
    "protester": "protest_detainees",
}
MEMORY = 12
"""Claims back to which a claim looks for a population."""

NEAR = 14
"""Words from a count within which words of its sentence tell its population."""


@dataclass
class Topic:
    """What a text has spoken of so far: how often of each population."""

    seen: Counter[str] = field(default_factory=Counter)

    def hear(self, told: list[Mark]) -> None:
        """Take in the words of a sentence that tell a population, as ``telling`` gives them."""
        for mark in told:
            if mark.value != "other":
                self.seen[KINDS[mark.value]] += 1

    def main(self) -> str:
        """Return the population that the text speaks of most, "other" where of none."""
        return self.seen.most_common(1)[0][0] if self.seen else "other"


def telling(sentence: Sentence, names: frozenset[int]) -> list[Mark]:
    """Return the marks that tell a population; those in names and denied ones do not."""
    return [
        mark
        for mark in sentence.marks.get("population", ())
        if mark.first not in names and not denied(sentence, mark)
    ]


def denied(sentence: Sentence, mark: Mark) -> bool:
    """Whether a population is only said not to exist ("denies that … political prisoners")."""
    if "negation" not in sentence.marks and "speech" not in sentence.marks:
        return False
    for tags in sentence.tags[max(0, mark.first - 5) : mark.first]:
        if tags and ("negation" in tags or ("speech" in tags and tags["speech"].value == "deny")):
            return True
    return False


def set_population(
    sentence: Sentence, draft: Draft, told: list[Mark], left: int, right: int
) -> None:
    """Give a draft the population that its own words or those near it tell, if any.

    told: the words of its sentence that tell one. left, right: the words nearest to other counts,
    beyond which words tell of those.
    """
    count = draft.count
    if count.head in OWN:
        draft.population, draft.population_why = OWN[count.head], sentence.words[count.noun]
        draft.population_own = True
        return
    near = [
        (distance(mark.first, count) + WEAK.get(mark.value, 0), mark.first, mark.value)
        for mark in told
        if left <= mark.first < right and distance(mark.first, count) <= NEAR
    ]
    if near:
        _, word, value = min(near)
        draft.population, draft.population_why = KINDS[value], sentence.words[word]
        draft.population_own = True


WEAK = {"all": 6}
"""What words that any prison story uses are farther away than words of politics or protest."""


def distance(word: int, count: Count) -> int:
    """Return how many words lie between a word and a count; words after it are nearer by nature."""
    return word - count.last if word >= count.last else count.first - word + 3


def settle(drafts: list[Draft], topic: Topic) -> None:
    """Give drafts whose own sentence tells no population that of the draft they go on with."""
    for number, draft in enumerate(drafts):
        count = draft.count
        if draft.whole and not draft.population:
            draft.population, draft.population_why = draft.whole.population, "as those counted"
        elif draft.whole:
            continue
        elif draft.parent is not None or count.copula or part_of_another(draft, drafts[:number]):
            draft.population = SUBGROUP
        elif not draft.population:
            draft.population, draft.population_why = told_before(
                draft, drafts[max(0, number - MEMORY) : number], topic
            )


def part_of_another(draft: Draft, before: list[Draft]) -> bool:
    """Whether a count of a group without a population of its own has a larger count before it."""
    value = draft.count.value
    if draft.count.head != "group" or draft.population or value is None:
        return draft.count.head == "group" and not draft.population
    return any(
        one.reading.measure is draft.reading.measure and (one.count.value or value + 1) > value
        for one in before
    )


UNTOLD = frozenset({Measure.DETAINED, Measure.DIED})
"""What happens to people of any sort: an official's "all prisoners" are held, or freed."""


def told_before(draft: Draft, before: list[Draft], topic: Topic) -> tuple[str, str]:
    """Return the population of the draft before that a draft goes on with.

    Governments seldom speak of political prisoners: what they count without a word on whom is
    everybody, unless the text has told of whom they speak.
    """
    told = [one for one in before if one.population_own and one.population != SUBGROUP]
    same = [
        one
        for one in told
        if one.speaker and draft.speaker and one.speaker.kind == draft.speaker.kind
    ]
    if same:
        return same[-1].population, f"as in {same[-1].words}"
    answers = draft.speaker or draft.acting
    official = answers is not None and answers.kind is ClaimantKind.GOVERNMENT
    foreign = "political_prisoners" if official else "all_prisoners"
    if told and told[-1].population != foreign:
        return told[-1].population, f"as in {told[-1].words}"
    main = topic.main()
    if official and main in {"political_prisoners", "other"} and draft.reading.measure in UNTOLD:
        return "other", "arrests or deaths of which nothing more is said"
    if official and main in {"political_prisoners", "other"}:
        return "all_prisoners", "a government's count without a word on whom"
    if main == "all_prisoners" and topic.seen["political_prisoners"] and draft.speaker:
        main = "political_prisoners"
    return main, "what the text is about"
