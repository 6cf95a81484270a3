"""Methods side by side: disagreement first, what hangs on one list, words, linkage's doubt."""

from __future__ import annotations

import math
import re
import tomllib
from importlib import resources

import pytest
from tables import reference, shared, simulated, table

from habeas.estimation import (
    Caveat,
    Estimate,
    Method,
    by_stratum,
    estimate_told,
    estimates,
    estimates_told,
    over_partitions,
    sentence,
)
from habeas.estimation.bounds.chao import chao
from habeas.estimation.bounds.chapman import chapman
from habeas.estimation.overlaps.estimate import SHARES
from habeas.estimation.overlaps.log_normal import log_normal
from habeas.estimation.reporting.agreement import told_first
from habeas.vocabulary import InputError

FAST = (Method.DGA, Method.CHAO)


def result(method: Method, low: int, middle: int, high: int | None) -> Estimate:
    return Estimate(method, middle, low, high, 0.95, 100)


def test_chapman_is_the_formula():
    found = chapman(table("AB", {"A": 180, "B": 80, "AB": 20}))
    assert found.estimate == round(201 * 101 / 21 - 1)
    assert found.diagnostics["standard_error"] == pytest.approx(
        math.sqrt(201 * 101 * 180 * 80 / (21**2 * 22)), abs=0.05
    )
    assert found.low is not None
    assert found.observed < found.low < found.estimate


def test_chapman_of_three_lists_is_refused():
    with pytest.raises(InputError, match="there are 3"):
        chapman(simulated([[0.3, 0.3, 0.3]], [100], seed=1))


def test_few_shared_people_are_warned_of():
    kinds = {c.kind for c in chapman(table("AB", {"A": 30, "B": 20, "AB": 2})).warnings}
    assert kinds == {"few_shared", "independence_assumed"}


def test_an_interval_never_ends_below_the_observed():
    assert log_normal(120, 1e6, 100, [0.0001])[0] >= 100
    assert log_normal(100, 50, 100, SHARES).tolist() == [100.0] * len(SHARES)


def test_the_lower_bound_of_kosovo_is_that_of_the_reference_software():
    found = chao(shared("kosovo"))
    assert found.estimate == reference("kosovo", "Chao")["estimate"]
    assert found.diagnostics["standard_error"] == 213.5
    assert found.diagnostics["independent_lists"] == reference("kosovo", "Mt")["estimate"]
    assert found.high is None


def test_methods_that_disagree_say_so_before_anything_else():
    told = told_first(
        [result(Method.LCMCR, 900, 1000, 1100), result(Method.LOGLINEAR, 2000, 3000, 4000)]
    )
    for each in told:
        assert each.warnings[0].kind == "methods_disagree"
        assert estimate_told(each).startswith(
            "The methods disagree: Latent classes (LCMCR) says 1,000"
        )


def test_methods_that_agree_say_nothing():
    told = told_first([result(Method.LCMCR, 900, 1000, 1100), result(Method.DGA, 950, 1050, 1300)])
    assert [each.warnings for each in told] == [(), ()]


def test_an_estimate_below_the_lower_bound_is_told():
    told = told_first([result(Method.LCMCR, 150, 200, 300), result(Method.CHAO, 400, 500, None)])
    assert told[0].warnings[0].kind == "below_lower_bound"


def test_an_estimate_that_hangs_on_one_list_names_it():
    found = {each.method: each for each in estimates(shared("kosovo"), [Method.DGA])}[Method.DGA]
    named = {c.values["list"] for c in found.warnings if c.kind == "hangs_on_list"}
    assert named == {"ABA", "HRW"}
    assert set(found.diagnostics["without_list"]) == {"EXH", "ABA", "OSCE", "HRW"}


def test_two_lists_are_for_chapman_and_more_are_not():
    two = estimates(simulated([[0.4, 0.4]], [200], seed=1))
    assert [each.method for each in two] == [Method.CHAPMAN]
    with pytest.raises(InputError, match="three lists or more"):
        estimates(simulated([[0.4, 0.4]], [200], seed=1), [Method.DGA])


def test_a_set_aside_list_stays_among_the_observed():
    copied = {"A": 50, "B": 40, "C": 30, "AB": 12, "BC": 9, "AC": 8, "AD": 9, "ABC": 2, "D": 0}
    found = estimates(table("ABCD", copied), [Method.DGA])[0]
    assert found.observed == sum(copied.values())
    assert any(c.kind == "list_contained" for c in found.warnings)


def test_each_stratum_is_estimated_by_itself_and_one_without_grounds_is_refused():
    good, bad = simulated([[0.4, 0.3, 0.3]], [300], seed=2), table("ABC", {"A": 9, "B": 4})
    north, south = by_stratum([("north", good), ("south", bad)], [Method.DGA])
    assert (north.stratum, south.stratum) == ("north", "south")
    assert north.estimate is not None
    assert south.estimate is None


def test_one_partition_is_the_estimate_itself():
    made = simulated([[0.4, 0.3, 0.3]], [300], seed=2)
    alone = estimates(made, FAST, sensitivity=False)
    again = over_partitions([made], FAST)
    for before, after in zip(alone, again, strict=True):
        assert after.estimate == pytest.approx(before.estimate, rel=0.01)
        assert after.low == pytest.approx(before.low, rel=0.02)


def test_doubt_about_the_linkage_widens_the_interval():
    # In the second linkage fewer rows are joined, so that more people seem to be hidden.
    joined = table("ABC", {"A": 60, "B": 50, "C": 40, "AB": 20, "AC": 15, "BC": 12, "ABC": 5})
    split = table("ABC", {"A": 70, "B": 60, "C": 47, "AB": 10, "AC": 8, "BC": 6, "ABC": 2})
    mixed = over_partitions([joined, split], [Method.DGA])[0]
    one, other = (estimates(each, [Method.DGA], sensitivity=False)[0] for each in (joined, split))
    assert mixed.low is not None
    assert mixed.high is not None
    assert one.low <= mixed.low < other.low
    assert one.high < mixed.high <= other.high
    assert mixed.diagnostics["partitions"] == 2
    assert "2 sampled linkages" in estimate_told(mixed)


def test_a_refusal_is_told_as_one():
    refused = estimates(table("ABC", {"A": 90, "B": 20, "C": 7}), [Method.LCMCR])[0]
    assert estimate_told(refused) == (
        "Latent classes (LCMCR): no number can be defended. 117 people are on a list. "
        "No two lists share anybody (A, B, C). Without shared people nothing can be said of those "
        "on no list; check the linkage, or bring a list that overlaps."
    )


def test_readings_end_with_what_every_method_assumes():
    told = estimates_told([result(Method.DGA, 900, 1000, 1100)], "es")
    assert told[0].startswith("Promedio de grafos descomponibles (dga): unas 1.000 personas")
    assert told[-1].startswith("Todos los métodos suponen")


def test_a_language_without_words_is_refused():
    with pytest.raises(InputError, match="not a language"):
        sentence(Caveat("lower_bound"), "xx")


def test_both_languages_have_the_same_words():
    folder = resources.files("habeas.estimation.reporting") / "words"
    english, spanish = (
        tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in ("en", "es")
    )
    assert keys(english) == keys(spanish)


def keys(words: dict[str, object], path: str = "") -> set[str]:
    """Return the dotted names of all texts, with the names that each fills in."""
    found = set()
    for name, value in words.items():
        if isinstance(value, dict):
            found |= keys(value, f"{path}{name}.")
        else:
            fields = sorted(part.split("}")[0] for part in str(value).split("{")[1:])
            found.add(f"{path}{name} {fields}")
    return found


def test_an_interval_that_begins_at_nobody_is_told_so():
    told = estimate_told(Estimate(Method.DGA, 3, 0, 9, 0.95, 0))
    assert re.search(r"\b0\b.*\b9\b", told)
    assert not re.search(r"\b1\b", told)
