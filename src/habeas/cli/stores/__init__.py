"""Stores: ``init``, ``add``, ``status``, ``serve``, ``backup``, ``restore``, ``seal``.

``store``: which one, and who types. ``first_store``: one begun by whoever serves.
"""
