"""Figures of a reviewed table beside the same figures as read from documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from habeas.vocabulary import Claim, Evidence

Sameness = tuple[object, ...]


def with_words(table: Sequence[Claim], read: Iterable[Claim]) -> list[Claim]:
    """Give each figure of a table the words of the document that it was read from.

    A figure and a claim read from a document are the same if one claimant gave the same number,
    said in the same way, of the same measure, printed on the same day. The table was reviewed by
    people: its fields stand, and the document adds the words. Claims that are in no table follow.
    """
    waiting: dict[Sameness, list[Claim]] = defaultdict(list)
    for claim in read:
        waiting[_sameness(claim)].append(claim)
    told = [_quoting(figure, waiting[_sameness(figure)]) for figure in table]
    return [*told, *(claim for claims in waiting.values() for claim in claims)]


def _sameness(claim: Claim) -> Sameness:
    said = claim.quantity
    return (claim.measure, said.value, said.qualifier, claim.claimant.casefold(),
            claim.evidence.published)  # fmt: skip


def _quoting(figure: Claim, same: list[Claim]) -> Claim:
    if not same or figure.evidence.document:
        return figure
    words = same.pop(0).evidence
    said = figure.evidence
    return replace(
        figure,
        evidence=Evidence(
            words.document, words.start, words.end, words.quote,
            said.reported_by, said.published, said.url or words.url,
        ),
    )  # fmt: skip
