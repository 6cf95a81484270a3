"""How long to wait after failing to sign in, wherever the attempts come from.

django-axes locks an account for one address; somebody with many addresses is slowed down here, by
the account alone: after a few failures each one doubles the wait, up to a quarter of an hour. An
attempt is counted before its password is looked at, so that many at once are no way round.

Whoever knows a name could so keep its owner waiting. Therefore a device that has signed in before
(``known_devices``) has a count of its own, which strangers cannot reach.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from habeas.desk.models import SignInWait

LONGEST = timedelta(minutes=15)
"""No wait is longer: an owner on a new device comes in between two attempts of an attacker."""

FORGOTTEN = timedelta(hours=1)
"""After this time without an attempt the failures before it no longer count."""


@dataclass(frozen=True)
class Schedule:
    """How failures become waits.

    free: how many in a row cost nothing. first: the wait after one more; each next doubles it.
    """

    free: int
    first: timedelta

    def wait(self, failures: int) -> timedelta:
        """Return how long to wait after so many failures in a row."""
        beyond = failures - self.free
        if beyond < 0:
            return timedelta(0)
        # Beyond thirty doublings even a second is longer than the longest wait.
        doubled: int = 1 << min(beyond, 30)
        return min(self.first * doubled, LONGEST)


PASSWORDS = Schedule(10, timedelta(seconds=1))
CODES = Schedule(3, timedelta(seconds=15))
"""Whoever tries codes has the password already: about a hundred tries a day, of a million codes."""


@transaction.atomic
def take_turn(key: str, schedule: Schedule) -> timedelta | None:
    """Count an attempt as failed until ``forgive`` says otherwise.

    Returns None where it may be made, and else how long to wait; then nothing was counted.
    """
    now = timezone.now()
    _forget(now)
    start = {"until": now}
    SignInWait.objects.get_or_create(key=key, defaults=start)
    row = SignInWait.objects.select_for_update().get(key=key)
    if row.failures >= schedule.free and row.until > now:
        return row.until - now
    row.failures += 1
    row.until = now + schedule.wait(row.failures)
    row.save()
    return None


def forgive(*keys: str) -> None:
    """Forget the failures under some keys: somebody has signed in, or was invited anew."""
    SignInWait.objects.filter(key__in=keys).delete()


def key_of(kind: str, name: object) -> str:
    """Return the key under which attempts are counted; nobody without the secret can tell whose."""
    told = f"{kind}:{name}"
    return salted_hmac("habeas.desk.throttling", told, algorithm="sha256").hexdigest()


def _forget(now: datetime) -> None:
    SignInWait.objects.filter(until__lt=now - FORGOTTEN).delete()
