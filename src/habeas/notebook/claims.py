"""``habeas.read``: documents to claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from habeas.extraction import Shingles, read_claims, shingled, story_leaders
from habeas.formats.documents import FoundDocument, find_documents
from habeas.formats.scopes_toml import CaseFile
from habeas.notebook.chart import Chart
from habeas.notebook.frames import is_frame, rows_of
from habeas.notebook.inputs import case_of
from habeas.notebook.pictures import figures_over_time
from habeas.notebook.shown import counted, table
from habeas.reading import Asked, claims_in
from habeas.vocabulary import (
    CLAIM_COLUMNS,
    Claim,
    Document,
    InputError,
    PartialDate,
    ReadingStatus,
    Scopes,
    Sources,
    claim_to_row,
)

if TYPE_CHECKING:
    import polars as pl

BATCH = 100
"""Documents that one child of the sandbox reads."""
SHOWN = ("value", "qualifier", "measure", "population_kind", "period_end", "claimant", "modality",
         "quote")  # fmt: skip


@dataclass(frozen=True)
class Claims(Sequence[Claim]):
    """Claims in the order read, and what was passed over.

    told: sentences on what was not read or is doubtful, each with its document.
    """

    claims: tuple[Claim, ...]
    told: tuple[str, ...] = ()

    @overload
    def __getitem__(self, place: int) -> Claim: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Claim]: ...
    def __getitem__(self, place: int | slice) -> Claim | Sequence[Claim]:
        """Return a claim by its place, or some of them."""
        return self.claims[place]

    def __len__(self) -> int:
        """How many claims there are, the unread among them."""
        return len(self.claims)

    @property
    def unread(self) -> tuple[Claim, ...]:
        """Numbers of people of which the reader could not tell what is counted."""
        return tuple(one for one in self.claims if one.status is ReadingStatus.UNREAD)

    def to_frame(self) -> pl.DataFrame:
        """Return the claims as a data frame of texts and numbers, a column a field."""
        import polars as pl  # noqa: PLC0415  (heavy: only who wants a frame pays for it)

        rows = [claim_to_row(claim) for claim in self.claims]
        columns = {
            name: pl.Series(name, [_plain(row.get(name)) for row in rows], strict=False)
            for name in CLAIM_COLUMNS
        }
        return pl.DataFrame(columns)

    def plot(self) -> Chart:
        """Draw each figure on its day, by what it measures."""
        return figures_over_time(self.claims)

    def _repr_html_(self) -> str:
        rows = [{name: claim_to_row(one).get(name) for name in SHOWN} for one in self.claims]
        unread = len(self.unread)
        above = counted(len(self) - unread, "claim") + (f", and {unread} unread" if unread else "")
        return table(rows, above, self.told)


def _plain(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, list | tuple) else value


def read(
    *sources: str | Path | Document | Any,
    text: str = "",
    published: str = "",
    lang: str = "",
    scopes: Scopes | CaseFile | str | Path | None = None,
) -> Claims:
    """Read claims out of documents: who says how many were taken, freed, died or are held.

    sources: files and folders; Documents; a data frame or mappings with a ``text`` (and ``id``,
    ``published``, ``lang``, ``outlet``, ``url``). text: one text instead. published, lang: of
    documents that do not tell. scopes: a case, by whose aliases claimants are filed. Files are
    opened in a child process with limits. Raises InputError.
    """
    case = case_of(scopes)
    gathered = _Gathered(case.sources)
    if text:
        gathered.text(Document("text", text, _day(published), lang))
    for source in sources:
        gathered.source(source, published, lang)
    return gathered.claims()


@dataclass
class _Gathered:
    """What was read so far: claims and word sequences by document, and what is to be told."""

    sources: Sources
    found: dict[str, tuple[Claim, ...]] = field(default_factory=dict)
    shingles: dict[str, Shingles] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def source(self, source: Any, published: str, lang: str) -> None:  # noqa: ANN401
        """Read one source, whatever it is."""
        if isinstance(source, str | Path):
            self.files(source, published, lang)
        elif isinstance(source, Document):
            self.text(source)
        elif is_frame(source) or isinstance(source, Iterable):
            several = source if is_frame(source) else list(source)
            if not is_frame(several) and all(isinstance(one, Document) for one in several):
                for one in several:
                    self.text(one)
            else:
                self.table(several, published, lang)
        else:
            raise InputError(
                "is nothing that can be read", "Give files, Documents, or a table with a text.",
                value=type(source).__name__,
            )  # fmt: skip

    def text(self, document: Document) -> None:
        """Read a text; its offsets are those of the text given."""
        claims = tuple(read_claims(document, aliases=self.sources))
        self._add(document.id, claims, shingled(document.text))

    def table(self, rows: Any, published: str, lang: str) -> None:  # noqa: ANN401
        """Read each row's text. Raises InputError where no column is called text."""
        heading, each = rows_of(rows)
        if "text" not in heading:
            raise InputError(
                "has no text", f"Name a column text (there are: {', '.join(heading)}).",
                file="data frame",
            )  # fmt: skip
        for number, row in enumerate(each, 1):
            day = row.get("published") or published
            self.text(
                Document(
                    row.get("id") or f"row {number}", row["text"], _day(day),
                    row.get("lang") or lang, row.get("title", ""), row.get("outlet", ""),
                    row.get("url", ""),
                )
            )  # fmt: skip

    def files(self, path: str | Path, published: str, lang: str) -> None:
        """Read a file or a folder; what of a folder cannot be read is told."""
        asked = Asked(PartialDate(published).text if published else "", lang, sources=self.sources)
        for batch in _batches(find_documents([path], note=self.told.append)):
            for found, answer in zip(batch, claims_in(batch, asked), strict=True):
                if isinstance(answer, InputError):
                    if not found.one_of_many:
                        raise answer
                    self.told.append(f"{answer} Passed over.")
                    continue
                self.told += [f"{found.place}: {warning}." for warning in answer.warnings]
                self._add(
                    found.document_id, answer.claims, np.frombuffer(answer.shingles, np.uint64)
                )

    def _add(self, document: str, claims: tuple[Claim, ...], shingles: Shingles) -> None:
        if document in self.found:
            self.told.append(f"{document} was given twice and is read once.")
            return
        self.found[document] = claims
        if claims:
            self.shingles[document] = shingles

    def claims(self) -> Claims:
        """Return all claims; of one wire story told several times, each names the first."""
        names = list(self.shingles)
        leaders = story_leaders(list(self.shingles.values()))
        first = {name: names[place] for name, place in zip(names, leaders, strict=True)}
        every = [
            replace(claim, story=first[name]) if first.get(name, name) != name else claim
            for name, claims in self.found.items()
            for claim in claims
        ]
        return Claims(tuple(every), tuple(self.told))


def _day(published: str) -> PartialDate | None:
    return PartialDate(published) if published else None


def _batches(found: Iterator[FoundDocument]) -> Iterator[list[FoundDocument]]:
    batch: list[FoundDocument] = []
    for one in found:
        batch.append(one)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
