"""Which lines of a record must not be quoted: exempt matter, declarations of interest, who holds a post.

It is worked out from the text itself, not from the record: the loader leaves out what did not fit, and an `exempt`
that was misspelt inside must still close its item.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cdrp_cli.output.span import ends
from cdrp_cli.records.paper_text import read_paper
from cdrp_cli.yamltext import Map, Seq, read
from cdrp_cli.yamltext.document import Value

_CLOSING_KEYS = ("declarations", "holders")
_MENTIONED = re.compile(r"\b(?:exempt|declarations|holders)\b")


@lru_cache(maxsize=64)
def closed_lines(file: str, text: str) -> frozenset[int]:
    """The lines, counted from 1, that no report may quote; of a text that cannot be read and mentions any, all."""
    if _MENTIONED.search(text) is None:
        return frozenset()
    last = text.count("\n") + 1
    document = (read_paper if file.endswith(".md") else read)(file, text.encode("utf-8", "surrogatepass"))
    if document.value is None:
        return frozenset(range(1, last + 1))
    found: set[int] = set()
    _gather(document.value, 1, last, found)
    return frozenset(found)


def _gather(node: Value, first: int, last: int, found: set[int]) -> None:
    """Adds the closed lines of a node that stands on the lines `first` to `last`."""
    if isinstance(node, Map):
        if node.get("exempt") is not None:
            found.update(range(first, last + 1))
            return
        starts = [node.keys_at[key][0] for key in node]
        for key, start, end in zip(node, starts, ends(starts, last), strict=True):
            if key in _CLOSING_KEYS:
                found.update(range(start, end + 1))
            else:
                _gather(node[key], start, end, found)
    elif isinstance(node, Seq):
        starts = [spot[0] for spot in node.items_at]
        for value, start, end in zip(node, starts, ends(starts, last), strict=True):
            _gather(value, start, end, found)
