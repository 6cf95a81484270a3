"""Claims, questions and answers, told to a reader in one language."""

from __future__ import annotations

from habeas.dossier.words.wording import Wording
from habeas.population_titles import known_titles
from habeas.reconciliation import Policy, Question
from habeas.vocabulary import Claim, Measure, PartialDate, Period, Quantity, Scopes


def number_as_said(quantity: Quantity, words: Wording) -> str:
    """Write a number as it was said: "about 2,400", "dozens"."""
    if quantity.value is None and quantity.qualifier.names_a_number:
        return words.range(quantity.low or 0, quantity.high)
    said = "" if quantity.value is None else words.number(quantity.value)
    key = f"number.{quantity.qualifier}"
    one = f"{key}_one"
    return words(one if quantity.value == 1 and words.has(one) else key, n=said)


def figure(claim: Claim, words: Wording) -> str:
    """Say what is counted and how many: "about 2,400 arrested"."""
    section = "counted_one" if claim.quantity.value == 1 else "counted"
    return words(f"{section}.{claim.measure}", n=number_as_said(claim.quantity, words))


def range_as_read(claim: Claim, policy: Policy, words: Wording) -> str:
    """Write the numbers that a policy reads from a claim: "2,280 to 2,520"."""
    low, high = policy.range_of(claim.quantity)
    return words.range(low, high)


def period(claim: Claim, words: Wording) -> str:
    """Say when: "on 28 January 2026", "from … to …", "by …"."""
    days: Period = claim.period
    if claim.measure is Measure.HELD or days.start == days.end:
        return _on(claim, words)
    exact = all(each.exact for each in (days.start, days.end) if each)
    start, end = (_limit(each, words, exact=exact) for each in (days.start, days.end))
    if days.start and days.end:
        return words("period.between" if exact else "period.from_to_reduced", start=start, end=end)
    if days.end:
        return words("period.by" if exact else "period.by_reduced", end=end)
    return words("period.since" if exact else "period.since_reduced", start=start)


def _limit(day: PartialDate | None, words: Wording, *, exact: bool) -> str:
    """Write an end of a period: where one of both is a month or a year, it is some day of it."""
    if day is None or exact:
        return words.date(day) if day else ""
    return words("period.exact" if day.exact else "period.some", day=words.date(day))


def _on(claim: Claim, words: Wording) -> str:
    day = claim.period.end or claim.period.start
    if day is None:
        return words("period.none")
    return words("period.on" if day.exact else "period.on_reduced", day=words.date(day))


def claimant(claim: Claim, scopes: Scopes, words: Wording) -> str:
    """Name who says it; the outlet, or nobody, where the claim names no one."""
    name = claim.claimant or claim.evidence.reported_by
    return scopes.called(name, words.language) if name else words("kind.none")


def kind(claim: Claim, words: Wording) -> str:
    """Name what sort of body says it."""
    return words(f"kind.{claim.claimant_kind or 'none'}")


def population(claim: Claim, scopes: Scopes, words: Wording) -> str:
    """Name the scope that a claim counts in, "" where it counts in none that is declared."""
    scope = scopes.by_key.get(claim.population_kind)
    return scope.title(words.language) if scope else ""


def group(claim: Claim, scopes: Scopes, words: Wording) -> str:
    """Name the people that a claim counts as the source does, in this language where known.

    "" where it only says by what they are broken down ("by state"): then the place tells them.
    """
    said = claim.population
    if said.casefold().startswith("by "):
        return ""
    known = known_titles(said.casefold().replace(" ", "_")).get(words.language, "")
    return known[:1].lower() + known[1:] if known else scopes.called(said, words.language)


def scope_title(question: Question, scopes: Scopes, words: Wording) -> str:
    """Name whom a question asks about."""
    title = _title(question.scope, scopes, words)
    if not question.minus:
        return title
    return words("question.minus", scope=title, minus=_title(question.minus, scopes, words))


def _title(key: str, scopes: Scopes, words: Wording) -> str:
    scope = scopes.by_key.get(key)
    return scope.title(words.language) if scope else key.replace("_", " ")


def question_text(question: Question, scopes: Scopes, words: Wording) -> str:
    """Write a question as a sentence."""
    return words(
        f"question.{_form(question)}",
        scope=scope_title(question, scopes, words),
        **_days(question, words),
    )


def answer_text(question: Question, words: Wording) -> str:
    """Write what an answer's number counts: "held on 1 January 2026"."""
    return words(f"answer.{_form(question)}", **_days(question, words))


def _form(question: Question) -> str:
    return f"{question.measure}_period" if question.start else question.measure.value


def _days(question: Question, words: Wording) -> dict[str, str]:
    start = words.day(question.start) if question.start else ""
    return {"start": start, "end": words.day(question.end)}
