"""What somebody who means harm, or is merely careless, must not reach."""

from __future__ import annotations

import io
import os
import re
import tarfile
from typing import Any

import pytest

from habeas.vocabulary import InputError


def test_an_overruled_consent_is_not_taken_back_whoever_its_record_became(case, add_list, actor):
    from habeas.desk.history.undoing import undo
    from habeas.desk.models import Record
    from habeas.desk.people.consents import record_consent

    add_list(case, "full_name\nRosa Ejemplo\n", "a.csv")
    add_list(case, "full_name\nRosa Ejemplo\n", "b.csv")
    first, second = Record.objects.filter(list__case=case)
    record_consent(case, [first], actor, publish=True, confidential=False)
    first.refresh_from_db()
    withdrawn = record_consent(case, [first], actor, publish=False, confidential=False)
    Record.objects.filter(pk=first.pk).update(person=second.person_id)
    both = list(Record.objects.filter(pk__in=[first.pk, second.pk]))
    record_consent(case, both, actor, publish=False, confidential=True)
    with pytest.raises(InputError, match="later decision"):
        undo(case, withdrawn, actor)
    first.refresh_from_db()
    assert (first.publish, first.confidential) == (False, True)


def test_a_decision_that_was_taken_up_again_overrules_an_earlier_one(case, add_list, actor):
    from habeas.desk.history.undoing import undo
    from habeas.desk.models import Record
    from habeas.desk.people.consents import record_consent

    def recorded(*, publish: bool) -> Any:
        held = Record.objects.get(list__case=case)
        return record_consent(case, [held], actor, publish=publish, confidential=False)

    add_list(case, "full_name\nRosa Ejemplo\n")
    recorded(publish=True)
    refused = recorded(publish=False)
    kept = recorded(publish=False)
    undo(case, kept, actor)
    undo(case, case.activities.get(undoes=kept.number), actor)
    with pytest.raises(InputError, match="later decision"):
        undo(case, refused, actor)


def test_an_invitation_to_one_case_does_not_open_another(case, member, actor, browser):
    from habeas.desk.cases import declarations as cases
    from habeas.desk.models import Membership

    other = cases.begin_case(actor, "sur", "Sur")
    north, south = member(case, "administrator"), member(other, "administrator")
    given = {"name": "carla", "role": "reader"}
    path = "/" + north.post("/desk/norte/team/", given).context["invitation"].split("/", 3)[3]
    assert "new_password1" in browser().get(path).content.decode()
    answer = south.post("/desk/sur/team/", given, follow=True)
    assert "has not come in yet" in answer.content.decode()
    assert "new_password1" not in browser().get(path).content.decode()
    carla = Membership.objects.filter(user__username="carla").first().user
    north.post(f"/desk/norte/team/{carla.pk}/invite")
    assert not carla.has_usable_password()


def test_a_message_is_read_on_any_page_and_takes_back_in_its_own_case(case, add_text, member):
    add_text(case)
    client = member(case, "reviewer")
    client.post(f"/desk/norte/claims/{case.claims.first().pk}/decide", {"decision": "accepted"})
    answer = client.get("/desk/")
    number = case.activities.first().number
    assert answer.status_code == 200
    assert f'action="/desk/norte/activity/{number}/undo"' in answer.content.decode()


@pytest.mark.parametrize("name", ["😀" * 110 + ".txt", "x.warc.gz", "t.csv", "b.pdf"])
def test_an_upload_that_cannot_be_read_tells_its_own_name_and_no_path(case, member, work, name):
    from django.core.files.uploadedfile import SimpleUploadedFile

    client = member(case, "documenter")
    given = {"files": SimpleUploadedFile(name, b"\x00\x01\x02 no such thing")}
    answer = client.post("/desk/norte/inbox/", given, follow=True)
    assert len(list(answer.context["messages"])) == 1
    work()
    page = answer.content.decode() + client.get("/desk/norte/inbox/").content.decode()
    problem = re.search(r'class="(?:problem|message error)"[^>]*>(?:<p>)?([^<]*)', page)
    assert problem
    assert name[-20:] in problem[1]
    assert "habeas-" not in problem[1]


def test_a_copy_for_a_stick_names_no_account_of_the_server(store):
    from habeas.desk.publication.publish_page import _without_owner

    file = store.root / "store.toml"
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as tar:
        tar.add(file, arcname="x", filter=_without_owner)
        (member,) = tar.getmembers()
    assert (member.uname, member.gname, member.uid, member.gid) == ("", "", 0, 0)


def test_a_backup_is_nobody_elses_to_read_while_it_is_written(store, tmp_path, monkeypatch):
    import contextlib

    from habeas.desk.lifecycle import backup
    from habeas.desk.lifecycle.bundle import BundleWriter

    modes = set()
    add = BundleWriter.add

    def look(writer: Any, *given: Any) -> None:
        (unfinished,) = tmp_path.glob(".*.unfinished")
        modes.add(unfinished.stat().st_mode & 0o777)
        add(writer, *given)

    monkeypatch.setattr(BundleWriter, "add", look)
    # The test is within a transaction already.
    monkeypatch.setattr(backup, "one_moment", contextlib.nullcontext)
    earlier = os.umask(0o022)
    try:
        backup.back_up(store, tmp_path / "kept.tar.gz", backup.Wishes(check=False))
    finally:
        os.umask(earlier)
    assert modes == {0o600}
    assert (tmp_path / "kept.tar.gz").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("address", ["fec0::1", "feff::1"])
def test_an_address_of_a_site_is_not_public(address):
    from habeas.desk.intake.fetching import is_public

    assert not is_public(address)
