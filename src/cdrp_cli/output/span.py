"""Which lines of a file a value stands on."""

from __future__ import annotations

from itertools import pairwise

from cdrp_cli.core.pointer import Step
from cdrp_cli.records.file import Source
from cdrp_cli.yamltext import Map, Seq


def span(source: Source, path: tuple[Step, ...]) -> tuple[int, int]:
    """The first and the last line, counted from 1, of the value at `path`; of the whole file for an empty path.

    A comment that follows the value and stands further out is above the next one, and no part of this.
    """
    lines = source.text.split("\n")
    first, last, column = 1, len(lines), 1
    node = source.tree
    for step in path:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            spots = [node.keys_at[key] for key in node]
            position = list(node).index(step)
            node = node[step]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            spots = list(node.items_at)
            position = step
            node = node[step]
        else:
            break
        starts = [spot[0] for spot in spots]
        first, last, column = starts[position], ends(starts, last)[position], spots[position][1]
    while last > first and _between(lines[last - 1], column):
        last -= 1
    return first, last


def _between(line: str, column: int) -> bool:
    """Whether the line is blank, or a comment further out than the column in which a value begins."""
    text = line.lstrip()
    return not text or (text.startswith("#") and len(line) - len(text) < column - 1)


def ends(starts: list[int], last: int) -> list[int]:
    """The last line of each entry: the one before the next begins, or the same where they share a line."""
    following = [max(start, after - 1) for start, after in pairwise(starts)]
    return [*following, last][: len(starts)]
