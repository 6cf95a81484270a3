"""Accounts: inviting somebody, and the second factor."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

import segno
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from habeas.desk.audit_log import Actor, note, one_change
from habeas.vocabulary import InputError

SPARE_CODES = 10


@one_change()
def account(name: str, actor: Actor) -> User:
    """Return somebody's account, a new one without a password where there is none yet.

    Raises InputError on a name that cannot be one.
    """
    name = name.strip()
    found = User.objects.filter(username__iexact=name).first()
    if found:
        return found
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        name = ""
    if not name or len(name) > 150:
        raise InputError("is no name for an account", "Use letters, digits and @ . + - _.")
    user = User(username=name)
    user.set_unusable_password()
    user.save()
    note(actor, "account.made", subject=name)
    return user


def invitation(user: User) -> str:
    """Return the address at which somebody sets a password, once and within a week."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("enter", args=[uid, default_token_generator.make_token(user)])


@one_change()
def invite(user: User, actor: Actor) -> str:
    """Write an invitation for somebody, and have the log tell who did."""
    note(actor, "account.invited", subject=user.get_username())
    return invitation(user)


def invited(uid: str, token: str) -> User | None:
    """Return whose invitation an address is, None where it holds no longer.

    Within a transaction, which keeps a second use at the same moment waiting until the first has
    ended the invitation.
    """
    try:
        number = int(urlsafe_base64_decode(uid))
        user = User.objects.select_for_update().filter(pk=number).first()
    except (ValueError, OverflowError):
        return None
    return user if user and default_token_generator.check_token(user, token) else None


def has_second_factor(user: User) -> bool:
    """Whether somebody has set up a second factor."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def unconfirmed_factor(user: User) -> TOTPDevice:
    """Return the second factor that somebody is about to set up."""
    found = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return found or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


def picture(device: TOTPDevice) -> str:
    """Return the code that an app scans, as SVG."""
    return str(segno.make(device.config_url).svg_inline(scale=4, border=2, omitsize=False))


def spelled(device: TOTPDevice) -> str:
    """Return the key as people type it into an app: groups of four letters."""
    key = dict(part.split("=") for part in device.config_url.split("?")[1].split("&"))["secret"]
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


@one_change()
def confirm(user: User, device: TOTPDevice) -> Sequence[str]:
    """Confirm a second factor, and return codes for the day when it is lost, each good once."""
    device.confirmed = True
    device.save()
    StaticDevice.objects.filter(user=user).delete()
    spare = StaticDevice.objects.create(user=user, name="spare", confirmed=True)
    codes = [secrets.token_hex(5) for _ in range(SPARE_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=spare, token=code) for code in codes)
    note(Actor.of(user), "account.second_factor", subject=user.get_username())
    return codes


@one_change()
def forget_second_factor(user: User, actor: Actor) -> None:
    """Let somebody in anew who has lost the second factor; the password ends with it."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    user.set_unusable_password()
    user.save()
    note(actor, "account.reset", subject=user.get_username())
