"""The parts of a workbook, unpacked within bounds and packed anew.

A ZIP file says itself how large its parts are, and what it says need not be true; two readers may
also find different parts in it. So the parts are unpacked here, their true sizes counted, and what
was counted, nothing else, is what is opened as a workbook afterwards.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

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


def refuse_declared(path: Path, bounds: ListBounds) -> None:
    """Raise InputError where a ZIP file itself says that it unfolds beyond bounds."""
    with zipfile.ZipFile(path) as archive:
        bounds.refuse_unpacked(sum(part.file_size for part in archive.infolist()))


def packed_anew(path: Path, bounds: ListBounds, needed: tuple[str, ...] = NEEDED) -> bytes:
    """Return a ZIP file of the parts that are needed, whose true sizes are within bounds.

    Raises InputError on one that is damaged or that unfolds beyond bounds.
    """
    target = io.BytesIO()
    size = 0
    try:
        refuse_declared(path, bounds)
        with (
            zipfile.ZipFile(path) as source,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as anew,
        ):
            for name in _names(source, needed):
                with source.open(name) as part, anew.open(name, "w") as copy:
                    while piece := part.read(PIECE):
                        size += len(piece)
                        bounds.refuse_unpacked(size)
                        copy.write(piece)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as error:
        raise InputError(
            f"is not a workbook that can be read ({str(error).lower()})",
            "Open it in a spreadsheet and save it again.",
        ) from None
    return target.getvalue()


def _names(source: zipfile.ZipFile, needed: tuple[str, ...]) -> list[str]:
    """Return the names of the parts needed, each once: of two of one name the last is read."""
    names = [
        name
        for name in dict.fromkeys(source.namelist())
        if name.lower().endswith(needed) and not name.lower().startswith(LEFT_OUT)
    ]
    if len(names) > MOST_PARTS:
        raise InputError(
            f"has more than {MOST_PARTS:,} parts, which no workbook has",
            "Open it in a spreadsheet and save it again.",
        )
    return names
