"""What the public sees, and what it must never see."""

from __future__ import annotations

import json
import tarfile
from io import BytesIO
from typing import Any

import pytest

from habeas.vocabulary import CLAIM_COLUMNS

READER = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
HIDDEN = "Zulma María Ejemplo Ñáñez"
NUMBER = "V-12345678"
LIST = f"full_name,national_id\n{HIDDEN},{NUMBER}\nLuis Muestra Prueba,V-87654321\n"


def spellings() -> list[str]:
    """The ways in which a name may stand in public bytes."""
    return [
        "Zulma María Ejemplo", "zulma maria ejemplo", "ZULMA EJEMPLO", "Ejemplo Ñáñez",
        "EJEMPLO NANEZ, Zulma", "Ejemplo, Zulma", "zulma-ejemplo", "Maria_Ejemplo", "12345678",
    ]  # fmt: skip


@pytest.fixture
def publish(actor: Any) -> Any:
    def do(case: Any) -> dict[str, bytes]:
        from habeas.desk.publication.publication import publish
        from habeas.desk.store.evidence import place

        publish(case, actor)
        folder = place().published / case.key
        files = [path for path in folder.rglob("*") if path.is_file()]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return do


def add_table(case: Any, actor: Any, folder: Any, rows: list[dict[str, str]]) -> None:
    import csv

    from habeas.desk.intake.incoming import add_claims_file

    table = folder / "claims.csv"
    with table.open("w", newline="") as stream:
        writer = csv.DictWriter(stream, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
    add_claims_file(case, table, actor)


def claim(**named: str) -> dict[str, str]:
    usual = {"measure": "held", "value": "5", "population_kind": "political_prisoners",
             "period_end": "2026-01-01", "claimant": "X", "claimant_kind": "ngo"}  # fmt: skip
    return {"id": "a", **usual, **named}


FREE_TEXT = [
    name
    for name in (*CLAIM_COLUMNS, "a column of theirs")
    if name
    not in ("measure", "low", "high", "value", "qualifier", "period_start", "period_end",
            "cumulative", "modality", "claimant_kind", "start", "end", "confidence", "published",
            "status", "alternatives")
]  # fmt: skip


def test_no_public_byte_shows_a_withheld_name_whatever_field_it_stands_in(
    case, add_list, add_text, actor, publish, tmp_path
):
    add_list(case, LIST)
    rows = [claim(id=f"c{number}") for number in range(len(FREE_TEXT))]
    kinds = iter(spellings() * 5)
    for row, column in zip(rows, FREE_TEXT, strict=True):
        if column == "population_kind":
            continue
        row[column] = f"{row.get(column, '')} {next(kinds)}".strip()
    by_place = {column: row for row, column in zip(rows, FREE_TEXT, strict=True)}
    by_place["part_of"]["part_of"] = by_place["id"]["id"]
    by_place["corrects"]["corrects"] = by_place["id"]["id"]
    by_place["reasons"]["reasons"] = json.dumps(["because of Zulma Ejemplo"])
    add_table(case, actor, tmp_path, rows)
    for title in ("A note", "Zulma Ejemplo"):
        text = f"{title}. 88 were released on 2 January 2026, Ejemplo Ñáñez among them, said X."
        document = add_text(case, text, title, url=f"https://example.org/{title}")
        from habeas.desk.models import Standing
        from habeas.desk.review.claim_decisions import decide_claim

        decide_claim(document.claims.first(), actor, Standing.ACCEPTED)
    case.titles = {"en": "The case of Zulma Ejemplo", "es": "Caso de Ejemplo, Zulma"}
    case.save()
    contents = publish(case)
    assert len(contents) > 20
    from habeas.desk.cases.full_text_search import folded

    wanted = [folded(spelling) for spelling in spellings()]
    for path, content in contents.items():
        shown = folded(content.decode("utf-8", "replace"))
        for spelling in wanted:
            assert spelling not in shown, (path, spelling)
            assert spelling not in folded(path), (path, spelling)
        for word in ("nanez", "ejemplo"):
            assert word not in shown, (path, word)


def refuse_hidden(shown: str, place: str) -> None:
    """Fail where a text shows the withheld name, or the number."""
    from habeas.desk.cases.full_text_search import folded

    for word in ("nanez", "ejemplo", "12345678"):
        assert word not in folded(shown), (place, word)


def test_no_answer_to_a_stranger_shows_a_withheld_name(
    case, add_list, add_text, actor, publish, browser, tmp_path
):
    """Whatever address is asked: pages with their views, the interface, lists, refusals."""
    add_list(case, LIST, name="Zulma Ejemplo.csv")
    case.titles = {"en": f"The case of {HIDDEN}", "es": f"Caso de {HIDDEN}"}
    case.save()
    add_text(case, f"{HIDDEN} was held. 88 were released on 2 January 2026, said X.", HIDDEN)
    row = claim(claimant=HIDDEN, quote=HIDDEN, url=f"http://x/{HIDDEN}")
    add_table(case, actor, tmp_path, [row])
    contents = publish(case)
    anybody = browser()
    told = anybody.get("/api/v1/openapi.json").json()["paths"]
    addresses = [path.replace("{case}", "norte") for path in told]
    addresses += ["/", "/sign-in/", "/norte/", "/norte/missing.html", "/api/v1/cases/norte/missing"]
    addresses += [f"/norte/{path}" for path in contents]
    for address in addresses:
        answer = anybody.get(address, headers={"User-Agent": READER, "Accept-Language": "es"})
        refuse_hidden(answer.content.decode("utf-8", "replace") + str(answer.headers), address)


def test_the_copy_for_a_mirror_shows_no_withheld_name(
    case, add_list, actor, publish, member, tmp_path
):
    add_list(case, LIST)
    add_table(case, actor, tmp_path, [claim(note=HIDDEN)])
    publish(case)
    copied = member(case, "publisher").get("/desk/norte/publish/copy").content
    with tarfile.open(fileobj=BytesIO(copied)) as tar:
        for part in tar.getmembers():
            stream = tar.extractfile(part)
            content = stream.read().decode("utf-8", "replace") if stream else ""
            refuse_hidden(part.name + content, part.name)


def test_a_name_may_be_public_where_consent_is_recorded_and_no_longer_when_withdrawn(
    case, add_list, actor, publish, tmp_path
):
    from habeas.desk.history.undoing import undo
    from habeas.desk.people.consents import record_consent

    add_list(case, LIST)
    add_table(case, actor, tmp_path, [claim(note=f"{HIDDEN} and Luis Muestra Prueba")])
    person = case.people.get(label=HIDDEN)
    entry = record_consent(
        case, list(person.records.all()), actor, publish=True, confidential=False
    )
    shown = publish(case)["data/claims.csv"].decode()
    assert HIDDEN in shown
    assert "Muestra" not in shown
    undo(case, entry, actor)
    assert "Ejemplo" not in publish(case)["data/claims.csv"].decode()


def test_people_have_a_page_by_name_where_every_row_of_theirs_agrees(
    case, add_list, actor, publish, tmp_path
):
    from habeas.desk.people.consents import record_consent

    rows = f"full_name,detained_on\n{HIDDEN},2024-08-01\nLuis Muestra Prueba,2024-08-02\n"
    add_list(case, rows, name="Zulma Ejemplo's friends.csv")
    add_table(case, actor, tmp_path, [claim()])
    assert not any("people" in path for path in publish(case))
    luis = case.people.get(label="Luis Muestra Prueba")
    record_consent(case, list(luis.records.all()), actor, publish=True, confidential=False)
    contents = publish(case)
    shown = contents["en/people/index.html"].decode()
    assert "Luis Muestra Prueba" in shown
    assert "arrested, 2 August 2024" in shown
    assert "May be named: 1. Others on the lists: 1." in shown
    for content in contents.values():
        assert b"Ejemplo" not in content
    assert b"Luis Muestra Prueba" in contents["data/followthemoney.ndjson"]
    record_consent(case, list(luis.records.all()), actor, publish=True, confidential=True)
    assert not any(b"Muestra" in content for content in publish(case).values())


def test_two_people_of_one_name_are_shown_only_when_both_agree(
    case, add_list, actor, publish, tmp_path
):
    from habeas.desk.people.consents import record_consent

    add_list(case, "full_name\nZulma Ejemplo\nZulma Ejemplo\n")
    add_table(case, actor, tmp_path, [claim(note="Zulma Ejemplo")])
    first, second = case.people.all()
    record_consent(case, list(first.records.all()), actor, publish=True, confidential=False)
    assert "Ejemplo" not in publish(case)["data/claims.csv"].decode()
    record_consent(case, list(second.records.all()), actor, publish=True, confidential=False)
    assert "Ejemplo" in publish(case)["data/claims.csv"].decode()


def test_where_a_name_could_not_be_covered_nothing_is_published_nor_do_old_pages_stay_with_it(
    case, add_list, actor, publish, tmp_path
):
    from habeas.desk.cases.declarations import declare
    from habeas.desk.publication.publication import NameExposed

    add_table(case, actor, tmp_path, [claim(population_kind="zulma_ejemplo")])
    assert publish(case)
    declare(case, actor, '[scope.zulma_ejemplo]\nwithin = ["political_prisoners"]\n')
    add_list(case, "full_name\nZulma Ejemplo\n")
    with pytest.raises(NameExposed):
        publish(case)
    assert publish_time(case) is None


def publish_time(case: Any) -> Any:
    case.refresh_from_db()
    return case.published_at


def test_declared_sources_speak_under_their_names(case, add_list, actor, publish, tmp_path):
    from habeas.desk.cases.declarations import name_source

    name_source(case, actor, "Ana Portavoz", "", "ngo")
    add_list(case, "full_name\nAna Portavoz Lejana\n")
    add_table(case, actor, tmp_path, [claim(claimant="Ana Portavoz", note="Ana Portavoz Lejana")])
    shown = publish(case)["data/claims.csv"].decode()
    assert "Ana Portavoz" in shown
    assert "Lejana" not in shown


def test_covering_a_text_keeps_its_length_and_everything_else():
    from habeas.dossier.names import ListedName, gathered

    hidden = gathered([ListedName("Zulma María Ejemplo"), ListedName("Maikel")])
    text = "María said Zulma Ejemplo met Maikel and the example of Zulma, of Ejemplo Zulma."
    assert hidden.covered(text) == (
        "María said █████████████ met ██████ and the example of Zulma, of █████████████."
    )
    assert hidden.covered("nobody at all") == "nobody at all"


def test_a_published_case_is_served_counted_and_taken_away(
    case, actor, publish, browser, member, tmp_path, work
):
    add_table(case, actor, tmp_path, [claim()])
    boss = member(case, "publisher")
    anybody = browser()
    assert anybody.get("/norte/").status_code == 404
    boss.post("/desk/norte/publish/", {"title-en": "North", "title-es": "Norte"})
    work()
    page = anybody.get("/norte/", headers={"User-Agent": READER})
    assert page.status_code == 200
    assert "North" in page.content.decode()
    for path in ("../norte/", "..%2f..%2fsecret.key", ".hidden", "en/../../secret.key", "a//b"):
        assert anybody.get(f"/norte/{path}").status_code == 404
    style = anybody.get("/norte/style.css")
    again = anybody.get("/norte/style.css", headers={"If-None-Match": style["ETag"]})
    assert again.status_code == 304
    copied = boss.get("/desk/norte/publish/copy")
    with tarfile.open(fileobj=BytesIO(copied.content)) as tar:
        assert "norte/index.html" in tar.getnames()
    assert "norte" in anybody.get("/").content.decode()
    boss.post("/desk/norte/publish/", {"off": "1"})
    assert anybody.get("/norte/").status_code == 404
    assert anybody.get("/api/v1/cases/norte/claims").status_code == 404


def test_total_views_count_readers_and_no_programs(case, actor, publish, browser, tmp_path):
    from habeas.desk.publication import view_counts

    add_table(case, actor, tmp_path, [claim()])
    publish(case)
    anybody = browser()
    agents = [
        {"User-Agent": READER}, {"User-Agent": READER}, {"User-Agent": "Googlebot/2.1"}, {},
        {"User-Agent": "curl/8"}, {"User-Agent": READER, "Sec-Purpose": "prefetch"},
    ]  # fmt: skip
    for headers in agents:
        answer = anybody.get("/norte/en/methods.html", headers=headers)
        assert "Set-Cookie" not in answer
    assert view_counts.count(case.pk, "en/methods.html", add=False) == 2
    view_counts.write()
    from habeas.desk.models import PageViews

    assert PageViews.objects.get(case=case, path="en/methods.html").total == 2


def test_the_feed_tells_every_publication_with_its_answers(case, actor, publish, tmp_path):
    import xml.etree.ElementTree as ET

    add_table(case, actor, tmp_path, [claim()])
    publish(case)
    feed = ET.fromstring(publish(case)["feed.xml"])  # noqa: S314  (our own bytes)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    assert len(entries) == 2
    assert "Political prisoners, held on 1 January 2026" in str(
        entries[0].findtext(f"{atom}summary")
    )
    assert len({entry.findtext(f"{atom}id") for entry in entries}) == 2


def test_the_interface_lists_what_is_published_in_pages(case, actor, publish, browser, tmp_path):
    rows = [claim(id=f"c{number}", period_end=f"2026-01-{number:02}") for number in range(1, 8)]
    add_table(case, actor, tmp_path, rows)
    publish(case)
    anybody = browser()
    assert anybody.get("/api/v1/cases/").json()["cases"][0]["key"] == "norte"
    first = anybody.get("/api/v1/cases/norte/claims?per_page=3").json()
    met, page = [], first
    while True:
        met += [row["id"] for row in page["claims"]]
        if page["next"] is None:
            break
        page = anybody.get(page["next"]).json()
    assert met == [row["id"] for row in rows]
    assert first["total"] == 7
    for wrong in ("page=0", "page=x", "per_page=0", "per_page=1001", "page=-1"):
        assert anybody.get(f"/api/v1/cases/norte/claims?{wrong}").status_code == 400
    assert anybody.get("/api/v1/cases/norte/secrets").status_code == 404
    assert anybody.post("/api/v1/cases/norte/claims").status_code == 405


def test_the_interface_is_as_its_description_says(case, actor, publish, browser, tmp_path):
    rows = [claim(id="a"), claim(id="b", value="9")]
    add_table(case, actor, tmp_path, rows)
    publish(case)
    anybody = browser()
    told = anybody.get("/api/v1/openapi.json").json()
    schemas = told["components"]["schemas"]
    for path in told["paths"]:
        answer = anybody.get(path.replace("{case}", "norte"))
        assert answer.status_code == 200, path
    for kind in ("Claim", "Contradiction", "Answer"):
        (name,) = {path for path in told["paths"] if path.endswith(f"/{kind.lower()}s")}
        listed = anybody.get(name.replace("{case}", "norte")).json()[f"{kind.lower()}s"]
        assert listed, kind
        for row in listed:
            assert set(schemas[kind]["required"]) <= set(row)
            assert set(row) & set(schemas[kind]["properties"])


def consented(case: Any, actor: Any, *, publish: bool, confidential: bool = False) -> None:
    from habeas.desk.people.consents import record_consent

    person = case.people.get(label=HIDDEN)
    records = list(person.records.all())
    record_consent(case, records, actor, publish=publish, confidential=confidential)


@pytest.mark.parametrize("change", ["consent", "list"])
def test_what_changes_while_pages_are_made_counts_for_them(
    case, add_list, actor, publish, tmp_path, monkeypatch, change
):
    from habeas.desk.publication import publication

    if change == "consent":
        add_list(case, LIST)
        consented(case, actor, publish=True)
    add_table(case, actor, tmp_path, [claim(note=HIDDEN)])
    found, left = publication.find, [1]

    def slow(made: Any) -> Any:
        if left and left.pop():
            if change == "consent":
                consented(case, actor, publish=False, confidential=True)
            else:
                add_list(case, LIST)
        return found(made)

    monkeypatch.setattr(publication, "find", slow)
    assert not any(b"Ejemplo" in content for content in publish(case).values())


def test_a_case_that_never_holds_still_is_not_published(
    case, actor, publish, tmp_path, monkeypatch
):
    from habeas.desk.publication import publication

    add_table(case, actor, tmp_path, [claim()])
    found = publication.find

    def slow(made: Any) -> Any:
        case.changed()
        return found(made)

    monkeypatch.setattr(publication, "find", slow)
    with pytest.raises(publication.ChangedMeanwhile):
        publish(case)
    assert publish_time(case) is None


@pytest.fixture
def named_in_public(case: Any, add_list: Any, actor: Any, publish: Any, tmp_path: Any) -> Any:
    """A published case that names somebody who has agreed."""
    add_list(case, LIST)
    add_table(case, actor, tmp_path, [claim(note=HIDDEN)])
    consented(case, actor, publish=True)
    publish(case)
    return case


@pytest.mark.parametrize("kept", [{}, {"confidential": "1"}])
def test_who_takes_consent_back_is_off_the_public_pages_at_once_and_others_come_back(
    named_in_public, browser, member, work, kept
):
    case = named_in_public
    anybody = browser()
    assert "Ejemplo" in anybody.get("/norte/data/claims.csv").content.decode()
    person = case.people.get(label=HIDDEN)
    seen = {"seen": [record.pk for record in person.records.all()]}
    there = f"/desk/norte/people/{person.pk}/consent"
    said = member(case, "reviewer").post(there, kept | seen, follow=True)
    assert "taken off at once" in said.content.decode()
    assert anybody.get("/norte/data/claims.csv").status_code == 404
    work()
    assert anybody.get("/norte/").status_code == 200
    assert "Ejemplo" not in anybody.get("/norte/data/claims.csv").content.decode()


def test_who_is_on_a_list_added_to_a_public_case_is_off_the_public_pages_at_once(
    case, actor, publish, browser, member, work, tmp_path
):
    from io import BytesIO

    add_table(case, actor, tmp_path, [claim(note=HIDDEN)])
    publish(case)
    anybody = browser()
    assert "Ejemplo" in anybody.get("/norte/data/claims.csv").content.decode()
    upload = BytesIO(LIST.encode())
    upload.name = "list.csv"
    said = member(case, "documenter").post("/desk/norte/lists/add", {"list": upload}, follow=True)
    assert "were taken off at once" in said.content.decode()
    assert anybody.get("/norte/data/claims.csv").status_code == 404
    work()
    assert "Ejemplo" not in anybody.get("/norte/data/claims.csv").content.decode()


def test_a_list_whose_names_no_public_page_shows_leaves_the_pages_up(
    case, add_list, actor, publish, tmp_path
):
    add_table(case, actor, tmp_path, [claim(note="Nobody in particular")])
    publish(case)
    assert not add_list(case, LIST).taken_off
    assert publish_time(case) is not None


def test_a_quotation_shows_no_part_of_a_name_that_its_document_tells_in_full(
    case, add_list, add_text, actor, publish
):
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_list(case, LIST)
    text = (
        f"{HIDDEN} spoke at the gate. The ministry said on 2 January 2026 that 88 prisoners, "
        "Ñáñez among them, were released."
    )
    document = add_text(case, text, "Gate")
    found = document.claims.first()
    start = text.index("88 prisoners")
    quote = text[start : text.index(", were released")]
    row = {**found.current, "start": start, "end": start + len(quote), "quote": quote}
    decide_claim(found, actor, Standing.CORRECTED, row)
    for path, content in publish(case).items():
        refuse_hidden(content.decode("utf-8", "replace"), path)


def test_undoing_consent_takes_the_public_pages_off_too(case, add_list, actor, publish, tmp_path):
    from habeas.desk.history.undoing import undo
    from habeas.desk.people.consents import record_consent

    add_list(case, LIST)
    add_table(case, actor, tmp_path, [claim()])
    records = list(case.people.get(label=HIDDEN).records.all())
    entry = record_consent(case, records, actor, publish=True, confidential=False)
    publish(case)
    undo(case, entry, actor)
    assert publish_time(case) is None
    assert case.jobs.filter(kind="publish", state="waiting").count() == 1


def test_a_document_whose_bytes_name_somebody_is_shown_by_its_text_alone(
    case, add_list, add_text, actor, publish
):
    from habeas.desk.models import Document, Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_list(case, LIST)
    document = add_text(case, "88 were released on 2 January 2026, said X.", "A note")
    decide_claim(document.claims.first(), actor, Standing.ACCEPTED)
    Document.objects.filter(pk=document.pk).update(media_type="application/pdf")
    contents = publish(case)
    assert not any(path.startswith("documents/") for path in contents)
    figures = [content.decode() for path, content in contents.items() if "en/figures/" in path]
    assert any(document.sha256 in page and '<mark id="quote">' in page for page in figures)
