"""Decomposable graphs: all of them are found, and averaging over them gives the known numbers."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.special import gammaln
from tables import reference, shared, simulated, table

from habeas.estimation import Overlaps
from habeas.estimation.graphs.decomposable import decomposable_graphs
from habeas.estimation.graphs.graph_averaging import dga, numbers, posterior, widths


@pytest.mark.parametrize(
    ("lists", "graphs"), [(1, 1), (2, 2), (3, 8), (4, 61), (5, 822), (6, 18154)]
)
def test_every_decomposable_graph_is_found(lists: int, graphs: int):
    assert len(decomposable_graphs(lists)[0]) == graphs


def test_the_only_graph_on_four_lists_without_chords_in_its_circle_is_left_out():
    edges, _ = decomposable_graphs(4)
    pairs = list(itertools.combinations(range(4), 2))
    circle = [pair in {(0, 1), (1, 2), (2, 3), (0, 3)} for pair in pairs]
    assert not (edges == circle).all(axis=1).any()


def test_the_full_graph_multiplies_the_whole_table_and_nothing_else():
    edges, terms = decomposable_graphs(3)
    full = terms[edges.all(axis=1)][0]
    assert full[7] == 1
    assert full[1:7].tolist() == [0] * 6


def test_the_average_over_kosovo_is_that_of_the_reference_software():
    found, published = dga(shared("kosovo"), largest=40_000), reference("kosovo", "dga")
    assert found.estimate == pytest.approx(published["estimate"], rel=0.01)
    assert found.low == pytest.approx(published["low95"], rel=0.01)
    assert found.high == pytest.approx(published["high95"], rel=0.01)


def test_three_independent_lists_are_weighed_by_the_formula_written_out():
    made = table("ABC", {"A": 9, "B": 7, "C": 5, "AB": 3, "AC": 2, "BC": 2, "ABC": 1})
    hidden = numbers(300)
    found = posterior(made, hidden, 0.125)
    edges, _ = decomposable_graphs(3)
    independent = found.graphs[~edges.any(axis=1)][0]
    total = made.observed + hidden
    logs = {}
    for graph, cliques in {"apart": ["A", "B", "C"], "full": ["ABC"]}.items():
        value = gammaln(total + 1) - gammaln(hidden + 1) - np.log(total)
        for clique in cliques:
            value = value + dirichlet(made, hidden, clique)
        logs[graph] = value
    ratio = np.exp(logs["apart"]).sum() / np.exp(logs["full"]).sum()
    assert independent / found.graphs[edges.all(axis=1)][0] == pytest.approx(ratio, rel=1e-6)


def dirichlet(made: Overlaps, hidden: np.ndarray, clique: str) -> np.ndarray:
    """Return the log-likelihood of one clique's table under its Dirichlet prior."""
    columns = [made.lists.index(name) for name in clique]
    prior = 0.125 * 2 ** (3 - len(clique))
    total = made.observed + hidden
    value = gammaln(1.0) - gammaln(total + 1.0)
    for pattern in itertools.product([False, True], repeat=len(clique)):
        people = made.counts[(made.patterns[:, columns] == pattern).all(axis=1)].sum()
        cell = people + (hidden if not any(pattern) else 0)
        value = value + gammaln(cell + prior) - gammaln(prior)
    return value


def test_numbers_stand_for_all_those_between_them():
    hidden = numbers(50_000)
    assert widths(hidden).sum() == pytest.approx(50_001)


def test_two_lists_and_seven_are_refused():
    for lists in (2, 7):
        made = simulated([[0.4] * lists], [300], seed=1)
        refused = dga(made)
        assert refused.estimate is None
        assert refused.warnings[0].kind == "dga_lists"


def test_a_table_whose_weight_lies_at_the_edge_is_refused():
    thin = table("ABC", {"A": 40, "B": 30, "C": 1, "AB": 1})
    assert dga(thin, largest=300).warnings[0].kind == "endless_tail"
