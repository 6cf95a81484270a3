"""Whether anything that is about to be public names somebody who must not be named."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

from habeas.dossier.names.spelling import page_says
from habeas.dossier.names.visible_text import said_by
from habeas.dossier.names.withheld_names import Withheld

TEXT_FILES = (".html", ".csv", ".json", ".toml", ".xml", ".txt", ".jsonld", ".ndjson", ".svg")
"""The files whose words are searched, beside the documents."""

DOCUMENTS = "documents/"
"""The folder of the bytes of documents, as they came."""


def exposed_in(contents: Mapping[str, bytes], hidden: Withheld) -> str:
    """Return the first public file that gives somebody away, by its words or its name; "" if none.

    A document whose bytes cannot be searched counts as one that does. What the pages say of
    themselves gives nobody away: some names are common words too.
    """
    if not hidden:
        return ""
    ours = OurWords(hidden)
    for path, content in contents.items():
        if _exposes(path, content, hidden, ours):
            return path
    return ""


@dataclass
class OurWords:
    """The words of our own pages that are names of somebody withheld, looked for when asked."""

    hidden: Withheld

    @cached_property
    def met(self) -> set[str]:
        """Those words."""
        return set().union(*(given_away(text, self.hidden) for text in _words_of_pages()))

    def explain(self, told: Set[str]) -> bool:
        """Whether all words that give somebody away are of our own pages."""
        return not told or told <= self.met


def _exposes(path: str, content: bytes, hidden: Withheld, ours: OurWords) -> bool:
    if not ours.explain(given_away(path, hidden)):
        return True
    if path.startswith(DOCUMENTS):
        text = said_by(content)
        return text is None or hidden.gives_away(text)
    if path.endswith(TEXT_FILES):
        text = content.decode("utf-8", "replace")
        told = page_says(text) if path.endswith(".html") else text
        return not ours.explain(given_away(told, hidden))
    return False


def may_be_public(raw: bytes, media_type: str, hidden: Withheld) -> bool:
    """Whether the bytes of a document may be public: all they say was read, and names nobody."""
    text = said_by(raw, media_type) if hidden else ""
    return text is not None and not hidden.gives_away(text)


def given_away(text: str, hidden: Withheld) -> set[str]:
    """Return the words of a text that give somebody away."""
    return {met.words for met in hidden.met(text)}


@lru_cache(maxsize=1)
def _words_of_pages() -> tuple[str, ...]:
    room = files("habeas.dossier")
    return tuple(
        part.read_text(encoding="utf-8")
        for folder in ("words", "templates")
        for part in (room / folder).iterdir()
        if part.is_file()
    )
