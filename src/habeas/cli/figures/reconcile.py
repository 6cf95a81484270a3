"""``habeas reconcile``: which figures can be true together, and which cannot."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.console import Language, Policy, harmless_lines, print_json, progress
from habeas.cli.figures.proofs_folder import refuse_foreign_folder, write_proofs
from habeas.cli.figures.reconcile_told import report_of_answers, report_of_contradictions
from habeas.cli.figures.sensitivity_told import sensitivity_json, sensitivity_lines
from habeas.cli.figures.strange_limits import tell_strange_limits
from habeas.formats.scopes_toml import CaseFile, read_scopes
from habeas.formats.tables import read_claims_file
from habeas.reconciliation import (
    POLICIES,
    Question,
    Reconciliation,
    Required,
    Shift,
    Teller,
    Viewpoint,
    answers,
    binding,
    lp_file,
    movers,
    proof_files,
    reconciliation_json,
    required,
    required_json,
    required_told,
    sensitivity,
    with_contradictions,
)
from habeas.vocabulary import (
    GENERAL_SCOPES,
    Claim,
    InputError,
    Modality,
    Scopes,
    filed,
)

EXAMPLES = """
habeas reconcile claims.csv --scopes scopes.toml
habeas reconcile claims.jsonl --ask "held protest_detainees 2026-01-01"
habeas reconcile claims.csv --ask "held political_prisoners-protest_detainees 2026-01-01"
habeas reconcile claims.csv --trust government --policy strict
habeas reconcile claims.csv --suppose government --suppose ngo
habeas reconcile claims.csv --proofs proofs && habeas check-proof proofs/*.json
habeas extract articles/ | habeas reconcile - --json
"""


def reconcile(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    claims: Annotated[Path, typer.Argument(help="Claims as CSV or JSON lines; - for a pipe.")],
    scopes: Annotated[Path | None, typer.Option(help="The case's scopes (TOML).")] = None,
    trust: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND_OR_CLAIMANT", help="Trust these only; may be repeated."),
    ] = None,
    policy: Policy = "plain",
    ask: Annotated[
        list[str] | None, typer.Option(help="MEASURE SCOPE DAY, or SCOPE-SCOPE, or DAY..DAY.")
    ] = None,
    only: Annotated[str, typer.Option(metavar="ID,ID", help="Use these claims only.")] = "",
    limit: Annotated[
        int, typer.Option(min=0, help="Contradictions at most of each group of scopes.")
    ] = 500,
    proofs: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write each proof as a file into DIR.")
    ] = None,
    suppose: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND_OR_CLAIMANT", help="Tell what must be true if these are all right."
        ),
    ] = None,
    weight: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=NUMBER",
            help="What setting aside a claim costs: of an id, a claimant or a kind.",
        ),
    ] = None,
    sensitive: Annotated[
        bool,
        typer.Option("--sensitivity", help="Tell how answers move: with about, without a claim."),
    ] = False,
    lp: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the linear system as an LP file.")
    ] = None,
    lang: Language = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, proofs included.")] = False,
) -> None:
    """Find which figures can be true together and which cannot, and prove it.

    Prints the answers to --ask with their arithmetic, every minimal set of claims that contradict
    one another, and the least that would have to be set aside.
    """
    if proofs:
        refuse_foreign_folder(proofs)
    case = read_scopes(scopes) if scopes else CaseFile(GENERAL_SCOPES)
    read, declared = filed(read_claims_file(claims), case.sources), case.scopes
    tell_strange_limits(read)
    trust, suppose = (case.sources.own_names(names or ()) for names in (trust, suppose))
    questions = [Question.parse(text) for text in ask or ()]
    chosen = frozenset(word.strip() for word in only.split(",") if word.strip())
    weights = dict(weight_named(text) for text in weight or ())
    refuse_unknown(
        read, {"--only": chosen, "--trust": set(trust), "--suppose": set(suppose),
               "--weight": weights.keys()},
    )  # fmt: skip
    viewpoint = Viewpoint(" and ".join(trust) if trust else "all", frozenset(trust), chosen)
    result = answers(read, declared, POLICIES[policy], viewpoint, questions, weights=weights)
    teller = teller_of(result, read, declared, lang)
    if not as_json:
        print_paragraphs(report_of_answers(result, teller))
    result = with_contradictions(result, limit, weights)
    if proofs:
        write_proofs(proofs, proof_files(result.complete, read, teller))
    write_lp(lp, result, read)
    shifts = shifts_of(result, read, weights) if sensitive else None
    supposed = supposition(result, list(result.trusted.values()), suppose)
    if as_json:
        more = {"required": required_json(supposed, teller)} if supposed else {}
        moved = sensitivity_json(result, shifts)
        print_json({**reconciliation_json(result, teller), **more, **moved})
    else:
        typer.echo()
        print_paragraphs(report_of_contradictions(result, teller, limit))
        print_beside(result, supposed, shifts, teller)


def print_beside(
    result: Reconciliation, supposed: Required | None, shifts: list[Shift] | None, teller: Teller
) -> None:
    """Print what was asked for besides: what must be true, and how answers move."""
    told = [*map(harmless_lines, required_told(supposed, teller) if supposed else [])]
    told += map("\n".join, sensitivity_lines(result, shifts, teller))
    if told:
        typer.echo()
        print_paragraphs(told)


def print_paragraphs(paragraphs: Sequence[str]) -> None:
    """Print paragraphs with an empty line between each two, at once even into a pipe."""
    typer.echo("\n\n".join(paragraphs))
    sys.stdout.flush()


def shifts_of(
    result: Reconciliation, claims: Sequence[Claim], weights: Mapping[str, float]
) -> list[Shift]:
    """Return how the answers move, with a bar while it takes.

    Raises InputError where no answer was asked for.
    """
    if not result.view.bounds:
        raise InputError(
            "moves no answer: none is asked", "Ask with --ask.", column="--sensitivity"
        )
    moving = list(movers(result))
    return list(progress(sensitivity(result, claims, weights, moving), "Trying", len(moving)))


def write_lp(path: Path | None, result: Reconciliation, claims: Sequence[Claim]) -> None:
    """Write the system of a reconciliation as an LP file, where one is wanted."""
    if path:
        path.write_text(lp_file(result, claims), encoding="utf-8")


def teller_of(
    result: Reconciliation, claims: Sequence[Claim], scopes: Scopes, language: str
) -> Teller:
    """Return who tells the findings: names the case's place where claims are of others too."""
    viewpoint, home = result.view.viewpoint, result.case.placement.place
    trusted = binding(claim for claim in claims if viewpoint.trusts(claim))
    counted = any(claim.modality is Modality.VERIFIED for claim in trusted)
    return Teller(
        {claim.id: claim for claim in claims},
        scopes,
        language,
        home if len({claim.place or home for claim in claims}) > 1 else "",
        viewpoint.reading(trusted).exact and counted,
    )


def supposition(
    result: Reconciliation, claims: list[Claim], sources: Sequence[str]
) -> Required | None:
    """Return what must be true for some sources to be right. Raises InputError for one alone."""
    if not sources:
        return None
    if len(set(sources)) == 1:
        raise InputError(
            "is only one source", "Name two or more, each after --suppose.",
            column="--suppose", value=sources[0],
        )  # fmt: skip
    return required(
        result.case, claims, [Viewpoint(name, frozenset({name})) for name in dict.fromkeys(sources)]
    )


def weight_named(text: str) -> tuple[str, float]:
    """Read NAME=NUMBER. Raises InputError for anything else, and for a number below zero."""
    name, _, number = text.rpartition("=")
    try:
        weight = float(number)
    except ValueError:
        weight = math.nan
    if not name.strip() or not 0 <= weight < math.inf:
        raise InputError(
            "is not a weight", "Write an id, a claimant or a kind, = and a number of 0 or more.",
            column="--weight", value=text,
        )  # fmt: skip
    return name.strip(), weight


def refuse_unknown(claims: list[Claim], named: Mapping[str, AbstractSet[str]]) -> None:
    """Raise InputError where an option names nothing in the file."""
    kinds = {claim.claimant_kind.value for claim in claims if claim.claimant_kind}
    sources = kinds | {claim.claimant for claim in claims}
    ids = {claim.id for claim in claims}
    for option, wanted in named.items():
        present, what = sources, "claimants and kinds"
        if option == "--only":
            present, what = ids, "ids"
        elif option == "--weight":
            present, what = sources | ids, "ids, claimants and kinds"
        for name in sorted(wanted - present):
            remedy = f"Choose among the {what} that the claims have."
            raise InputError("names nothing in the claims", remedy, column=option, value=name)
