"""``habeas demo``: the bundled case, from its documents to an opened dossier."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from habeas.archive import Archive
from habeas.cli.console import progress
from habeas.cli.documents import media_type
from habeas.cli.publishing.bundled_cases import (
    FIRST,
    BundledCase,
    bundled_case,
    others_of,
    write_entrances,
)
from habeas.cli.publishing.publish import (
    kept_in,
    printed_day,
    quoted_documents,
    tell_missing_charts,
)
from habeas.dossier import (
    DossierCase,
    dossier,
    find,
    previous_publication_in,
    publishable,
    refuse_other_folder,
    with_words,
    write_dossier,
)
from habeas.extraction import read_claims
from habeas.formats.documents import document_files, ignore, read_documents, refuse
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file, write_claims
from habeas.vocabulary import Claim, InputError, filed

EXAMPLES = """
habeas demo
habeas demo --case belarus-2020
habeas demo --out venezuela --no-open
"""

STEPS = {
    "contradictions": "Looking for contradictions.",
    "government": "Answering from the government's figures alone.",
    "ngo": "Answering from the rights groups' figures alone.",
    "all": "Answering from all figures together.",
}


def demo(
    case: Annotated[str, typer.Option(help="Which case: venezuela-2024 or belarus-2020.")] = FIRST,
    out: Annotated[Path, typer.Option(help="The folder to write.")] = Path("habeas-demo"),
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Do not open the dossier in a browser.")
    ] = False,
    day: Annotated[
        str, typer.Option("--date", help="The day to work on; today if not given.")
    ] = "",
) -> None:
    """Work through a bundled case: archive its documents, read their claims, reconcile, publish.

    Asks nothing, and takes about a minute. A second run replaces what the first has written.
    """
    run = Demo(bundled_case(case), out, printed_day(day), datetime_of(day))
    page = run.work(typer.echo)
    typer.echo(f"\nThe dossier is ready: {page}")
    tell_missing_charts(typer.echo)
    if not no_open and has_browser() and webbrowser.open(page.resolve().as_uri()):
        typer.echo("It has been opened in your browser.")


def datetime_of(day: str) -> datetime:
    """Return the moment at which documents come in: now, or the beginning of the day given."""
    return datetime.combine(printed_day(day), time(), UTC) if day else datetime.now(UTC)


@dataclass(frozen=True)
class Demo:
    """One run: the case, the folder of all cases, the day and the moment it happens."""

    case: BundledCase
    root: Path
    day: date
    now: datetime

    @property
    def out(self) -> Path:
        """The folder for what is written of this case."""
        return self.case.within(self.root)

    def work(self, say: Callable[[str], None]) -> Path:
        """Do all of it, telling each step; return the page to open."""
        target = self.out / "dossier"
        for folder in (self.root, self.out):
            if folder.exists() and not folder.is_dir():
                raise InputError("is a file", "Name a folder in --out.", file=str(folder))
        refuse_other_folder(target)
        scopes = read_scopes(self.case.folder / "scopes.toml")
        say(f"1. Keeping the documents in an archive: {self.out / 'archive'}")
        kept = self.keep()
        say(f"   {kept} documents, byte for byte, each under its SHA-256.")
        say("2. Reading claims from the documents.")
        read = self.read(scopes, say)
        say(f"   {len(read)} claims, each with its exact words.")
        table = filed(read_claims_file(self.case.folder / "claims.csv"), scopes.sources)
        claims = publishable(with_words(table, read))
        quoting = sum(1 for claim in claims if claim.evidence.quote)
        say(f"3. Joining them with a table of {len(table)} published figures: "
            f"{len(claims)} figures, {quoting} with their words.")  # fmt: skip
        write_claims(claims, self.out / "claims.csv")
        say("4. Reconciling: which figures can be true together, and which cannot.")
        findings = find(
            case := self.dossier_case(claims, scopes), lambda step: say(f"   {STEPS[step]}")
        )
        say(f"   {len(findings.contradictions)} contradictions, each with its proof.")
        say("5. Writing the dossier.")
        write_dossier(dossier(case, findings, previous_publication_in(target)), target)
        write_entrances(self.root)
        return target / "index.html"

    def keep(self) -> int:
        """Keep the case's documents, those that are not kept yet; return how many there are."""
        self.out.mkdir(parents=True, exist_ok=True)
        archive = Archive(self.out / "archive")
        known = {entry.sha256 for entry in archive.entries()} if archive.exists else set()
        files = list(document_files([self.case.folder / "documents"], ignore, refuse))
        for file in progress(files, "Keeping", len(files)):
            if sha256(raw := file.read_bytes()).hexdigest() not in known:
                archive.add(raw, source=file.name, at=self.now, media_type=media_type(file))
        return len(files)

    def read(self, scopes: CaseFile, say: Callable[[str], None]) -> list[Claim]:
        """Read the claims of the case's documents, telling which cannot be read."""
        found: list[Claim] = []
        for read in read_documents([self.case.folder / "documents"]):
            try:
                found += read_claims(read.document, aliases=scopes.sources)
            except InputError as error:
                say(f"   Not read: {Path(read.found.place).name}. {error}")
        return found

    def dossier_case(self, claims: list[Claim], scopes: CaseFile) -> DossierCase:
        """Put together what goes into the dossier."""
        return DossierCase(
            title=self.case.title,
            claims=tuple(claims),
            scopes=scopes.scopes,
            questions=self.case.questions,
            published=self.day,
            documents=quoted_documents(claims, kept_in(self.out / "archive"), typer.echo),
            scopes_file=(self.case.folder / "scopes.toml").read_text(encoding="utf-8"),
            notice=self.case.notice,
            others=others_of(self.case),
        )


def has_browser() -> bool:
    """Whether there is a screen for a browser to open on."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
