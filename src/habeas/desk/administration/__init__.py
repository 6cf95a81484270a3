"""What runs beside the pages, and who is on the team.

``job_types`` (the kinds of long work) → ``worker`` (the process that does it) → ``request_bodies``
(how much a stranger may send) → ``serving``;
``sandbox_limits`` (which limits hold on this machine) → ``team_pages``.

The face is lazy: most of these files need Django to be ready for a store first.
"""

from typing import TYPE_CHECKING

from habeas.lazy_face import lazy_face

if TYPE_CHECKING:
    from habeas.desk.administration.serving import serve

__all__ = [
    "serve",
]

__getattr__ = lazy_face(
    __name__,
    {
        "serve": "serving",
    },
)
