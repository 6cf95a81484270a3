"""Who answers for each number of a document, decided from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.extraction.decisions.claimant_features import (
    PRONOUN,
    around_it,
    claimant_candidates,
    claimant_features,
)
from habeas.extraction.decisions.claimant_setting import Candidate, Setting, Told, key
from habeas.vocabulary import ClaimantKind

if TYPE_CHECKING:
    from habeas.extraction.candidates import Speaker
    from habeas.extraction.decisions.judge import Judge
    from habeas.extraction.decisions.scenes import Scene
    from habeas.extraction.draft import Draft


SURE = 0.8
"""How sure the weights must be to overrule an attribution in the number's own sentence, or to let
somebody else tell of a government's act."""

LIKELY = 0.55
"""How sure they must be to overrule a voice that goes on."""


def settle_claimants(judge: Judge, drafts: list[Draft], setting: Setting) -> list[Draft]:
    """Give each draft the source that most speaks for; return those that got another than before.

    What the rules found stands where no weights are known. A government that only acts is no
    source: its act is the outlet's to tell.
    """
    sources = [draft.speaker for draft in drafts]
    told = Told(drafts, sources, list(map(key, sources)))
    options = [claimant_candidates(draft, setting) for draft in drafts]
    known = [
        [claimant_features(draft, one, setting) for one in found]
        for draft, found in zip(drafts, options, strict=True)
    ]
    chances: list[float] = []
    for _ in range(PASSES):
        chances = [1.0] * len(drafts)
        for place, draft in enumerate(drafts):
            weighed = [
                (one, features + around_it(draft, key(one.speaker), place, told))
                for one, features in zip(options[place], known[place], strict=True)
            ]
            shares = judge.weigh(draft, weighed)
            if not shares:
                return []
            chosen = best(draft, options[place], shares, setting)
            if torn_off(draft, options[place][chosen], told, setting.scenes[draft.index]):
                chosen = place_of(sources[draft.parent or 0], options[place])
            elif chosen_anew(draft, options[place][chosen], shares[chosen], place, told):
                chosen = place_of(draft.speaker, options[place])
            chances[place] = of_its_kind(options[place], shares, chosen)
            sources[place] = options[place][chosen].speaker
            told.keys[place] = key(sources[place])
    changed: list[Draft] = []
    for draft, who, chance in zip(drafts, sources, chances, strict=True):
        draft.probability *= chance
        if key(who) != key(draft.speaker):
            give(draft, who, setting)
            changed.append(draft)
    return changed


PASSES = 2
"""How often all numbers are weighed: the second time with what was decided of those behind."""


def best(draft: Draft, options: list[Candidate], chances: list[float], setting: Setting) -> int:
    """Return the place of the candidate that is taken: the likeliest, or who the rules found.

    Whoever is named between the same semicolons as the number answers for it, however likely
    somebody on the other side may be.
    """
    first = max(range(len(chances)), key=chances.__getitem__)
    acts = draft.verb == "act" and not draft.carried
    own = setting.scenes[draft.index]
    tells = acts and not own.spoken and bool(own.sentence.marks.get("speech"))
    meant = draft.carried and bool(own.sentence.of_kind("pronoun", 0, PRONOUN))
    if not (draft.own or tells or meant or (acts and options[first].speaker is not None)):
        return first
    kept = tells or (draft.own and (";" in own.sentence.words or said_at_once(draft, own)))
    if chances[first] >= SURE and not kept:
        return first
    ruled = None if acts and not tells else draft.speaker
    return place_of(ruled, options)


def said_at_once(draft: Draft, own: Scene) -> bool:
    """Whether a verb of saying stands right before a number ("while the party reported 76")."""
    return own.sentence.at(draft.count.first - 1, "speech") is not None


def of_its_kind(options: list[Candidate], shares: list[float], chosen: int) -> float:
    """Return how probably somebody of the chosen source's kind answers; nobody is the press."""
    kinds = [one.speaker.kind if one.speaker else ClaimantKind.PRESS for one in options]
    return sum(share for kind, share in zip(kinds, shares, strict=True) if kind is kinds[chosen])


def torn_off(draft: Draft, option: Candidate, told: Told, own: Scene) -> bool:
    """Whether a part would be left to nobody where its whole, in the same sentence, is not.

    Nor is it somebody's where the whole is nobody's and nobody speaks in their sentence.
    """
    if draft.parent is None or draft.own:
        return False
    whole, speaker = told.drafts[draft.parent], told.sources[draft.parent]
    if whole.index != draft.index or (speaker is None) is (option.speaker is None):
        return False
    return option.speaker is None or not own.spoken


def chosen_anew(draft: Draft, option: Candidate, chance: float, place: int, told: Told) -> bool:
    """Whether a voice that just spoke for another number would be cut off on little evidence."""
    if not draft.carried or not place or chance >= LIKELY:
        return False
    last, speaker = told.drafts[place - 1], told.keys[place - 1]
    goes_on = last.own and draft.index - last.index <= 1 and speaker == key(draft.speaker)
    return goes_on and key(option.speaker) != speaker


def place_of(who: Speaker | None, options: list[Candidate]) -> int:
    """Return the place of a source among the candidates, which hold whom the rules found."""
    return next((at for at, one in enumerate(options) if key(one.speaker) == key(who)), 0)


def give(draft: Draft, who: Speaker | None, setting: Setting) -> None:
    """Have another source answer for a draft, with the verb by which it last spoke."""
    spoken = [
        (index, one.verb)
        for index, scene in sorted(setting.scenes.items())
        for one in scene.spoken
        if index <= draft.index and key(one.speaker) == key(who)
    ]
    draft.speaker = who
    draft.own = bool(spoken) and spoken[-1][0] == draft.index
    draft.carried = who is not None and not draft.own
    draft.verb = spoken[-1][1] if who is not None and spoken else ""
