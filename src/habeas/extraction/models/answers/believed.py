"""What of a model's answers is believed: entries whose quote and number the text bears out.

What a model says of measure, claimant and period is its own, and its confidence is capped.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.extraction.models.answers.claimants import NamedInText
from habeas.extraction.models.answers.entry_fields import Said, checked, row_of, said, texts
from habeas.extraction.models.answers.quotes import QuotedText
from habeas.extraction.models.answers.stated_numbers import StatedNumber, stated_numbers
from habeas.extraction.models.answers.steering import steers
from habeas.extraction.models.questions import Piece
from habeas.extraction.text import language_of
from habeas.vocabulary import Claim, Document, Evidence, InputError, Modality

CONFIDENCE = 0.5
"""What a model's claim is worth before a person, or another reader, has looked at it."""

DOUBTFUL = 0.3
"""What it is worth where something of it had to be left out."""

MOST_ENTRIES = 2_000
"""Entries of one answer that are looked at: more than a piece has words for."""

REASON = "read by a language model; its quote and its number stand in the text"


@dataclass(frozen=True)
class Refused:
    """An entry of a model that was not believed, and why, in few words and in a sentence."""

    quote: str
    kind: str
    reason: str


@dataclass(frozen=True)
class Entry:
    """An entry that is believed: its claim, where its number stands, and whom it points at.

    n, part_of, corrects: numbers of entries of the same answer.
    """

    claim: Claim
    number: tuple[int, int]
    n: int
    part_of: int | None
    corrects: int | None


class Witness:
    """A document against which the entries of its answers are checked.

    shown: the text as the model saw it, character by character as long as the document's.
    reader: how the claims name the model.
    """

    def __init__(self, document: Document, reader: str, shown: str = "") -> None:
        """Check against ``document``."""
        self.document = document
        self.reader = reader
        self.quoted = QuotedText(shown or document.text)
        self.language = document.language or language_of(document.text)
        self.named = NamedInText(document)
        self.taken: dict[tuple[int, int], list[Claim]] = {}

    def believed(self, items: Sequence[Any], piece: Piece) -> Iterator[Entry | Refused]:
        """Go through the entries of one answer; those of an earlier one may be said again."""
        self.taken = {}
        for place, item in enumerate(items[:MOST_ENTRIES], 1):
            if not isinstance(item, Mapping):
                yield Refused("", "no object", "An entry is no object with a quote.")
                continue
            try:
                yield self._entry(item, piece, place)
            except InputError as error:
                kind = f"{error.column or 'entry'} {error.problem}"
                yield Refused(str(item.get("quote") or "")[:300], kind, str(error))

    def _entry(self, item: Mapping[str, Any], piece: Piece, place: int) -> Entry:
        numbers = said(item)
        claim, mended = checked(row_of(item, numbers))
        start, end = self._place(str(item.get("quote") or ""), piece, claim)
        part_of, corrects = _entry_number(item, "part_of"), _entry_number(item, "corrects")
        number = self._number((start, end), numbers, in_sentence=part_of is not None)
        if claim.claimant and not self.named.has(claim.claimant):
            mended += (
                f'the claimant "{claim.claimant}", whom the text does not name, is left out',
            )
            footing = Modality.REPORTED if claim.modality.binds else claim.modality
            claim = replace(claim, claimant="", claimant_kind=None, modality=footing)
        claim = self._with_proof(claim, (start, end), texts(item, "population"), mended)
        self.taken.setdefault((start, end), []).append(claim)
        n = _entry_number(item, "n")
        return Entry(claim, number, place if n is None else n, part_of, corrects)

    def _with_proof(
        self, claim: Claim, at: tuple[int, int], population: str, mended: tuple[str, ...]
    ) -> Claim:
        document, (start, end) = self.document, at
        quote = document.text[start:end]
        return replace(
            claim,
            evidence=Evidence(
                document=document.id,
                start=start,
                end=end,
                quote=quote,
                reported_by=document.outlet,
                published=document.published.text if document.published else "",
                url=document.url,
            ),
            population=population if population and population in document.text else quote,
            confidence=DOUBTFUL if mended else CONFIDENCE,
            reasons=(REASON, *mended),
            reader=self.reader,
        )

    def _place(self, quote: str, piece: Piece, claim: Claim) -> tuple[int, int]:
        """Return where a quote stands, at a place that says nothing of the kind yet."""
        found = self.quoted.places(quote, piece)
        if not found:
            raise InputError("is not in the text", "A quote must be copied word for word.",
                             column="quote", value=quote)  # fmt: skip
        free = [at for at in found if at not in self.taken]
        at = next(iter(free), None) or next(
            (at for at in found if all(_differ(claim, other) for other in self.taken[at])), None
        )
        if at is None:
            raise InputError("is said twice", "Each number is listed once.",
                             column="quote", value=quote)  # fmt: skip
        first, last = self.quoted.sentence(*at)
        phrase = steers(self.document.text[first:last])
        if phrase:
            raise InputError(
                f'stands in a sentence that speaks to a machine ("{phrase}")',
                "Read that document yourself.", column="quote", value=quote,
            )  # fmt: skip
        return at

    def _number(self, at: tuple[int, int], numbers: Said, *, in_sentence: bool) -> tuple[int, int]:
        """Return where an entry's number stands. Raises InputError where it does not."""
        found = self._stated(at, numbers)
        if found is None and in_sentence:
            found = self._stated(self.quoted.sentence(*at), numbers)
        if found is None:
            shown = numbers.qualifier.value if numbers.value is None else str(numbers.value)
            raise InputError("is not a number of the quote", "Give the number as the quote has it.",
                             column="value", value=shown)  # fmt: skip
        return found

    def _stated(self, at: tuple[int, int], numbers: Said) -> tuple[int, int] | None:
        first, last = at
        stated = stated_numbers(self.document.text[first:last], self.language)
        place = _stands(stated, numbers)
        if place is None or (numbers.is_range and not _both_ends(stated, numbers)):
            return None
        return first + place.start, first + place.end


def _stands(stated: Sequence[StatedNumber], numbers: Said) -> StatedNumber | None:
    if numbers.value is None:
        return next((one for one in stated if one.vague == numbers.qualifier.value), None)
    return next((one for one in stated if numbers.value in one.values), None)


def _both_ends(stated: Sequence[StatedNumber], numbers: Said) -> bool:
    ends = {numbers.low, numbers.high}
    return ends <= {value for one in stated for value in one.values}


def _differ(claim: Claim, other: Claim) -> bool:
    return (claim.measure, claim.quantity, claim.claimant) != (
        other.measure, other.quantity, other.claimant,
    )  # fmt: skip


def _entry_number(item: Mapping[str, Any], name: str) -> int | None:
    value = item.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
