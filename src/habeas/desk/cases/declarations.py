"""Beginning a case, declaring its scopes and sources, and who works on it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.contrib.auth.models import User

from habeas.desk.audit_log import (
    Actor,
    Facts,
    case_facts,
    member_facts,
    note,
    one_change,
    source_facts,
)
from habeas.desk.models import Case, Membership, Source, SourceAlias
from habeas.desk.roles import Role
from habeas.formats.scopes_toml import scopes_from_text
from habeas.reconciliation import POLICIES, Question
from habeas.vocabulary import InputError, Sources

TAKEN = frozenset(("desk", "static", "api", "sign-in", "sign-out", "enter", "language"))
"""Names that are the first part of an address already."""

KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@one_change()
def begin_case(actor: Actor, key: str, title: str, language: str = "en") -> Case:
    """Begin a case. Raises InputError where there is one of that name."""
    if not KEY.fullmatch(key) or key in TAKEN:
        remedy = "Use small letters, digits and hyphens, such as venezuela-2024."
        raise InputError("cannot be the name of a case", remedy, value=key)
    if Case.objects.filter(key=key).exists():
        raise InputError("is a case already", "Choose another name.", value=key)
    case = Case.objects.create(key=key, titles={language: title or key}, language=language)
    note(actor, "case.begun", case=case, subject=key, details={"wrote": declared(case)})
    return case


@one_change()
def declare(case: Case, actor: Actor, scopes_toml: str, file: str = "scopes.toml") -> None:
    """Declare a case's scopes and the sources named beside them. Raises InputError."""
    read = scopes_from_text(scopes_toml, file)
    case.scopes_toml = scopes_toml
    case.save(update_fields=["scopes_toml"])
    add_sources(case, read.sources)
    wrote = declared(case) | {"sources": source_facts(case.sources.all())}
    told = {"scopes": scopes_toml, "wrote": wrote}
    note(actor, "case.declared", case=case, subject=file, details=told)
    case.changed()


@one_change()
def ask(case: Case, actor: Actor, questions: str, policy: str) -> None:
    """Set what is asked of a case, and how words become numbers. Raises InputError."""
    for line in questions.splitlines():
        if line.strip():
            Question.parse(line)
    if policy not in POLICIES:
        raise InputError("is not a policy", "Write plain or strict.", value=policy)
    case.questions, case.policy = questions, policy
    case.save(update_fields=["questions", "policy"])
    told = {"questions": questions, "policy": policy, "wrote": declared(case)}
    note(actor, "case.asked", case=case, details=told)
    case.changed()


@one_change()
def give_titles(case: Case, actor: Actor, titles: Mapping[str, str]) -> None:
    """Give a case its titles by language; empty ones are left out, and none leaves it as it is."""
    given = {language: title.strip()[:300] for language, title in titles.items() if title.strip()}
    if given and given != case.titles:
        case.titles = given
        case.save(update_fields=["titles"])
        told = {"titles": given, "wrote": declared(case)}
        note(actor, "case.titled", case=case, subject=case.title()[:300], details=told)


def declared(case: Case) -> Facts:
    """Return what an entry writes that declares anything of a case."""
    return {"case": case_facts(case)}


def add_sources(case: Case, sources: Sources) -> None:
    """Add sources, and other names to those that the case has already."""
    for each in sources.sources:
        source, _ = Source.objects.get_or_create(
            case=case, name=each.name, defaults={"kind": each.kind.value}
        )
        known = set(source.aliases.values_list("name", flat=True))
        fresh = [name for name in each.aliases if name not in known]
        SourceAlias.objects.bulk_create(SourceAlias(source=source, name=name) for name in fresh)


@one_change()
def name_source(case: Case, actor: Actor, name: str, alias: str, kind: str = "other") -> Source:
    """Let a source go by another name. Raises InputError where the name stands for another."""
    name, alias = name.strip(), alias.strip()
    if not name:
        raise InputError("is empty", "Give the source's name.", column="name")
    for taken in Source.objects.filter(case=case).prefetch_related("aliases"):
        names = {taken.name.casefold(), *(each.name.casefold() for each in taken.aliases.all())}
        if alias and alias.casefold() in names:
            raise InputError("names a source already", "Choose another name.", value=alias)
    source, _ = Source.objects.get_or_create(case=case, name=name, defaults={"kind": kind})
    if alias:
        SourceAlias.objects.create(source=source, name=alias)
    wrote = {"sources": source_facts([source])}
    told = {"source": source.pk, "alias": alias, "wrote": wrote}
    note(actor, "source.named", case=case, subject=name[:300], details=told)
    return source


@one_change()
def set_role(case: Case, actor: Actor, user: User, role: Role | None) -> None:
    """Give somebody a role in a case, or None. Raises InputError where no administrator is left."""
    member = Membership.objects.filter(case=case, user=user).first()
    others = Membership.objects.filter(case=case, role=Role.ADMINISTRATOR).exclude(user=user)
    if member and member.role == Role.ADMINISTRATOR != role and not others.exists():
        raise InputError(
            "is the last administrator of this case", "Name another one first.",
            value=user.get_username(),
        )  # fmt: skip
    if role is None:
        Membership.objects.filter(case=case, user=user).delete()
    else:
        Membership.objects.update_or_create(case=case, user=user, defaults={"role": role.value})
    if role and not member:
        end_invitations_of_others(case, user)
    now = member_facts(Membership.objects.filter(case=case, user=user))
    told = {
        "role": role.value if role else "",
        "before": member.role if member else "",
        "wrote": {"members": now or {str(user.pk): None}},
    }
    note(actor, "member.set", case=case, subject=user.get_username(), details=told)


def end_invitations_of_others(case: Case, user: User) -> None:
    """End the invitations of somebody who has not come in yet and works on other cases too.

    Else whoever was handed one for another case could come in under this name. From here on only
    whoever runs the store invites (``habeas init --admin``).
    """
    elsewhere = Membership.objects.filter(user=user).exclude(case=case)
    if not user.has_usable_password() and elsewhere.exists():
        user.set_unusable_password()
        user.save(update_fields=["password"])
