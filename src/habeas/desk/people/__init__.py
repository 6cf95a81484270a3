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
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.list_decisions import undo_list
    from habeas.desk.people.lists import add_list
    from habeas.desk.people.pair_decisions import decide_pair

__all__ = [
    "add_list",
    "decide_pair",
    "link_case",
    "restore_consent",
    "take_off_and_ask",
    "undo_list",
]

__getattr__ = lazy_face(
    __name__,
    {
        "add_list": "lists",
        "decide_pair": "pair_decisions",
        "link_case": "linking",
        "restore_consent": "consents",
        "take_off_and_ask": "consents",
        "undo_list": "list_decisions",
    },
)
