"""Laws that hold for any lists."""

from __future__ import annotations

import functools
import random

import numpy as np
import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lists import decided, frame, groups, population, together

from habeas.linkage import (
    ChangeKind,
    DecisionConflict,
    Linkage,
    Settings,
    changes,
    link,
    person_ids,
    sample_partitions,
)
from habeas.vocabulary import Judgement, RecordKey

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 10_000)


@functools.cache
def linked(seed: int) -> Linkage:
    return link(frame(population(seed)).drop("truth"))


@few
@given(seeds)
def test_the_order_of_rows_and_lists_changes_nothing(seed: int):
    rows = population(seed)
    shuffled = random.Random(seed).sample(rows, len(rows))  # noqa: S311  (no secrecy needed)
    assert groups(linked(seed)) == groups(link(frame(shuffled).drop("truth")))


@few
@given(seeds, st.data())
def test_decisions_are_obeyed_or_a_conflict_is_reported(seed: int, data: st.DataObject):
    rows = frame(population(seed)).drop("truth")
    keys = linked(seed).keys()
    pairs = st.lists(
        st.tuples(st.sampled_from(keys), st.sampled_from(keys), st.booleans()).filter(
            lambda pair: pair[0] != pair[1]
        ),
        max_size=8,
    )
    decisions = [
        decided(one, other, Judgement.SAME if same else Judgement.DIFFERENT)
        for one, other, same in data.draw(pairs)
    ]
    try:
        found = link(rows, decisions)
    except DecisionConflict:
        assert {one.judgement for one in decisions} == {Judgement.SAME, Judgement.DIFFERENT}
        return
    last = {one.pair: one.judgement for one in decisions}
    for (left, right), judgement in last.items():
        assert together(found, left, right) == (judgement is Judgement.SAME)
    for sample in sample_partitions(found, 2, seed):
        person = dict(zip(found.keys(), sample.tolist(), strict=True))
        for (left, right), judgement in last.items():
            assert (person[left] == person[right]) == (judgement is Judgement.SAME)


@few
@given(seeds)
def test_a_list_that_names_nobody_twice_has_no_two_rows_in_one_person(seed: int):
    rows = frame([*population(seed), *population(seed)[:40]]).drop("truth")
    found = link(rows, settings=Settings(without_duplicates=frozenset({"press", "court"})))
    for person in (found.person, *sample_partitions(found, 2, seed)):
        held = rows.select("list", person=pl.Series(person))
        alone = held.filter(pl.col("list").is_in(["press", "court"]))
        assert not alone.is_duplicated().any()


@few
@given(seeds, st.integers(0, 30))
def test_a_row_said_again_joins_its_twin(seed: int, place: int):
    rows = [row for row in population(seed) if row["national_id"]]
    again = frame([*rows, rows[place]]).drop("truth")
    found = link(again)
    assert found.person[-1] == found.person[place]


@few
@given(seeds, st.integers(1, 60))
def test_ids_stay_when_a_list_grows(seed: int, more: int):
    rows = population(seed)
    before = link(frame(rows[:-more]).drop("truth"))
    ids = person_ids(before.keys(), before.person)
    earlier = dict(zip(before.keys(), ids, strict=True))
    after = link(frame(rows).drop("truth"))
    now = person_ids(after.keys(), after.person, earlier)
    moved = {
        key for key, who in zip(after.keys(), now, strict=True) if earlier.get(key, who) != who
    }
    told = {
        key
        for change in changes(after.keys(), now, earlier)
        if change.kind in {ChangeKind.JOINED, ChangeKind.PARTED, ChangeKind.GREW}
        for key in change.records
    }
    assert moved <= told
    assert len(set(now)) == len(np.unique(after.person))
    unmoved = [key for key in earlier if key not in moved]
    assert len(unmoved) > 0.9 * len(earlier)


@few
@given(seeds)
def test_the_same_lists_give_the_same_ids(seed: int):
    found = linked(seed)
    again = link(found.rows)
    assert person_ids(found.keys(), found.person) == person_ids(again.keys(), again.person)


@few
@given(seeds)
def test_invented_people_are_mostly_found_and_hardly_ever_mixed_up(seed: int):
    rows = frame(population(seed))
    found = link(rows.drop("truth"))
    held = pl.DataFrame({"person": found.person, "truth": rows["truth"]})
    mixed = held.group_by("person").agg(pl.col("truth").n_unique())["truth"]
    parted = held.group_by("truth").agg(pl.col("person").n_unique())["person"]
    assert (mixed > 1).mean() < 0.03
    assert (parted > 1).mean() < 0.1


TEXT = st.text(max_size=12) | st.sampled_from(
    ["", "=1+1", "12345", "X", "Иван Петров", "محمد", "李", "José\tde la Cruz", "\x00", "--", "'",
     "de la", "0", "1.000.000", "2024-13-45", "32/01/2024", "M" * 300]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "list": st.sampled_from(["a", "b"]),
                "given_names": TEXT, "surnames": TEXT, "full_name": TEXT, "national_id": TEXT,
                "birth_date": TEXT, "age": TEXT, "sex": TEXT, "detained_on": TEXT, "state": TEXT,
                "municipality": TEXT, "facility": TEXT, "address": TEXT,
            }
        ),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_whatever_cells_hold_every_row_is_somebody(rows: list[dict[str, str]]):
    found = link(frame(rows))
    assert len(found.person) == len(rows)
    assert (found.person <= np.arange(len(rows))).all()


def test_later_decisions_overrule_earlier_ones():
    one, other = RecordKey("court", 1), RecordKey("families", 1)
    rows = frame(population(3)).drop("truth")
    same = decided(one, other, Judgement.SAME)
    different = decided(one, other, Judgement.DIFFERENT)
    assert together(link(rows, [different, same]), one, other)
    assert not together(link(rows, [same, different]), one, other)
