"""A row that goes as well with one person as with another is given to neither."""

from __future__ import annotations

import polars as pl
import pytest

from habeas.linkage import link

Rows = list[tuple[str, ...]]


def people(columns: tuple[str, ...], **lists: Rows) -> list[list[str]]:
    """Return the people found, each as ["a1", "b2"]."""
    rows = [
        {"list": name, "row": at, **dict(zip(columns, row, strict=True))}
        for name, given in lists.items()
        for at, row in enumerate(given, 1)
    ]
    found: dict[int, list[str]] = {}
    for row, person in zip(rows, link(pl.DataFrame(rows)).person.tolist(), strict=True):
        found.setdefault(person, []).append(f"{row['list']}{row['row']}")
    return list(found.values())


BESIDE: Rows = [("Nadia Corral Vega", "44"), ("Omar Tejada Ríos", "51"), ("Rita Colmenares", "29")]


@pytest.mark.parametrize(
    ("one", "other", "bare"),
    [
        ("Зимин Глеб Борисович", "Зимин Глеб Петрович", "Глеб Зимин"),
        ("Ana Lira Paz", "Ana Lira Soto", "Ana Lira"),
        ("سالم حميد علي الفلاني", "سالم خالد علي الفلاني", "سالم الفلاني"),
    ],
)
def test_a_bare_name_is_given_to_neither_of_two_full_ones(one: str, other: str, bare: str):
    found = people(
        ("full_name", "age"), a=[(one, "33"), (other, "33"), *BESIDE], b=[(bare, "33"), *BESIDE]
    )
    assert ["a1"] in found
    assert ["a2"] in found
    assert ["b1"] in found
    assert ["a3", "b2"] in found


def test_what_tells_the_two_apart_gives_the_row_to_one():
    found = people(
        ("full_name", "age"), a=[("Ana Lira Paz", "33"), ("Ana Lira Soto", "58"), *BESIDE],
        b=[("Ana Lira", "33"), *BESIDE],
    )  # fmt: skip
    assert ["a1", "b1"] in found


def test_a_bare_name_is_given_to_the_only_full_one():
    found = people(
        ("full_name", "age"), a=[("Ana Lira Paz", "33"), *BESIDE], b=[("Ana Lira", "33"), *BESIDE]
    )
    assert ["a1", "b1"] in found


def test_the_order_of_lists_changes_nothing_of_it():
    a, b = [("Ana Lira Paz", "33"), ("Ana Lira Soto", "33"), *BESIDE], [("Ana Lira", "33"), *BESIDE]
    first = people(("full_name", "age"), a=a, b=b)
    second = people(("full_name", "age"), b=b, a=a)
    assert {frozenset(one) for one in first} == {frozenset(one) for one in second}
