"""Questions of a case built from choices: what is counted, of whom, and on which days."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.desk.audit_log import Actor, Overtaken, digest
from habeas.desk.cases.asked import scope_choices
from habeas.desk.cases.declarations import ask
from habeas.desk.models import Case
from habeas.reconciliation import Question
from habeas.vocabulary import InputError, Measure

MEASURES = (*(each.value for each in Measure), "unaccounted")
"""What can be asked: what claims count, and who is unaccounted for."""

FLOWS = frozenset(each.value for each in Measure if each.is_flow)


def lines_of(case: Case) -> list[str]:
    """Return the questions of a case as they are kept, the headline first."""
    return [line.strip() for line in case.questions.splitlines() if line.strip()]


def seen_as(case: Case) -> str:
    """Return what a page showed of the questions, as its forms send it back."""
    return digest(lines_of(case))


def question_of(case: Case, chosen: Mapping[str, str]) -> str:
    """Return the question that was chosen, as it is kept.

    chosen: measure, scope, minus (whom to leave out), from, until. Raises InputError where it is
    none. Of who is held one day counts, whatever stands in "from".
    """
    said = {name: chosen.get(name, "").strip() for name in ("measure", "scope", "minus", "from",
                                                            "until")}  # fmt: skip
    scopes = scope_choices(case, "en")
    for name in ("scope", "minus"):
        if said[name] not in ({*scopes, ""} if name == "minus" else scopes):
            raise InputError("is no scope of this case", "Choose one.", value=said[name])
    if not said["until"]:
        raise InputError("is empty", "Say of which day, or until which.", column="until")
    over = said["from"] and said["measure"] in FLOWS
    days = f"{said['from']}..{said['until']}" if over else said["until"]
    whole = f"{said['scope']}-{said['minus']}" if said["minus"] else said["scope"]
    return str(Question.parse(f"{said['measure']} {whole} {days}"))


def add_question(case: Case, actor: Actor, chosen: Mapping[str, str], seen: str) -> None:
    """Ask one more question. Raises InputError where it is none, or is asked already."""
    line = question_of(case, chosen)
    lines = refuse_unseen(case, seen)
    if line in lines:
        raise InputError("is asked already", "Choose another.", value=line)
    ask(case, actor, "\n".join([*lines, line]), case.policy)


def drop_question(case: Case, actor: Actor, line: str, seen: str) -> None:
    """Ask a question no more."""
    lines = [each for each in refuse_unseen(case, seen) if each != line]
    ask(case, actor, "\n".join(lines), case.policy)


def put_first(case: Case, actor: Actor, line: str, seen: str) -> None:
    """Make a question the headline."""
    lines = refuse_unseen(case, seen)
    if line in lines:
        rest = [each for each in lines if each != line]
        ask(case, actor, "\n".join([line, *rest]), case.policy)


def refuse_unseen(case: Case, seen: str) -> list[str]:
    """Return the questions. Raises Overtaken where they are others than a page showed."""
    case.refresh_from_db(fields=["questions", "policy"])
    if seen != seen_as(case):
        raise Overtaken("were changed by somebody else meanwhile", "Look again, and choose anew.")
    return lines_of(case)
