"""Lists of people, who is who on them, and what they agreed to.

``lists`` (in) · ``consents`` → ``list_rows`` (read anew) → ``list_replacement`` →
``list_decisions`` (that it counts) → ``link_weights`` → ``linking`` → ``pair_decisions``; pages:
``docket`` · ``list_choices`` → ``list_pages`` · ``pair_pages`` → ``people_pages``.

The face is lazy: each file is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.people.consents import restore_consent, take_off_and_ask
    from habeas.desk.people.docket import timeline_of
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.list_decisions import undo_list
    from habeas.desk.people.lists import add_list
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.desk.people.people_pages import visible

__all__ = [
    "add_list",
    "decide_pair",
    "link_case",
    "restore_consent",
    "take_off_and_ask",
    "timeline_of",
    "undo_list",
    "visible",
]

__getattr__ = lazy_face(
    __name__,
    {
        "add_list": "lists",
        "decide_pair": "pair_decisions",
        "link_case": "linking",
        "restore_consent": "consents",
        "take_off_and_ask": "consents",
        "timeline_of": "docket",
        "undo_list": "list_decisions",
        "visible": "people_pages",
    },
)
