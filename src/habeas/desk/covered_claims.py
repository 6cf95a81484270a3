"""Claims as they may be public: every withheld name covered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from habeas.desk.models import Case
from habeas.dossier.names import Withheld
from habeas.vocabulary import Claim, claim_from_row, claim_to_row

KEYS = ("id", "part_of", "corrects")
TEXTS = ("quote", "note", "population")
"""What is told in a claim in the words of its document."""


def covered_claims(claims: list[Claim], hidden: Withheld, case: Case) -> Iterator[Claim]:
    """Go through claims with every withheld name covered, in whatever field it stands.

    Where the document that a claim quotes names somebody in full, each word of that name is covered
    in what is quoted of it.
    """
    told = told_in_documents(claims, hidden, case)
    for claim in claims:
        yield _covered(claim, hidden, told.get(claim.evidence.document, hidden))


def told_in_documents(claims: list[Claim], hidden: Withheld, case: Case) -> Mapping[str, Withheld]:
    """Return, by the id of each document that claims quote, what must not be quoted of it."""
    if not hidden:
        return {}
    keys = {claim.evidence.document for claim in claims}
    documents = case.documents.filter(key__in=keys).values_list("key", "title", "text")
    return {key: hidden.told_in((title, text)) for key, title, text in documents.iterator()}


def _covered(claim: Claim, hidden: Withheld, quoted: Withheld) -> Claim:
    row = claim_to_row(claim)
    for name, value in row.items():
        if isinstance(value, str) and name in KEYS:
            row[name] = covered_key(value, hidden)
        elif isinstance(value, str):
            row[name] = (quoted if name in TEXTS else hidden).covered(value)
    row["reasons"] = [quoted.covered(reason) for reason in claim.reasons]
    extra = {hidden.covered(key): quoted.covered(value) for key, value in claim.extra.items()}
    return replace(claim_from_row({**row, **dict.fromkeys(claim.extra)}), extra=extra)


def covered_key(key: str, hidden: Withheld) -> str:
    """Return an id, another one where it would give somebody away."""
    return f"claim-{sha256(key.encode()).hexdigest()[:12]}" if hidden.gives_away(key) else key
