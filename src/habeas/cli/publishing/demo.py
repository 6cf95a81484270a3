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

import habeas
from habeas.archive import Archive
from habeas.cli.console import progress
from habeas.cli.documents import media_type
from habeas.cli.publishing.publish import kept_in, printed_day, quoted_documents
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
from habeas.reconciliation import Question
from habeas.vocabulary import Claim, HabeasError, InputError, filed

EXAMPLES = """
habeas demo
habeas demo --out venezuela --no-open
"""

CASE = "venezuela-2024"
TITLE = {
    "en": "Venezuela after the election of July 2024: who is still held?",
    "es": "Venezuela tras la elección de julio de 2024: ¿quiénes siguen presos?",
}
NOTICE = {
    "en": "The figures are real and were published by the outlets named beside them. The quoted "
    "words are not the outlets’: they come from short bulletins written for this example.",
    "es": "Las cifras son reales y las publicaron los medios que se nombran junto a ellas. Las "
    "palabras citadas no son de esos medios: proceden de boletines breves escritos para este "
    "ejemplo.",
}
QUESTIONS = (
    "held protest_detainees 2026-01-01",
    "held political_prisoners 2026-01-01",
    "held political_prisoners-protest_detainees 2026-01-01",
)
STEPS = {
    "contradictions": "Looking for contradictions.",
    "government": "Answering from the government's figures alone.",
    "ngo": "Answering from the rights groups' figures alone.",
    "all": "Answering from all figures together.",
}


def demo(
    out: Annotated[Path, typer.Option(help="The folder to write.")] = Path("habeas-demo"),
    no_open: Annotated[
        bool, typer.Option("--no-open", help="Do not open the dossier in a browser.")
    ] = False,
    day: Annotated[
        str, typer.Option("--date", help="The day to work on; today if not given.")
    ] = "",
) -> None:
    """Work through the bundled case: archive its documents, read their claims, reconcile, publish.

    Asks nothing, and takes about a minute. A second run replaces what the first has written.
    """
    run = Demo(bundled_case(), out, printed_day(day), datetime_of(day))
    page = run.work(typer.echo)
    typer.echo(f"\nThe dossier is ready: {page}")
    if not no_open and has_browser() and webbrowser.open(page.resolve().as_uri()):
        typer.echo("It has been opened in your browser.")


def datetime_of(day: str) -> datetime:
    """Return the moment at which documents come in: now, or the beginning of the day given."""
    return datetime.combine(printed_day(day), time(), UTC) if day else datetime.now(UTC)


@dataclass(frozen=True)
class Demo:
    """One run: the bundled case's folder, where to write, the day and the moment it happens."""

    case: Path
    out: Path
    day: date
    now: datetime

    def work(self, say: Callable[[str], None]) -> Path:
        """Do all of it, telling each step; return the page to open."""
        target = self.out / "dossier"
        if self.out.exists() and not self.out.is_dir():
            raise InputError("is a file", "Name a folder in --out.", file=str(self.out))
        refuse_other_folder(target)
        scopes = read_scopes(self.case / "scopes.toml")
        say(f"1. Keeping the documents in an archive: {self.out / 'archive'}")
        kept = self.keep()
        say(f"   {kept} documents, byte for byte, each under its SHA-256.")
        say("2. Reading claims from the documents.")
        read = self.read(scopes)
        say(f"   {len(read)} claims, each with its exact words.")
        table = filed(read_claims_file(self.case / "claims.csv"), scopes.sources)
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
        return target / "index.html"

    def keep(self) -> int:
        """Keep the case's documents, those that are not kept yet; return how many there are."""
        self.out.mkdir(parents=True, exist_ok=True)
        archive = Archive(self.out / "archive")
        known = {entry.sha256 for entry in archive.entries()} if archive.exists else set()
        files = list(document_files([self.case / "documents"], ignore, refuse))
        for file in progress(files, "Keeping", len(files)):
            if sha256(raw := file.read_bytes()).hexdigest() not in known:
                archive.add(raw, source=file.name, at=self.now, media_type=media_type(file))
        return len(files)

    def read(self, scopes: CaseFile) -> list[Claim]:
        """Read the claims of the case's documents."""
        documents = read_documents([self.case / "documents"])
        return [
            claim
            for found in documents
            for claim in read_claims(found.document, aliases=scopes.sources)
        ]

    def dossier_case(self, claims: list[Claim], scopes: CaseFile) -> DossierCase:
        """Put together what goes into the dossier."""
        return DossierCase(
            title=TITLE,
            claims=tuple(claims),
            scopes=scopes.scopes,
            questions=tuple(map(Question.parse, QUESTIONS)),
            published=self.day,
            documents=quoted_documents(claims, kept_in(self.out / "archive"), typer.echo),
            scopes_file=(self.case / "scopes.toml").read_text(encoding="utf-8"),
            notice=NOTICE,
        )


def bundled_case() -> Path:
    """Return the folder of the bundled case: beside an installed package, or in a checkout.

    Raises HabeasError where it is in neither place.
    """
    package = Path(habeas.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        if (folder / CASE / "claims.csv").is_file():
            return folder / CASE
    raise HabeasError("The bundled case is missing from this installation. Install Habeas again.")


def has_browser() -> bool:
    """Whether there is a screen for a browser to open on."""
    if sys.platform in ("darwin", "win32"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
