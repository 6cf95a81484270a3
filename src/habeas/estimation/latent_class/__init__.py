"""The Bayesian latent class estimate (LCMCR; Manrique-Vallier 2016).

``random_variates`` → ``state`` (the model at one point) → ``gibbs_sweep``, ``scale_move`` and
``hamiltonian_move`` → ``chain`` → ``parallel_tempering`` (Geyer 1991) and ``convergence`` →
``latent_class``.
"""

from habeas.estimation.latent_class.latent_class import lcmcr, middle_of_few_draws

__all__ = [
    "lcmcr",
    "middle_of_few_draws",
]
