"""The cells of a Parquet file.

``compact_thrift`` (its marks) → ``parquet_sizes`` (how much it holds) → ``parquet_cells``.
"""

from habeas.formats.lists.cells.parquet.parquet_cells import parquet_rows

__all__ = ["parquet_rows"]
