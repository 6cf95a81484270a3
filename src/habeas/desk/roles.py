"""Who may do what in a case."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a page asks its reader to be allowed."""

    READ = "read"
    ADD = "add"
    REVIEW = "review"
    PUBLISH = "publish"
    ADMINISTER = "administer"


class Role(StrEnum):
    """What a member is in a case."""

    READER = "reader"
    DOCUMENTER = "documenter"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"

    @property
    def actions(self) -> frozenset[Action]:
        """What the role allows."""
        return ALLOWED[self]

    def may(self, action: Action) -> bool:
        """Whether the role allows an action."""
        return action in self.actions


ALLOWED: dict[Role, frozenset[Action]] = {
    Role.READER: frozenset({Action.READ}),
    Role.DOCUMENTER: frozenset({Action.READ, Action.ADD}),
    Role.REVIEWER: frozenset({Action.READ, Action.ADD, Action.REVIEW}),
    Role.PUBLISHER: frozenset({Action.READ, Action.PUBLISH}),
    Role.ADMINISTRATOR: frozenset(Action),
}
"""What each role allows: who publishes need not be able to judge, and the other way round."""
