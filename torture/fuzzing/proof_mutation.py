"""Proofs made to claim more than they prove, sealed anew, which no check may let pass.

The engine's bounds are the tightest that their claims allow, so that a proof of more is false.
Claims, scopes and the question stay as they are; only what is concluded, and how, is changed.
"""

from __future__ import annotations

import copy
import hashlib
import json
import random
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

Json = dict[str, Any]
MULTIPLIERS = ("2", "1/2", "3", "-1", "0", "1000000007/1000000006", "1/3")


def stronger(proof: Json, dice: random.Random) -> Iterator[tuple[str, Json]]:
    """Go through forged proofs, with the way in which each was forged."""
    said = proof["conclusion"]
    if "people" in said:
        by = 1 if said["proves"] == "at least" else -1
        for more in (1, 2, 10**6):
            forged = copy.deepcopy(proof)
            forged["conclusion"]["people"] = said["people"] + by * more
            yield "a stronger number", sealed(forged)
            forged = copy.deepcopy(forged)
            forged["conclusion"]["exactly"] = str(Fraction(said["exactly"]) + by * more)
            yield "a stronger number, twice", sealed(forged)
            yield "a stronger number, with other steps", sealed(_other_steps(forged, dice))


def _other_steps(proof: Json, dice: random.Random) -> Json:
    """Change how often a step is taken, what a row adds up to, or leave a step out."""
    forged = copy.deepcopy(proof)
    steps = forged["steps"]
    step = dice.choice(steps)
    way = dice.randrange(4)
    if way == 0:
        step["multiplier"] = dice.choice(MULTIPLIERS)
    elif way == 1:
        step["at_least"] += dice.choice((1, 2, 10**6))
    elif way == 2:
        steps.remove(step)
    else:
        steps.append(copy.deepcopy(step))
    return forged


def sealed(proof: Json) -> Json:
    """Return a proof with the digest that it would have if it had been written so."""
    line = json.dumps(proof | {"sha256": ""}, sort_keys=True)
    return proof | {"sha256": hashlib.sha256(line.encode()).hexdigest()}
