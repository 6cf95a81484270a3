"""What speaks for the population of a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.extraction.decisions.claimant_setting import Setting, key
from habeas.extraction.text import Sentence

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sequence

    from habeas.extraction.draft import Draft

RINGS = (1, 4, 9, 20)
"""The farthest word of each ring of distance from a number."""

CLAUSE = 7
"""Words on either side of a number that are looked at as they are."""

OF_POPULATION = ("population", "trait", "country", "group", "occasion", "people", "harm", "prison")
SHORT = 3
"""Letters of words too short to tell of whom a text speaks."""


def population_features(
    draft: Draft, before: Sequence[Draft], setting: Setting, seen: Counter[str]
) -> list[str]:
    """Return what speaks for a population. seen: how often the text's words tell of each."""
    ruled, count, measure = draft.population, draft.count, draft.reading.measure
    own = "own" if draft.population_own else "carried"
    kind = kind_of(draft)
    part = draft.parent is not None
    features = ["bias", f"ruled {ruled}", f"ruled {ruled} {own}", f"head {count.head}",
                f"head {count.head} ruled {ruled}", f"measure {measure}",
                f"measure {measure} ruled {ruled}", f"of {kind}", f"of {kind} ruled {ruled}",
                f"of {kind} measure {measure}", f"part {part}", f"part {part} ruled {ruled}",
                f"outlet {setting.outlet}"]  # fmt: skip
    flags = {
        "copula": count.copula,
        "partitive": count.partitive,
        "shared": count.shared,
        "in the heading": draft.paragraph == 0,
        "of another": draft.whole is not None,
    }
    features += [name for name, holds in flags.items() if holds]
    scene = setting.scenes[draft.index]
    features += near_marks(scene.sentence, draft, OF_POPULATION)
    features += beside_words(scene.sentence, draft)
    total = sum(seen.values())
    for name, times in seen.items():
        share = times / total
        features.append(f"text tells {name} {'most' if share > 0.5 else 'some'}")
    main = seen.most_common(1)[0][0] if seen else "nothing"
    features += [f"text is of {main}", f"text is of {main} ruled {ruled}",
                 f"text is of {main} by {kind}"]  # fmt: skip
    heading = setting.scenes.get(0)
    if heading is not None:
        told = heading.sentence.of_kind("population")
        features += [f"heading tells {mark.value}" for mark in told]
    features += before_it(draft, before, [one.population for one in before])
    return features


def kind_of(draft: Draft) -> str:
    """Return the kind of who answers for a draft."""
    return "nobody" if draft.speaker is None else str(draft.speaker.kind or "unknown")


def near_marks(sentence: Sentence, draft: Draft, kinds: Sequence[str]) -> list[str]:
    """Return the marks around a number that may matter, by how far away they are."""
    first, last = draft.count.first, draft.count.last
    found: set[str] = set()
    for word in range(max(0, first - RINGS[-1]), min(sentence.size, last + RINGS[-1])):
        tags = sentence.tags[word]
        if not tags:
            continue
        gap = first - word if word < first else word - last + 1 if word >= last else 0
        side = "in" if not gap else "before" if word < first else "behind"
        ring = next((far for far in RINGS if gap <= far), RINGS[-1])
        for kind in kinds:
            mark = tags.get(kind)
            if mark is not None:
                value = "" if kind == "country" else mark.value
                found.update((f"{side} {ring}: {kind} {value}", f"{side}: {kind} {value}"))
    return sorted(found)


def beside_words(sentence: Sentence, draft: Draft) -> list[str]:
    """Return the words around a number as they are, with their language."""
    code, found = sentence.language.code, set[str]()
    first, last = draft.count.first, draft.count.last
    reach = range(max(0, first - CLAUSE), min(sentence.size, last + CLAUSE))
    words = sentence.language.roots([sentence.words[word] for word in reach])
    for word, text in zip(reach, words, strict=True):
        if len(text) > SHORT and text[0].isalpha():
            side = "in" if first <= word < last else "by"
            found.add(f"{code} {side} {text}")
    return sorted(found)


def before_it(draft: Draft, before: Sequence[Draft], values: Sequence[str]) -> list[str]:
    """Return what was decided of the numbers before. values: by number."""
    if not before:
        return ["first number"]
    last, value = before[-1], values[-1]
    gap = draft.index - last.index
    near = "here" if gap == 0 else "next" if gap <= 2 else "far"
    same = "same" if key(last.speaker) == key(draft.speaker) else "other"
    measure = "same" if last.reading.measure is draft.reading.measure else "other"
    features = [f"before {value}", f"before {value} {near}", f"before {value}, {same} speaker",
                f"before {value}, {same} speaker, {measure} measure"]  # fmt: skip
    if draft.parent is not None and draft.parent < len(values):
        features.append(f"whole is {values[draft.parent]}")
    again = next((at for at in range(len(before) - 1, -1, -1)
                  if before[at].count.value == draft.count.value
                  and draft.count.value is not None), None)  # fmt: skip
    if again is not None:
        features.append(f"same figure is {values[again]}")
    by_speaker = next((at for at in range(len(before) - 1, -1, -1)
                       if key(before[at].speaker) == key(draft.speaker)), None)  # fmt: skip
    if by_speaker is not None:
        features.append(f"same speaker's last is {values[by_speaker]}")
    return features
