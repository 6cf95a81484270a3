"""Strata for which no method has a number are told with how many people they hold."""

from __future__ import annotations

from habeas.estimation import Estimate, Method, strata_told


def estimate(stratum: str, people: int | None, observed: int) -> Estimate:
    return Estimate(Method.CHAPMAN, people, people, people, 0.95, observed, stratum=stratum)


def test_what_is_left_out_of_a_sum_is_told_largest_first():
    found = [
        estimate("Norte", 900, 500),
        estimate("Este", None, 14),
        estimate("Sur", None, 1030),
    ]
    (told,) = strata_told(found)
    assert told.startswith("2 of 3 strata have no number by any method; 1,044 of 1,544 people")
    assert told.endswith("Sur (1,030); Este (14).")
    assert "1.044 de las 1.544 personas" in strata_told(found, "es")[0]


def test_a_stratum_with_a_number_by_some_method_is_not_left_out():
    assert strata_told([estimate("Norte", None, 5), estimate("Norte", 9, 5)]) == []
