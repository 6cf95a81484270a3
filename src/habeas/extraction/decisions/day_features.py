"""What speaks for each day as the last that a number covers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from habeas.extraction.decisions.claimant_setting import Setting, key, nearest_first
from habeas.extraction.text import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.extraction.decisions.scenes import Scene
    from habeas.extraction.draft import Draft
    from habeas.extraction.text import Sentence, When

BACK, AHEAD, OPENING = 4, 2, 3
"""Sentences before a number, behind it and at the start of a text in which its day is sought."""

MOST = 12
"""Days weighed for one number."""

RINGS = (2, 5, 10, 20)
NEAR_VERB = 6
ROLES = frozenset({"on", "since", "until", "occasion", "previous"})


Barred = Callable[["Sentence", "Draft", "When"], bool]
"""Tells whether a day of a number's own sentence cannot be its last."""


@dataclass(slots=True)
class Option:
    """A day, at the precision that is known ("" for none), and where it is told."""

    end: str
    places: list[tuple[Scene, When]] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


def day_options(
    draft: Draft, before: Sequence[Draft], setting: Setting, today: str, barred: Barred
) -> list[Option]:
    """Return the days that may be the last of a draft's number: the rules' first."""
    found: dict[str, Option] = {}
    for end in (draft.period[1], today, ""):
        found.setdefault(end, Option(end))
    for index in nearest_first(draft.index, BACK, AHEAD, OPENING):
        scene = setting.scenes.get(index)
        if scene is None:
            continue
        for when in told_in(scene, draft, barred):
            for end in {when.end, when.start} if when.role == "since" else {when.end}:
                if end and (end in found or len(found) < MOST):
                    option = found.setdefault(end, Option(end))
                    option.places.append((scene, when))
    for one in before[-3:]:
        if one.period[1]:
            found.setdefault(one.period[1], Option(one.period[1]))
    return list(found.values())


def told_in(scene: Scene, draft: Draft, barred: Barred) -> list[When]:
    """Return the days of a sentence that may be the last of a draft's number."""
    own = scene.index == draft.index
    return [
        when
        for when in scene.whens
        if when.role in ROLES and when.end and not (own and barred(scene.sentence, draft, when))
    ]


def day_features(
    draft: Draft, option: Option, before: Sequence[Draft], setting: Setting, today: str
) -> list[str]:
    """Return what speaks for a day."""
    measure, end = draft.reading.measure, option.end
    promised = draft.modality.value == "promised"
    kind = "nobody" if draft.speaker is None else str(draft.speaker.kind)
    features = []
    if end == draft.period[1]:
        why = draft.period_why.split(";")[-1].split(":")[0].strip()
        features += ["ruled", f"ruled {measure}", f"ruled by {why}", f"ruled by {why} {measure}"]
    if end == today:
        features += ["publication", f"publication {measure}", f"publication by {kind}",
                     f"publication, running {draft.cumulative}, {measure}",
                     f"publication, outlet {setting.outlet}"]  # fmt: skip
        own = setting.scenes[draft.index].whens
        features.append(f"publication, {min(len(own), 2)} days here, {measure}")
    if not end:
        features += ["no day", f"no day, promised {promised}", f"no day {measure}"]
    else:
        features += [f"precision {len(end)}", f"precision {len(end)} {measure}",
                     f"precision {len(end)} running {draft.cumulative}"]  # fmt: skip
        features += age(end, today, str(measure))
    features += elsewhere(draft, option, setting)
    return features + as_before(draft, option, before)


def elsewhere(draft: Draft, option: Option, setting: Setting) -> list[str]:
    """Return what the places say where a day is told, in the number's own sentence and others."""
    features: list[str] = []
    measure = draft.reading.measure
    here = [one for one in option.places if one[0].index == draft.index]
    for scene, when in here:
        features += in_sentence(draft, scene, when, option)
    for scene, when in option.places:
        gap = scene.index - draft.index
        if gap:
            side = "behind" if gap > 0 else "before"
            block = "same" if scene.sentence.paragraph == draft.paragraph else "other"
            features += [f"{abs(gap)} {side} as {when.role}", f"{side} as {when.role} {measure}",
                         f"{side} in the {block} paragraph as {when.role}"]  # fmt: skip
    if option.places and not here:
        days = bool(setting.scenes[draft.index].whens)
        features.append(f"told elsewhere, {'a' if days else 'no'} day here, {measure}")
        latest = max((scene.index for scene, _ in option.places if scene.index <= draft.index),
                     default=None)  # fmt: skip
        between = [] if latest is None else [
            one for index in range(latest + 1, draft.index)
            if index in setting.scenes for one in setting.scenes[index].whens]  # fmt: skip
        if latest is not None and not between:
            features += ["the day told last", f"the day told last {measure}",
                         f"the day told last, {'a' if days else 'no'} day here"]  # fmt: skip
    return features


def age(end: str, today: str, measure: str) -> list[str]:
    """Return how long before publication a day lies."""
    if len(end) < DAY or len(today) < DAY:
        same = bool(today) and today.startswith(end)
        return [f"{'current' if same else 'gone'} {len(end)}"]
    gap = (date.fromisoformat(today) - date.fromisoformat(end)).days
    ring = next((name for most, name in AGES if gap <= most), "long ago")
    return [f"age {ring}", f"age {ring} {measure}"]


AGES = ((-1, "ahead"), (0, "today"), (1, "yesterday"), (7, "week"), (31, "month"), (366, "year"))
"""Days before publication up to which a day is of an age."""


def in_sentence(draft: Draft, scene: Scene, when: When, option: Option) -> list[str]:
    """Return what the place of a day in the number's own sentence says."""
    first, last, measure = draft.count.first, draft.count.last, draft.reading.measure
    behind = when.first >= last
    gap = when.first - last if behind else first - when.last
    ring = next((far for far in RINGS if gap <= far), 40)
    side = "behind" if behind else "before"
    begin, end = sorted((when.first, first))
    words = scene.sentence.words[begin:end]
    parted = ";" if ";" in words else "," if "," in words else "nothing"
    between = range(min(last, when.last), max(first, when.first))
    others = {at for at in scene.sentence.numbers_at if at != draft.count.number.first}
    number = not others.isdisjoint(between)
    role = "opens " + when.role if when.role == "since" and option.end == when.start else when.role
    verb = scene.sentence.near("speech", when.first - NEAR_VERB, when.last + 2)
    features = [f"here as {role}", f"here as {role} {measure}", f"here {side} {ring}",
                f"here {side} {ring} as {role}", f"here {side} over {parted}",
                f"here {side} past a number {number}", f"here by {when.rule.split(':')[0]}",
                f"here by a verb of speech {verb is not None} {side}",
                f"here by a verb of speech {verb is not None} as {role} {measure}",
                f"here one of {min(len(scene.whens), 3)}"]  # fmt: skip
    tags = (scene.sentence.tags[when.first - 1] if when.first else None) or {}
    features += [f"here behind {kind} {tags[kind].value}" for kind in BESIDE if kind in tags]
    for word in between:
        inside = scene.sentence.tags[word] or {}
        features += [
            f"here over {kind} {inside[kind].value}, {measure}" for kind in OVER if kind in inside
        ]
    return features


BESIDE = ("participle", "finite", "event", "since", "until", "locative", "of", "predicate",
          "people", "occasion", "speech", "aux", "link")  # fmt: skip
OVER = ("participle", "finite", "event", "predicate", "occasion", "relative_pronoun", "people")


def as_before(draft: Draft, option: Option, before: Sequence[Draft]) -> list[str]:
    """Return whether the numbers before cover the same day."""
    if not before:
        return []
    last = before[-1]
    gap = draft.index - last.index
    near = "here" if gap == 0 else "next" if gap <= 2 else "far"
    same = "same day" if last.period[1] == option.end else "other day"
    one = "one measure" if last.reading.measure is draft.reading.measure else "two measures"
    features = [f"{same} as before {near}", f"{same} as before {near}, {one}"]
    if key(last.speaker) == key(draft.speaker):
        features.append(f"{same} as before {near}, {one}, one speaker")
    if draft.parent is not None and draft.parent < len(before):
        whole = "same day" if before[draft.parent].period[1] == option.end else "other day"
        features.append(f"{whole} as its whole")
    again = [one for one in before if one.count.value == draft.count.value
             and one.reading.measure is draft.reading.measure]  # fmt: skip
    if again and draft.count.value is not None:
        told = "same day" if again[-1].period[1] == option.end else "other day"
        features.append(f"{told} as the same figure")
    return features
