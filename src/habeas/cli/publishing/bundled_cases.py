"""The cases that come with Habeas: where they lie, what is asked of them, where they go."""

from __future__ import annotations

import html
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import habeas
from habeas.dossier import OtherCase
from habeas.reconciliation import Question
from habeas.vocabulary import HabeasError, InputError

FIRST = "venezuela-2024"
"""The case that is worked through where none is named; others are written within its folder."""


@dataclass(frozen=True)
class BundledCase:
    """A case that comes with Habeas.

    name: its folder's. title, notice: by language. questions: what its dossier asks, the headline
    first.
    """

    name: str
    folder: Path
    title: Mapping[str, str]
    notice: Mapping[str, str]
    questions: tuple[Question, ...]

    def within(self, out: Path) -> Path:
        """Return the folder for what is written of it."""
        return out if self.name == FIRST else out / self.name


def bundled_case(name: str = FIRST) -> BundledCase:
    """Return a bundled case.

    Raises InputError for a name that none has, HabeasError where the installation lacks them.
    """
    known = bundled_cases()
    if name not in known:
        raise InputError(
            "is not a bundled case", f"The cases are: {', '.join(known)}.",
            column="--case", value=name,
        )  # fmt: skip
    return known[name]


def bundled_cases() -> Mapping[str, BundledCase]:
    """Return the bundled cases by name, the first first: beside a package, or in a checkout.

    Raises HabeasError where they are in neither place.
    """
    package = Path(habeas.__file__).parent
    for folder in (package / "examples", package.parents[1] / "examples"):
        found = [read(path.parent) for path in sorted(folder.glob("*/demo.toml"))]
        if any(case.name == FIRST for case in found):
            return {case.name: case for case in sorted(found, key=lambda each: each.name != FIRST)}
    raise HabeasError("The bundled case is missing from this installation. Install Habeas again.")


def read(folder: Path) -> BundledCase:
    """Read what a case's folder says of its dossier."""
    table = tomllib.loads((folder / "demo.toml").read_text("utf-8"))
    questions = tuple(map(Question.parse, table["questions"]))
    return BundledCase(folder.name, folder, table["title"], table["notice"], questions)


def others_of(case: BundledCase) -> tuple[OtherCase, ...]:
    """Return the other cases, with the address of each one's page from this one's dossier."""
    up = Path("..") if case.name == FIRST else Path("../..")
    return tuple(
        OtherCase(other.title, (other.within(up) / "index.html").as_posix())
        for other in bundled_cases().values()
        if other.name != case.name
    )


def write_entrances(out: Path) -> None:
    """Write each case's page: it leads to its dossier, or says how to come by one."""
    for case in bundled_cases().values():
        folder = case.within(out)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(entrance(case, folder), encoding="utf-8")


def entrance(case: BundledCase, folder: Path) -> str:
    """Return the page of a case."""
    title = html.escape(case.title["en"])
    if (folder / "dossier" / "index.html").is_file():
        more = '<meta http-equiv="refresh" content="0; url=dossier/index.html">'
        text = '<p><a href="dossier/index.html">The dossier</a></p>'
    else:
        more = ""
        text = (
            "<p>This case has not been worked through here yet. "
            f"<code>habeas demo --case {case.name}</code> does it.</p>"
            '<p lang="es">Este caso aún no se ha elaborado aquí. '
            f"<code>habeas demo --case {case.name}</code> lo hace.</p>"
        )
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n{more}\n'
        f"</head>\n<body>\n<h1>{title}</h1>\n{text}\n</body>\n</html>\n"
    )
