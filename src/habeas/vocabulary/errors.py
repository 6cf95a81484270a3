"""The one family of errors that Habeas raises on purpose."""

from __future__ import annotations

from dataclasses import dataclass


class HabeasError(Exception):
    """Something went wrong that a person can understand; its text is a whole sentence."""


@dataclass
class InputError(HabeasError):
    """Input that cannot be taken, with the place where it stands and the way to put it right.

    problem: what is wrong, without a full stop. remedy: what to do, a sentence.
    file, line (from 1), column (a field's name), value: where; each may be unknown.
    """

    problem: str
    remedy: str = ""
    file: str | None = None
    line: int | None = None
    column: str | None = None
    value: str | None = None

    def __str__(self) -> str:
        """Say where, what and what to do, in one or two sentences."""
        where = [self.file] if self.file else []
        if self.line is not None:
            where.append(f"line {self.line}")
        if self.column:
            where.append(f"column {self.column}")
        shown = "" if self.value is None else f'"{shortened(self.value)}" '
        text = (f"{', '.join(where)}: " if where else "") + f"{shown}{self.problem}."
        return f"{text} {self.remedy}" if self.remedy else text

    def at(
        self, file: str | None = None, line: int | None = None, column: str | None = None
    ) -> InputError:
        """Fill in the parts of the place that are not known yet, and return this error."""
        self.file = self.file or file
        self.line = self.line if self.line is not None else line
        self.column = self.column or column
        return self


class ScopeCycle(InputError):
    """Raised when a scope would contain itself."""


class MissingExtra(HabeasError):
    """Raised where a part of Habeas is wanted that was not installed with it.

    what: what needs it, as a sentence begins. extra: its name, as ``pip install`` takes it.
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what = what
        self.extra = extra

    def __str__(self) -> str:
        """Say what needs what, and how to have it."""
        needs = f'{self.what} needs the extra "{self.extra}", which is not installed here'
        return f"{needs}: {installation(self.extra)}"


def installation(extra: str) -> str:
    """Return the command that installs an extra."""
    return f"pip install 'habeas[{extra}]'"


class EvidenceError(HabeasError):
    """Raised when archived evidence is damaged, missing, or is not what its record says."""


class ProofError(HabeasError):
    """Raised when a derivation does not close, so that its number must not be printed."""


def shortened(value: str, limit: int = 60) -> str:
    """Return ``value`` on one line, at most ``limit`` characters long, to be shown in an error."""
    flat = " ".join(value[: limit * 4].split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
