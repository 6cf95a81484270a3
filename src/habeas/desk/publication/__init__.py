"""A case to its public pages, and what becomes of them.

``published_pages`` (as they lie on the disk) → ``held_pages`` (taken off first, searched, put
back) · ``public_claims`` · ``changes_feed`` → ``publication_recovery`` (after a run that was
stopped) → ``publication``; pages: ``names_told`` → ``publish_page``; in public: ``view_counts`` →
``public_pages`` → ``reading_api``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.publication.held_pages import hold_back, search_held
    from habeas.desk.publication.public_claims import public_claims_of
    from habeas.desk.publication.publication import publish, take_off_if_exposed, unpublish
    from habeas.desk.publication.publication_recovery import pages_standing_still, settle
    from habeas.desk.publication.published_pages import (
        file_findings,
        folder_of,
        listed_files,
        page_facts,
    )

__all__ = [
    "file_findings",
    "folder_of",
    "hold_back",
    "listed_files",
    "page_facts",
    "pages_standing_still",
    "public_claims_of",
    "publish",
    "search_held",
    "settle",
    "take_off_if_exposed",
    "unpublish",
]

__getattr__ = lazy_face(
    __name__,
    {
        "file_findings": "published_pages",
        "folder_of": "published_pages",
        "hold_back": "held_pages",
        "listed_files": "published_pages",
        "page_facts": "published_pages",
        "pages_standing_still": "publication_recovery",
        "public_claims_of": "public_claims",
        "publish": "publication",
        "search_held": "held_pages",
        "settle": "publication_recovery",
        "take_off_if_exposed": "publication",
        "unpublish": "publication",
    },
)
