"""What an installed Habeas must do, outside of the checkout, in an empty folder.

    python -I .ci/smoke.py newest|lowest

newest: the engines and the command line alone. lowest: with every extra but Spark.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COUNTS = ("1,0,0,90", "0,1,0,70", "0,0,1,60", "1,1,0,30", "1,0,1,26", "0,1,1,20", "1,1,1,9")
OVERLAPS = "\n".join(["court,families,press,count", *COUNTS, ""])
LISTS = {
    "court.csv": "nombres,apellidos\nRosa,Ejemplo Muestra\nLuis,Prueba Ensayo\n",
    "press.csv": "nombres,apellidos\nRosa,Ejemplo Muestra\nAna,Ficticia Modelo\n",
}


def habeas(*words: str, code: int = 0) -> str:
    """Run the program; stop where it ends otherwise than expected."""
    done = subprocess.run(
        [sys.executable, "-I", "-m", "habeas", *words],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode != code or "error in Habeas" in done.stderr or "Traceback" in done.stderr:
        sys.exit(f"habeas {' '.join(words)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def expect(text: str, *words: str) -> None:
    """Stop where a text does not hold the words."""
    missing = [word for word in words if word not in text]
    if missing:
        sys.exit(f"not found: {missing} in\n{text}")


def engines() -> None:
    """Try each engine, by the command line and from Python."""
    import habeas as installed  # noqa: PLC0415

    bundled = Path(installed.__file__).parent / "examples" / "venezuela-2024"
    if not bundled.is_dir() or Path.cwd() in Path(installed.__file__).parents:
        sys.exit(f"{installed.__file__}: not as it is installed by others.")
    expect(habeas("--version"), installed.__version__)
    scopes = str(bundled / "scopes.toml")
    wire = str(bundled / "documents" / "2026-01-02-wire.en.txt")
    habeas("extract", wire, "--scopes", scopes, "-o", "claims.csv")
    asked = "held protest_detainees 2026-01-01"
    expect(habeas("reconcile", "claims.csv", "--scopes", scopes, "--ask", asked), "281", "620")
    for name, text in LISTS.items():
        Path(name).write_text(text, encoding="utf-8")
    habeas("link", *LISTS, "-o", "people.csv")
    Path("overlaps.csv").write_text(OVERLAPS, encoding="utf-8")
    expect(habeas("estimate", "overlaps.csv", "--method", "dga"), "509")
    found = installed.reconcile(installed.read(text=Path(wire).read_text(encoding="utf-8"),
                                               published="2026-01-02"), ask=asked)  # fmt: skip
    expect(found._repr_html_(), "<table")


def without_extras() -> None:
    """See that what was not installed says so."""
    expect(habeas("init", "--case", "a", code=1), "habeas[desk]")
    expect(habeas("estimate", "overlaps.csv", "--method", "lcmcr", code=1), "habeas[estimation]")
    expect(habeas("estimate", "overlaps.csv", "--plot", "a.svg", code=1), "habeas[charts]")


def with_extras() -> None:
    """Try the compiled methods, a picture, and a store."""
    habeas("estimate", "overlaps.csv", "--plot", "a.svg")
    expect(Path("a.svg").read_text(encoding="utf-8"), "<svg")
    habeas("init", "--store", "store", "--case", "a")
    expect(habeas("status", "--store", "store"), "a")


kind = sys.argv[1]
engines()
(without_extras if kind == "newest" else with_extras)()
told = habeas("demo", "--no-open", "--out", "demo")
expect(told, "The dossier is ready", *(["habeas[charts]"] if kind == "newest" else []))
sys.stdout.write(f"Used outside of the checkout with the {kind} packages: all as promised.\n")
