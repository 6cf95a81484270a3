"""Pages to HTML: templates that escape whatever they are given."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from habeas.dossier.page_context import Page, PageContext, link, linked, shown
from habeas.dossier.pages.menu import menu
from habeas.dossier.words import wording
from habeas.version import __version__

CONTENT_POLICY = (
    "default-src 'none'; style-src 'self' file:; img-src 'self' file:; script-src 'self' file:; "
    "connect-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""No script but the reader's tools, no frame, nothing from elsewhere.

``file:`` lets a folder be read where it lies.
"""


@cache
def templates() -> Environment:
    """Return the templates of ``templates/``, which escape every value."""
    found = Environment(
        loader=PackageLoader("habeas.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["shown"] = shown
    found.filters["outward"] = outward
    found.filters["linked"] = linked
    return found


def outward(address: str) -> str:
    """Return an address that a link may lead to, "" for anything but the web."""
    return address if address.startswith(("https://", "http://")) else ""


def render(edition: PageContext, page: Page) -> str:
    """Write a page as HTML."""
    case, words = edition.case, edition.words
    switches = [
        (language, edition.counterpart(page.path, language)) for language in edition.languages
    ]
    return (
        templates()
        .get_template(page.template)
        .render(
            page.values,
            page=page,
            case=case,
            edition=edition,
            at=edition.addresses,
            w=words,
            to=lambda path: link(page.path, path),
            switches=switches,
            menu=menu(edition),
            other_name=lambda language: wording(language)("name"),
            content_policy=Markup(CONTENT_POLICY),  # noqa: S704 - our own constant
            version=__version__,
        )
    )
