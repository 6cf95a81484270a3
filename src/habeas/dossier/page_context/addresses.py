"""Where each page of a dossier lies, and how one page links to another."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from habeas.reconciliation import Question, Viewpoint
from habeas.vocabulary import Claim

PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9_]*(-[a-z0-9_]+)*")
TAKEN_NAMES = frozenset(
    ("con", "prn", "aux", "nul", "index", "all", *(f"{port}{n}" for port in ("com", "lpt")
     for n in range(10)))
)  # fmt: skip
"""Names of pages of ours, and names that file systems keep for themselves."""


@dataclass(frozen=True)
class Addresses:
    """The paths of the pages of one language, from the root of the dossier.

    The front page of the first language is the root's own index.html.
    """

    language: str
    first_language: str
    claim_names: dict[str, str]
    source_names: dict[str, str]

    @classmethod
    def of(cls, language: str, first_language: str, claims: Iterable[Claim]) -> Addresses:
        """Give each claim and each source a file name of its own."""
        kept = list(claims)
        sources = dict.fromkeys(claim.claimant for claim in kept)
        ids = file_names(claim.id for claim in kept)
        return cls(language, first_language, ids, file_names(sources))

    @property
    def front(self) -> str:
        """The front page."""
        return "index.html" if self.language == self.first_language else self.page("index")

    @property
    def claims(self) -> str:
        """The list of all claims."""
        return self.page("figures/index")

    @property
    def contradictions(self) -> str:
        """The list of all contradictions."""
        return self.page("contradictions/index")

    @property
    def sources(self) -> str:
        """The table of sources."""
        return self.page("sources")

    @property
    def people(self) -> str:
        """The list of people who may be named."""
        return self.page("people/index")

    @property
    def methods(self) -> str:
        """How the numbers are made."""
        return self.page("methods")

    @property
    def downloads(self) -> str:
        """The files of figures."""
        return self.page("downloads")

    @property
    def read_later(self) -> str:
        """What the reader has kept in the browser."""
        return self.page("read-later")

    def claim(self, claim: str) -> str:
        """Return the page of a claim, by its id."""
        return self.page(f"figures/{self.claim_names[claim]}")

    def source(self, name: str) -> str:
        """Return the page of a source, by its name."""
        return self.page(f"sources/{self.source_names[name]}")

    def person(self, key: str) -> str:
        """Return the page of somebody who may be named, by the key."""
        return self.page(f"people/{file_name(key)}")

    def contradiction(self, number: int) -> str:
        """Return the page of the n-th contradiction, from 1."""
        return self.page(f"contradictions/{number:03}")

    def proof(self, viewpoint: Viewpoint, question: Question) -> str:
        """Return the page that proves both ends of an answer."""
        asked = str(question).replace(f"{question.scope}-", f"{question.scope} without ")
        return self.page(f"proofs/{file_name(f'{asked} {viewpoint.name}')}")

    def sheet(self, viewpoint: Viewpoint, scope: str) -> str:
        """Return the page that proves each day of a scope's band."""
        return self.page(f"proofs/{file_name(f'over-time {scope} {viewpoint.name}')}")

    def timeline(self, scope: str) -> str:
        """Return the page of a scope over time."""
        return self.page(f"over-time/{file_name(scope)}")

    def page(self, name: str) -> str:
        """Return the path of a page of this language."""
        return f"{self.language}/{name}.html"


def link(origin: str, target: str) -> str:
    """Return the relative link from one page of the dossier to a page, or to a place in it."""
    path, hash_sign, place = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(origin) or ".") + hash_sign + place


def file_name(text: str) -> str:
    """Return a name that every file system takes: a–z, 0–9, hyphens and underscores.

    A name that had to lose something ends in a piece of the text's hash, so that two never meet.
    """
    spaced = text.replace(" ", "-")
    if len(text) <= 90 and PLAIN_NAME.fullmatch(spaced) and text not in TAKEN_NAMES:
        return spaced
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")[:40]
    return f"{name}-{sha256(text.encode()).hexdigest()[:12]}".lstrip("-")


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a file name for each id; no two are the same."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for key in ids:
        name = file_name(key)
        if name in taken:
            name = f"{name}-{sha256(key.encode()).hexdigest()[:12]}"
        taken.add(name)
        names[key] = name
    return names
