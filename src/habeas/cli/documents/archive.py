"""``habeas archive``: keep documents as evidence, and check that nothing has happened to them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from habeas.archive import Archive, Entry, Finding
from habeas.cli.console import FAILURE, Json, print_json, print_table, progress, tell
from habeas.cli.documents.evidence import keep_file
from habeas.formats.documents import document_files, refuse
from habeas.vocabulary import InputError

EXAMPLES = """
habeas archive add articles/ --store evidence
habeas archive add page.html --url https://example.org/88 --store evidence
habeas archive list --store evidence
habeas archive show 3f8a61 --store evidence > page.html
habeas archive verify --store evidence
"""

COLUMNS = ("number", "at", "sha256", "size", "media_type", "source", "url")

archive = typer.Typer(
    help="Keep documents as evidence, byte for byte, and check that nothing has happened to them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Store = Annotated[
    Path,
    typer.Option("--store", help="The folder of the archive.", envvar="HABEAS_ARCHIVE"),
]
Folder = Annotated[
    Path | None, typer.Argument(metavar="[STORE]", help="The same as --store STORE.")
]
HERE = Path("archive")


@archive.command()
def add(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files, and folders of documents.")
    ],
    store: Store = HERE,
    url: Annotated[str, typer.Option(help="Where the file was published (one file only).")] = "",
    as_json: Json = False,
) -> None:
    """Keep files as they are, with where they came from and when.

    Of a web archive, a feed, an e-mail or JSON lines each document is kept too, so that the claims
    read from it can be opened. A document's line is printed when it is safe on the disk.
    """
    if url and (len(paths) > 1 or paths[0].is_dir()):
        raise InputError("is the address of one file", "Add that file alone.", value=url)
    files = list(document_files(paths, tell, refuse))
    kept = Archive(store)
    say_repairs(kept)
    entries = []
    for path in progress(files, "Keeping", len(files)):
        for entry in keep_file(kept, path, url):
            entries.append(asdict(entry))
            if not as_json:
                typer.echo(f"{entry.sha256}  {entry.source}")
    if as_json:
        print_json(entries)


@archive.command("list")
def list_entries(folder: Folder = None, store: Store = HERE, as_json: Json = False) -> None:
    """List what came in, in order."""
    entries = opened(folder or store).entries()
    print_table(COLUMNS, [asdict(entry) for entry in entries], as_json=as_json)


@archive.command()
def show(
    sha256: Annotated[str, typer.Argument(help="The document's SHA-256, or how it begins.")],
    store: Store = HERE,
    as_json: Json = False,
) -> None:
    """Print a document's bytes as they came in; with --json, where and when it came from."""
    kept = opened(store)
    entries = [entry for entry in kept.entries() if entry.sha256.startswith(sha256.lower())]
    names = {entry.sha256 for entry in entries}
    if len(names) != 1:
        problem = "begins the SHA-256 of several documents" if names else "names no document here"
        raise InputError(problem, "“habeas archive list” shows them all.", value=sha256)
    if as_json:
        print_json([asdict(entry) for entry in entries])
        return
    content = kept.read(names.pop())
    if sys.stdout.isatty() and b"\0" in content:
        raise InputError(
            f"is {entries[0].media_type}, not text",
            "Send it into a file: habeas archive show … > FILE.",
            value=sha256,
        )
    sys.stdout.flush()
    sys.stdout.buffer.write(content)


@archive.command()
def verify(
    folder: Folder = None,
    store: Store = HERE,
    head: Annotated[
        str, typer.Option(help="The hash of an entry, noted down earlier, that must still stand.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Check every byte of the archive; exit code 1 where one was changed, lost or added.

    It prints the hash of the last entry. Note it down elsewhere, or publish it: given to --head
    later, it shows that nobody has written the whole log anew.
    """
    store = folder or store
    kept = opened(store)
    findings = kept.verify(lambda names: progress(names, "Checking", len(names)), head)
    entries = kept.entries() if not findings else []
    print_verified(entries, findings, as_json=as_json)
    if findings:
        tell(f"{store} is not as it was. Restore it from a copy, and keep this one for inquiry.")
        raise typer.Exit(FAILURE)


def print_verified(entries: Sequence[Entry], findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print what a verification found, or how much is as it was."""
    documents = len({entry.sha256 for entry in entries})
    head = entries[-1].hash if entries else ""
    if as_json:
        told = {"entries": len(entries), "documents": documents, "head": head}
        print_json({**told, "findings": [asdict(finding) for finding in findings]})
    elif findings:
        sys.stdout.writelines(f"{finding}\n" for finding in findings)
    else:
        sys.stdout.write(
            f"All is as it came in: {documents} documents, {len(entries)} entries.\n"
            f"Head: {head or 'none yet'}\n"
        )


def opened(store: Path) -> Archive:
    """Open an archive that must be there, telling what was repaired. Raises InputError."""
    kept = Archive(store)
    if not kept.exists:
        raise InputError(
            "there is no archive here",
            "Name its folder with --store, or begin one with “habeas archive add”.",
            file=str(store),
        )
    say_repairs(kept)
    return kept


def say_repairs(kept: Archive) -> None:
    """Tell what opening an archive has repaired."""
    for repair in kept.repairs:
        tell(f"{kept.layout.root}: {repair}.")
