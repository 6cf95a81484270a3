"""Estimates in plain words: the number, what it assumes, what to beware of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.estimation.overlaps import Caveat, Estimate
from habeas.wording import words_of


def words(language: str) -> Mapping[str, Any]:
    """Return the words of a language. Raises InputError where there are none."""
    return words_of("habeas.estimation.reporting", language)


def sentence(caveat: Caveat, language: str = "en") -> str:
    """Put a warning into words."""
    said: str = words(language)["caveats"][caveat.kind]
    methods = words(language)["methods"]
    values = {key: localised(value, language) for key, value in caveat.values.items()}
    named = {key: methods.get(caveat.values[key], caveat.values[key])
             for key in NAMES & values.keys()}  # fmt: skip
    return said.format(**values | named)


NAMES = frozenset(
    {"list", "lists", "other", "groups", "one", "method", "r_hat", "model", "install"}
)
"""What a warning names that is no number of people: lists and methods."""


def localised(text: str, language: str) -> str:
    """Write a number's thousands as readers of a language do."""
    return text.replace(", ", "; ").replace(",", words(language)["thousands"])


def number(people: int, language: str) -> str:
    """Write a number of people."""
    return f"{people:,}".replace(",", words(language)["thousands"])


def estimate_told(estimate: Estimate, language: str = "en") -> str:
    """Tell one estimate: warnings that come first, the number, its assumption, the rest."""
    say = words(language)
    caveats = [sentence(caveat, language) for caveat in estimate.warnings]
    ahead = sum(caveat.kind in FIRST for caveat in estimate.warnings)
    parts = [*caveats[:ahead], told(estimate, language)]
    if estimate.estimate is not None:
        assumption = say["assumptions"][way(estimate)]
        parts.append(say["reading"]["assumes"].format(assumption=assumption))
    if partitions := estimate.diagnostics.get("partitions"):
        parts.append(say["reading"]["linkage"].format(partitions=partitions))
    return " ".join([*parts, *caveats[ahead:]])


def way(estimate: Estimate) -> str:
    """Return the key of a method's words; a model named by hand has its own."""
    return "named_model" if "model" in estimate.diagnostics else estimate.method.value


FIRST = frozenset({"methods_disagree", "below_lower_bound"})


def told(estimate: Estimate, language: str) -> str:
    """Tell the number itself."""
    say = words(language)["reading"]
    kind = "refused" if estimate.estimate is None else "estimate"
    if kind == "estimate" and estimate.high is None:
        kind = "bound"
    people = {
        "estimate": estimate.estimate or 0,
        "low": estimate.low or 0,
        "high": estimate.high or 0,
        "observed": estimate.observed,
        "hidden": max((estimate.estimate or 0) - estimate.observed, 0),
    }
    text: str = say[kind].format(
        method=words(language)["methods"][way(estimate)],
        percent=f"{100 * estimate.level:g}",
        **{name: number(value, language) for name, value in people.items()},
    )
    where = say["stratum"].format(stratum=estimate.stratum) if estimate.stratum else ""
    return where + text


def estimates_told(results: Sequence[Estimate], language: str = "en") -> list[str]:
    """Tell several estimates, a paragraph each, and last what they all assume."""
    told_each = [estimate_told(result, language) for result in results]
    if any(result.estimate is not None for result in results):
        told_each.append(words(language)["reading"]["common"])
    return told_each
