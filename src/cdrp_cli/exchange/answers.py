"""The answers as a table has them: each with its file, its place there, its cells, and the stamp it goes out with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.finding import Severity
from cdrp_cli.exchange.columns import FIELDS
from cdrp_cli.hallmarks.checklist import Checklist
from cdrp_cli.records.load import Loaded

SCHEMA = "cdrp-checklist/1"
FOLDER = "data/hallmarks/"
_OWN_ROWS = "data/checklist.yaml"
_LENGTH = 6


@dataclass(frozen=True)
class Asked:
    """A row that can be answered: its reference, what the guide calls it, what it asks, and the file for its answer."""

    ref: str
    guidance: str
    detail: str
    home: str


@dataclass(frozen=True)
class Held:
    """An answer on record: its place, and its cells as they are written; a cell is empty where the key is missing."""

    ref: str
    file: str
    index: int
    cells: Mapping[str, str]


def asked(loaded: Loaded, shipped: Checklist) -> dict[str, Asked]:
    """Every row by its reference, in the order of the checklist, the partnership's own last."""
    rows = {}
    for row in (*shipped.rows, *shipped.supplementary):
        words = [row.guide_ref, row.hallmark, row.kind]
        rows[row.ref] = Asked(row.ref, ", ".join(filter(None, words)), row.requirement, f"{FOLDER}{row.section}.yaml")
    for own in loaded.partnership.checklist:
        guidance = ", ".join(filter(None, [own.hallmark, own.kind]))
        rows[own.ref] = Asked(own.ref, guidance, own.requirement, f"{FOLDER}local.yaml")
    return rows


def held(loaded: Loaded) -> tuple[Held, ...]:
    """The answers in the order of the records; CdrpError where some could not be read, and might be lost or doubled."""
    for finding in loaded.findings:
        name = loaded.place(finding.at).file
        if finding.severity is Severity.ERROR and (name.startswith(FOLDER) or name == _OWN_ROWS):
            raise CdrpError(f"{name} cannot be read in full: mend first what cdrp check says of it")
    found = []
    for row in loaded.partnership.hallmarks:
        at = row.pointer
        tree: Any = loaded.sources[at.file].tree
        for step in at.path:
            tree = tree[step]
        index = at.path[-1]
        assert isinstance(index, int)  # noqa: S101 - the file holds a list of rows
        found.append(Held(row.ref, at.file, index, {field: _cell(tree.get(field)) for field in FIELDS}))
    return tuple(found)


def stamp(ref: str, cells: Mapping[str, str], revision: str) -> str:
    """What a row goes out with: the schema, a digest of each cell, the revision or a hyphen, and the reference."""
    digests = "".join(digest(cells.get(field, "")) for field in FIELDS)
    return f"{SCHEMA} {digests} {revision or '-'} {ref}"


def stamped(text: str) -> tuple[str, Mapping[str, str]] | None:
    """The reference and the digests of a stamp, by field; None where it is none, or one of another schema."""
    schema, _, rest = text.strip().partition(" ")
    digests, _, rest = rest.partition(" ")
    _, _, ref = rest.partition(" ")
    if schema != SCHEMA or len(digests) != _LENGTH * len(FIELDS) or not ref:
        return None
    parts = [digests[start : start + _LENGTH] for start in range(0, len(digests), _LENGTH)]
    return ref, dict(zip(FIELDS, parts, strict=True))


def digest(cell: str) -> str:
    """A short digest: enough to see that a cell was changed, for which no history is needed."""
    return hashlib.sha256(cell.encode()).hexdigest()[:_LENGTH]


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
