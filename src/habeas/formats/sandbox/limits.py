"""How much a child may take while it reads what is not trusted."""

from __future__ import annotations

from dataclasses import dataclass, replace

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The most that one job may take.

    memory: bytes of private memory beyond what the reader itself takes. processor: seconds of
    processor time. wall: seconds to wait for the next answer. output: bytes of all answers.
    """

    memory: int = 1_000 * MEGABYTE
    processor: int = 30
    wall: float = 60.0
    output: int = 200 * MEGABYTE

    def for_collection(self, size: int) -> Limits:
        """Return the limits for a collection of ``size`` bytes, whose members come one by one."""
        megabytes = size // MEGABYTE
        return replace(
            self,
            processor=self.processor + 2 * megabytes,
            output=self.output + 300 * size,
        )

    def for_many(self, count: int) -> Limits:
        """Return the limits for so many documents read by one child."""
        return replace(self, processor=self.processor + count)
