"""Lists of people, who is who on them, and what they agreed to.

``lists`` (in) · ``consents`` → ``link_weights`` → ``linking`` → ``pair_decisions``; pages:
``pair_pages`` → ``people_pages``.
"""

from habeas.desk.people.consents import restore_consent, take_off_and_ask
from habeas.desk.people.linking import link_case
from habeas.desk.people.lists import add_list
from habeas.desk.people.pair_decisions import decide_pair

__all__ = [
    "add_list",
    "decide_pair",
    "link_case",
    "restore_consent",
    "take_off_and_ask",
]
