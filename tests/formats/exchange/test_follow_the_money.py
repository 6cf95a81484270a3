"""Entities as FollowTheMoney 4 defines them: known schemata, known properties, lists of texts."""

from __future__ import annotations

import json
from hashlib import sha1

from habeas.formats.exchange.follow_the_money import (
    Entity,
    claim_entity,
    custody_entity,
    document_entity,
    entity_lines,
    person_entity,
    source_entity,
)
from habeas.vocabulary import (
    Claim,
    ClaimantKind,
    Document,
    Evidence,
    Measure,
    PartialDate,
    Period,
    Quantity,
)

THING = {"name", "description", "publisher", "publisherUrl", "sourceUrl", "proof", "retrievedAt",
         "keywords", "summary"}  # fmt: skip
SCHEMATA: dict[str, tuple[set[str], set[str]]] = {
    "LegalEntity": ({"name"}, {*THING, "classification"}),
    "Person": ({"name"}, THING),
    "Document": (
        {"fileName"},
        {*THING, "title", "fileName", "contentHash", "fileSize", "mimeType", "language",
         "publishedAt"},
    ),
    "Event": ({"name"}, {*THING, "recordId", "startDate", "endDate", "date", "location",
                         "involved"}),
}  # fmt: skip
"""Of each schema that is used, what it requires and which of its properties are."""

RANGES = {"involved": {"LegalEntity", "Person"}, "proof": {"Document"}}
"""What the entity may be that a property names: a Person is a LegalEntity."""


def some_entities() -> list[Entity]:
    day = PartialDate("2026-01")
    text = "88 people were released."
    evidence = Evidence(
        "doc", 0, 9, "88 people", "Outlet", "2026-01-02", "https://outlet.example/a"
    )
    claim = Claim("c1", Measure.RELEASED, Quantity(88), "other", place="Norte",
                  period=Period.read("2026-01", "2026-01-08"), claimant="Ministry",
                  claimant_kind=ClaimantKind.GOVERNMENT, evidence=evidence)  # fmt: skip
    document = Document("doc", text, PartialDate("2026-01-02"), "es", "A title", "Outlet")
    return [
        source_entity("Ministry", ClaimantKind.GOVERNMENT),
        document_entity(document, text.encode(), media_type="text/plain", file_name="a.txt",
                        retrieved="2026-01-03T10:00:00Z"),
        claim_entity(claim, "Ministry: 88 released", "88", "https://d.example/c1", documented=True),
        person_entity("p1", "Luis Muestra"),
        custody_entity("p1", "list, 1", "Luis Muestra: released", day, "released"),
    ]  # fmt: skip


def test_every_entity_is_of_a_known_schema_with_its_required_properties():
    for entity in some_entities():
        required, allowed = SCHEMATA[entity["schema"]]
        assert required <= set(entity["properties"]) <= allowed, entity["schema"]
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_what_an_entity_names_is_there_and_of_a_kind_that_may_be_named():
    known = {entity["id"]: entity["schema"] for entity in some_entities()}
    named = [
        (name, value)
        for entity in some_entities()
        for name, values in entity["properties"].items()
        for value in values
        if name in RANGES
    ]
    assert len(named) == 3
    assert all(known[value] in RANGES[name] for name, value in named)


def test_a_claim_without_its_document_names_none():
    claim = Claim("c1", Measure.HELD, Quantity(1), "other")
    properties = claim_entity(claim, "x", "1", "", documented=False)["properties"]
    assert "proof" not in properties
    assert "involved" not in properties


def test_the_bytes_of_a_document_are_known_by_the_sum_that_the_schema_asks_for():
    document = document_entity(Document("d", "x"), b"x", media_type="", file_name="d", retrieved="")
    assert document["properties"]["contentHash"] == [sha1(b"x", usedforsecurity=False).hexdigest()]


def test_each_entity_is_one_line_and_stands_there_once():
    lines = entity_lines([*some_entities(), *some_entities()]).decode().splitlines()
    assert len(lines) == len({json.loads(line)["id"] for line in lines}) == len(some_entities())
