"""One document read by two at the same moment: its claims wait once."""

from __future__ import annotations

from typing import Any


def test_claims_that_somebody_else_has_read_meanwhile_are_not_added_again(
    case: Any, add_text: Any, monkeypatch: Any
):
    from habeas.desk.intake import incoming

    document = add_text(case)
    case.claims.all().delete()
    read = incoming.claims_of_text

    def read_by_two(*given: Any) -> Any:
        monkeypatch.setattr(incoming, "claims_of_text", read)
        assert incoming.read_into_queue(case, document) == 2
        return read(*given)

    monkeypatch.setattr(incoming, "claims_of_text", read_by_two)
    assert incoming.read_into_queue(case, document) == 0
    assert case.claims.count() == 2
