"""On what footing a number is given: verified, estimated, promised, denied, reported, asserted."""

from __future__ import annotations

from habeas.extraction.draft import Draft
from habeas.extraction.text import Sentence
from habeas.vocabulary import ClaimantKind, Measure, Modality, Qualifier

OPENS = 6
"""Words between "denied" and the "that" which opens what is denied."""

NEAR = 12
ROUGH = frozenset(
    {Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS}
)
"""Qualifiers with which nobody gives the count of a register."""


SHARED = frozenset({Modality.ESTIMATED, Modality.PROMISED, Modality.VERIFIED})
"""Footings that the parts of a count share with it."""


def modality(sentence: Sentence, draft: Draft, whole: Draft | None) -> Modality:
    """Return the footing of a draft's number from its verb, its clause and its claimant.

    whole: the draft of which it is a part, whose footing it shares where that is a guess.
    """
    denying = sentence.near("denying", draft.count.first - NEAR, draft.count.first)
    if denying and not parted(sentence, denying.last, draft.count.first):
        return Modality.DENIED
    if refuted(sentence, draft):
        return Modality.DENIED
    if draft.count.number.zero and draft.reading.measure is Measure.HELD and official(draft):
        return Modality.DENIED
    if whole is None and promised(sentence, draft):
        return Modality.PROMISED
    if whole and whole.modality in SHARED:
        return whole.modality
    return claimed(sentence, draft)


def refuted(sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence calls the claim in it untrue ("denied on Tuesday that …")."""
    first = draft.count.first
    if called_untrue(sentence, first):
        return True
    if "untrue" in sentence.marks and sentence.near("alleging", 0, first):
        return bool(sentence.of_kind("untrue", draft.count.last))
    verb = sentence.near("speech", first - NEAR, first)
    if verb is None or verb.value != "deny" or parted(sentence, verb.last, first):
        return False
    told = range(verb.last, min(verb.last + OPENS, first))
    return any(sentence.at(word, "relative_pronoun") for word in told)


def parted(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a semicolon stands among words first to last (exclusive)."""
    return ";" in sentence.words[first:last]


def called_untrue(sentence: Sentence, first: int) -> bool:
    """Whether a sentence opens by calling what follows untrue ("False: 300 were freed").

    first: the word where the count starts.
    """
    marks = sentence.of_kind("untrue_label", 0, first)
    if not marks:
        return False
    label = marks[0]
    return label.last - label.first > 1 or sentence.words[label.last] in {":", ",", "."}


def official(draft: Draft) -> bool:
    """Whether a government answers for a draft: who holds nobody denies that it does."""
    return draft.speaker is not None and draft.speaker.kind is ClaimantKind.GOVERNMENT


def claimed(sentence: Sentence, draft: Draft) -> Modality:
    """Return the footing of a number that somebody gives as a fact."""
    speaker = draft.speaker
    if speaker is None or speaker.kind is ClaimantKind.PRESS:
        return Modality.REPORTED
    own = not draft.carried or draft.count.head == "bare"
    verifies = (own and draft.verb == "verify") or bool(sentence.of_kind("verifying"))
    exact = draft.count.qualifier is Qualifier.EXACT
    if (draft.verb == "estimate" or estimated(sentence, draft)) and not (verifies and exact):
        return Modality.ESTIMATED
    if registers(draft) and verifies:
        return Modality.VERIFIED
    return Modality.ASSERTED


WATCHING = frozenset(
    {ClaimantKind.NGO, ClaimantKind.IGO, ClaimantKind.OPPOSITION, ClaimantKind.OTHER}
)
"""Kinds of body that may count people case by case; who holds them gives its own figures."""


def registers(draft: Draft) -> bool:
    """Whether a draft's number may come from a register that its claimant keeps."""
    return (
        draft.speaker is not None
        and draft.speaker.kind in WATCHING
        and draft.count.qualifier not in ROUGH
    )


def promised(sentence: Sentence, draft: Draft) -> bool:
    """Whether the people counted are yet to be freed."""
    if draft.reading.measure is not Measure.RELEASED or done(sentence, draft):
        return False
    if draft.verb == "promise":
        return True
    trigger = draft.reading.trigger
    if "promising" in sentence.marks and sentence.at(trigger, "promising"):
        return True
    for tags in sentence.tags[max(0, trigger - 3) : trigger]:
        if tags and "aux" in tags and tags["aux"].value == "future":
            return True
    first, last = draft.count.first, draft.count.last
    before = sentence.near("promising", first - 8, first)
    if before and parted(sentence, before.last, first):
        before = None
    return bool(before or sentence.near("promising", last, max(last + 6, trigger + 1)))


def done(sentence: Sentence, draft: Draft) -> bool:
    """Whether what was done is told against what was planned ("… 300 but freed only 12")."""
    trigger = draft.reading.trigger
    turn = sentence.near("contrast", 0, draft.count.first)
    if turn is None or trigger < turn.last:
        return False
    verb = sentence.tags[trigger] or {}
    future = any(
        mark is not None and mark.value == "future"
        for word in range(turn.last, trigger)
        if (mark := sentence.at(word, "aux")) or sentence.at(word, "promising")
    )
    return bool(verb.keys() & {"finite", "participle"}) and not future and "promising" not in verb


def estimated(sentence: Sentence, draft: Draft) -> bool:
    """Whether words of estimating stand by the count."""
    first, last = draft.count.first, draft.count.last
    before = sentence.near("estimating", first - NEAR, first)
    return bool(before or sentence.near("estimating", last, last + 3))


def settle(drafts: list[Draft], keepers: set[str]) -> None:
    """Take figures for verified that come from those who count case by case, wherever it is said.

    keepers: the names of the sources of which the text says so. Who has given a figure of its own
    count goes on with it, unless it says otherwise; a part shares the footing of its whole.
    """
    counting = set(keepers)
    for draft in drafts:
        if draft.modality is Modality.VERIFIED and draft.speaker is not None:
            counting.add(draft.speaker.name)
        elif draft.modality is Modality.ASSERTED and registers(draft):
            whole = drafts[draft.parent] if draft.parent is not None else None
            kept = draft.speaker is not None and draft.speaker.name in counting
            if kept or (whole is not None and whole.modality is Modality.VERIFIED):
                draft.modality = Modality.VERIFIED
