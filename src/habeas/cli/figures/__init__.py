"""Figures: ``reconcile``, ``changes``, ``check-proof``.

``reconcile_told`` (in paragraphs) · ``proofs_folder`` (a file each).
"""
