"""Claims of a document: counts that measure something, with all that the text tells of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from habeas.extraction import modality, populations
from habeas.extraction.agents import agent
from habeas.extraction.assembly import finished
from habeas.extraction.candidates import (
    Attribution,
    Author,
    Count,
    Memory,
    Speaker,
    attributions,
    counts,
    descriptions,
    resolver,
)
from habeas.extraction.days_of_counts import behind, of_arrest
from habeas.extraction.decisions import (
    Judge,
    Mention,
    Scene,
    Setting,
    judge,
    settle_claimants,
    settle_days,
    settle_foreign,
    settle_populations,
    subjects,
)
from habeas.extraction.draft import Draft
from habeas.extraction.drafting import drafts
from habeas.extraction.ellipsis import Place
from habeas.extraction.periods import Periods
from habeas.extraction.populations import Topic
from habeas.extraction.text import (
    Description,
    Language,
    Mark,
    Sentence,
    When,
    dates,
    day_alone,
    language_for,
    language_of,
    languages,
    lexicon,
    numbers,
    resolved_days,
    sentences,
    words_in_names,
)
from habeas.extraction.voices import Voice, attribute
from habeas.vocabulary import Claim, ClaimantKind, Document, Sources

RETOLD = 8
"""Claims within which a headline's figure is told again."""


@dataclass
class Reader:
    """What is known while a document is read from front to back.

    keepers: the sources of which the text says that they count case by case.
    """

    document: Document
    language: Language
    published: date | None
    memory: Memory
    voice: Voice = field(default_factory=Voice)
    topic: Topic = field(default_factory=Topic)
    drafts: list[Draft] = field(default_factory=list)
    author: Author = field(default_factory=Author)
    periods: Periods = field(default_factory=Periods)
    keepers: set[str] = field(default_factory=set)
    judge: Judge = field(default_factory=judge)
    subjects: frozenset[str] = frozenset()
    scenes: dict[int, Scene] = field(default_factory=dict)


def read_claims(document: Document, *, aliases: Sources | None = None) -> list[Claim]:
    """Return the claims that a document makes, in the order of its text.

    aliases: the sources of the case, under whose names claimants are filed. Ids are the
    document's short_id and a number from 1. Deterministic; never raises on any
    text. Raises InputError if the document declares a language that has no lexicon.
    """
    code = document.language or language_of(document.text)
    if not code:
        return []
    return finished(document, read(document, code, aliases, judge()).drafts)


def read(document: Document, code: str, aliases: Sources | None, judge: Judge) -> Reader:
    """Read a document from front to back. judge: who decides where evidence is added up."""
    published = (
        document.published.latest if document.published and document.published.exact else None
    )
    reader = Reader(
        document, language_for(document.text, code), published, Memory(aliases), judge=judge
    )
    reader.periods.today = published.isoformat() if published else ""
    for index, sentence in enumerate(sentences(document.text, reader.language)):
        posted = day_alone(sentence)
        if posted:
            reader.published, reader.periods.today = posted, posted.isoformat()
        else:
            read_sentence(reader, sentence, index)
    settle(reader)
    return reader


def read_sentence(reader: Reader, sentence: Sentence, index: int) -> None:
    """Take in one sentence: its speakers, its dates, and the claims it makes."""
    text = reader.document.text
    sources = descriptions(sentence)
    names = words_in_names(sources)
    told = populations.telling(sentence, names)
    reader.topic.hear(told)
    found = numbers(sentence, reader.language)
    days = dates(sentence, reader.published)
    days = resolved_days(days, reader.periods.latest) if days else days
    whens = days if found or sentence.of_kind("until") else []
    spoken, mentions = heard(reader, sentence, sources)
    sentence.silence(names)
    dated = frozenset(word for when in whens for word in range(when.first, when.last))
    counted = [one for one in counts(sentence, found, dated) if one.number.first not in names]
    about = subjects(sentence)
    here = Place(sentence, index, text, reader.drafts, [], told=reader.subjects, about=about)
    made = measured(here, counted, told, whens, reader.judge)
    today = reader.periods.today
    reader.scenes[index] = Scene(index, sentence, mentions, list(spoken), days, today)
    reader.subjects = about
    reader.voice.bygone = reader.periods.bygone(whens)
    for draft in made:
        answer(
            reader, sentence, draft, spoken, agent(sentence, text, draft, sources, reader.memory)
        )
        taken = [one for one in counted if not one.aside]
        reader.periods.set(sentence, draft, whens, reader.drafts, taken)
        reader.drafts.append(draft)
    for quoted, draft in reader.voice.unquote(sentence, spoken, made):
        draft.modality = modality.modality(quoted, draft, None)
    if not made:
        reader.voice.retell(sentence, spoken, reader.drafts)
    follow(reader, sentence, spoken, made, whens)


def follow(
    reader: Reader,
    sentence: Sentence,
    spoken: list[Attribution],
    made: list[Draft],
    whens: list[When],
) -> None:
    """Take in what carries over to the sentences behind: the voice, who keeps count, the days."""
    reader.voice.follow(sentence, spoken, made)
    reader.memory.voice = reader.voice.speaker
    if reader.voice.speaker and sentence.of_kind("keeping"):
        reader.keepers.add(reader.voice.speaker.name)
    reader.periods.hear(sentence, whens, reader.voice.speaker)


def heard(
    reader: Reader, sentence: Sentence, sources: list[Description]
) -> tuple[list[Attribution], list[Mention]]:
    """Return who says something in a sentence, the text's author among them, and who is named."""
    text, voice = reader.document.text, reader.voice
    speaker_of = resolver(sentence, text, sources, reader.memory)
    spoken = attributions(sentence, sources, reader.memory, speaker_of, voice.speaker)
    mentions = [
        Mention(who, one.first, one.last, frozenset(part.kind for part in one.parts))
        for one in sources
        if (who := speaker_of(one)) is not None
    ]
    reader.author.hear(sentence, text, sources, reader.memory)
    quoting = voice.speaker if voice.open else None
    return spoken + reader.author.speaks(sentence, spoken, quoting), mentions


def measured(
    here: Place, counted: list[Count], told: list[Mark], whens: list[When], judge: Judge
) -> list[Draft]:
    """Return the drafts of a sentence's numbers. told: the words that tell a population."""
    taken = [one for one in counted if not one.aside]
    said = stated(here.sentence, taken, whens)
    others = [one for one in counted if one.aside and eligible(one)]
    return drafts(here, said, others, told, whens, judge) if said or others else []


def eligible(count: Count) -> bool:
    """Whether a number that the rules set aside may count people after all."""
    return not count.number.single and not count.number.zero


def stated(sentence: Sentence, counted: list[Count], whens: list[When]) -> list[Count]:
    """Return the counts that bind anything.

    What a figure was before does so only with a day of its own; "5,000 and 6,000 respectively" only
    where the days are as many.
    """
    for count in counted:
        own = behind(count, whens)
        dated = own is not None and own.end != ""
        count.former = count.former and (dated or own is not None or count.head == "bare")
        count.unbound = count.former and not dated
    days = [one for one in whens if one.role == "on"]
    if "respectively" in sentence.marks and len(days) != len(counted):
        return []
    return [one for one in counted if not one.unbound]


def answer(
    reader: Reader,
    sentence: Sentence,
    draft: Draft,
    spoken: list[Attribution],
    acting: Speaker | None,
) -> None:
    """Say who answers for a draft, whether it is a part, and on what footing it is given.

    acting: the government or court that itself frees or takes the people counted.
    """
    draft.acting = acting
    attribute(sentence, draft, spoken, reader.voice, acting, reader.drafts)
    if draft.speaker is None and reader.author.speaker:
        draft.speaker, draft.verb, draft.carried = reader.author.speaker, "say", True
    whole = reader.drafts[draft.parent] if draft.parent is not None else None
    if whole and stands_apart(draft, whole):
        draft.parent, draft.whole, whole = None, whole, None
    draft.modality = modality.modality(sentence, draft, whole)


def stands_apart(draft: Draft, whole: Draft) -> bool:
    """Whether some of a count are counted anew: by somebody else, or for what befell them next.

    "The junta freed 9,652. The group has confirmed 62 of the releases."; "of the 40, six are free".
    """
    if draft.count.copula or draft.count.head == "group":
        return False
    kinds = {one.kind for one in (draft.speaker, whole.speaker) if one}
    anew = draft.own and len(kinds) > 1
    return anew or whole.reading.measure is not draft.reading.measure


def settle(reader: Reader) -> None:
    """Give each draft what only the whole text could tell."""
    setting = Setting(
        reader.scenes, reader.author.speaker, outlet_kind(reader.document.outlet),
        reader.document.country,
    )  # fmt: skip
    changed = settle_claimants(reader.judge, reader.drafts, setting)
    settle_foreign(reader.drafts, setting)
    for draft in changed:
        whole = reader.drafts[draft.parent] if draft.parent is not None else None
        sentence = reader.scenes[draft.index].sentence
        draft.modality = modality.modality(sentence, draft, whole)
    populations.settle(reader.drafts, reader.topic)
    settle_populations(reader.judge, reader.drafts, setting, reader.topic.seen)
    modality.settle(reader.drafts, reader.keepers)
    for number, draft in enumerate(reader.drafts):
        reader.periods.settle(draft, reader.drafts[number + 1 : number + 1 + RETOLD])
    settle_days(reader.judge, reader.drafts, setting, of_arrest)
    for draft in reader.drafts:
        draft.confidence = reader.judge.calibration.confidence(draft.probability)


@lru_cache(maxsize=1024)
def outlet_kind(outlet: str) -> str:
    """Return the kind of body that an outlet is called, in whatever language; press where none."""
    for code in languages():
        for sentence in sentences(outlet, lexicon(code, accents=True)):
            told = [part.value for one in descriptions(sentence) for part in one.parts]
            kinds = [value for value in told if value in KINDS_OF_OUTLETS]
            if kinds:
                return kinds[0]
    return ClaimantKind.PRESS.value


KINDS_OF_OUTLETS = frozenset(kind.value for kind in ClaimantKind if kind is not ClaimantKind.PRESS)
"""Kinds of body that are told apart from the press by what an outlet is called."""
