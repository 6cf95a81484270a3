"""What is looked at after a kill, and what of it is a fault."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from torture.kills import tracing
from torture.kills.contents import dossier_findings, tell_contents
from torture.kills.verbs import Verb, typed
from torture.kills.world import World, names_secret

INPUTS = ("articles/", "more/", "withheld.csv", "people.csv", "named-claims.csv", "claims.csv")
NO_STORE = ("there is no store here", "this is no store yet")
"""How a start says that nothing was begun, or that what was begun has not ended."""

LOST = "confirmed and lost"
VERIFY = "verification finds a difference"
HALF = "half made, and verification says that all is well"
PUBLIC = "a withheld name stays public"
NAMES_LEFT = "a file with names is left over"
FILES_LEFT = "a file is left over"
DOSSIER_GONE = "readers meet no dossier, or a broken one"
STUCK = "cannot be run again"
OTHERWISE = "run again, it gives something else"


@dataclass(frozen=True)
class Fault:
    """What was not as it ought to be after a kill: which kind, and what in particular."""

    kind: str
    what: str


def contents_of(world: World) -> dict[str, Any]:
    """Return what a world holds."""
    world.told.unlink(missing_ok=True)
    code = tracing.run(world.doing(lambda: _tell(world)))
    if code or not world.told.exists():
        raise RuntimeError(world.said.read_text(errors="replace")[-2000:])
    found: dict[str, Any] = json.loads(world.told.read_text())
    return found


def _tell(world: World) -> int:
    return tell_contents(world)


def judge(world: World, verb: Verb, whole: Mapping[str, Any], said: str) -> list[Fault]:
    """Look at what a kill left, start again, and return what was wrong.

    whole: what a run that was not killed leaves. said: what that one said.
    """
    promised = world.said.read_text(errors="replace")
    faults = [Fault(DOSSIER_GONE, what) for what in _readers(world, verb)]
    if verb.store:
        faults += _next_start(world, verb, whole)
    faults += _confirmed(world, verb, promised, said)
    faults += _run_again(world, verb, whole)
    return faults


def _readers(world: World, verb: Verb) -> list[str]:
    folder = world.inside / "dossier"
    if folder.exists():
        return [f"{name} is not as SHA256SUMS says" for name in dossier_findings(folder)[:1]]
    return ["the folder is not there"] if verb.dossier else []


def _next_start(world: World, verb: Verb, whole: Mapping[str, Any]) -> list[Fault]:
    """Open the store as any verb does, verify it, and look at what is public and left over."""
    code, told = _say(world, typed("status", "--verify", "--store", "store"))
    if code and any(words in told for words in NO_STORE):
        return []
    faults = [Fault(VERIFY, _last(told))] if code else []
    # A store without a case is one that is begun; a backup that is half restored is not.
    if not code and verb.name.startswith("restore") and _lacks(world, whole):
        faults.append(Fault(HALF, _last(told)))
    return faults + _left(world, whole, NAMES_LEFT) + _public(world, whole)


def _lacks(world: World, whole: Mapping[str, Any]) -> bool:
    """Whether a case is not there that ought to be."""
    return bool(whole["store"].keys() - contents_of(world)["store"].keys())


def _public(world: World, whole: Mapping[str, Any]) -> list[Fault]:
    """Where the killed verb, run to its end, leaves nobody public, a start must not either.

    Pages that are held back lie on the disk until they are searched; nobody is served them.
    """
    cases = contents_of(world)["store"]
    held = any("withheld.csv" in case["lists"] and case["public"] for case in cases.values())
    shown = [name for name, path in world.files().items()
             if "published/" in name and names_secret(path.read_bytes())]  # fmt: skip
    if not (held and shown):
        return []
    _, told = _say(world, typed("status", "--verify", "--store", "store"))
    return [Fault(PUBLIC, f"{shown[0]}; {_last(told)}")] if whole else []


def _left(world: World, whole: Mapping[str, Any], kind: str) -> list[Fault]:
    """Return the files that a run that was not killed does not leave."""
    extra = {name: path for name, path in world.files().items()
             if name not in whole["files"] and not name.startswith(INPUTS)
             and name != "store/archive/lock" and "store/published/" not in name}  # fmt: skip
    named = [name for name, path in extra.items() if names_secret(path.read_bytes())]
    if kind == NAMES_LEFT:
        return [Fault(NAMES_LEFT, pattern(name)) for name in named[:1]]
    others = [name for name in extra if name not in named]
    return [Fault(FILES_LEFT, pattern(name)) for name in others[:1]]


def pattern(name: str) -> str:
    """Return a file's name without its chance part."""
    parts = name.split("/")
    return "/".join(part if len(part) < 24 else part[:12] + "…" for part in parts)


def _confirmed(world: World, verb: Verb, promised: str, said: str) -> list[Fault]:
    """Hold what was said before the kill against what is there."""
    lines = [line for line in promised.splitlines() if line.startswith(("decided ", "judged "))]
    if not lines and not (verb.store and promised and promised == said):
        return []
    try:
        held = contents_of(world)["store"]
    except RuntimeError as error:
        return [Fault(LOST, f"nothing can be read: {str(error)[-200:]}")]
    case = held.get("norte", {})
    faults = []
    for line in lines:
        word, what, standing = (*line.split(" "), "")[:3]
        there = (
            case.get("claims", {}).get(what, [""])[0] == standing
            if word == "decided"
            else f"{what} {standing} different" in case.get("pairs", [])
        )
        faults += [] if there else [Fault(LOST, line)]
    return faults


def _run_again(world: World, verb: Verb, whole: Mapping[str, Any]) -> list[Fault]:
    """Run the verb again; it must end well, or refuse what is done already, and all be there."""
    code, told = _say(world, verb.work)
    try:
        now = contents_of(world)
    except RuntimeError as error:
        return [Fault(STUCK, _last(told) or str(error)[-200:])]
    different = difference(whole, now)
    if code and different:
        return [Fault(STUCK, _last(told))]
    faults = [Fault(OTHERWISE, different)] if different else []
    faults += _left(world, whole, NAMES_LEFT) + _left(world, whole, FILES_LEFT)
    if verb.store:
        code, told = _say(world, typed("status", "--verify", "--store", "store"))
        faults += [Fault(VERIFY, f"after a second run: {_last(told)}")] if code else []
    return faults + [Fault(DOSSIER_GONE, f"after a second run: {what}")
                     for what in _readers(world, verb)]  # fmt: skip


def difference(whole: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return where two contents differ first, "" where they do not."""
    for name in whole["files"]:
        if now["files"].get(name) != whole["files"][name] and name != "store/archive/lock":
            return f"the file {pattern(name)}"
    for key, case in whole["store"].items():
        other = now["store"].get(key)
        if other is None:
            return f"the case {key}"
        for part in case:
            if other[part] != case[part]:
                return f"{part} of the case {key}"
    return ""


def _say(world: World, work: Any) -> tuple[int, str]:  # noqa: ANN401
    world.said.write_bytes(b"")
    code = tracing.run(world.doing(work))
    return code, world.said.read_text(errors="replace")


def _last(told: str) -> str:
    lines = [line for line in told.splitlines() if line.strip()]
    return lines[-1][:300] if lines else ""
