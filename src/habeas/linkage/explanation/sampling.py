"""Several plausible ways to part the records into people, for what must not hang on one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from habeas.linkage.linkage import Linkage, identical_joined
from habeas.linkage.model import told_apart
from habeas.linkage.names import Rows
from habeas.linkage.people import clusters


def sample_partitions(found: Linkage, count: int, seed: int = 1) -> Iterator[Rows]:
    """Yield ``count`` partitions: for each row the first row of its person.

    A pair that is one person with probability p is a link in a share p of the samples, before
    people are put together as in ``link``, so decisions and lists without duplicates are obeyed in
    each. The same seed gives the same partitions.

    Method: perturb and maximise (G. Papandreou and A. Yuille, "Perturb-and-MAP random fields",
    2011): logistic noise is added to the logarithm of the odds of each pair.
    """
    draw = np.random.default_rng(seed)
    joined, apart = identical_joined(found), told_apart(found.nodes, found.pairs, found.bits)
    for _ in range(count):
        noise = draw.logistic(0, 1 / np.log(2), len(found.bits)).astype(np.float32)
        group = clusters(
            found.nodes.size,
            found.pairs.left,
            found.pairs.right,
            found.bits + noise,
            found.constraints,
            told_apart=apart,
        )
        yield found.twins.people(group, joined)
