"""What each page asks for, said where the page is written and enforced by the ``doorkeeper``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from django.http import HttpResponseBase

from habeas.desk.roles import Action

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


class Door(StrEnum):
    """Who may pass at all."""

    PUBLIC = "public"
    PASSWORD = "password"  # noqa: S105  (not a secret: the first factor has been given)
    SIGNED_IN = "signed_in"
    MEMBER = "member"


@dataclass(frozen=True)
class Rule:
    """What a page asks for.

    door: who may pass. action: what a member's role must allow to read the page; post_action: to
    send it something, where that is more.
    """

    door: Door
    action: Action | None = None
    post_action: Action | None = None

    def needed(self, method: str) -> Action | None:
        """Return what a role must allow for a request of this method."""
        reads = method in ("GET", "HEAD", "OPTIONS")
        return self.action if reads else self.post_action or self.action


def anybody(view: View) -> View:
    """Declare that anybody may see the page."""
    return _ruled(view, Rule(Door.PUBLIC))


def half_signed_in(view: View) -> View:
    """Declare that the page asks for the first factor only: where the second is given."""
    return _ruled(view, Rule(Door.PASSWORD))


def signed_in(view: View) -> View:
    """Declare that the page asks for both factors, and for no case."""
    return _ruled(view, Rule(Door.SIGNED_IN))


def members(action: Action, post: Action | None = None) -> Callable[[View], View]:
    """Declare that the page asks for a member of its case whose role allows ``action``.

    post: what sending something asks for, where that is more. The page's address names the case
    as ``case``; the view finds it, and the role, at ``request.case`` and ``request.role``.
    """
    return lambda view: _ruled(view, Rule(Door.MEMBER, action, post))


def rule_of(view: object) -> Rule | None:
    """Return the rule that a view declares, or None where it declares none."""
    found = getattr(view, "rule", None)
    return found if isinstance(found, Rule) else None


def _ruled(view: View, rule: Rule) -> View:
    view.rule = rule  # type: ignore[attr-defined]  # functions take attributes
    return view
