"""A wire story that several outlets print is one witness on the desk as well."""

from __future__ import annotations

import re
from pathlib import Path

STORY = (
    "CAPITAL, 3 January 2026. The ministry said on 2 January 2026 that 88 people arrested in the "
    "protests were released after a review of their files by the prosecutors of the capital. "
    "Families waited at the gates of the prison from early in the morning and said that nobody had "
    "shown them a list of names. "
)
ENDING = "A spokeswoman said that further reviews would follow in the coming weeks."
ANOTHER = (
    "The prison service announced on 2 January 2026 that 88 people arrested in the protests were "
    "released; relatives of those who remain inside asked for a meeting with the minister."
)


def test_a_document_that_repeats_a_story_names_the_first_that_told_it(case, add_text):
    first = add_text(case, STORY + ENDING, "Agency")
    second = add_text(case, "From our newsroom. " + STORY, "Paper")
    third = add_text(case, STORY + "Read more on our site.", "Portal")
    alone = add_text(case, ANOTHER, "Radio")
    assert first.claims.exists()
    assert {claim.row["story"] for claim in first.claims.all()} == {None}
    assert {claim.row["story"] for claim in second.claims.all()} == {first.key}
    assert {claim.row["story"] for claim in third.claims.all()} == {first.key}
    assert {claim.row["story"] for claim in alone.claims.all()} == {None}


def test_a_story_counts_from_the_first_document_in_which_a_figure_was_read(case, add_text):
    bare = add_text(case, STORY.replace("88 people", "people") + ENDING, "Without a figure")
    assert not bare.claims.exists()
    first = add_text(case, STORY + ENDING, "Agency")
    second = add_text(case, STORY, "Paper")
    assert {claim.row["story"] for claim in first.claims.all()} == {None}
    assert {claim.row["story"] for claim in second.claims.all()} == {first.key}


def test_documents_from_before_marks_were_kept_are_compared_too(case, add_text):
    first = add_text(case, STORY + ENDING, "Agency")
    type(first).objects.filter(pk=first.pk).update(marks=None)
    second = add_text(case, STORY, "Paper")
    assert {claim.row["story"] for claim in second.claims.all()} == {first.key}


def test_stories_of_another_case_are_not_looked_at(case, add_text, actor):
    from habeas.desk.cases.declarations import begin_case

    add_text(begin_case(actor, "sur", "Sur"), STORY, "Agency")
    here = add_text(case, STORY, "Paper")
    assert {claim.row["story"] for claim in here.claims.all()} == {None}


def test_the_queue_warns_that_a_claim_repeats_another_document(case, add_text, member):
    first = add_text(case, STORY + ENDING, "Agency")
    second = add_text(case, STORY, "Paper")
    client = member(case, "reviewer")
    page = client.get(f"/desk/norte/claims/{second.claims.first().pk}/").content.decode()
    assert "tells a story that another has told" in page
    assert f'href="/desk/norte/documents/{first.pk}/">Agency</a>' in page
    page = client.get(f"/desk/norte/claims/{first.claims.first().pk}/").content.decode()
    assert "tells a story" not in page


def test_a_contradiction_of_a_retold_figure_stands_once_with_its_copies(case, add_text, actor):
    from habeas.desk.cases.cached_findings import reconcile_case
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    for title, text in (("Agency", STORY + ENDING), ("Paper", STORY), ("Other", ANOTHER)):
        document = add_text(case, text, title)
        for claim in document.claims.all():
            row = {
                **claim.current, "claimant": "Ministry", "claimant_kind": "government",
                "period_start": "", "cumulative": "true", "low": "", "high": "",
                "value": "61" if title == "Other" else "88",
                "period_end": "2026-01-05" if title == "Other" else "2026-01-02",
            }  # fmt: skip
            decide_claim(claim, actor, Standing.CORRECTED, row)
    found = reconcile_case(case).content["contradictions"]
    assert len(found) == 1
    assert len(found[0]["copies"]) == 1


def test_the_description_of_the_interface_names_every_column_of_a_claim(store):
    import json

    import habeas.desk
    from habeas.vocabulary import CLAIM_COLUMNS

    told = json.loads((Path(habeas.desk.__file__).parent / "openapi.json").read_text())
    assert set(CLAIM_COLUMNS) <= set(told["components"]["schemas"]["Claim"]["properties"])


def test_one_of_anything_is_told_in_the_singular(case, add_text, member):
    from habeas.desk.wording import words_in

    add_text(case)
    client = member(case, "reviewer")
    waiting = case.claims.count()
    assert waiting > 1
    case.claims.exclude(pk=case.claims.first().pk).delete()
    for language, said in (("en", "1 waits"), ("es", "1 espera")):
        client.cookies["django_language"] = language
        page = client.get(f"/desk/norte/claims/{case.claims.first().pk}/").content.decode()
        assert re.search(rf">{said} ", page)
    for language in ("en", "es"):
        words = words_in(language)
        for section, named in words.texts.items():
            for name, text in named.items():
                if name.endswith("_one"):
                    key = f"{section}.{name.removesuffix('_one')}"
                    many = named[name.removesuffix("_one")]
                    values = dict.fromkeys(re.findall(r"\{(\w+)\}", many), 1)
                    assert words(key, **values) == text.format_map(values)
