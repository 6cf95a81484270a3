"""Untrusted files are opened in a child process that can do nothing but answer.

In the order in which a file passes through: ``limits`` (how much a child may take) → ``sandbox``
(asks for a child, hands it the bytes, and believes nothing that comes back) → ``channels`` (the way
to a child: forked for each job by the ``server``, or, where a platform does not fork, one that is
thrown away after a failure) → ``messages`` (bounded, length-prefixed, plain values) →
``confinement`` with ``system_calls`` and ``landlock`` (what the child gives up before it reads a
byte) → ``child`` (runs one job) → ``unreadable`` (why there was no answer).

``platform_limits`` tries each limit on this very machine, with ``trials`` that exceed it.
"""

from habeas.formats.sandbox.child import Answer
from habeas.formats.sandbox.limits import Limits
from habeas.formats.sandbox.platform_limits import limits_of_this_platform
from habeas.formats.sandbox.sandbox import Sandbox
from habeas.formats.sandbox.unreadable import (
    MEMORY,
    OUTPUT,
    PROCESSOR,
    WALL,
    Unreadable,
    reader_failed,
    refusal,
    refused_by_child,
)

__all__ = [
    "MEMORY",
    "OUTPUT",
    "PROCESSOR",
    "WALL",
    "Answer",
    "Limits",
    "Sandbox",
    "Unreadable",
    "limits_of_this_platform",
    "reader_failed",
    "refusal",
    "refused_by_child",
]
