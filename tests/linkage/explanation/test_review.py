"""A reviewer is asked about pairs that a decision may join, and about no others."""

from __future__ import annotations

from lists import frame, population

from habeas.linkage import Settings, doubtful_pairs, link


def test_rows_of_a_list_that_names_nobody_twice_are_asked_about_with_other_lists_alone():
    known = population(3, people=80)
    again = [
        {**dict.fromkeys(row), "list": "court", "given_names": str(row["given_names"]).split()[0],
         "surnames": str(row["surnames"]).split()[0]}
        for row in [row for row in known if row["list"] == "court"][:12]
    ]  # fmt: skip
    once = Settings(without_duplicates=frozenset({"court", "press", "families"}))
    found = doubtful_pairs(link(frame([*known, *again]), settings=once), 1000)
    apart = [each.explanation for each in found if not each.joined]
    assert apart
    assert all(each.left.list_name != each.right.list_name for each in apart)
