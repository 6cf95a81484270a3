"""What somebody changes in the tables or the public files, past the log, is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

LIST = "full_name,detained_on\nAna Ejemplo,2026-01-02\nJosé Muestra,2026-01-03\n"


def declared(makers: Any, folder: Path) -> Any:
    """Make a case with claims that were decided on, declarations, sources and members."""
    from habeas.desk.cases.declarations import ask, give_titles, name_source, set_role
    from habeas.desk.intake.incoming import add_claims_file
    from habeas.desk.models import Standing
    from habeas.desk.review.claim_decisions import decide_claim
    from habeas.desk.roles import Role

    case, actor, account = makers.case(), makers.actor, makers.account
    makers.add_text(case)
    first, second, *_ = case.claims.all()
    decide_claim(first, actor, Standing.ACCEPTED)
    decide_claim(second, actor, Standing.CORRECTED, {**second.current, "value": "43"})
    ask(case, actor, "held political_prisoners 2026-01-01", "plain")
    name_source(case, actor, "Casa de Derechos", "CdD")
    set_role(case, actor, account("eva"), Role.ADMINISTRATOR)
    set_role(case, actor, account("luz"), Role.READER)
    set_role(case, actor, gone := account("sol"), Role.REVIEWER)
    set_role(case, actor, gone, None)
    give_titles(case, actor, {"en": "North", "es": "Norte"})
    table = folder / "claims.csv"
    table.write_text("id,measure,value,population_kind\na,held,5,all_prisoners\n")
    add_claims_file(case, table, actor)
    return case


@pytest.fixture(scope="module")
def published(makers: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Have a case in which something of every kind was done; return its public pages."""
    from habeas.desk.models import Pair, Record
    from habeas.desk.people.consents import record_consent
    from habeas.desk.people.linking import link_case
    from habeas.desk.people.pair_decisions import decide_pair
    from habeas.desk.publication.publication import publish
    from habeas.vocabulary import Judgement

    folder, actor = tmp_path_factory.mktemp("busy"), makers.actor
    with makers.taken_back():
        case = declared(makers, folder)
        makers.add_list(case, LIST)
        link_case(case, actor)
        one, other = Record.objects.filter(list__case=case)
        pair = Pair.objects.create(case=case, left=one, right=other, probability=0.5)
        decide_pair(pair, actor, Judgement.DIFFERENT)
        record_consent(case, [one], actor, publish=True, confidential=False)
        publish(case, actor)
        shutil.copytree(makers.place.published, folder / "published")
        yield folder / "published"


@pytest.fixture
def busy(published: Path, store: Any) -> Any:
    """The case, as it was made and published; what a test changes in it is taken back."""
    from habeas.desk.models import Case

    shutil.copytree(published, store.published, dirs_exist_ok=True)
    return Case.objects.get()


def findings() -> list[str]:
    from habeas.desk.audit_log import activity
    from habeas.desk.history import replay

    return [*activity.findings(), *replay.findings()]


def test_a_store_as_it_was_left_gives_nothing_to_tell(busy, actor):
    from django.test import TestCase

    from habeas.desk.history.undoing import may_undo, undo
    from habeas.desk.models import Activity

    assert findings() == []
    for entry in list(Activity.objects.filter(case=busy).order_by("-number")):
        if may_undo(entry):
            with TestCase.captureOnCommitCallbacks(execute=True):
                undo(busy, entry, actor)
            assert findings() == []


CHANGES = (
    ("UPDATE desk_claim SET standing = 'rejected' WHERE standing = 'accepted'",
     "has the standing rejected, and by entry"),
    ("UPDATE desk_claim SET \"current\" = '{}' WHERE standing = 'corrected'",
     "has the values other than entry"),
    ("UPDATE desk_claim SET \"row\" = '{}' WHERE standing = 'accepted'", "has the read other than"),
    ("UPDATE desk_record SET publish = true", "the consent of row 2 of list.csv is public, and by"),
    ("UPDATE desk_record SET publish = false", "is withheld, and by entry"),
    ("UPDATE desk_record SET confidential = true WHERE row = 1", "is public and confidential"),
    ("UPDATE desk_record SET name = 'x' WHERE row = 2", "the list list.csv or a row of it"),
    ("UPDATE desk_record SET person_id = (SELECT min(id) FROM desk_person)", "to be one person"),
    ("UPDATE desk_pair SET standing = 'same'", "is same, and by entry"),
    ("UPDATE desk_pair SET standing = 'waiting'", "is not judged, and by entry"),
    ("DELETE FROM desk_pairdecision", "took 1 decisions, and 0 are kept"),
    ("UPDATE desk_pairdecision SET reason = 'x'", "Who judged a pair"),
    ("UPDATE desk_consent SET note = 'x'", "Why a consent was recorded"),
    ("UPDATE desk_case SET scopes_toml = ''", "what is declared as its scopes"),
    ("UPDATE desk_case SET titles = '{\"en\": \"x\"}'", "what is declared as its titles"),
    ("UPDATE desk_case SET policy = 'strict'", "what is declared as its policy"),
    ("UPDATE desk_source SET kind = 'government'", "has the kind government, and by entry"),
    ("DELETE FROM desk_sourcealias WHERE name = 'CdD'", "the source Casa de Derechos"),
    ("UPDATE desk_membership SET role = 'publisher' WHERE role = 'reader'", "the role publisher"),
    ("DELETE FROM desk_membership WHERE role = 'reader'", "is missing, which entry"),
    ("UPDATE desk_document SET text = 'x'", "document Bulletin is not as entry"),
    ("UPDATE desk_case SET published_at = NULL", "although it is not public"),
)  # fmt: skip


@pytest.mark.parametrize(("statement", "told"), CHANGES)
def test_whatever_is_changed_past_the_log_is_told_in_a_sentence(busy, unguarded, statement, told):
    unguarded(statement)
    assert any(told in sentence for sentence in findings()), findings()


def test_what_is_put_into_a_table_without_an_entry_is_told(busy, account):
    from habeas.desk.models import Claim, Membership

    claim = busy.claims.first()
    Claim.objects.create(
        case=busy, key="c99", row=claim.row, current=claim.row, standing="accepted"
    )
    Membership.objects.create(case=busy, user=account("nobody"), role="publisher")
    told = findings()
    assert "Case norte: claim c99 is in no entry of the log." in told
    assert len(told) == 2


@pytest.mark.parametrize("change", ["changed", "added", "missing"])
def test_a_public_file_that_is_not_as_it_was_published_is_told(busy, store, change):
    folder = store.published / busy.key
    file = folder / "style.css"
    if change == "changed":
        file.write_text("x")
    elif change == "added":
        file = folder / "new.html"
        file.write_text("x")
    else:
        file.unlink()
    (told,) = findings()
    assert file.name in told
    assert change in told


def test_pages_whose_sums_were_made_anew_are_told(busy, store):
    import hashlib

    folder = store.published / busy.key
    old = hashlib.sha256((folder / "style.css").read_bytes()).hexdigest()
    (folder / "style.css").write_text("x")
    sums = (folder / "SHA256SUMS").read_text()
    (folder / "SHA256SUMS").write_text(sums.replace(old, hashlib.sha256(b"x").hexdigest()))
    (told,) = findings()
    assert told.startswith("Case norte: the list of public files is not as entry")


def test_nobody_covers_a_change_by_sealing_a_case_again(busy, actor):
    from habeas.desk.audit_log.activity import note
    from habeas.desk.audit_log.state import state_of
    from habeas.desk.history.log_backfill import SEALED
    from habeas.desk.models import Claim

    Claim.objects.filter(case=busy).update(standing="rejected")
    note(actor, SEALED, case=busy, details={"wrote": state_of(busy)})
    told = findings()
    assert any("seals it although the log told what it holds" in sentence for sentence in told)
    assert any("has the standing rejected" in sentence for sentence in told)
