"""Spoiled files for every reader, and odd values in accepted tables for every engine.

Files: ``seeds`` (well-formed ones, made here), ``byte_mutation``, ``readers``, ``files`` (each
reader with its files), ``guided`` (by coverage, where atheris is installed). Tables: ``histories``
(what happened, and claims of it), ``proof_mutation``, ``reconciled``, ``linked``, ``engines``.
Both run within ``limits``.
"""
