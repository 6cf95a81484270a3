"""A document read anew: by a newer reader, or with its day, outlet or language set by a person.

What was decided of its claims stays as it was decided; where the new reading differs from it, that
is told. Claims that still wait follow the new reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from habeas.desk.audit_log import Actor, claim_facts, document_facts, note, one_change, spelled
from habeas.desk.cases import claim_entry, document_entry, document_value, index
from habeas.desk.intake.incoming import add_claims, own_ids, renamed
from habeas.desk.intake.stories import story_of
from habeas.desk.models import Activity, Case, Claim, Document, Standing
from habeas.reading import claims_of_text
from habeas.vocabulary import Claim as ClaimValue
from habeas.vocabulary import InputError, Sources, claim_to_row, partial_date

SET = ("published", "outlet", "language")
"""What a person may set of a document; the rest is as it came."""

COMPARED = (
    "measure", "value", "qualifier", "low", "high", "population", "population_kind", "place",
    "period_start", "period_end", "cumulative", "modality", "claimant", "claimant_kind", "story",
)  # fmt: skip
"""The fields of a claim in which two readings may differ for those who decide."""

Differences = dict[str, tuple[str, str]]
"""Fields, each with what stands decided and what is read now."""


@dataclass
class Reread:
    """What came of a new reading.

    changed: the claims that waited and follow it. added: those that nobody had read before.
    otherwise: by the number of a decided claim, in what it would be read otherwise.
    """

    changed: list[Claim] = field(default_factory=list)
    added: list[Claim] = field(default_factory=list)
    otherwise: dict[int, Differences] = field(default_factory=dict)


@one_change()
def change_document(document: Document, actor: Actor, about: Mapping[str, str]) -> bool:
    """Set a document's day, outlet or language; return whether anything was another before.

    Raises InputError where the day is none.
    """
    day = partial_date(about.get("published", "").strip())
    wanted = {name: about[name].strip() for name in SET if name in about}
    if "published" in wanted:
        wanted["published"] = day.text if day else ""
    before = {name: getattr(document, name) for name in wanted}
    if before == wanted:
        return False
    for name, value in wanted.items():
        if value != before[name]:
            document.found_by = {**document.found_by, name: "set"}
        setattr(document, name, value)
    document.save(update_fields=[*wanted, "found_by"])
    index([document_entry(document)])
    told = {"before": before, "after": wanted, "wrote": {"documents": document_facts([document])}}
    subject = document.name[:300]
    note(actor, "document.changed", case=document.case, subject=subject, details=told)
    document.case.changed()
    return True


def reread(case: Case, document: Document, sources: Sources, actor: Actor) -> Reread:
    """Read a document's claims anew. Raises InputError where it cannot be read."""
    found = claims_of_text(document_value(document), sources)
    if found and (story := story_of(case, document)):
        found = [replace(claim, story=story) for claim in found]
    with one_change():
        held = list(Claim.objects.select_for_update().filter(document=document))
        pairs, fresh = matched(held, found)
        done = Reread()
        names = {value.id: claim.key for claim, value in pairs}
        named = renamed([value for _, value in pairs], names)
        for (claim, _), value in zip(pairs, named, strict=True):
            _take(claim, claim_to_row(value), done)
        Claim.objects.bulk_update(done.changed, ("row", "current", "doubt"))
        index([claim_entry(claim) for claim in done.changed])
        new = renamed(own_ids(case, fresh), names)
        done.added = add_claims(case, new, {document.key: document}, judged=False)
        _note(case, document, actor, done)
    return done


def matched(
    held: Sequence[Claim], found: Iterable[ClaimValue]
) -> tuple[list[tuple[Claim, ClaimValue]], list[ClaimValue]]:
    """Return the claims that two readings share, number by number, and those that are new.

    The same number whose words overlap is the same claim, whatever else was read of it.
    """
    left, pairs, fresh = list(held), [], []
    for value in found:
        same = next((claim for claim in left if _same_number(claim.row, value)), None)
        if same is None:
            fresh.append(value)
        else:
            left.remove(same)
            pairs.append((same, value))
    return pairs, fresh


def _same_number(row: Mapping[str, Any], value: ClaimValue) -> bool:
    proof, amount = value.evidence, value.quantity
    numbers = (amount.value, amount.qualifier.value)
    if (row["value"], row["qualifier"]) != numbers or row["start"] is None:
        return False
    return bool(row["start"] < (proof.end or 0) and (proof.start or 0) < row["end"])


def _take(claim: Claim, row: dict[str, Any], done: Reread) -> None:
    """Have a claim that nobody has touched follow a new reading; of another tell what differs."""
    if claim.standing == Standing.WAITING and claim.current == claim.row:
        if row != claim.row:
            claim.row = claim.current = row
            claim.doubt = 0.0 if row["confidence"] is None else 1 - row["confidence"]
            done.changed.append(claim)
        return
    differing = {}
    for name in COMPARED:
        stands, read = spelled(claim.current.get(name)), spelled(row[name])
        if read not in (stands, spelled(claim.row.get(name))):
            differing[name] = stands, read
    if differing:
        done.otherwise[claim.pk] = differing


def _note(case: Case, document: Document, actor: Actor, done: Reread) -> None:
    details = {
        "document": document.pk,
        "changed": len(done.changed),
        "added": len(done.added),
        "otherwise": {str(number): fields for number, fields in done.otherwise.items()},
        "wrote": {"claims": claim_facts([*done.changed, *done.added])},
    }
    note(actor, "claims.reread", case=case, subject=document.name[:300], details=details)
    case.changed()


def read_otherwise(document: Document) -> list[tuple[Claim, Differences]]:
    """Return the decided claims that the last new reading would read otherwise, and in what."""
    entries = Activity.objects.filter(case=document.case, what="claims.reread")
    last = entries.filter(details__document=document.pk).order_by("-number").first()
    told = last.details["otherwise"] if last else {}
    claims = document.claims.in_bulk([int(number) for number in told])
    still = []
    for number, fields in told.items():
        claim = claims.get(int(number))
        if claim is None:
            continue
        # What somebody has corrected since is no longer open.
        open_yet = {name: (was, now) for name, (was, now) in fields.items()
                    if spelled(claim.current.get(name)) == was}  # fmt: skip
        if open_yet:
            still.append((claim, open_yet))
    return still


def refuse_language(code: str, known: Iterable[str]) -> None:
    """Raise InputError where a language is none that can be named here."""
    if code and code not in known:
        raise InputError("is not a language that is read", "Choose one of the list.", value=code)
