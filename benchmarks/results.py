"""Each benchmark's own section of RESULTS.md."""

from __future__ import annotations

import platform
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).parent / "RESULTS.md"


def write_section(heading: str, text: str, packages: tuple[str, ...] = ()) -> None:
    """Replace the section under ``heading`` (of level two), or add it; say when and with what."""
    before = RESULTS.read_text("utf-8") if RESULTS.exists() else "# Results of the benchmarks\n"
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    machine = f"{platform.machine()}, {cpu()}, Python {platform.python_version()}"
    day = datetime.now(UTC).date().isoformat()
    section = f"## {heading}\n\nRun on {day}; {machine}; {versions}.\n\n{text.strip()}\n"
    pattern = re.compile(rf"^## {re.escape(heading)}\n.*?(?=^## |\Z)", re.M | re.S)
    if pattern.search(before):
        after = pattern.sub(lambda _: section + "\n", before)
    else:
        after = before.rstrip() + "\n\n" + section
    RESULTS.write_text(after.rstrip() + "\n", "utf-8")


def cpu() -> str:
    """Return the processor's name, where the system tells it."""
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    found = re.search(r"model name\s*:\s*(.+)", text)
    return found[1].strip() if found else "unknown processor"


def markdown_table(columns: Sequence[object], rows: Sequence[Sequence[object]]) -> str:
    """Write rows as a table."""
    lines: list[Sequence[object]] = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)
