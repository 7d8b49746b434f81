"""Where something stands: a pointer names it, a place counts lines."""

from __future__ import annotations

from typing import NamedTuple

Step = str | int
"""One step into a record: a key of a mapping, or the position in a list counted from 0."""


class Place(NamedTuple):
    """A spot in a file: the path from the root with `/`, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Pointer(NamedTuple):
    """A value in a record, named by file and steps; rules hold these, the edge turns them into places."""

    file: str
    path: tuple[Step, ...] = ()

    def at(self, *steps: Step) -> Pointer:
        """The pointer to a value further in."""
        return Pointer(self.file, self.path + steps)
