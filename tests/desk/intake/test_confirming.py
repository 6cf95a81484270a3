"""Of what comes in, day, outlet and language are asked, filled with what was found and how."""

from __future__ import annotations

from typing import Any

import pytest

PAGE = (
    "<html lang='en'><head><title>Released</title>"
    "<meta property='og:site_name' content='The Bulletin'>"
    "<meta property='article:published_time' content='2026-01-03'></head><body><article>"
    "<p>The ministry said on Friday that 88 people arrested in the protests were released.</p>"
    "<p>Families were still waiting at the gate, and nobody had told them when.</p>"
    "</article></body></html>"
)
TEXT = "Casa de Derechos said on Friday that 41 political prisoners were released."


@pytest.fixture
def client(case: Any, member: Any, work: Any) -> Any:
    """Somebody who has dropped a page that says its day, and a text that says none."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    made = member(case, "documenter")
    files = [
        SimpleUploadedFile("page.html", PAGE.encode()),
        SimpleUploadedFile("note.txt", TEXT.encode()),
    ]
    made.post("/desk/norte/inbox/", {"files": files})
    work()
    return made


def inbox(client: Any) -> str:
    return client.get("/desk/norte/inbox/").content.decode()


def form_of(case: Any, **typed: str) -> dict[str, Any]:
    """The form as the page fills it, with what was typed of the text without a day."""
    from habeas.desk.intake.confirming import about

    form: dict[str, Any] = {"document": []}
    for each in case.documents.filter(to_confirm=True):
        form["document"].append(str(each.pk))
        form[f"seen-{each.pk}"] = about(each)
        for name in ("published", "outlet", "language"):
            form[f"{name}-{each.pk}"] = getattr(each, name)
            if each.title != "Released" and name in typed:
                form[f"{name}-{each.pk}"] = typed[name]
    return form


def test_what_was_found_is_filled_in_with_how_it_was_found(case, client):
    page = inbox(client)
    assert "2 documents came in" in page
    assert 'value="2026-01-03"' in page
    assert 'value="The Bulletin"' in page
    assert page.count("as the document says itself") == 3
    assert page.count("not found") == 2
    assert page.count("by the words of the text") == 1


def test_a_day_that_is_given_dates_the_claims(case, client, work):
    client.post("/desk/norte/inbox/confirm", form_of(case, published="2026-02-07"))
    work()
    assert "came in: is this right" not in inbox(client)
    assert case.claims.get(current__value=41).current["period_end"] == "2026-02-06"
    assert case.claims.get(current__value=88).current["period_end"] == "2026-01-02"
    changed = case.documents.get(published="2026-02-07")
    assert changed.found_by["published"] == "set"
    entry = case.activities.get(what="documents.confirmed")
    assert len(entry.details["documents"]) == 2


def test_a_day_that_is_none_keeps_all_that_was_typed_and_saves_nothing(case, client):
    form = form_of(case, published="Friday", outlet="Gazette")
    answer = client.post("/desk/norte/inbox/confirm", form)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="Friday"' in page
    assert 'value="Gazette"' in page
    assert case.documents.filter(to_confirm=True).count() == 2


def test_what_somebody_changed_meanwhile_is_asked_again(case, client, actor):
    from habeas.desk.intake.rereading import change_document

    form = form_of(case, published="2026-02-07")
    text = case.documents.exclude(title="Released").get()
    change_document(text, actor, {"published": "2026-02-14"})
    client.post("/desk/norte/inbox/confirm", form)
    text.refresh_from_db()
    assert (text.published, text.to_confirm) == ("2026-02-14", True)
    assert "changed 1 document meanwhile" in inbox(client)


def test_a_reader_is_not_asked(case, client, member):
    assert "is this right" not in inbox(member(case, "reader"))
