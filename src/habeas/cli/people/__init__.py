"""People: ``link``, ``verify``, ``estimate``, ``account``.

Linking: ``link_nameless`` (rows that name nobody) · ``link_cells`` → ``link_review`` (doubtful
pairs) → ``link_outputs``. Over time: ``verify_people`` → ``case_folder`` → ``account_told``.
``estimate_samples``: tables of sampled linkages.
"""
