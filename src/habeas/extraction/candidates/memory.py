"""The sources that a text has named so far, and by which names they may be called again."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.extraction.text import fold
from habeas.vocabulary import ClaimantKind, Sources


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source as a text names it: its name, what sort of body speaks, and how that was found."""

    name: str
    kind: ClaimantKind | None
    person: bool = False
    why: str = ""


@dataclass
class Memory:
    """The sources that a text has named so far, by each name that they may be called again.

    voice: the one that spoke last.
    """

    aliases: Sources | None = None
    by_name: dict[str, Speaker] = field(default_factory=dict)
    recent: list[Speaker] = field(default_factory=list)
    voice: Speaker | None = None

    def remember(self, speaker: Speaker) -> Speaker:
        """Keep a speaker under its name, its last name and its initials."""
        known = self.aliases.find(speaker.name) if self.aliases else None
        if known:
            speaker = Speaker(known.name, known.kind, speaker.person, "alias file")
        words = fold(speaker.name).split()
        if words:
            self.by_name[" ".join(words)] = speaker
            if speaker.person:
                for word in words[1:]:
                    self.by_name[word] = speaker
        self.recent.append(speaker)
        del self.recent[:-12]
        return speaker

    def call(self, short: str, speaker: Speaker | None) -> None:
        """Remember that ``short`` (an acronym) means ``speaker`` from here on."""
        if speaker:
            self.by_name[fold(short)] = speaker

    def latest(self, *, person: bool | None = None, kind: str = "") -> Speaker | None:
        """Return the source of a sort that was named last."""
        for speaker in reversed(self.recent):
            if person is not None and speaker.person != person:
                continue
            if kind and speaker.kind != kind:
                continue
            return speaker
        return None

    def since(self, named: Speaker, voice: Speaker) -> bool:
        """Whether a voice was named after somebody else was, as far as is remembered."""
        order = [one.name for one in reversed(self.recent)]
        return voice.name in order and (
            named.name not in order or order.index(voice.name) <= order.index(named.name)
        )

    def shortened(self, name: str) -> Speaker | None:
        """Return the body named lately whose name starts with these words ("the Nile Front")."""
        start = " ".join(fold(name).split()) + " "
        for speaker in reversed(self.recent):
            if not speaker.person and fold(speaker.name).startswith(start):
                return speaker
        return None

    def find(self, name: str) -> Speaker | None:
        """Return the source that goes by a name, if the text has named it."""
        return self.by_name.get(" ".join(fold(name).split()))


def same_word_before(word: str, memory: Memory) -> Speaker | None:
    """Return the body named before whose name holds this word ("the ministry")."""
    for speaker in reversed(memory.recent):
        words = fold(speaker.name).split()
        if word in words and len(words) > 1 and not speaker.person:
            return speaker
    return None
