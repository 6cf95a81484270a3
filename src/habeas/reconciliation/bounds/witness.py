"""Histories that have a number as small as can be, and the proof that none has it smaller.

Where a smaller system tells as much (`projection`), that one is asked, and its histories are
completed (`lifting`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from habeas.reconciliation.bounds.back_substitution import BackSubstitution
from habeas.reconciliation.bounds.elimination import ProjectedSystem
from habeas.reconciliation.rows import Proof, Terms, prove
from habeas.reconciliation.system import Answer, LinearSystem, Program

Vector = NDArray[np.float64]


class Witness:
    """Asks the solver about one system, or about as much of it as a projection keeps."""

    def __init__(self, system: LinearSystem, projection: ProjectedSystem | None = None) -> None:
        """Load the projection into the solver; the whole system where there is none."""
        self.projection = projection
        self._program = Program(projection.system if projection else system)
        self._lifting = BackSubstitution(projection, system) if projection else None

    def knows(self, terms: Terms) -> bool:
        """Whether a sum is of counts that it can be asked about."""
        return all(variable in self._program.system.index for variable in terms)

    def least(self, terms: Terms) -> Answer:
        """Find the least value of a sum of counts that it knows."""
        return self._program.least(terms)

    def history(self, terms: Terms, answer: Answer) -> Vector | None:
        """Return a history of the whole system that has what an answer says of a sum."""
        if answer.value is None:
            return None
        return self._lifting.history(answer.point, terms) if self._lifting else answer.point

    def proof(self, terms: Terms, answer: Answer) -> Proof:
        """Prove an answer from rows of the whole system."""
        in_full = self.projection.in_full if self.projection else None
        return prove(terms, answer.system.rows, answer.multipliers, in_full)
