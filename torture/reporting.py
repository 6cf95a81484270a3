"""What the bench found, as sections of benchmarks/RESULTS.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from benchmarks.results import markdown_table
from torture.fuzzing.files import Fuzzed
from torture.hostile_lists import Opened
from torture.kills.bench import Tally
from torture.races.bench import Raced

KINDS = ("write", "create", "truncate", "rename", "link", "unlink", "mkdir", "mode", "fsync",
         "commit")  # fmt: skip
KILLS_EXPLAINED = """
A step is a system call that changes what is kept, found by watching the process. While it stands
before a step, what lies on the disk is what a kill would leave: each such state is looked at
(verified, searched for names, the verb run again and the outcome compared with that of a run that
was not killed). Steps between which nothing changes that the next start can see (a page of SQLite's
log that is not committed yet) leave one state; of many states of one kind, such as the writing of
the hundredth page into a folder that is not in its place yet, ever fewer are looked at unless
`--every` is given. Real kills (SIGKILL) come before one step of each kind and at random moments.
Charts are left empty, since drawing them writes nothing.
"""


def kills_section(tallies: Sequence[Tally]) -> str:
    """Return the table of kill points and what came of them."""
    rows: list[list[object]] = []
    for each in tallies:
        kinds = Counter(step.kind for step in each.steps)
        told = "; ".join(f"{kind} ({count})" for kind, count in sorted(each.counts.items()))
        rows.append([each.verb, *(kinds[kind] or "" for kind in KINDS), len(each.steps),
                     each.states, each.judged, each.killed, told or "nothing"])  # fmt: skip
    heads = ["verb", *KINDS, "steps", "states", "looked at", "real kills", "what was wrong"]
    total = f"{sum(each.judged for each in tallies)} states looked at and "
    total += f"{sum(each.killed for each in tallies)} real kills."
    faults = [f"- {each.verb}: {fault.kind}: {fault.what} ({place})"
              for each in tallies for fault, place in each.faults.items()]  # fmt: skip
    return "\n".join([KILLS_EXPLAINED, markdown_table(heads, rows), "", total, "", *faults])


def fuzzing_section(done: Sequence[Fuzzed]) -> str:
    """Return the table of inputs and what broke."""
    rows: list[list[object]] = [
        [each.name, each.inputs, each.accepted, "; ".join(sorted(each.broken)) or "nothing"]
        for each in done
    ]
    table = markdown_table(["reader or engine", "inputs", "accepted", "what broke"], rows)
    told = [f"- {each.name}: {kind}: {words}" for each in done
            for kind, (_, words) in each.broken.items()]  # fmt: skip
    return "\n".join([table, "", *told])


def lists_section(done: Sequence[Opened]) -> str:
    """Return the table of hostile lists and how each ended."""
    rows: list[list[object]] = [
        [each.name, f"{each.size:,}", f"{each.seconds:.1f}", each.memory // 1_000_000,
         (each.wrong or each.said.removeprefix(f"{each.name}: ")).replace("|", " ")[:160]]
        for each in done
    ]  # fmt: skip
    table = markdown_table(["file", "bytes", "processor seconds", "MB", "how it ended"], rows)
    wrong = sum(bool(each.wrong) for each in done)
    return "\n".join([
        "Opened as the desk does; seconds are of all processes together, MB of the largest.", "",
        f"{len(done)} lists, of which {len(done) - wrong} ended as promised.", "", table,
    ])  # fmt: skip


def races_section(done: Sequence[Raced]) -> str:
    """Return the table of races and what did not hold."""
    rows: list[list[object]] = [
        [each.database, round(each.seconds), each.steps, each.confirmed, each.backups,
         "; ".join(f"{kind} ({count})" for kind, count in sorted(each.counts.items())) or "nothing"]
        for each in done
    ]  # fmt: skip
    heads = ["database", "seconds", "steps", "confirmed decisions", "backups", "what did not hold"]
    told = [f"- {each.database}: {kind}: {words}" for each in done
            for kind, words in each.broken.items()]  # fmt: skip
    return "\n".join([markdown_table(heads, rows), "", *told])
