"""What a dossier is made from: figures, who is counted, documents, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from habeas.dossier.case.named_people import NamedPerson
from habeas.population_titles import with_known_titles
from habeas.reconciliation import EVERYBODY, PLAIN, Policy, Question, Viewpoint
from habeas.vocabulary import Claim, Document, Scopes

GOVERNMENT = Viewpoint("government", frozenset({"government"}))
RIGHTS_GROUPS = Viewpoint("ngo", frozenset({"ngo"}))

VIEWPOINTS = (GOVERNMENT, RIGHTS_GROUPS, EVERYBODY)
"""From whose figures every question is answered."""

SEARCH_LIMIT = 500
"""How many contradictions are looked for."""


@dataclass(frozen=True)
class ArchivedDocument:
    """A document that claims quote, with its custody.

    sha256: of ``raw``, the bytes as they came. source, at: where it came from and when, "" where
    the archive does not say. is_open: whether the bytes themselves may be public; where not, the
    text and the hash stand alone.
    """

    document: Document
    sha256: str
    raw: bytes
    media_type: str = ""
    source: str = ""
    at: str = ""
    is_open: bool = True


@dataclass(frozen=True)
class OtherCase:
    """Another case to which the front page leads: its title by language, its page's address.

    address: from the root of this dossier.
    """

    title: Mapping[str, str]
    address: str


@dataclass(frozen=True)
class DossierCase:
    """Everything that goes into a dossier; the same case gives the same bytes.

    title: of the dossier, by language. questions: the first is the headline. published: the day
    printed on every page. documents: by the id that claims name. address: where the dossier will
    be read ("https://…/"), "" where nobody knows. language: of the page that opens first.
    scopes_file: the TOML that declares the scopes, for download. people: those who may be named;
    unnamed: how many others the lists hold. publisher: who publishes it, "" where not given.
    notice: what every page must say of the case, by language. others: cases beside this one.
    """

    title: Mapping[str, str]
    claims: tuple[Claim, ...]
    scopes: Scopes
    questions: tuple[Question, ...]
    published: date
    policy: Policy = PLAIN
    viewpoints: tuple[Viewpoint, ...] = VIEWPOINTS
    documents: Mapping[str, ArchivedDocument] = field(default_factory=dict)
    language: str = "en"
    address: str = ""
    scopes_file: str = ""
    people: tuple[NamedPerson, ...] = ()
    unnamed: int = 0
    publisher: str = ""
    notice: Mapping[str, str] = field(default_factory=dict)
    others: tuple[OtherCase, ...] = ()

    def __post_init__(self) -> None:
        """Give well-known scopes the titles that the case does not declare."""
        object.__setattr__(self, "scopes", with_known_titles(self.scopes))

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    def titled(self, language: str) -> str:
        """Return the title in a language, or in whichever there is."""
        return self.title.get(language) or next(iter(self.title.values()))
