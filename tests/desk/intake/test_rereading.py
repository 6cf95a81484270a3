"""A document can be given its day later, and be read anew, without losing what was decided."""

from __future__ import annotations

import re
from typing import Any

import pytest

TEXT = (
    "Casa de Derechos said on Friday that 41 political prisoners were released. "
    "The ministry said on 2 January 2026 that 88 people arrested in the protests were released."
)


@pytest.fixture
def document(case: Any, add_text: Any) -> Any:
    """A document that was dropped without its day, so that one of its two claims has none."""
    from habeas.desk.models import Claim

    made = add_text(case, TEXT)
    assert Claim.objects.filter(document=made).count() == 2
    return made


@pytest.fixture
def send(document: Any, member: Any, work: Any) -> Any:
    client = member(document.case, "documenter")

    def change(**about: str) -> Any:
        page = f"/desk/norte/documents/{document.pk}/"
        answer = client.post(f"{page}change", about)
        work()
        document.refresh_from_db()
        return client.get(page).content.decode() if answer.status_code == 302 else answer

    return change


def day_of(case: Any, value: int) -> str | None:
    return case.claims.get(current__value=value).current["period_end"]


def test_claims_that_wait_follow_the_day_that_a_document_is_given(case, document, send):
    assert day_of(case, 41) != "2026-02-06"
    page = send(published="2026-02-07", outlet="The Bulletin", language="en")
    assert (document.published, document.outlet) == ("2026-02-07", "The Bulletin")
    assert day_of(case, 41) == "2026-02-06"
    assert day_of(case, 88) == "2026-01-02"
    assert case.claims.count() == 2
    assert "Claims that follow the new reading" in page
    assert 'value="2026-02-07"' in page


def test_what_was_decided_stays_and_what_differs_is_shown(case, document, send, actor):
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    claim = case.claims.get(current__value=41)
    was = claim.current["period_end"]
    decide_claim(claim, actor, Standing.CORRECTED, {**claim.current, "place": "Sur"})
    page = send(published="2026-02-07", language="en")
    claim.refresh_from_db()
    assert (claim.current["place"], claim.current["period_end"]) == ("Sur", was)
    assert claim.standing == "corrected"
    shown = page[page.index("Decided, and read otherwise now") :]
    assert re.search(r"<del>[^<]*</del> → <ins>2026-02-06</ins>", shown)
    assert "Place" not in shown[: shown.index("</ul>")]


def test_a_difference_that_was_taken_over_is_no_longer_shown(case, document, send, actor):
    from habeas.desk.intake.rereading import read_otherwise
    from habeas.desk.models import Standing
    from habeas.desk.review import decide_claim

    claim = case.claims.get(current__value=41)
    decide_claim(claim, actor, Standing.ACCEPTED)
    send(published="2026-02-07", language="en")
    ((_, fields),) = read_otherwise(document)
    taken = {name: now for name, (_, now) in fields.items()}
    claim.refresh_from_db()
    decide_claim(claim, actor, Standing.CORRECTED, {**claim.current, **taken})
    assert read_otherwise(document) == []


def test_a_day_that_is_none_changes_nothing_and_keeps_what_was_typed(document, send):
    before = document.published
    answer = send(published="8 Jan", outlet="The Bulletin")
    assert answer.status_code == 400
    assert (document.published, document.outlet) == (before, "")
    assert 'value="The Bulletin"' in answer.content.decode()
    assert 'data-keep="typed"' in answer.content.decode()


def test_a_language_that_is_not_read_is_refused(document, send):
    assert send(language="xx").status_code == 400


def test_a_language_set_later_finds_the_claims_that_were_not_read(case, add_text, member, work):
    text = "El ministerio dijo el 2 de enero de 2026 que 88 personas detenidas fueron liberadas."
    document = add_text(case, text, "Boletín")
    case.claims.all().delete()
    client = member(case, "documenter")
    client.post(f"/desk/norte/documents/{document.pk}/change", {"language": "es"})
    work()
    assert case.claims.get().current["value"] == 88


def test_reading_anew_what_has_not_changed_changes_no_claim(case, document, send):
    before = list(case.claims.values_list("key", "row", "current", "standing"))
    send(published=document.published, outlet=document.outlet, language=document.language)
    assert list(case.claims.values_list("key", "row", "current", "standing")) == before


def test_the_log_tells_what_a_new_reading_wrote(case, document, send):
    from habeas.desk.history.replay import Told, case_findings
    from habeas.desk.models import Activity

    send(published="2026-02-07", language="en")
    told = Told()
    for entry in Activity.objects.filter(case=case).order_by("number"):
        told.take(entry)
    # Members of tests come in past the log.
    assert [each for each in case_findings(case, told) if "the member" not in each] == []


def test_who_only_reads_may_set_nothing(case, document, member):
    page = f"/desk/norte/documents/{document.pk}/"
    reader = member(case, "reader")
    assert reader.post(f"{page}change", {"published": "2026-02-07"}).status_code == 403
    assert "change" not in reader.get(page).content.decode()
