import pytest

from habeas.vocabulary import Decision, InputError, Judgement, Person, Record, RecordKey, in_force

ONE, TWO = RecordKey("foro", 1), RecordKey("prensa", 7)


def decided(
    judgement: Judgement,
    left: RecordKey = ONE,
    right: RecordKey = TWO,
    moment: str = "2026-01-08T10:00:00+00:00",
) -> Decision:
    return Decision(left, right, judgement, "M. Soto", moment)


def test_a_pair_is_spelled_one_way():
    assert decided(Judgement.SAME, TWO, ONE).pair == (ONE, TWO)


def test_a_later_decision_overrules_an_earlier_one_of_the_same_pair():
    log = [decided(Judgement.SAME), decided(Judgement.DIFFERENT, TWO, ONE)]
    assert [one.judgement for one in in_force(log)] == [Judgement.DIFFERENT]


def test_an_undecided_pair_withdraws_what_was_decided():
    assert in_force([decided(Judgement.SAME), decided(Judgement.UNDECIDED)]) == []


def test_a_record_is_not_compared_with_itself():
    with pytest.raises(InputError, match="same record"):
        decided(Judgement.SAME, ONE, ONE)


def test_a_moment_must_be_one():
    with pytest.raises(InputError, match="not a moment"):
        decided(Judgement.SAME, moment="yesterday")


def test_a_person_lists_the_records_in_order_and_each_once():
    assert Person("p1", (Record(TWO), Record(ONE))).records == (Record(ONE), Record(TWO))
    with pytest.raises(InputError, match="twice"):
        Person("p1", (Record(ONE), Record(ONE)))


def test_a_person_needs_a_record():
    with pytest.raises(InputError, match="no records"):
        Person("p1", ())


def test_rows_are_counted_from_one():
    with pytest.raises(InputError, match="Count rows from 1"):
        Record(RecordKey("foro", 0))
