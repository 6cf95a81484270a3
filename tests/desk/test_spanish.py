"""The desk speaks the reader's language on every page."""

from __future__ import annotations

import re

ENGLISH = re.compile(
    r"\b(political|prisoners?|detainees|people|arrested|released|held|figures?|sources?|the|of|and"
    r"|claims?|contradictions?|with|from|by|documents?|page|was|were|list|row|rows|name|names)\b"
)
OURS = ("norte", "Norte", "Bulletin", "list.csv", "the House of Rights")
PAGES = (
    "", "claims/", "claims/all/", "inbox/", "contradictions/", "people/", "pairs/", "sources/",
    "activity/", "team/", "declarations/", "publish/", "search/?q=",
)  # fmt: skip


EXAMPLES = ("held political_prisoners 2026-01-01", "released protest_detainees 2025-12-01")
"""How questions are typed, which is the same in every language."""


def visible(page: str) -> str:
    """Return what a reader sees of a page, without quoted words, names and typed fields."""
    body = page.split("<main", 1)[1].split("</main>", 1)[0]
    for tag in ("script", "code", "q", "blockquote", "mark", "textarea"):
        body = re.sub(rf"<{tag}\b.*?</{tag}>", " ", body, flags=re.DOTALL)
    body = re.sub(r'<div class="text".*?</div>', " ", body, flags=re.DOTALL)
    body = re.sub(r'<ul lang="en">.*?</ul>', " ", body, flags=re.DOTALL)
    body = re.sub(r'<option value="[^"]*" lang="\w*".*?</option>', " ", body)  # quoted words
    labels = " ".join(re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', body))
    text = re.sub(r"<[^>]+>", " ", body) + " " + labels
    for name in (*OURS, *EXAMPLES):
        text = text.replace(name, " ")
    return text


def test_no_page_of_the_desk_holds_english_words_for_who_reads_spanish(
    case, add_text, add_list, actor, member, work
):
    from habeas.desk.audit_log.job_queue import ask_for
    from habeas.desk.cases.declarations import ask
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    ask(case, actor, "held political_prisoners 2026-01-01", "plain")
    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    add_list(case, "full_name,detained_on\nAna Ejemplo,2026-01-02\nAna Ejemplo P,2026-01-02\n")
    for kind in ("link", "reconcile", "publish"):
        ask_for(case, kind, actor)
    work()
    client = member(case, "administrator")
    client.cookies["django_language"] = "es"
    left = {}
    person = f"people/{case.people.first().pk}/"
    claim = f"claims/{case.claims.first().pk}/"
    document = f"documents/{case.documents.first().pk}/"
    for path in (*PAGES, person, claim, document):
        answer = client.get(f"/desk/norte/{path}")
        assert answer.status_code == 200, path
        if words := sorted(set(ENGLISH.findall(visible(answer.content.decode())))):
            left[path] = words
    assert left == {}
