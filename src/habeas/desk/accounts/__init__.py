"""What a case knows of people: announced against documented, the unlisted, all of it side by side.

``case_people`` (the people of a case as engines take them) → ``announced_result`` ·
``estimated_result`` · ``account_result`` (worked out by the worker, and kept as ``result_kinds``);
pages: ``announced_page`` · ``estimated_page`` · ``account_page`` · ``tables_page``.

What they say is said by ``habeas.accounts``, as on the command line. The face is lazy: each file
is loaded when a name of it is wanted.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.accounts.account_result import account_case
    from habeas.desk.accounts.announced_result import verify_case
    from habeas.desk.accounts.estimated_result import estimate_case

__all__ = ["account_case", "estimate_case", "verify_case"]

__getattr__ = lazy_face(
    __name__,
    {
        "account_case": "account_result",
        "estimate_case": "estimated_result",
        "verify_case": "announced_result",
    },
)
