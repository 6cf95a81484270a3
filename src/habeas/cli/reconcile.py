"""``habeas reconcile``: which figures can be true together, and which cannot."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.proofs_folder import refuse_foreign_folder, write_proofs
from habeas.cli.tables import print_json
from habeas.formats import read_claims_file, read_scopes
from habeas.reconciliation import POLICIES, Question, Reconciliation, Repair, Teller, Viewpoint
from habeas.reconciliation import reconcile as reconcile_claims
from habeas.reconciliation.proof_files import proof_files
from habeas.reconciliation.proof_json import reconciliation_json
from habeas.reconciliation.required import Required, required
from habeas.reconciliation.suppositions import required_json, required_told
from habeas.vocabulary import GENERAL_SCOPES, Claim, InputError

EXAMPLES = """
habeas reconcile claims.csv --scopes scopes.toml
habeas reconcile claims.jsonl --ask "held protest_detainees 2026-01-01"
habeas reconcile claims.csv --ask "held political_prisoners-protest_detainees 2026-01-01"
habeas reconcile claims.csv --trust government --policy strict
habeas reconcile claims.csv --suppose government --suppose ngo
habeas reconcile claims.csv --proofs proofs && habeas check-proof proofs/*.json
habeas extract articles/ | habeas reconcile - --json
"""

STRENGTHS = {"hard": "cannot all be true", "soft": "do not square, as a careful reader takes them"}


def reconcile(  # noqa: PLR0913, PLR0917  (one option of the command line each)
    claims: Annotated[Path, typer.Argument(help="Claims as CSV or JSON lines; - for a pipe.")],
    scopes: Annotated[Path | None, typer.Option(help="The case's scopes (TOML).")] = None,
    trust: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND_OR_CLAIMANT", help="Trust these only; may be repeated."),
    ] = None,
    policy: Annotated[
        str, typer.Option(help="How words become numbers: plain or strict.")
    ] = "plain",
    ask: Annotated[
        list[str] | None, typer.Option(help="MEASURE SCOPE DAY, or SCOPE-SCOPE, or DAY..DAY.")
    ] = None,
    only: Annotated[str, typer.Option(metavar="ID,ID", help="Use these claims only.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="How many contradictions at most.")] = 500,
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
    lang: Annotated[str, typer.Option(help="The language of the arithmetic: en or es.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, proofs included.")] = False,
) -> None:
    """Find which figures can be true together and which cannot, and prove it.

    Prints the answers to --ask with their arithmetic, every minimal set of claims that contradict
    one another, and the least that would have to be set aside.
    """
    if policy not in POLICIES:
        raise InputError(
            "is not a policy", "Write plain or strict.", column="--policy", value=policy
        )
    if proofs:
        refuse_foreign_folder(proofs)
    read = read_claims_file(claims)
    declared = read_scopes(scopes).scopes if scopes else GENERAL_SCOPES
    questions = [Question.parse(text) for text in ask or ()]
    chosen = frozenset(word.strip() for word in only.split(",") if word.strip())
    weights = dict(weight_named(text) for text in weight or ())
    refuse_unknown(
        read, {"--only": chosen, "--trust": set(trust or ()), "--suppose": set(suppose or ()),
               "--weight": weights.keys()},
    )  # fmt: skip
    viewpoint = Viewpoint(" and ".join(trust) if trust else "all", frozenset(trust or ()), chosen)
    result = reconcile_claims(
        read, declared, POLICIES[policy], viewpoint, questions, limit=limit, weights=weights
    )
    teller = Teller({claim.id: claim for claim in read}, declared, lang)
    if proofs:
        write_proofs(proofs, proof_files(result, read, teller))
    used = [claim for claim in read if viewpoint.trusts(claim)]
    supposed = supposition(result, used, suppose or [])
    if as_json:
        more = {"required": required_json(supposed, teller)} if supposed else {}
        print_json({**reconciliation_json(result, teller), **more})
    else:
        told = required_told(supposed, teller) if supposed else []
        typer.echo("\n\n".join([*report(result, teller), *told]))


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


def report(result: Reconciliation, teller: Teller) -> list[str]:
    """Tell what was found, one paragraph a finding."""
    found = [f"Policy: {result.policy.name}. Claims used: {len(result.view.used)}."]
    if result.view.set_aside:
        found.append(
            "The trusted claims contradict one another. To answer, these were set aside, the "
            f"fewest that will do: {', '.join(result.view.set_aside)}."
        )
    for bound in result.view.bounds:
        high = "no upper limit" if bound.high is None else f"at most {teller.number(bound.high)}"
        ends = ["low", "high"] if bound.high_proof else ["low"]
        told = "\n".join(f"  {teller.bound(bound, end)}" for end in ends)
        found.append(f"{bound.question}: at least {teller.number(bound.low)}, {high}\n{told}")
    count = len(result.contradictions)
    found.append(f"{count} contradiction{'' if count == 1 else 's'}.")
    for number, each in enumerate(result.contradictions, 1):
        heading = f"{number}. {', '.join(each.claims)} {STRENGTHS[each.strength]}"
        readings = ", ".join(each.readings)
        found.append(f"{heading} ({readings})\n  {teller.contradiction(each.proof)}")
    return found + [repair_told(each, teller) for each in result.repairs]


def repair_told(repair: Repair, teller: Teller) -> str:
    """Tell both ways of making one reading consistent: claims set aside, or figures moved."""
    told = f"Repair ({repair.reading}): set aside {', '.join(repair.claims)}."
    if not repair.changes:
        return told
    people = sum(each.people for each in repair.changes)
    moved = ", ".join(f"{each.claim} by {amount(each.people, teller)}" for each in repair.changes)
    return f"{told} Or move figures by {amount(people, teller)} people in all: {moved}."


def amount(people: float, teller: Teller) -> str:
    """Return a number of people that a figure moves by; the solver's may end in halves."""
    return teller.number(Fraction(people).limit_denominator(720))
