"""The setting of a text's numbers: who is named, who speaks, and whose text it seems to be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from habeas.extraction.decisions.scenes import Mention, Scene
from habeas.extraction.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from habeas.extraction.candidates import Speaker
    from habeas.extraction.draft import Draft


@dataclass(slots=True)
class Candidate:
    """A source that may answer for a number, None for nobody, and where it is mentioned."""

    speaker: Speaker | None
    places: list[tuple[Scene, Mention]] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """The numbers of a text with who answers for each, as far as that is decided.

    keys: by number, the source's key; "" for nobody.
    """

    drafts: Sequence[Draft]
    sources: list[Speaker | None]
    keys: list[str]


@dataclass(frozen=True)
class Setting:
    """What is known of a text beside its sentences.

    scenes: by the sentence's number. author: whose text it is. outlet: the kind of body that its
    outlet is called. country: of which the text is. known: what ``around`` has found.
    """

    scenes: Mapping[int, Scene]
    author: Speaker | None
    outlet: str
    country: str = ""
    known: dict[int, tuple[str | None, bool, str | None]] = field(default_factory=dict)

    @cached_property
    def voices(self) -> Counter[str]:
        """How often each source says something in the text."""
        return Counter(key(one.speaker) for scene in self.scenes.values() for one in scene.spoken)

    @cached_property
    def named(self) -> Counter[str]:
        """How often each source is named in the text."""
        return Counter(key(one.speaker) for scene in self.scenes.values() for one in scene.mentions)

    @cached_property
    def most_named(self) -> int:
        """How often the source is named that is named most."""
        return max(self.named.values(), default=0)

    @cached_property
    def house(self) -> Speaker | None:
        """Whose text it seems to be where its outlet is no press: who of its kind is named most."""
        told = [
            mention.speaker for _, scene in sorted(self.scenes.items())
            for mention in scene.mentions
            if mention.speaker.kind == self.outlet and not mention.speaker.name.islower()
        ]  # fmt: skip
        return max(told, key=lambda one: self.named[key(one)], default=None)

    @cached_property
    def total(self) -> int:
        """How often anybody says something in the text."""
        return sum(self.voices.values())

    @cached_property
    def most(self) -> int:
        """How often the source says something that says most."""
        return max(self.voices.values(), default=0)

    def around(self, index: int) -> tuple[str | None, bool, str | None]:
        """Return who spoke last before a sentence, whether anybody does in it, and who next."""
        if index not in self.known:
            before = [who for at, who in self.turns if at < index]
            after = [who for at, who in self.turns if at > index]
            here = len(before) + len(after) < len(self.turns)
            self.known[index] = (before[-1] if before else None, here, after[0] if after else None)
        return self.known[index]

    def heard(self, index: int) -> bool:
        """Whether anybody speaks before a sentence."""
        return bool(self.turns) and self.turns[0][0] < index

    @cached_property
    def turns(self) -> list[tuple[int, str]]:
        """Who speaks in which sentence, in order."""
        return [
            (index, key(one.speaker)) for index, scene in sorted(self.scenes.items())
            for one in scene.spoken
        ]  # fmt: skip


def key(speaker: Speaker | None) -> str:
    """Return by what two mentions of one source are known to be the same."""
    return "" if speaker is None else name_key(speaker.name)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return a name without regard to capitals and blanks."""
    return " ".join(fold(name).split())


@lru_cache(maxsize=4096)
def nearest_first(index: int, back: int, ahead: int, opening: int) -> tuple[int, ...]:
    """Return the sentences around one, and those of a text's opening, the nearest first."""
    near = {*range(index - back, index + ahead + 1), *range(opening)}
    return tuple(sorted(near, key=lambda one: (abs(one - index), one > index)))
