"""Who comes in, and who may do what.

``peer_address`` (whose request it is) · ``passwords`` · ``throttling`` (waiting after failures) ·
``known_devices`` → ``access_log`` → ``accounts`` (inviting, the second factor) → ``sign_in_pages``.
``rules`` (what each page asks for; ``roles`` has who may) → ``permission_middleware`` (the one
place where they are enforced) → ``refusal_pages``. ``asked_numbers``: numbers in addresses.
"""

from habeas.desk.access.access_log import entries_for
from habeas.desk.access.asked_numbers import number_asked
from habeas.desk.access.permission_middleware import DeskRequest
from habeas.desk.access.rules import anybody, members, signed_in

__all__ = [
    "DeskRequest",
    "anybody",
    "entries_for",
    "members",
    "number_asked",
    "signed_in",
]
