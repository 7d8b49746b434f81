"""What a format needs besides the report: where things stand, what may be quoted, how wide it may write."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from cdrp_cli.core.finding import Finding
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.pointer import Place, Pointer
from cdrp_cli.output.closed import closed_lines
from cdrp_cli.records.load import Loaded


class View(Frozen):
    """`width` None: nothing is wrapped; `colour` only ever repeats what a word says too."""

    loaded: Loaded
    width: int | None = None
    colour: bool = False

    def place(self, at: Pointer | Place) -> Place:
        """Line and column of what a finding points at."""
        return self.loaded.place(at)

    def ordered(self, findings: Iterable[Finding]) -> list[tuple[Place, Finding]]:
        """The findings with their places, by path, line and rule."""
        placed = [(self.place(finding.at), finding) for finding in findings]
        return sorted(
            placed, key=lambda pair: (pair[0].file, pair[0].line, pair[1].rule, pair[0].column, pair[1].message)
        )

    def line(self, place: Place) -> str | None:
        """The line at a place, to be quoted; None where there is none, or where it must not be shown."""
        source = self.loaded.sources.get(place.file)
        if source is None:
            return None
        lines = _lines(source.text)
        if place.line > len(lines) or not lines[place.line - 1].strip():
            return None
        if place.line in closed_lines(place.file, source.text):
            return None
        return lines[place.line - 1]


@lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a file; kept, because a file with one finding often has many."""
    return tuple(text.split("\n"))
