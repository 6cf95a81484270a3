"""The store: the same results as from files, and nothing decided is ever lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from habeas.formats.scopes_toml import read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import Question, Teller, reconcile
from habeas.reconciliation.proofs.proof_json import reconciliation_json
from habeas.vocabulary import InputError

EXAMPLE = Path(__file__).parents[3] / "examples" / "venezuela-2024"


def told(claims: Any, scopes: Any) -> Any:
    questions = [Question.parse("held political_prisoners 2026-01-01")]
    teller = Teller({claim.id: claim for claim in claims}, scopes, "en")
    return reconciliation_json(reconcile(claims, scopes, questions=questions, limit=5), teller)


def test_engines_find_the_same_in_the_store_as_in_files(store, actor, tmp_path):
    from habeas.desk.cases import declarations as cases
    from habeas.desk.cases.case_values import claim_values, scopes_of, sources_of
    from habeas.desk.intake.incoming import add_claims_file
    from habeas.formats.tables import write_claims

    few = tmp_path / "claims.csv"
    write_claims(read_claims_file(EXAMPLE / "claims.csv")[:25], few)
    case = cases.begin_case(actor, "example", "Example")
    cases.declare(case, actor, (EXAMPLE / "scopes.toml").read_text())
    add_claims_file(case, few, actor)
    declared = read_scopes(EXAMPLE / "scopes.toml")
    assert claim_values(case) == read_claims_file(few)
    assert scopes_of(case) == declared.scopes
    assert {source.name for source in sources_of(case).sources} == set(declared.sources.names())
    assert told(claim_values(case), scopes_of(case)) == told(read_claims_file(few), declared.scopes)


def test_claims_read_from_a_document_are_those_that_extraction_reads(case, add_text):
    from habeas.desk.cases.case_values import document_value, sources_of
    from habeas.extraction import read_claims
    from habeas.vocabulary import claim_to_row

    document = add_text(case)
    read = read_claims(document_value(document), aliases=sources_of(case))
    assert [claim.row for claim in case.claims.all()] == [claim_to_row(claim) for claim in read]
    assert {claim.standing for claim in case.claims.all()} == {"waiting"}


def test_what_waits_and_what_was_rejected_counts_for_nothing(case, add_text, actor):
    from habeas.desk.cases.case_values import claim_values
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    first, second, *_ = case.claims.all()
    assert claim_values(case) == []
    decide_claim(first, actor, Standing.ACCEPTED)
    decide_claim(second, actor, Standing.REJECTED)
    assert [claim.id for claim in claim_values(case)] == [first.key]


def test_a_correction_counts_and_the_claim_as_read_stays_on_record(case, add_text, actor):
    from habeas.desk.cases.case_values import claim_values
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    claim = case.claims.first()
    decide_claim(claim, actor, Standing.CORRECTED, {**claim.current, "value": "99"})
    claim.refresh_from_db()
    assert claim_values(case)[0].quantity.value == 99
    assert claim.row["value"] == 88


@pytest.mark.parametrize(
    ("column", "value"),
    [("value", "many"), ("measure", "vanished"), ("part_of", "nothing"), ("id", "another")],
)
def test_a_correction_that_is_no_claim_is_refused_and_changes_nothing(
    case, add_text, actor, column, value
):
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    claim = case.claims.first()
    before = case.activities.count()
    with pytest.raises(InputError):
        decide_claim(claim, actor, Standing.CORRECTED, {**claim.current, column: value})
    claim.refresh_from_db()
    assert claim.standing == "waiting"
    assert case.activities.count() == before


def test_every_decision_can_be_taken_back_and_stays_on_record(case, add_text, actor):
    from habeas.desk.history.undoing import undo
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    claim = case.claims.first()
    accepted = decide_claim(claim, actor, Standing.ACCEPTED)
    corrected = decide_claim(claim, actor, Standing.CORRECTED, {**claim.current, "value": "99"})
    with pytest.raises(InputError, match="later decision"):
        undo(case, accepted, actor)
    undo(case, corrected, actor)
    claim.refresh_from_db()
    assert (claim.standing, claim.current["value"]) == ("accepted", 88)
    undo(case, accepted, actor)
    claim.refresh_from_db()
    assert claim.standing == "waiting"
    assert claim.decisions.count() == 4
    with pytest.raises(InputError, match="already"):
        undo(case, accepted, actor)


def test_the_database_itself_refuses_to_change_what_was_decided(case, add_text, actor):
    from django.db import DatabaseError, connection, transaction

    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    for statement in (
        "UPDATE desk_activity SET actor = 'x'",
        "UPDATE desk_claimdecision SET standing = 'x'",
        "DELETE FROM desk_activity",
        "DELETE FROM desk_claimdecision",
    ):
        with pytest.raises(DatabaseError, match="for ever"), transaction.atomic():
            connection.cursor().execute(statement)


def test_a_decision_can_be_neither_changed_nor_deleted_from_python(case, add_text, actor):
    from habeas.desk.models import ClaimDecision, Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    decision = ClaimDecision.objects.get()
    with pytest.raises(TypeError):
        decision.save()
    with pytest.raises(TypeError):
        decision.delete()


TAMPERING = (
    "UPDATE desk_activity SET actor = 'somebody else' WHERE number = 2",
    "UPDATE desk_activity SET details = '{}' WHERE what = 'claim.accepted'",
    "DELETE FROM desk_activity WHERE number = 2 AND what <> 'claim.accepted'",
    "UPDATE desk_claimdecision SET standing = 'rejected'",
    "UPDATE desk_activityhead SET number = number + 1",
)


@pytest.mark.parametrize("statement", TAMPERING)
def test_the_log_shows_whatever_was_changed_behind_its_back(
    case, add_text, actor, unguarded, statement
):
    from habeas.desk.audit_log import activity
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim

    add_text(case)
    decide_claim(case.claims.first(), actor, Standing.ACCEPTED)
    assert list(activity.findings()) == []
    unguarded(statement)
    assert list(activity.findings()) != []


def test_a_head_noted_down_is_missed_where_the_log_was_written_anew(case):
    from habeas.desk.audit_log import activity

    assert list(activity.findings(activity.head())) == []
    assert list(activity.findings("0" * 64)) != []


def test_search_finds_words_whatever_their_accents_and_ends(case, add_text, add_list):
    from habeas.desk.cases.full_text_search import search

    add_text(case, "La Fiscalía anunció 12 excarcelaciones.", "Boletín")
    add_list(case, "full_name\nJosé Ñáñez Ejemplo\n")

    def kinds(words: str) -> set[str]:
        return {entry.kind for entry in search(case, words)}

    assert "document" in kinds("fiscalia")
    assert "document" in kinds("EXCARCEL")
    assert kinds("nanez jose") == {"record"}
    assert kinds("nothing of the kind") == set()
    assert kinds('" OR 1=1 --') == set()


def test_a_table_whose_ids_are_taken_is_refused_whole(case, actor, tmp_path):
    from habeas.desk.intake.incoming import add_claims_file

    table = tmp_path / "claims.csv"
    table.write_text("id,measure,value,population_kind\na,held,5,all_prisoners\n")
    assert add_claims_file(case, table, actor) == 1
    with pytest.raises(InputError, match="holds already"):
        add_claims_file(case, table, actor)
    assert case.claims.count() == 1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\x00\x01", "full_name" * 5])
def test_what_is_no_list_of_people_is_refused(case, add_list, text):
    with pytest.raises(InputError):
        add_list(case, text)
    assert not case.lists.exists()


def test_a_source_cannot_go_by_a_name_that_is_taken(case, actor):
    from habeas.desk.cases.declarations import name_source

    name_source(case, actor, "Casa de Derechos", "CdD")
    with pytest.raises(InputError):
        name_source(case, actor, "Somebody", "cdd")


@pytest.mark.parametrize("key", ["", "desk", "api", "Ñandú", "a/b", "-x", "x" * 61])
def test_a_case_cannot_bear_a_name_that_is_no_address(store, actor, key):
    from habeas.desk.cases.declarations import begin_case

    with pytest.raises(InputError):
        begin_case(actor, key, "Title")


def test_no_table_lacks_a_step_that_makes_it(store):
    from django.core.management import call_command

    call_command("makemigrations", "desk", check=True, dry_run=True, verbosity=0)


def test_sqlite_sorts_in_memory_and_leaves_no_names_in_the_temporary_folder(store):
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("of SQLite only")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA temp_store")
        assert cursor.fetchone() == (2,)
