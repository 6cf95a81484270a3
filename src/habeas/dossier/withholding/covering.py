"""A case as it may be public: every withheld name covered, in every field, and told.

One path for the desk and the command line: cover, then search what would be drawn, then search what
came out. What cannot be covered (a scope's key, an address) is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from habeas.dossier.case import ArchivedDocument, DossierCase
from habeas.dossier.names import COVER, Withheld, may_be_public
from habeas.dossier.withholding.public_texts import public_texts, texts_of_claim, texts_of_document
from habeas.vocabulary import Claim, Field, Person, Record, RecordKey, claim_from_row
from habeas.vocabulary.claim_row import claim_to_row

KEYS = ("id", "part_of", "corrects")
NAMES = frozenset({Field.FULL_NAME, Field.GIVEN_NAMES, Field.SURNAMES})


@dataclass(frozen=True)
class Covered:
    """A case as it may be public, and what had to be covered of it.

    hidden: what must not be public, as the texts of this case were answered: for the search of what
    is made of it. places: how many in each claim, by its public id. elsewhere: how many outside
    claims. left_out: documents that are not shown at all; closed: those without their bytes; both
    by the beginning of their hash.
    """

    case: DossierCase
    hidden: Withheld
    places: Mapping[str, int] = field(default_factory=dict)
    elsewhere: int = 0
    left_out: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many places were covered."""
        return sum(self.places.values()) + self.elsewhere


def covered_case(case: DossierCase, hidden: Withheld) -> Covered:
    """Return a case with everything covered that would give somebody away."""
    if not hidden:
        return Covered(case, hidden)
    told = _told_in_documents(case, hidden)
    claims, places = covered_claims(case.claims, hidden, told)
    documents = {key: covered_document(held, hidden) for key, held in case.documents.items()}
    shown = {key: held for key, held in documents.items() if held}
    title = {language: hidden.covered(text) for language, text in case.title.items()}
    people = tuple(person for person in case.people if not hidden.gives_away(person.name))
    public = replace(
        case,
        title=title,
        claims=tuple(claims),
        documents=shown,
        scopes_file="" if hidden.gives_away(case.scopes_file) else case.scopes_file,
        people=people,
        unnamed=case.unnamed + len(case.people) - len(people),
    )
    return Covered(
        public,
        hidden.answered_for([text for _, text in public_texts(case)]),
        places,
        sum(map(_covers, title.values(), case.title.values())),
        tuple(_short(held) for key, held in case.documents.items() if key not in shown),
        tuple(_short(held) for key, held in shown.items()
              if not held.is_open and case.documents[key].is_open),
    )  # fmt: skip


def exposed_text(covered: Covered) -> str:
    """Return where a text still gives somebody away that would be drawn or written, "" if nowhere.

    It is searched before anything is drawn or packed: charts cut long labels.
    """
    for label, text in public_texts(covered.case):
        if covered.hidden.gives_away(text):
            return covered.hidden.covered(label)
    return ""


def covered_document(held: ArchivedDocument, hidden: Withheld) -> ArchivedDocument | None:
    """Return a document as it may be public, None where what is shown of it gives somebody away.

    Its bytes go with it only where all they say could be searched, and gives nobody away.
    """
    texts = [text for _, text in texts_of_document(held)]
    seen = hidden.answered_for(texts)
    if any(map(seen.gives_away, texts)):
        return None
    is_open = held.is_open and may_be_public(held.raw, held.media_type, seen)
    return replace(held, is_open=is_open)


def covered_people(people: Iterable[Person], hidden: Withheld) -> list[Person]:
    """Return people with their ids, their lists and what else is told of them covered.

    Their own names stay: whether these may be public was decided by their consent.
    """
    return [
        Person(hidden.covered(person.id),
               tuple(_covered_record(record, hidden) for record in person.records))
        for person in people
    ]  # fmt: skip


def _covered_record(record: Record, hidden: Withheld) -> Record:
    key = RecordKey(hidden.covered(record.key.list_name), record.key.row)
    values = {name: text if name in NAMES else hidden.covered(text)
              for name, text in record.values.items()}  # fmt: skip
    cells = {name: hidden.covered(text) for name, text in record.cells.items()}
    return Record(key, values, cells)


def _told_in_documents(case: DossierCase, hidden: Withheld) -> Mapping[str, Withheld]:
    """Return, by the id of each document, what must not be public of what claims say of it.

    Whoever is named in full in a document, or in a claim that quotes it, is known there by each
    word of the name: claimants, places and outlets are read from the same text.
    """
    texts: dict[str, list[str]] = {}
    for claim in case.claims:
        own = texts.setdefault(claim.evidence.document or f"\n{claim.id}", [])
        own += [text for _, text in texts_of_claim(claim)]
    answered = {}
    for key, own in texts.items():
        held = case.documents.get(key)
        source = [text for _, text in texts_of_document(held)] if held else []
        answered[key] = hidden.answered_for(source or own).told_in([*source, *own])
    return answered


def covered_claims(
    claims: Sequence[Claim], hidden: Withheld, told: Mapping[str, Withheld]
) -> tuple[list[Claim], Mapping[str, int]]:
    """Return claims with every withheld name covered, and how many places of each, by its id.

    A claimant who is covered in one claim is covered in all. told: what must not be public of each
    document that claims quote.
    """
    views = {claim.id: told.get(claim.evidence.document or f"\n{claim.id}", hidden)
             for claim in claims}  # fmt: skip
    keys = _covered_keys(claims, views)
    speakers = _covered_claimants(claims, views)
    shown = [_covered_claim(claim, views[claim.id], keys, speakers) for claim in claims]
    places = {new.id: count for old, new in zip(claims, shown, strict=True)
              if (count := _places(old, new))}  # fmt: skip
    return shown, places


def _covered_claim(
    claim: Claim, hidden: Withheld, keys: Mapping[str, str], speakers: Mapping[str, str]
) -> Claim:
    row = claim_to_row(claim)
    for name, value in row.items():
        if isinstance(value, str) and name in KEYS:
            row[name] = keys.get(value, value)
        elif isinstance(value, str):
            row[name] = hidden.covered(value)
    row["claimant"] = speakers[claim.claimant]
    row["reasons"] = [hidden.covered(reason) for reason in claim.reasons]
    extra = {hidden.covered(key): hidden.covered(value) for key, value in claim.extra.items()}
    return replace(claim_from_row({**row, **dict.fromkeys(claim.extra)}), extra=extra)


def _covered_keys(claims: Iterable[Claim], views: Mapping[str, Withheld]) -> Mapping[str, str]:
    """Return another id for each that would give somebody away; it does not tell the first one."""
    keys, times = {}, Counter[str]()
    for claim in claims:
        for key in (claim.id, claim.part_of, claim.corrects):
            shown = views[claim.id].covered(key)
            if key in keys or shown == key:
                continue
            name = f"claim-{sha256(shown.encode()).hexdigest()[:12]}"
            times[name] += 1
            keys[key] = name if times[name] == 1 else f"{name}-{times[name]}"
    return keys


def _covered_claimants(claims: Iterable[Claim], views: Mapping[str, Withheld]) -> Mapping[str, str]:
    """Return how each claimant goes: covered wherever one claim has it covered, two never alike."""
    shown: dict[str, str] = {}
    for claim in claims:
        own = views[claim.id].covered(claim.claimant)
        before = shown.get(claim.claimant, own)
        shown[claim.claimant] = max(before, own, key=lambda text: text.count(COVER))
    taken = Counter[str]()
    for name, covered in shown.items():
        if covered != name:
            taken[covered] += 1
            shown[name] = covered if taken[covered] == 1 else f"{covered} ({taken[covered]})"
    return shown


def _places(old: Claim, new: Claim) -> int:
    before = [text for _, text in texts_of_claim(old)]
    after = [text for _, text in texts_of_claim(new)]
    return sum(map(_covers, after, before)) + (old.id != new.id)


def _covers(after: str, before: str) -> int:
    """Return how many places of a text were covered."""
    return _runs(after) - _runs(before)


def _runs(text: str) -> int:
    return len(re.findall(f"{COVER}+", text))


def _short(held: ArchivedDocument) -> str:
    return f"{held.sha256[:12]}…"
