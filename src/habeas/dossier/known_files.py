"""The files by which a folder is known to be a dossier, whole and unchanged."""

MARK = "dossier.json"
"""The file by which a folder is known to be a dossier."""

SUMS = "SHA256SUMS"
"""The file that lists the SHA-256 of every other file."""
