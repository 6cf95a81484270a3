"""Thrift's compact protocol, as far as the marks of a Parquet file use it: structures to values.

Source: the Apache Thrift compact protocol specification (thrift-compact-protocol.md).
"""

from __future__ import annotations

from typing import Any

DEEPEST = 20
TRUE, FALSE, BYTE, I16, I32, I64, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = range(1, 13)
Structure = dict[int, Any]
"""The fields of a structure by number; texts as bytes, numbers that are no whole ones as None."""


class ThriftDamaged(ValueError):
    """Raised where bytes are no structure."""


class CompactThrift:
    """Bytes read as structures, one after the other; at: how far."""

    def __init__(self, raw: bytes, at: int = 0) -> None:
        self.raw, self.at = raw, at

    def structure(self, depth: int = 0) -> Structure:
        """Read a structure. Raises ThriftDamaged."""
        fields: Structure = {}
        number = 0
        while (head := self._byte()) != 0:
            step, kind = head >> 4, head & 15
            number = number + step if step else self._signed()
            fields[number] = kind == TRUE if kind in (TRUE, FALSE) else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> Any:  # noqa: ANN401  (whatever stands there)
        if depth > DEEPEST:
            raise ThriftDamaged("is nested too deep")
        if kind in (TRUE, FALSE, BYTE):
            return self._byte()
        if kind in (I16, I32, I64):
            return self._signed()
        if kind == DOUBLE:
            self._take(8)
            return None
        if kind == BINARY:
            return self._take(self._unsigned())
        if kind in (LIST, SET):
            return self._list(depth)
        if kind == STRUCT:
            return self.structure(depth + 1)
        raise ThriftDamaged("holds a value of an unknown kind")

    def _list(self, depth: int) -> list[Any]:
        head = self._byte()
        count, kind = head >> 4, head & 15
        count = self._unsigned() if count == 15 else count
        # Each of them takes a byte at least, so that none can be promised that are not there.
        if count > len(self.raw) - self.at:
            raise ThriftDamaged("ends early")
        return [self._value(kind, depth + 1) for _ in range(count)]

    def _signed(self) -> int:
        number = self._unsigned()
        return (number >> 1) ^ -(number & 1)

    def _unsigned(self) -> int:
        number = 0
        for place in range(10):
            byte = self._byte()
            number |= (byte & 127) << (7 * place)
            if byte < 128:
                return number
        raise ThriftDamaged("holds a number without end")

    def _byte(self) -> int:
        if self.at >= len(self.raw):
            raise ThriftDamaged("ends early")
        self.at += 1
        return self.raw[self.at - 1]

    def _take(self, size: int) -> bytes:
        if size > len(self.raw) - self.at:
            raise ThriftDamaged("ends early")
        self.at += size
        return self.raw[self.at - size : self.at]
