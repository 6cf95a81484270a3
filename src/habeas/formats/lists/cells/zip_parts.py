"""The parts of a workbook, each once and packed anew, so that all readers find the same in it.

A ZIP file may hold two parts of one name, and say of each what is not so; two readers then see two
lists. What it says that it unfolds to is refused here in words; what it does is limited by the
system, in a child of the sandbox.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from habeas.formats.lists.cells.list_bounds import ListBounds
from habeas.vocabulary import InputError

PIECE = 1 << 20
NEEDED = (".xml", ".rels", "mimetype")
"""How the names of parts end that tables are read from; pictures and the like are left out."""

LEFT_OUT = (
    "customxml/", "docprops/", "xl/drawings/", "xl/charts/", "xl/theme/", "xl/externallinks/",
)  # fmt: skip
"""How the names of parts begin from which no table is read, whatever is in them."""

MOST_PARTS = 10_000
SIGNS = 8
"""Beginnings of elements that a filled cell takes at most, its row's and its text's among them."""
DOCTYPE = b"<!DOCTYPE"
KINDS = ("xl/workbook.xml", "content.xml", "xl/workbook.bin")
"""The part by which each kind of workbook is known; a file has one of them."""
DAMAGED = (
    OSError, ValueError, KeyError, EOFError, RuntimeError, NotImplementedError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What is raised over a damaged ZIP file."""


def refuse_declared(content: bytes, bounds: ListBounds) -> None:
    """Raise InputError where a ZIP file itself says that it unfolds beyond bounds."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        bounds.refuse_unpacked(sum(part.file_size for part in archive.infolist()))


def packed_anew(content: bytes, bounds: ListBounds, needed: tuple[str, ...] = NEEDED) -> bytes:
    """Return a ZIP file of the parts that are needed.

    Raises InputError on one that is damaged, that says that it unfolds beyond bounds, that declares
    a document type, or that holds elements without end.
    """
    target = io.BytesIO()
    signs = 0
    refuse_declared(content, bounds)
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as anew,
    ):
        for name in _names(source, needed):
            before = b""
            with source.open(name) as part, anew.open(name, "w") as copy:
                while piece := part.read(PIECE):
                    # Elements without end that fill no cell take time, if no memory.
                    signs += piece.count(b"<")
                    bounds.refuse_cells(signs // SIGNS)
                    _refuse_doctype(before + piece)
                    before = piece[-len(DOCTYPE) :]
                    copy.write(piece)
    return target.getvalue()


def _refuse_doctype(piece: bytes) -> None:
    """Raise InputError on entities: one reader would put their texts in, another none."""
    if DOCTYPE in piece:
        raise InputError(
            "declares a document type, which no workbook does",
            "Open it in a spreadsheet and save it again.",
        )


def _names(source: zipfile.ZipFile, needed: tuple[str, ...]) -> list[str]:
    """Return the names of the parts needed, each once: of two of one name the last is read."""
    every = dict.fromkeys(source.namelist())
    if sum(kind in every for kind in KINDS) > 1:
        raise InputError(
            "holds two workbooks of different kinds, and a list is one, the limit for a file",
            "Open it in a spreadsheet and save it again.",
        )
    names = [
        name
        for name in every
        if name.lower().endswith(needed) and not name.lower().startswith(LEFT_OUT)
    ]
    if len(names) > MOST_PARTS:
        raise InputError(
            f"has more than {MOST_PARTS:,} parts, which no workbook has",
            "Open it in a spreadsheet and save it again.",
        )
    return names
