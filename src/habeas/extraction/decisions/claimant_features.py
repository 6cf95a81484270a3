"""What speaks for each source that may answer for a number: one of those named, or nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from habeas.extraction.decisions.claimant_setting import (
    Candidate,
    Setting,
    Told,
    key,
    nearest_first,
)

if TYPE_CHECKING:
    from habeas.extraction.candidates import Attribution
    from habeas.extraction.decisions.scenes import Mention, Scene
    from habeas.extraction.draft import Draft

BACK, AHEAD, OPENING = 10, 2, 4
"""Sentences before a number, behind it and at the start of a text in which its source is sought."""

STOPS = frozenset({".", "!", "?", "…", "”", "»", '"'})
"""Signs with which a heading does not end."""

NEXT = 2
"""Sentences behind a number in which who speaks may answer for it ("The figures are X's"), where
nobody has spoken before."""

PRONOUN = 3
"""Words of a sentence's opening in which a pronoun goes on with who spoke."""

MOST = 14
"""Candidates weighed for one number."""

FAR = (3, 8, 16)
"""The farthest word of each ring of distance within a sentence."""


def claimant_candidates(draft: Draft, setting: Setting) -> list[Candidate]:
    """Return who may answer for a draft's number: nobody first, then the nearest."""
    found: dict[str, Candidate] = {}
    if draft.speaker is not None and draft.speaker.name:
        found[key(draft.speaker)] = Candidate(draft.speaker)
    if setting.author is not None:
        found.setdefault(key(setting.author), Candidate(setting.author))
    if setting.house is not None:
        found.setdefault(key(setting.house), Candidate(setting.house))
    for index in nearest_first(draft.index, BACK, AHEAD, OPENING):
        scene = setting.scenes.get(index)
        if scene is None or not may_answer(draft, scene, setting):
            continue
        for mention in scene.mentions:
            name = key(mention.speaker)
            if not name or (name not in found and len(found) >= MOST):
                continue
            found.setdefault(name, Candidate(mention.speaker)).places.append((scene, mention))
    return [Candidate(None), *found.values()]


def may_answer(draft: Draft, scene: Scene, setting: Setting) -> bool:
    """Whether who is named in a sentence may answer for a draft.

    Who is named only afterwards does so for a heading, and where the sentence says so.
    """
    if scene.index <= draft.index:
        return True
    ahead = scene.index - draft.index <= NEXT and draft.parent is None
    if scene.spoken and ahead and not setting.heard(draft.index):
        return True
    own = setting.scenes[draft.index].sentence.paragraph
    heading = setting.scenes[draft.index].sentence.words[-1] not in STOPS
    heads = heading and draft.paragraph == 0 and scene.sentence.paragraph > own
    return heads or bool(scene.sentence.marks.get("retro"))


def claimant_features(draft: Draft, candidate: Candidate, setting: Setting) -> list[str]:
    """Return what speaks for a candidate, whoever answers for the numbers around."""
    who = candidate.speaker
    own = setting.scenes[draft.index]
    features: list[str] = []
    ruled = key(draft.speaker) == key(who)
    how = "own" if draft.own else "carried" if draft.carried else draft.verb or "silent"
    if who is None:
        return features + of_nobody(draft, how, own, setting)
    kind = f"{who.kind or 'unknown'}"
    features += [f"kind {kind}", f"kind {kind} of {draft.reading.measure}"]
    features.append(f"kind {kind} in an outlet {setting.outlet}")
    if who.person:
        features.append("a person")
    features.append(f"found as {who.why.partition(' by its')[-1] or who.why[:20]}")
    if ruled:
        features += ["rule", f"rule {how}", f"rule {how} kind {kind}"]
        if own.sentence.of_kind("pronoun", 0, PRONOUN):
            features.append(f"rule {how} behind a pronoun")
    if setting.author is not None and key(setting.author) == key(who):
        features += ["the author", f"the author, kind {kind}"]
    features += places(draft, candidate, own)
    features += looks(draft, candidate)
    features += in_all(key(who), kind, own, setting)
    features += turns(draft, key(who), kind, setting)
    if draft.acting is not None and key(draft.acting) == key(who):
        features += [
            "acts itself",
            f"acts itself, {how}",
        ]
    return features


def around_it(draft: Draft, who: str, place: int, told: Told) -> list[str]:
    """Return what speaks for a source by the numbers around.

    who: its key, "" for nobody. place: the draft's among those told.
    """
    return continuing(draft, who, place, told) + followed(draft, who, place, told)


def looks(draft: Draft, candidate: Candidate) -> list[str]:
    """Return what a candidate looks like wherever it is mentioned: a place, a thing, a speaker."""
    who, places = candidate.speaker, candidate.places
    if who is None or not places:
        return []
    words = who.name.split()
    features = [f"name of {min(len(words), 3)} words, kind {who.kind}"]
    written = lettering(who.name)
    features += [written, f"{written}, kind {who.kind}"] if written else []
    told = Counter[str]()
    for scene, mention in places:
        sentence = scene.sentence
        before = (sentence.tags[mention.first - 1] if mention.first else None) or {}
        behind = (sentence.tags[mention.last] if mention.last < sentence.size else None) or {}
        told.update(name for name in ("locative", "of", "by", "per", "addressee") if name in before)
        told["opens"] += mention.first <= 1
        told["owner"] += "owner" in behind
        told["verb"] += bool(behind.keys() & {"speech", "aux", "finite"})
        told["speech"] += "speech" in behind
        if (
            scene.index == draft.index
            and mention.first < draft.count.last
            and (mention.last > draft.count.first)
        ):
            told["counted"] += 1
    for name, times in told.items():
        if times:
            features += [f"once {name}"] + ([f"always {name}"] if times == len(places) else [])
    if "opens" in told and told["opens"] == len(places) and len(words) == 1:
        features.append("one word, always opens")
    return features


def lettering(name: str) -> str:
    """Return in what letters a name is written, "" for those of most names."""
    if name.isupper():
        return "name in capitals"
    if name.islower():
        return "name in small letters"
    return "name starts small" if name[0].islower() else ""


def in_all(name: str, kind: str, own: Scene, setting: Setting) -> list[str]:
    """Return how often a source is named in the whole text, beside others."""
    times = setting.named[name]
    features = [f"named {min(times, 5)} times in all"]
    if times == setting.most_named and times > 1:
        features += ["named most of all", f"named most of all, kind {kind}"]
    if setting.house is not None and key(setting.house) == name:
        spoken = min(len(own.spoken), 2)
        features += ["the house", f"the house of {kind}", f"the house where {spoken} speak",
                     f"the house speaks {min(setting.voices[name], 2)} times"]  # fmt: skip
    return features


def told_by(draft: Draft, own: Scene) -> str:
    """Return the kind of word that tells what befell the people counted."""
    trigger, tags = draft.reading.trigger, own.sentence.tags
    said = tags[trigger] if trigger < own.sentence.size else None
    return next((kind for kind in TOLD_BY if said and kind in said), "nothing")


TOLD_BY = ("event", "finite", "predicate", "participle", "gerund", "people")
"""Kinds of word by which it is told what befell people, the first that a word has."""


def of_nobody(draft: Draft, how: str, own: Scene, setting: Setting) -> list[str]:
    """Return what speaks for a number that nobody answers for but the outlet.

    how: in what way the rules found who answers for it.
    """
    spoken, named = min(len(own.spoken), 2), min(len(own.mentions), 3)
    features = ["nobody", f"nobody measures {draft.reading.measure}",
                f"nobody against a rule for {how}", f"nobody in an outlet {setting.outlet}",
                f"nobody where {spoken} speak", f"nobody where {named} are named"]  # fmt: skip
    features += [f"nobody beside {name}" for name in voices(own)]
    by, ruled = told_by(draft, own), draft.speaker.kind if draft.speaker else ""
    features += [f"nobody, told by {by}", f"nobody, {draft.reading.measure} told by {by}",
                 f"nobody against a rule for {how}, kind {ruled}"]  # fmt: skip
    total, earlier = setting.total, [i for i, _ in setting.turns if i < draft.index]
    gap = min(draft.index - earlier[-1], 5) if earlier else 0
    features += [f"nobody where the text has {min(total, 6)} voices",
                 f"nobody where {min(len(setting.voices), 4)} speak in all",
                 f"nobody, a voice {gap} before",
                 f"nobody, a voice {gap} before, {min(spoken, 1)} here"]  # fmt: skip
    if setting.house is not None:
        features += ["nobody in a house", f"nobody in a house where {spoken} speak"]
    if draft.paragraph == 0:
        features.append("nobody in the heading")
    if draft.acting is not None:
        features += ["nobody, a government acts",
                     f"nobody, a government acts, {min(spoken, 1)} speak"]  # fmt: skip
    if draft.parent is not None:
        features.append("nobody of a part")
    return features


def turns(draft: Draft, name: str, kind: str, setting: Setting) -> list[str]:
    """Return how much a source says in the whole text, and when it speaks next or spoke last."""
    said, total = setting.voices[name], setting.total
    features = [f"speaks {min(said, 4)} times", f"speaks {min(said, 2)} times, kind {kind}"]
    if not total:
        return features
    features.append(f"speaks {portion(said / total)}")
    if said == setting.most:
        features.append("speaks most of all")
    last, here, after = setting.around(draft.index)
    state = "in the heading" if draft.paragraph == 0 else "in the text"
    if last == name:
        features.append(f"the last to speak, {'others' if here else 'nobody'} here")
    if after == name and not here:
        earlier = "nobody" if last is None else "some"
        features += [f"the next to speak {state}", f"the next to speak, {earlier} before"]
        if last is None:
            features.append(f"the first to speak, kind {kind}")
    if setting.turns[0][1] == name:
        features.append("the first of all to speak")
    return features


def portion(share: float) -> str:
    """Return a share in words."""
    return "all" if share == 1 else "most" if share > 0.5 else "some" if share else "none"


def voices(scene: Scene) -> list[str]:
    """Return the kinds of words by which a sentence says on whose word it stands."""
    kinds = ("speech", "per", "hearsay", "first_person", "retro", "narrative", "verifying")
    return [kind for kind in kinds if scene.sentence.marks.get(kind)]


def continuing(draft: Draft, who: str, place: int, told: Told) -> list[str]:
    """Return whether a candidate answered for the numbers before, and how near they are."""
    if not place:
        return ["first number" + (" of nobody" if not who else "")]
    said = "who" if who else "nobody"
    last = told.drafts[place - 1]
    near = nearness(draft.index - last.index)
    same = "again" if told.keys[place - 1] == who else "anew"
    block = "one paragraph" if last.paragraph == draft.paragraph else "paragraphs"
    features = [f"{said} {same} {near}", f"{said} {same} {near} {block}"]
    if draft.parent is not None:
        features.append(f"{said} {same} for a part")
    share = told.keys[:place].count(who) / place
    features.append(f"{said} for {portion(share)} before")
    return features


def followed(draft: Draft, who: str, place: int, told: Told) -> list[str]:
    """Return whether a candidate answers for the numbers behind, and how near they are."""
    behind = told.keys[place + 1 :]
    if not behind:
        return ["last number" + (" of nobody" if not who else "")]
    said = "who" if who else "nobody"
    following = told.drafts[place + 1]
    near = nearness(following.index - draft.index)
    same = "too" if behind[0] == who else "not"
    how = "own" if following.own else "carried"
    features = [f"{said} behind {same} {near}", f"{said} behind {same} {near} {how}"]
    features.append(f"{said} for {portion(behind.count(who) / len(behind))} behind")
    return features


def nearness(gap: int) -> str:
    """Return how near a sentence is that stands so many sentences away, in words."""
    return "here" if gap == 0 else "next" if gap == 1 else "near" if gap <= 3 else "far"


def places(draft: Draft, candidate: Candidate, own: Scene) -> list[str]:
    """Return what the places where a candidate is mentioned say."""
    here = [one for one in candidate.places if one[0].index == draft.index]
    features = in_sentence(draft, here, own, candidate) if here else before(draft, candidate, own)
    later = [scene for scene, _ in candidate.places if scene.index > draft.index]
    if later and not here:
        tone = "says" if said_by(later[0], candidate) else "is named"
        features.append(f"{later[0].index - draft.index} behind it {tone}")
        if later[0].sentence.marks.get("retro"):
            features.append("behind it answers for what was said")
    if not here and own.mentions:
        features.append("others are named here")
    if not here and own.spoken:
        features.append("others speak here")
    features.append(f"named {min(len(candidate.places), 4)} times")
    if any(scene.sentence.paragraph == 0 for scene, _ in candidate.places):
        features.append("in the heading")
    if any(scene.index < OPENING for scene, _ in candidate.places):
        features.append("in the opening")
    return features


def before(draft: Draft, candidate: Candidate, own: Scene) -> list[str]:
    """Return what is known of a candidate that is named before the number's sentence alone."""
    earlier = [scene for scene, _ in candidate.places if scene.index < draft.index]
    if not earlier:
        return []
    scene = max(earlier, key=lambda one: one.index)
    gap = draft.index - scene.index
    ring = gap if gap <= 3 else 5 if gap <= 5 else 9
    spoke = said_by(scene, candidate)
    tone = "says" if spoke else "is named"
    block = "same" if scene.sentence.paragraph == own.sentence.paragraph else "other"
    features = [f"{ring} before it {tone}", f"before it says {spoke.verb if spoke else 'nothing'}",
                f"before it {tone}, {block} paragraph"]  # fmt: skip
    last = latest_voice(draft, candidate)
    features += ["spoke last"] if last else []
    if not own.spoken:
        features.append("before, nobody speaks here" + (", spoke last" if last else ""))
    return features


def latest_voice(draft: Draft, candidate: Candidate) -> bool:
    """Whether a candidate spoke in the last sentence before a draft's in which anybody did."""
    spoken = [scene for scene, _ in candidate.places if scene.index < draft.index and scene.spoken]
    return bool(spoken) and key(spoken[-1].spoken[-1].speaker) == key(candidate.speaker)


def said_by(scene: Scene, candidate: Candidate) -> Attribution | None:
    """Return the attribution of a sentence to a candidate, if there is one."""
    name = key(candidate.speaker)
    return next((one for one in scene.spoken if key(one.speaker) == name), None)


def in_sentence(
    draft: Draft, here: list[tuple[Scene, Mention]], own: Scene, candidate: Candidate
) -> list[str]:
    """Return what the place of a candidate in the number's own sentence says."""
    first, last = draft.count.first, draft.count.last
    kind = candidate.speaker.kind if candidate.speaker else ""
    gaps = [
        (mention.first - last if mention.first >= last else first - mention.last, mention)
        for _, mention in here
    ]
    gap, mention = min(gaps, key=lambda one: one[0])
    side = "behind" if mention.first >= last else "before"
    ring = next((far for far in FAR if gap <= far), "more")
    begin, end = sorted((mention.first, first))
    signs = own.sentence.words[begin:end]
    parted = ";" if ";" in signs else "," if "," in signs else "nothing"
    features = [f"here {side}", f"here {side} {ring}", f"here {side} over {parted}",
                f"here {side} kind {kind}"]  # fmt: skip
    features += [f"here as {part}" for part in sorted(mention.parts)]
    spoke = said_by(own, candidate)
    if spoke is not None:
        covers = spoke.forward if spoke.word < first else spoke.backward
        reach = "covers" if covers else "does not cover"
        features += [f"here says {spoke.verb}", f"here says and {reach}",
                     f"here says {side} {reach}", f"here says {spoke.verb} kind {kind}",
                     f"here says, one of {min(len(own.spoken), 3)}"]  # fmt: skip
        return features
    features += ["here silent", f"here silent {side} kind {kind}",
                 f"here silent, {min(len(own.spoken), 2)} speak"]  # fmt: skip
    if parted == "nothing" and ring == FAR[0]:
        features.append(f"here silent {side} at once, kind {kind}")
    return features + silent(mention, own)


def silent(mention: Mention, own: Scene) -> list[str]:
    """Return the words beside a source that says nothing in its sentence."""
    tags = own.sentence.tags
    before = (tags[mention.first - 1] if mention.first else None) or {}
    behind = (tags[mention.last] if mention.last < own.sentence.size else None) or {}
    features = [f"here behind {name}" for name in before if name in LEADS]
    features += [f"here before {name}" for name in behind if name in LEADS]
    if any(one and "country" in one for one in tags[mention.first : mention.last]):
        features.append("here with a country")
    if mention.first <= 1:
        features.append("here opens the sentence in silence")
    return features


LEADS = frozenset(
    {"by", "per", "of", "locative", "addressee", "event", "finite", "aux", "speech", "owner",
     "possessive", "conjunction", "link", "participle", "counting", "total", "tallying"}
)  # fmt: skip
"""Kinds of mark beside a source that tell what it does in its sentence."""
