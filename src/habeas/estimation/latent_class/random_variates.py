"""Beta and binomial variates for the compiled loops.

Beta: Cheng's BB (1978), "Generating beta variates with nonintegral shape parameters",
Communications of the ACM 21: 317-322; by inversion where one shape is 1. Binomial: inversion where
few are expected, else the transformed rejection of Hörmann (1993), "The generation of binomial
random variates", Journal of Statistical Computation and Simulation 46: 101-110.
A profile shows that variates are most of the time of a sweep: one rejection a beta, rather than
the two of a pair of gammas, and a time that does not grow with the number expected, halve it.
"""

from __future__ import annotations

import math

import numpy as np

from habeas.estimation.compiled import compiled

LOG_4, LOG_5 = math.log(4), math.log(5)

INVERTED = 10.0
"""Where fewer than so many are expected, counting up from nobody is the faster way."""


@compiled
def beta_draw(a: float, b: float) -> tuple[float, float]:
    """Return (x, 1 - x) for a beta variate x, neither of them by a difference; a, b: 1 at least."""
    if a == 1.0 and b == 1.0:
        x = np.random.random()
        return x, 1 - x
    if a == 1.0:
        power = math.log(1 - np.random.random()) / b
        return -math.expm1(power), math.exp(power)
    if b == 1.0:
        power = math.log(1 - np.random.random()) / a
        return math.exp(power), -math.expm1(power)
    return rejected_beta(a, b)


@compiled
def rejected_beta(a: float, b: float) -> tuple[float, float]:
    """Draw a beta variate by rejection (BB); both shapes above 1."""
    total, small, large = a + b, min(a, b), max(a, b)
    slope = math.sqrt((total - 2) / (2 * a * b - total))
    lean = small + 1 / slope
    while True:
        u = np.random.random()
        if u <= 0.0:
            continue
        z = u * u * (1 - np.random.random())
        v = slope * math.log(u / (1 - u))
        w = small * math.exp(v)
        r = lean * v - LOG_4
        accepted = small + r - w + 1 + LOG_5 >= 5 * z
        if not accepted:
            t = math.log(z)
            accepted = small + r - w >= t or r + total * math.log(total / (large + w)) >= t
        if accepted:
            part, rest = w / (large + w), large / (large + w)
            return (part, rest) if a <= b else (rest, part)


@compiled
def log_odds_draw(a: float, b: float) -> float:
    """Return log(x / (1 - x)) of a beta variate x; small shapes would underflow otherwise."""
    if a == 1.0:
        rest = math.log(1 - np.random.random()) / b
        return math.log(max(-math.expm1(rest), 1e-300)) - rest
    return log_gamma_draw(a) - log_gamma_draw(b)


@compiled
def log_gamma_draw(shape: float) -> float:
    """Return the log of a gamma variate; small shapes would underflow otherwise."""
    if shape < 1:
        return math.log(np.random.standard_gamma(shape + 1)) + math.log(np.random.random()) / shape
    return math.log(np.random.standard_gamma(shape))


@compiled
def binomial_draw(people: int, share: float) -> int:
    """Return how many of ``people`` are taken, each with the chance ``share`` (0 to 1)."""
    if people <= 0 or share <= 0:
        return 0
    if share >= 1:
        return people
    rare = min(share, 1 - share)
    taken = counted_up(people, rare) if people * rare < INVERTED else transformed(people, rare)
    return taken if share <= 0.5 else people - taken


@compiled
def counted_up(people: int, share: float) -> int:
    """Draw by inversion: go up from nobody until the chance that was drawn is used up."""
    ratio = share / (1 - share)
    nobody = math.exp(people * math.log1p(-share))
    term, left, taken = nobody, np.random.random(), 0
    while left > term:
        left -= term
        taken += 1
        if taken > people:
            term, left, taken = nobody, np.random.random(), 0
            continue
        term *= ratio * (people - taken + 1) / taken
    return taken


@compiled
def transformed(people: int, share: float) -> int:
    """Draw by transformed rejection (BTRS); for ten expected at least, and a share up to a half."""
    spread = math.sqrt(people * share * (1 - share))
    b = 1.15 + 2.53 * spread
    a = -0.0873 + 0.0248 * b + 0.01 * share
    centre = people * share + 0.5
    sure = 0.92 - 4.2 / b
    while True:
        v = np.random.random()
        u = np.random.random() - 0.5
        room = 0.5 - abs(u)
        taken = math.floor((2 * a / room + b) * u + centre)
        if room >= 0.07 and v <= sure:
            return int(taken)
        if taken < 0 or taken > people:
            continue
        height = (2.83 + 5.1 / b) * spread
        odds = math.log(share / (1 - share))
        mode = math.floor((people + 1) * share)
        reached = math.log(v * height / (a / (room * room) + b))
        allowed = (
            math.lgamma(mode + 1.0) + math.lgamma(people - mode + 1.0)
            - math.lgamma(taken + 1.0) - math.lgamma(people - taken + 1.0)
            + (taken - mode) * odds
        )  # fmt: skip
        if reached <= allowed:
            return int(taken)
