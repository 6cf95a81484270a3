"""PDF files that carry their text."""

from __future__ import annotations

import re

import pypdfium2  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from habeas.formats.documents import Contents, FoundDocument, published_day
from habeas.formats.readers.page_layout import page_text, without_furniture
from habeas.formats.readers.told_tables import table_left, table_rows
from habeas.vocabulary import InputError

MOST_PAGES = 3000
MOST_CHARACTERS = 20_000_000
MOST_NAMED = 8
"""Pages that are named one by one."""

PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
PARTED = re.compile(r"(?<=[^\W\d_])[\x02\ufffe\xad]\s*(?=[^\W\d_])")
BULLET = re.compile(r"\s*(?:[•‣▪●–—-]\s|\d{1,3}[.)]\s)")


def pdf_text(found: FoundDocument) -> Contents:
    """Read a PDF's text layer, its broken lines joined into paragraphs.

    Raises InputError on a damaged or locked file, and where there is no text (a scan).
    """
    try:
        pdf = pypdfium2.PdfDocument(found.raw)
        read = [_page(pdf, number) for number in range(min(len(pdf), MOST_PAGES))]
        length = len(pdf)
        about = pdf.get_metadata_dict(skip_empty=True)
        pdf.close()
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise InputError(
            "is locked by a password" if locked else f"is not a PDF that can be read ({error})",
            "Save it again without the password." if locked else "Get the file again.",
        ) from None
    text, tables = joined_pages([page for page, _ in read])
    left = passed_over([number for number, (_, seen) in enumerate(read, 1) if seen], length, text)
    text = text[:MOST_CHARACTERS]
    if not text.strip():
        raise InputError(
            "holds no text, only pictures of it", "Run text recognition (OCR) over it first."
        )
    made = PDF_DATE.match(about.get("CreationDate", ""))
    day = published_day("-".join(made.groups())) if made else ""
    doubt = f"does not say when it was published; the day it was made, {day}, is taken for it"
    warnings = [*left, *([table_left(tables)] if tables else ())]
    return Contents(
        text, day, doubt if day else "", title=about.get("Title", ""), warnings=tuple(warnings)
    )


def passed_over(pictures: list[int], length: int, text: str) -> list[str]:
    """Return what to say of the parts of a PDF that are not read.

    pictures: the numbers of the pages that show only a picture. length: how many pages it has.
    """
    said: list[str] = []
    if pictures:
        named = ", ".join(map(str, pictures[:MOST_NAMED]))
        more = f" and {len(pictures) - MOST_NAMED} more" if len(pictures) > MOST_NAMED else ""
        page = "page" if len(pictures) == 1 else "pages"
        said.append(
            f"shows only a picture on {page} {named}{more}, which is not read: "
            "run text recognition (OCR) over it"
        )
    if length > MOST_PAGES:
        said.append(f"has {length} pages, of which the first {MOST_PAGES} are read")
    if len(text) > MOST_CHARACTERS:
        said.append(f"is read as far as its first {MOST_CHARACTERS} characters")
    return said


def joined_pages(pages: list[str]) -> tuple[str, int]:
    """Return the paragraphs of all pages, and how many rows of tables they hold.

    A paragraph that a page's end cuts goes on at the beginning of the next.
    """
    texts = [paragraphs(page) for page in without_furniture(pages)]
    whole = ""
    for text in filter(str.strip, texts):
        goes_on = whole and not SENTENCE_END.search(whole) and text[0].islower()
        whole += (" " if goes_on else "\n" if whole else "") + text
    return whole, sum(map(table_rows, pages))


def paragraphs(page: str) -> str:
    """Join the lines of a page that run on, so that a paragraph is a line.

    A line ends a paragraph where it is clearly shorter than the widest and closes a sentence, or
    is shorter than half of it, or where a bullet follows. U+FFFE and U+0002 mark a word parted by a
    hyphen at the end of a line, which is put together again.
    """
    page = PARTED.sub("", page)
    lines = [line.strip() for line in page.replace("\r\n", "\n").split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    open_paragraph = False
    for line in lines:
        if not line:
            open_paragraph = False
            continue
        if open_paragraph and not BULLET.match(line):
            parted = joined[-1].endswith(("\ufffe", "\xad"))
            joined[-1] = joined[-1][:-1] + line if parted else f"{joined[-1]} {line}"
        else:
            joined.append(line)
        closes = SENTENCE_END.search(line) and len(line) < 0.85 * widest
        open_paragraph = not closes and len(line) >= 0.5 * widest
    return "\n".join(joined).replace("\ufffe", "-")


def _page(pdf: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    """Return a page's text, and whether it has none but shows a picture."""
    page = pdf[number]
    layer = page.get_textpage()
    text = page_text(layer)
    layer.close()
    pictures = () if text.strip() else page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    seen = any(True for _ in pictures)
    page.close()
    return text, seen
