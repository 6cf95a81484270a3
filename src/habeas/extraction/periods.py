"""The period of a count, from the dates of its sentence, its claimant's tally, and publication."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from habeas.extraction.candidates import Count, Speaker
from habeas.extraction.days_of_counts import behind, days_for, long_gone, running
from habeas.extraction.draft import Draft
from habeas.extraction.text import BETWEEN, DAY, NOT_UNDERSTOOD, Sentence, When
from habeas.vocabulary import ClaimantKind, Measure, Modality

PUBLICATION = "day of publication"
SAID = "the day on which its claimant spoke"
TALLY = "the day of its claimant's tally"
AGAIN = "as said before: "
"""Stands once before a reason, however often a figure is said again."""

BEFORE = 2
"""What a date before a count is farther away than one after it."""

MEMORY = 40
"""Claims back to which a count without a date looks for one."""

FAR = 20
"""Words between a count and its own day, where another day is that of what was said."""

NEAR_VERB = 6
"""Words between a verb of speech and the date on which it was said."""

Span = tuple[str, str]


@dataclass
class Periods:
    """The dates that carry over from sentence to sentence.

    tally: by source, the day up to which it says that it has counted. said: by source, the day on
    which it last spoke. latest: the day named last. occasion: the last election or protest that
    was dated.
    """

    today: str = ""
    latest: str = ""
    tally: dict[str, str] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    occasion: str = ""

    def hear(self, sentence: Sentence, whens: list[When], speaker: Speaker | None) -> None:
        """Take in a sentence's dates for those that follow. speaker: in whose voice it goes on."""
        if not whens:
            return
        days = [one.end for one in whens if one.role == "on" and len(one.end) == DAY]
        self.latest = days[-1] if days else self.latest
        ranged = any(when.role == "since" for when in whens)
        for when in whens:
            if when.role == "occasion":
                self.occasion = when.start
            elif (speaker and when.role == "until" and not ranged) or (
                speaker
                and when.rule == BETWEEN
                and speaker.kind is ClaimantKind.NGO
                and self.recent(when)
            ):
                self.tally[speaker.name] = when.end
            elif speaker and when.role == "on" and spoken_on(sentence, when):
                self.said[speaker.name] = when.end

    def set(
        self,
        sentence: Sentence,
        draft: Draft,
        told: list[When],
        before: list[Draft],
        counts: list[Count],
    ) -> None:
        """Give a draft its period (start, end), the rule behind it, and whether it runs on.

        told: the days of its sentence; counts: the sentence's counts.
        """
        whens = days_for(sentence, draft, told, counts)
        if draft.count.former:
            self.set_former(draft, whens)
            return
        if draft.parent is not None and not any(own_day(sentence, draft, one) for one in whens):
            whole = before[draft.parent]
            draft.period, draft.cumulative = whole.period, whole.cumulative
            draft.period_why = f"as its whole: {whole.period_why}"
            return
        if draft.reading.measure is Measure.HELD:
            taken = [one.count for one in before[-3:] if one.index == draft.index]
            whens = [
                when
                for when in whens
                if when.role != "on"
                or long_gone(draft, when)
                or (self.recent(when) and not beside(when, draft, taken))
            ]
        if not_understood(draft, whens):
            draft.period, draft.period_why = ("", ""), NOT_UNDERSTOOD
            return
        whens = [self.spoken(sentence, when, draft, whens) for when in whens]
        end, draft.period_why = self.end(sentence, draft, following(sentence, draft, whens))
        if draft.reading.measure is Measure.HELD:
            draft.period = ("", end)
            return
        lost = [one for one in told if one.first not in {when.first for when in whens}]
        draft.cumulative = running(sentence, draft.count, counts, lost)
        self.set_flow(sentence, draft, whens, before, end)

    def set_former(self, draft: Draft, whens: list[When]) -> None:
        """Give what a figure was before its own day, which is told behind it."""
        own = behind(draft.count, whens)
        if own is not None:
            held = draft.reading.measure is Measure.HELD
            draft.period, draft.period_why = ("" if held else own.start, own.end), own.rule

    def spoken(self, sentence: Sentence, when: When, draft: Draft, whens: list[When]) -> When:
        """Return the day that "today" means: the one on which its speaker said so."""
        if when.rule != "today" or draft.speaker is None or spoken_on(sentence, when):
            return when
        told = (one.end for one in whens if one.role == "on" and spoken_on(sentence, one))
        day = next((one for one in told if one != when.end), self.said.get(draft.speaker.name))
        return replace(when, start=day, end=day, rule=SAID) if day else when

    def bygone(self, whens: list[When]) -> bool:
        """Whether all days of a sentence are long gone."""
        days = [one for one in whens if one.role == "on"]
        return bool(days) and not any(self.recent(one) for one in days)

    def recent(self, when: When) -> bool:
        """Whether people may be counted as held "on" a date: long ago is when they were taken."""
        return not self.today or when.end >= months_before(self.today)[: len(when.end)]

    def set_flow(
        self,
        sentence: Sentence,
        draft: Draft,
        whens: list[When],
        before: list[Draft],
        end: str,
    ) -> None:
        """Give a flow its period: since a day, on a day, as said before, or up to ``end``.

        Whether it runs on by words of its own stands in the draft already.
        """
        since = next((when for when in whens if when.role == "since"), None)
        on = day_of(sentence, draft, whens)
        runs = draft.cumulative or since is not None
        promised = draft.modality is Modality.PROMISED
        again = None if on or runs or promised else said_before(draft, before)
        draft.cumulative = runs or (on is None and again is None)
        if since:
            draft.period = ordered(since.start, end)
            draft.period_why = f"since {since.rule}; {draft.period_why}"
        elif again:
            draft.period, draft.cumulative = again.period, again.cumulative
            draft.period_why = AGAIN + again.period_why.removeprefix(AGAIN)
        elif promised and on and spoken_on(sentence, on):
            draft.period, draft.period_why = ("", ""), "promised, without a day"
        elif on and not runs and not reported_on(sentence, draft, on):
            draft.period = (on.start, on.end)
        else:
            draft.period = ordered(self.start(sentence, draft, whens, before), end)

    def start(
        self, sentence: Sentence, draft: Draft, whens: list[When], before: list[Draft]
    ) -> str:
        """Return when a running total starts: "since then", or the protests that it follows."""
        if any(mark.last - mark.first > 1 for mark in sentence.of_kind("then")) and before:
            return before[-1].period[0] or self.occasion
        if draft.reading.measure is Measure.DETAINED and draft.population == "protest_detainees":
            event = next((when for when in whens if when.role == "occasion"), None)
            return event.start if event else self.occasion
        return ""

    def end(self, sentence: Sentence, draft: Draft, whens: list[When]) -> tuple[str, str]:
        """Return the last day that a count covers, and the rule that gave it."""
        until = nearest(draft, [one for one in whens if one.role == "until"])
        if until:
            return until.end, "until " + until.rule
        on = day_of(sentence, draft, whens)
        if on:
            return on.end, on.rule
        name = draft.speaker.name if draft.speaker else ""
        if name in self.tally:
            return self.tally[name], TALLY
        if name in self.said:
            return self.said[name], SAID
        return self.today, PUBLICATION

    def settle(self, draft: Draft, after: list[Draft]) -> None:
        """Use a day that the text told only later: of a tally, or of the news in its headline.

        What is only promised has no day unless the text gives one. after: the drafts that follow.
        """
        if draft.count.former or draft.period_why == NOT_UNDERSTOOD:
            return
        told = retold(draft, after) if draft.paragraph == 0 else None
        if told:
            draft.period, draft.period_why = told.period, AGAIN + told.period_why
            return
        if draft.modality is Modality.PROMISED and draft.period_why.endswith((PUBLICATION, SAID)):
            draft.period, draft.period_why = ("", ""), "promised, without a day"
            return
        name = draft.speaker.name if draft.speaker else ""
        loose = draft.reading.measure is Measure.HELD and "until" not in draft.period_why
        if name in self.tally and (loose or draft.period_why.endswith((PUBLICATION, SAID))):
            draft.period = ordered(draft.period[0], self.tally[name])
            draft.period_why = TALLY


def following(sentence: Sentence, draft: Draft, whens: list[When]) -> list[When]:
    """Return the dates that may end a running count, without one that a part of it has by itself.

    "448 since 8 January, of which seventeen on Wednesday": the Wednesday is of the seventeen.
    """
    since = next((when for when in whens if when.role == "since"), None)
    if since is None:
        return whens
    others = {number for number in sentence.numbers_at if number >= draft.count.last}
    return [
        one
        for one in whens
        if one.role != "on" or others.isdisjoint(range(one.first - 2, one.first))
    ]


def not_understood(draft: Draft, whens: list[When]) -> bool:
    """Whether the day nearest to a count is one that is not understood."""
    days = [one for one in whens if one.role in {"on", "since", "until", "unread"}]
    near = nearest(draft, days)
    return near is not None and near.role == "unread"


def beside(when: When, draft: Draft, others: list[Count]) -> bool:
    """Whether a date before a count stands behind another count, whose day it is."""
    return when.last <= draft.count.first and any(one.last <= when.first for one in others)


def months_before(day: str) -> str:
    """Return the first day of the month before the last, as an ISO text."""
    months = int(day[:4]) * 12 + int(day[5:7]) - 3
    return f"{months // 12:04d}-{months % 12 + 1:02d}-01"


def spoken_on(sentence: Sentence, when: When) -> bool:
    """Whether a date stands by a verb of speech ("said on Thursday")."""
    verb = sentence.near("speech", when.first - NEAR_VERB, when.last + 2)
    if verb is None or len(when.end) < DAY:
        return False
    return not any(verb.last <= number < when.first for number in sentence.numbers_at)


def reported_on(sentence: Sentence, draft: Draft, when: When) -> bool:
    """Whether a date tells only when a body reported its running count, not when it happened."""
    own = draft.speaker is not None and draft.speaker.kind is not ClaimantKind.GOVERNMENT
    return own and spoken_on(sentence, when)


def retold(draft: Draft, after: list[Draft]) -> Draft | None:
    """Return the draft that says a headline's undated figure again, and when it was."""
    if draft.count.value is None or not draft.period_why.endswith(PUBLICATION):
        return None
    for one in after:
        same = one.count.value == draft.count.value and one.paragraph > draft.paragraph
        if same and one.reading.measure is draft.reading.measure:
            return None if one.period_why.endswith(PUBLICATION) else one
    return None


def said_before(draft: Draft, before: list[Draft]) -> Draft | None:
    """Return the earlier draft whose period a count without a date shares.

    The same number of the same measure is the same news; and what a government frees without a
    date is the release of one day that the text just told of.
    """
    for one in before[: -MEMORY - 1 : -1]:
        if one.reading.measure is not draft.reading.measure:
            continue
        if one.count.value == draft.count.value:
            return one
        one_day = bool(one.period[0]) and one.period[0] == one.period[1]
        if one_day and draft.speaker and draft.speaker.kind is ClaimantKind.GOVERNMENT:
            return one if draft.reading.measure is Measure.RELEASED else None
    return None


def ordered(start: str, end: str) -> Span:
    """Return a period's ends, without the start where it would lie after the end."""
    return ("", end) if start and end and start[: len(end)] > end[: len(start)] else (start, end)


def own_day(sentence: Sentence, draft: Draft, when: When) -> bool:
    """Whether a date behind a part of a count is the part's own ("of which 17 on Wednesday")."""
    near = 0 <= when.first - draft.count.last < NEAR_VERB
    return when.role == "on" and near and not spoken_on(sentence, when)


def day_of(sentence: Sentence, draft: Draft, whens: list[When]) -> When | None:
    """Return the day nearest to a count, if there is one rather a day on which nobody spoke."""
    on = [one for one in whens if one.role == "on" and not apart(sentence, draft, one)]
    exact = [one for one in on if len(one.end) > len("2026") and gap(draft, one) < FAR]
    told = [one for one in exact if not spoken_on(sentence, one)]
    return nearest(draft, told or on)


def apart(sentence: Sentence, draft: Draft, when: When) -> bool:
    """Whether a semicolon parts a date from a count."""
    first, last = sorted((when.first, draft.count.first))
    return ";" in sentence.words[first:last]


def nearest(draft: Draft, whens: list[When]) -> When | None:
    """Return the date nearest to a draft's count."""
    if len(whens) < 2:
        return whens[0] if whens else None
    return min(whens, key=lambda when: gap(draft, when))


def gap(draft: Draft, when: When) -> int:
    """Return how many words lie between a draft's count and a date."""
    after = when.first >= draft.count.last
    return when.first - draft.count.last if after else draft.count.first - when.last + BEFORE
