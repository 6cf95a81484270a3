"""Write the notebooks of the manual with what their cells show: ``make notebooks``.

A notebook is written as a Python file in docs/notebooks, its text between cells as comments under
``# %% [markdown]`` (the percent format that editors know). Cells run in order; what the last
expression of a cell shows (SVG, HTML or text) and what it prints stand under it, so that a reader
without Jupyter sees them too. A line that begins with ``#!`` is a command of the shell.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "notebooks"
EXAMPLES = Path(__file__).parents[1] / "examples"
CELL = re.compile(r"^# %%(.*)$", re.M)
COMMAND = re.compile(r"^#! (.*)$", re.M)


def cells(text: str) -> Iterator[tuple[str, str]]:
    """Go through the cells of a notebook's source: "markdown" or "code", and what it holds."""
    parts = CELL.split(text)
    for kind, body in zip(parts[1::2], parts[2::2], strict=True):
        if "markdown" in kind:
            yield "markdown", re.sub(r"^# ?", "", body.strip(), flags=re.M)
        elif body.strip():
            yield "code", body.strip()


def run(source: Path) -> dict[str, Any]:
    """Run a notebook in a folder of its own; return it as nbformat 4 describes notebooks."""
    names: dict[str, Any] = {"EXAMPLES": EXAMPLES}
    found = []
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for number, (kind, body) in enumerate(cells(source.read_text("utf-8")), 1):
            cell: dict[str, Any] = {
                "cell_type": kind, "id": f"cell-{number}", "metadata": {},
                "source": shown(body).splitlines(keepends=True),
            }  # fmt: skip
            if kind == "code":
                cell |= {"execution_count": number, "outputs": outputs(body, names, number)}
            found.append(cell)
    return {
        "nbformat": 4, "nbformat_minor": 5, "cells": found,
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python",
                                    "name": "python3"}},
    }  # fmt: skip


def shown(body: str) -> str:
    """Return a cell as a notebook writes it: commands of the shell behind an exclamation mark."""
    return COMMAND.sub(r"!\1", body)


def outputs(body: str, names: dict[str, Any], number: int) -> list[dict[str, Any]]:
    """Run a cell; return what it prints and shows."""
    printed = io.StringIO()
    value = None
    with contextlib.redirect_stdout(printed):
        for command in COMMAND.findall(body):
            printed.write(commanded(command))
        tree = ast.parse(body)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102  (our own manual)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)  # noqa: S307
    text = printed.getvalue()
    found: list[dict[str, Any]] = []
    if text:
        lines = text.splitlines(keepends=True)
        found.append({"output_type": "stream", "name": "stdout", "text": lines})
    if value is not None:
        found.append({"output_type": "execute_result", "execution_count": number, "metadata": {},
                      "data": mime_bundle(value)})  # fmt: skip
    return found


def commanded(command: str) -> str:
    """Run a command of the shell; return what it says. Raises RuntimeError where it fails."""
    bin_first = {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    done = subprocess.run(  # noqa: S602  (our own manual)
        command, shell=True, capture_output=True, text=True, check=False,
        env=os.environ | bin_first,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr}")
    return done.stdout + done.stderr


def mime_bundle(value: object) -> dict[str, Any]:
    """Return what a notebook shows of a value, as it would ask for it."""
    if hasattr(value, "_repr_mimebundle_"):
        return dict(value._repr_mimebundle_())
    if hasattr(value, "_repr_html_"):
        return {"text/html": value._repr_html_(), "text/plain": repr(value)[:200]}
    return {"text/plain": repr(value)}


def main() -> None:
    """Write every notebook beside its source."""
    for source in sorted(FOLDER.glob("*.py")):
        notebook = json.dumps(run(source), ensure_ascii=False, indent=1)
        source.with_suffix(".ipynb").write_text(notebook + "\n", "utf-8")


if __name__ == "__main__":
    main()
