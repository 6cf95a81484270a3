"""The cells of a Parquet file.

``compact_thrift`` (its marks) → ``parquet_promises`` (whether it holds what it tells) →
``parquet_cells`` (its texts, within bounds) → ``parquet_tasks`` (what a child of the sandbox does).
Nothing of it is imported where lists are asked for: only the child pays for the library.
"""
