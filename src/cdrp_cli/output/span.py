"""Which lines of a file a value stands on."""

from __future__ import annotations

from itertools import pairwise

from cdrp_cli.core.pointer import Step
from cdrp_cli.records.file import Source
from cdrp_cli.yamltext import Map, Seq


def span(source: Source, path: tuple[Step, ...]) -> tuple[int, int]:
    """The first and the last line, counted from 1, of the value at `path`; of the whole file for an empty path."""
    lines = source.text.split("\n")
    first, last = 1, len(lines)
    node = source.tree
    for step in path:
        if isinstance(node, Map) and isinstance(step, str) and step in node:
            starts = [node.keys_at[key][0] for key in node]
            position = list(node).index(step)
            node = node[step]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node):
            starts = [spot[0] for spot in node.items_at]
            position = step
            node = node[step]
        else:
            break
        first, last = starts[position], ends(starts, last)[position]
    while last > first and not lines[last - 1].strip():
        last -= 1
    return first, last


def ends(starts: list[int], last: int) -> list[int]:
    """The last line of each entry: the one before the next begins, or the same where they share a line."""
    following = [max(start, after - 1) for start, after in pairwise(starts)]
    return [*following, last][: len(starts)]
