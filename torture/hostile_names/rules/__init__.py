"""By which rules a name, or a number of papers, is written otherwise than its list has it.

``spelling`` · ``markup`` · ``numbers_written`` · ``list_columns``.
"""
