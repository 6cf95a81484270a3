"""E-mails (.eml): the message, and the documents attached to it."""

from __future__ import annotations

import contextlib
import email
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy, Policy
from email.utils import parseaddr
from typing import cast

from habeas.formats.documents import (
    COLLECTIONS,
    HTML,
    MAIL,
    PDF,
    TEXT,
    Contents,
    FoundDocument,
    decoded,
    published_day,
    type_by_name,
)
from habeas.formats.readers.html_text import html_text
from habeas.formats.readers.quoted_mail import without_quoted
from habeas.vocabulary import InputError

ATTACHMENTS = (PDF, HTML, TEXT)
MOST_NAMED = 10
"""How many attachments that are not read are named; of more, it is told how many there are."""

LONGEST_NAME = 120
SAVE_THEM = "Save them, and add what is in them."
MOST_PARTS = 1000
LONGEST_HEADER = 2000
"""Characters of a header that are read; the standard library takes the square of the time."""


class BoundedHeaders(EmailPolicy):
    """The modern policy, which reads of each header no more than LONGEST_HEADER characters."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Part a header into its name and its value, cut."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER]


POLICY = cast("Policy[EmailMessage]", BoundedHeaders())


def mail_documents(raw: bytes, place: str) -> Iterator[FoundDocument]:
    """Go through the message itself and its attached PDF files, pages and texts.

    Raises InputError on what is no e-mail, and on parts within parts without end.
    """
    mail = read_mail(raw, place)
    if not mail.body and not mail.attachments:
        if mail.unread:
            raise InputError(f"holds no words, and {unread_told(mail)}", SAVE_THEM, file=place)
        raise InputError("holds no words", "Is it an e-mail?", file=place)
    said = FoundDocument(raw, MAIL, place, published=mail.day, outlet=mail.sender)
    if mail.body or (mail.subject and mail.unread):
        yield said
    for number, (kind, content) in enumerate(mail.attachments, 1):
        name = f"{place}, attachment {number}"
        yield replace(said, raw=content, media_type=kind, place=name, one_of_many=True)


def mail_text(found: FoundDocument) -> Contents:
    """Read a message: its subject, then its words. Raises InputError."""
    mail = read_mail(found.raw, found.place)
    own, older = without_quoted(mail.body)
    return Contents(
        text="\n".join(part for part in (mail.subject, own) if part),
        published=mail.day,
        title=mail.subject,
        outlet=mail.sender,
        warnings=((unread_told(mail),) if mail.unread else ())
        + ((older_told(older),) if older else ()),
    )


def older_told(lines: int) -> str:
    """Return how many lines of older messages are not read, as a sentence's end, "" for none."""
    return f"quotes {lines} lines of older messages, which were not read" if lines else ""


def unread_told(mail: Mail) -> str:
    """Return which attachments are not read, by name, as a sentence's end, "" for none."""
    if not mail.unread:
        return ""
    more = len(mail.unread) - MOST_NAMED
    names = ", ".join(f"“{name}”" for name in mail.unread[:MOST_NAMED])
    names += f" and {more} more" if more > 0 else ""
    return f"has attachments that were not read: {names}"


@dataclass(frozen=True)
class Mail:
    """What an e-mail says.

    attachments: (media type, bytes) of those that are documents. unread: the names of the others.
    """

    subject: str
    sender: str
    day: str
    body: str
    attachments: tuple[tuple[str, bytes], ...]
    unread: tuple[str, ...]


def read_mail(raw: bytes, place: str) -> Mail:
    """Take an e-mail apart. Raises InputError where that cannot be done."""
    if raw.lower().count(b"\ncontent-type:") <= MOST_PARTS:
        with contextlib.suppress(Exception):  # the library raises anything on hostile headers
            return _mail(email.message_from_bytes(raw, policy=POLICY))
    raise InputError(
        "nests its parts beyond all measure, or is damaged", "Save its text alone.", file=place
    )


def _mail(message: EmailMessage) -> Mail:
    name, address = parseaddr(_header(message, "From"))
    part = message.get_body(("plain", "html"))
    body = ""
    if part is not None and not part.get_filename():
        text = decoded(_content(part), part.get_content_charset() or "")[0]
        body = html_text(text) if part.get_content_type() == HTML else text.strip()
    attached, unread = _attached(message, part)
    return Mail(
        subject=_header(message, "Subject"),
        sender=name or address,
        day=published_day(_header(message, "Date")),
        body=body,
        attachments=attached,
        unread=unread,
    )


def _attached(
    message: EmailMessage, body: MIMEPart | None
) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """Return the attachments that are documents, and the names of those that are not.

    A part of a kind that says little counts as what its name promises, where that is a document.
    """
    read: list[tuple[str, bytes]] = []
    unread: list[str] = []
    for part in message.walk():
        name, kind = part.get_filename() or "", part.get_content_type()
        if (part is body and not name) or (part.is_multipart() and kind != MAIL):
            continue
        if kind not in ATTACHMENTS and kind not in COLLECTIONS:
            kind = type_by_name(name) or kind
        if name and kind in ATTACHMENTS and (content := _content(part)):
            read.append((kind, content))
        elif name or part.is_attachment() or (kind == MAIL and part is not message):
            unread.append(_shown(name) or kind)
    return tuple(read), tuple(unread)


def _shown(name: str) -> str:
    """Return an attachment's name on one line, cut where it is beyond all measure."""
    return " ".join(name.split())[:LONGEST_NAME]


def _content(part: MIMEPart) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())
