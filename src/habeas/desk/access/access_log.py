"""What the log tells of the entrance: who came in and went, and who was turned away.

Coming in and going out are an entry each. Who is turned away can try a thousand times a minute, and
must fill neither the disk nor the log: such attempts are counted, and told at once the first time,
then at most once an hour an account, and before the account's next coming in. What was typed as a
name and is none is not kept (it may be a password); all such attempts share one count.

Of addresses only the network is told (``peer_address.address_told``).
"""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from habeas.desk.access.peer_address import address_told
from habeas.desk.audit_log import ITSELF, Actor, note, one_change
from habeas.desk.models import AccessTally, Activity, Case

AT_MOST_EVERY = timedelta(hours=1)

SIGNED_IN, SIGNED_OUT = "account.signed_in", "account.signed_out"
WRONG_PASSWORD, WRONG_CODE = "account.wrong_password", "account.wrong_code"
SLOWED, LOCKED = "account.slowed", "account.locked"
WRONG_INVITATION = "account.wrong_invitation"


def came_in(request: HttpRequest, user: User) -> None:
    """Tell that somebody signed in with both factors, and first what went before it."""
    with one_change():
        tell_counted(AccessTally.objects.filter(name=user.get_username()))
        tell_due()
        _note(request, Actor.of(user), SIGNED_IN, user)


def went(request: HttpRequest, user: User) -> None:
    """Tell that somebody signed out."""
    _note(request, Actor.of(user), SIGNED_OUT, user)


def did(request: HttpRequest, user: User, what: str) -> None:
    """Tell what somebody did with their own account."""
    _note(request, Actor.of(user), what, user)


@one_change()
def turned_away(request: HttpRequest, what: str, user: User | None) -> None:
    """Count that somebody was turned away who claimed to be ``user`` (None: nobody we know)."""
    now = timezone.now()
    long_ago = now - 2 * AT_MOST_EVERY
    named = {"name": user.get_username() if user else "", "what": what}
    AccessTally.objects.get_or_create(**named, defaults={"noted_at": long_ago})
    tally = AccessTally.objects.select_for_update().get(**named)
    tally.count += 1
    tally.seen_from = address_told(request)
    tally.save()
    tell_due()


def tell_due() -> None:
    """Have the log tell what was counted and has not been told for an hour."""
    tell_counted(AccessTally.objects.filter(noted_at__lte=timezone.now() - AT_MOST_EVERY))


def tell_counted(tallies: QuerySet[AccessTally]) -> None:
    """Have the log tell of some counts now."""
    for tally in tallies.filter(count__gt=0).select_for_update().order_by("pk"):
        details = {"from": tally.seen_from, "times": tally.count}
        note(ITSELF, tally.what, subject=tally.name, details=details)
        tally.count, tally.noted_at = 0, timezone.now()
        tally.save()


def entries_for(case: Case, user: User, *, administers: bool) -> QuerySet[Activity]:
    """Return the entries of the log that a member may see.

    Those of the case; of the entrance those of the member's own account, and to whoever runs the
    case those of its members and of names that are none.
    """
    names = [user.get_username()]
    if administers:
        names += ["", *case.memberships.values_list("user__username", flat=True)]
    entrance = Q(case=None, what__startswith="account.", subject__in=names)
    return Activity.objects.filter(Q(case=case) | entrance)


def _note(request: HttpRequest, actor: Actor, what: str, user: User) -> None:
    note(actor, what, subject=user.get_username(), details={"from": address_told(request)})
