"""A table beside documents that says of each file when and by whom it was published."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from habeas.formats.documents.found_document import FoundDocument
from habeas.formats.documents.publication_dates import language_code
from habeas.formats.text_lines import text_lines
from habeas.vocabulary import InputError, partial_date

TABLE = "documents.csv"
FACTS = ("published", "language", "title", "outlet", "url", "country")
"""What a table may say of a file; other columns are ignored."""


@dataclass
class DocumentTables:
    """The tables of the folders that documents lie in, each read once.

    The table of ``articles/`` is ``articles/documents.csv`` or, beside the folder,
    ``articles.csv``. It has a column ``file`` and some of FACTS; a CSV without is no such table.
    """

    read: dict[Path, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def describe(self, found: FoundDocument, path: Path) -> FoundDocument:
        """Add what a table says of the file, where the document's own collection does not.

        Raises InputError on a table that cannot be read.
        """
        folder = path.parent.absolute()
        if folder not in self.read:
            self.read[folder] = _of_folder(folder)
        facts = self.read[folder].get(path.name, {})
        new = {name: text for name, text in facts.items() if not getattr(found, name)}
        return replace(found, **new) if new else found  # type: ignore[arg-type]  # all texts


def _of_folder(folder: Path) -> Mapping[str, Mapping[str, str]]:
    for path in (folder / TABLE, folder.parent / f"{folder.name}.csv"):
        if path.is_file() and not path.is_symlink() and (rows := _rows(path)):
            return rows
    return {}


def _rows(path: Path) -> Mapping[str, Mapping[str, str]]:
    rows: dict[str, Mapping[str, str]] = {}
    with path.open("rb") as stream:
        try:
            reader = csv.DictReader(line for _, line in text_lines(stream, str(path)))
            heading = reader.fieldnames or ()
            if "file" not in heading or not set(FACTS) & set(heading):
                return {}
            for row in reader:
                rows[row["file"]] = _facts(row, str(path), reader.line_num)
        except csv.Error as error:
            raise InputError(
                f"is not a table ({error})", "Mend it, or take it away.", file=str(path)
            ) from None
    return rows


def _facts(row: Mapping[str, str | None], file: str, line: int) -> Mapping[str, str]:
    facts = {name: (row.get(name) or "").strip() for name in FACTS}
    try:
        partial_date(facts["published"])
    except InputError as error:
        raise error.at(file=file, line=line, column="published") from None
    facts["language"] = language_code(facts["language"])
    return {name: text for name, text in facts.items() if text}
