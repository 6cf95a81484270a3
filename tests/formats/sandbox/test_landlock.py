"""What is taken from a reader, by the kernel's version of Landlock (landlock(7))."""

from __future__ import annotations

import struct

import pytest

from habeas.formats.sandbox.landlock import rights_taken

ALL_OF_13, ALL_OF_15, ALL_OF_16 = 0x1FFF, 0x7FFF, 0xFFFF


@pytest.mark.parametrize(
    ("version", "table"),
    [
        (1, [ALL_OF_13]),
        (3, [ALL_OF_15]),
        (4, [ALL_OF_15, 0b11]),
        (5, [ALL_OF_16, 0b11]),
        (6, [ALL_OF_16, 0b11, 0b11]),
        (9, [ALL_OF_16, 0b11, 0b11]),
    ],
)
def test_every_right_that_a_kernel_knows_is_taken_in_a_table_of_its_length(
    version: int, table: list[int]
):
    assert rights_taken(version) == struct.pack(f"={len(table)}Q", *table)
