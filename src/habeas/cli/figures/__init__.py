"""Figures: ``reconcile``, ``changes``, ``check-proof``.

``strange_limits`` (limits that leave out the number said) · ``reconcile_told`` (in paragraphs) ·
``proofs_folder`` (a file each).
"""
