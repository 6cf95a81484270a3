"""What each level of agreement tells, learned from the lists themselves, without examples.

Method: the probabilities among records of one person by expectation maximisation (Winkler 1988) on
the table of patterns of agreement, those among records of two people from random pairs, before any
pair is looked for.
"""

from __future__ import annotations

import numpy as np

from habeas.linkage.comparison import Comparison, Level, ListComparison
from habeas.linkage.model.fellegi_sunter import Floats, Model
from habeas.linkage.model.patterns import Patterns, pattern_table
from habeas.linkage.model.scoring import Compared

RANDOM_PAIRS = 120_000

SEEN_BEFORE = 200.0
"""For how many random pairs counts what is usual."""
ROUNDS = 50

PRIOR_STRENGTH, OF_SHORT_LISTS = 20.0, 12_000.0
"""For how many pairs the guesses count that stand in for what is not known yet: in lists of
thousands of rows, and in shorter ones, divided by the number of rows."""
FEW = 60.0
"""So many rows say as much of how often two are one person as is known of lists elsewhere; fewer
say less, by the square."""
TWICE_IN_A_LIST, IN_ANOTHER_LIST = 0.1, 0.5
"""How many others of the same person there are for a row, in lists elsewhere."""
PRIOR_SHARE = 0.05
"""The same as a share of the pairs seen."""
HOPELESS = -16.0
"""Patterns with less for one person or kin, in bits, teach nothing."""


def learned(comparisons: tuple[Comparison, ...], size: int, candidates: Compared) -> Model:
    """Learn from the compared candidates among ``size`` rows."""
    guesses = tuple(_guess(comparison.levels) for comparison in comparisons)
    shared = tuple(comparison.shared for comparison in comparisons)
    pairs = max(1.0, size * (size - 1) / 2)
    others = TWICE_IN_A_LIST if one_list(comparisons) else IN_ANOTHER_LIST
    start = min(0.3, others * size / pairs)
    strength = max(PRIOR_STRENGTH, OF_SHORT_LISTS / max(1, size))
    elsewhere = pairs * (FEW / max(1, size)) ** 2
    chances = random_chances(comparisons, size)
    model = Model(chances, guesses, guesses, shared, start, start / 2)
    table = _hopeful(pattern_table(candidates), model)
    for _ in range(ROUNDS):
        person, kin = expected(model, table)
        matches = tuple(
            _limited(
                _maximised(table, at, person, comparison.levels, guesses[at], strength),
                chances[at],
                comparison.levels,
            )
            for at, comparison in enumerate(comparisons)
        )
        kins = tuple(
            _maximised(table, at, kin, comparison.levels, guesses[at], strength)
            if shared[at]
            else chances[at]
            for at, comparison in enumerate(comparisons)
        )
        changed = max(
            float(np.abs(a - b).max()) for a, b in zip(matches, model.matches, strict=True)
        )
        prior = min(0.4, (person.sum() + elsewhere * start) / (pairs + elsewhere))
        kin_prior = min(0.4, (kin.sum() + elsewhere * start / 2) / (pairs + elsewhere))
        model = Model(chances, matches, kins, shared, prior, kin_prior)
        if changed < 1e-4:
            break
    return model


def one_list(comparisons: tuple[Comparison, ...]) -> bool:
    """Tell whether all rows are of one list, so that no comparison tells lists apart."""
    return not any(isinstance(comparison, ListComparison) for comparison in comparisons)


def _hopeful(table: Patterns, model: Model) -> Patterns:
    """Return the patterns that may be of one person or of kin; the others teach nothing."""
    person, kin = expected(model, table)
    kept = np.log2(np.maximum(person + kin, 1e-300) / table.counts) > HOPELESS
    return Patterns(
        table.levels[kept], table.rarity[kept], table.shared_rarity[kept], table.counts[kept]
    )


def expected(model: Model, table: Patterns) -> tuple[Floats, Floats]:
    """Return how many pairs of each pattern are one person, and kin, by the model."""
    person = table.rarity + model.prior_bits
    kin = table.shared_rarity + model.kin_bits
    for at in range(table.levels.shape[1]):
        person = person + model.weights(at)[table.levels[:, at]]
        if model.shared[at]:
            kin = kin + model.kin_weights(at)[table.levels[:, at]]
    total = np.logaddexp2(np.logaddexp2(person, kin), 0.0)
    return table.counts * np.exp2(person - total), table.counts * np.exp2(kin - total)


def _maximised(
    table: Patterns,
    at: int,
    weight: Floats,
    levels: tuple[Level, ...],
    guess: Floats,
    least: float,
) -> Floats:
    seen = np.bincount(table.levels[:, at], weight, minlength=len(levels))
    strength = max(least, PRIOR_SHARE * seen[1:].sum())
    return _normal(seen + strength * guess, levels)


def _limited(matches: Floats, chances: Floats, levels: tuple[Level, ...]) -> Floats:
    """Let no level say more for one person than it may."""
    most = np.array([level.at_most for level in levels])
    return np.asarray(np.minimum(matches, chances * np.exp2(most)))


def random_chances(comparisons: tuple[Comparison, ...], size: int) -> tuple[Floats, ...]:
    """Return for each level its probability between two random rows, rarity taken out."""
    draw = np.random.default_rng(1)
    left = draw.integers(0, size, RANDOM_PAIRS)
    right = draw.integers(0, size, RANDOM_PAIRS)
    left, right = left[left != right], right[left != right]
    result = []
    for comparison in comparisons:
        levels = comparison.levels
        if all(level.chance is not None for level in levels[1:]):
            result.append(np.array([1.0, *(level.chance or 0 for level in levels[1:])]))
            continue
        found, _ = comparison.compare(left, right)
        seen = np.bincount(found, minlength=len(levels)).astype(float)
        known = size * (size - 1) / 2
        seen *= min(1.0, known / max(1, len(left)))
        shares = _normal(seen + SEEN_BEFORE * _normal(usual(levels), levels), levels)
        result.append(
            np.array(
                [
                    share if level.chance is None else level.chance
                    for share, level in zip(shares, levels, strict=True)
                ]
            )
        )
    return tuple(result)


def usual(levels: tuple[Level, ...]) -> Floats:
    """Return what to expect of each level between two random rows before any pair is seen."""
    return np.array([level.usual for level in levels])


def _guess(levels: tuple[Level, ...]) -> Floats:
    return _normal(np.array([level.guess for level in levels]), levels)


def _normal(weights: Floats, levels: tuple[Level, ...]) -> Floats:
    """Scale weights so that they add up to one in each group of levels."""
    groups = np.array([level.group for level in levels])
    totals = np.bincount(groups, weights)[groups]
    return np.asarray(weights / np.maximum(totals, 1e-300))
