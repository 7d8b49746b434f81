"""The answers as a table has them: each with its file, its place there, and its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.finding import Severity
from cdrp_cli.exchange.columns import FIELDS
from cdrp_cli.hallmarks.checklist import Checklist
from cdrp_cli.records.load import Loaded

FOLDER = "data/hallmarks/"
_OWN_ROWS = "data/checklist.yaml"


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


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
