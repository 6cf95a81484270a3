"""One member at the desk, in a process of its own: ``… user STORE NAME SEED SECONDS DIARY``.

What the desk confirms is written into the diary with a reason that nobody else gives, so that it
can be looked for in the log.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from torture.races.beginning import bulletin, people

CASE = "/desk/norte"
FAR = 10_000
"""Numbers of names that each member brings begin this far apart."""


class Member:
    """Somebody who does whatever comes next. done: how often what was done; diary: a line each."""

    def __init__(self, name: str, seed: int, diary: TextIO) -> None:
        from django.contrib.auth.models import User  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415
        from django_otp import DEVICE_ID_SESSION_KEY  # noqa: PLC0415
        from django_otp.plugins.otp_totp.models import TOTPDevice  # noqa: PLC0415

        user = User.objects.get(username=name)
        self.client = Client(SERVER_NAME="localhost", raise_request_exception=False)
        self.client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        session = self.client.session
        session[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.get(user=user).persistent_id
        session.save()
        self.name, self.diary, self.turn = name, diary, 0
        self.dice = random.Random(f"{seed} {name}")  # noqa: S311
        self.brought = FAR * (1 + ord(name[0]) % 3)
        self.done: Counter[str] = Counter()

    def step(self) -> None:
        """Do one thing."""
        self.turn += 1
        deeds = (
            self.judge_claim,
            self.judge_claim,
            self.judge_pair,
            self.consent,
            self.undo,
            self.paste,
            self.bring_list,
            self.publish,
            self.link,
            self.name_source,
            self.look,
        )
        self.dice.choice(deeds)()

    def judge_claim(self) -> None:
        """Accept or reject any claim, as it was seen."""
        from habeas.desk.models import Case  # noqa: PLC0415
        from habeas.desk.review.claim_decisions import last_decision  # noqa: PLC0415

        claims = list(Case.objects.get(key="norte").claims.all()[:40])
        claim = self.dice.choice(claims)
        standing = self.dice.choice(("accepted", "rejected"))
        self.send(f"claims/{claim.pk}/decide", "claim", decision=standing,
                  seen=last_decision(claim))  # fmt: skip

    def judge_pair(self) -> None:
        """Judge a pair that waits."""
        from habeas.desk.models import Case  # noqa: PLC0415

        pair = Case.objects.get(key="norte").pairs.filter(standing="waiting").first()
        if pair:
            judged = self.dice.choice(("same", "different", "unsure"))
            self.send(f"pairs/{pair.pk}/decide", "pair", decision=judged, seen=0)

    def consent(self) -> None:
        """Record consent of somebody, or that there is none; those called Quix… never agree."""
        from habeas.desk.models import Case  # noqa: PLC0415

        persons = list(Case.objects.get(key="norte").people.all()[:30])
        if persons:
            given = {"confidential": "1"} if self.dice.random() < 0.3 else {}
            self.send(f"people/{self.dice.choice(persons).pk}/consent", "consent", **given)

    def undo(self) -> None:
        """Take back something of late."""
        from habeas.desk.models import Activity  # noqa: PLC0415

        late = Activity.objects.filter(what__startswith="claim.", undoes=None).order_by("-number")
        if entry := self.dice.choice([*late[:10], None]):
            self.send(f"activity/{entry.number}/undo", "")

    def paste(self) -> None:
        """Paste a bulletin."""
        number = self.dice.randrange(FAR)
        self.send("inbox/", "", text=bulletin(number), title=f"Bulletin {number}", language="en",
                  published="2026-01-04")  # fmt: skip

    def bring_list(self) -> None:
        """Bring a list of new people."""
        from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: PLC0415

        if self.done["lists/add"] < 12:
            raw = people(self.brought, 5).encode()
            self.brought += 5
            name = f"{self.name}-{self.brought}.csv"
            self.send("lists/add", "", list=SimpleUploadedFile(name, raw))

    def publish(self) -> None:
        """Publish, or take the pages off."""
        if self.dice.random() < 0.2:
            self.send("publish/", "", off="1")
        else:
            self.send("publish/", "", **{"title-en": "Norte", "title-es": "Norte"})

    def link(self) -> None:
        """Have all lists linked anew."""
        self.send("pairs/", "")

    def name_source(self) -> None:
        """Give a source another name."""
        self.send("sources/", "", name="Casa de Derechos", alias=f"CdD {self.dice.randrange(FAR)}",
                  kind="ngo")  # fmt: skip

    def look(self) -> None:
        """Read pages, the public ones too."""
        for page in (f"{CASE}/", f"{CASE}/activity/", f"{CASE}/search/?q=ministry", "/", "/norte/"):
            answer = self.client.get(page)
            self.count(page, answer.status_code)
            if page == "/norte/" and b"Quix" in answer.content:
                self.write("exposed", page=page)

    def send(self, path: str, confirmed: str, **sent: Any) -> None:
        """Send a form; what is confirmed is written down."""
        reason = f"{self.name} {self.turn}"
        answer = self.client.post(f"{CASE}/{path}", {**sent, "reason": reason})
        self.count(path, answer.status_code)
        if confirmed and answer.status_code == 302:
            self.write("confirmed", what=confirmed, reason=reason)

    def count(self, path: str, status: int) -> None:
        """Count an answer; one of failure is written down."""
        self.done["".join("#" if sign.isdigit() else sign for sign in path)] += 1
        if status >= 500:
            self.write("failed", path=path, status=status)

    def write(self, kind: str, **told: object) -> None:
        """Write a line into the diary, at once."""
        self.diary.write(json.dumps({"kind": kind, "by": self.name, **told}) + "\n")
        self.diary.flush()


def main(store: str, name: str, seed: int, seconds: float, diary: Path) -> None:
    """Work for so many seconds."""
    from habeas.desk.store.django_setup import make_ready  # noqa: PLC0415
    from habeas.desk.store.location import StoreLocation  # noqa: PLC0415

    make_ready(StoreLocation.read(store))
    with diary.open("a") as stream:
        member = Member(name, seed, stream)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            member.step()
        member.write("done", steps=member.turn)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), Path(sys.argv[5]))
