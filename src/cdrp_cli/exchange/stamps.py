"""The stamp that each line goes out with: enough to see later what was changed since, without any history."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from cdrp_cli.exchange.layout import Layout

_LENGTH = 6


def stamp(layout: Layout, ref: str, cells: Mapping[str, str], revision: str) -> str:
    """What a line goes out with: the schema, a digest of each cell, the revision or a hyphen, and the reference."""
    digests = "".join(digest(cells.get(field, "")) for field in layout.stamped)
    return f"{layout.schema} {digests} {revision or '-'} {ref}"


def stamped(layout: Layout, text: str) -> tuple[str, Mapping[str, str]] | None:
    """The reference and the digests of a stamp, by field; None where it is none, or one of another schema."""
    schema, _, rest = text.strip().partition(" ")
    digests, _, rest = rest.partition(" ")
    _, _, ref = rest.partition(" ")
    if schema != layout.schema or len(digests) != _LENGTH * len(layout.stamped) or not ref:
        return None
    parts = [digests[start : start + _LENGTH] for start in range(0, len(digests), _LENGTH)]
    return ref, dict(zip(layout.stamped, parts, strict=True))


def digest(cell: str) -> str:
    """A short digest: enough to see that a cell was changed."""
    return hashlib.sha256(cell.encode()).hexdigest()[:_LENGTH]
