"""From what a table would change to edits for the one writer, proved before anything is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cdrp_cli.exchange.answers import Asked
from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.merge import Merge, RowChange
from cdrp_cli.records.changes import Append, Change, Drop, Put
from cdrp_cli.records.positions import Position
from cdrp_cli.records.writer import Edit, RefusedError, changed, create, digest, write

Edits = Callable[[Sequence[RowChange]], tuple[Change, ...]]
"""How changes to rows of one file are made there."""
_ORDER = ("ref", *Position.model_fields)


@dataclass(frozen=True)
class Plan:
    """The edits by file, and the files to be begun, each with all of its text."""

    edits: Mapping[str, Edit]
    begun: Mapping[str, str]

    def carry_out(self, root: Path) -> tuple[str, ...]:
        """Writes all of it through the one writer; the names of the files."""
        write(root, self.edits)
        for name, text in self.begun.items():
            create(root, name, text)
        return (*self.edits, *self.begun)


def plan(found: Merge, rows: Mapping[str, Asked], files: Mapping[str, bytes]) -> tuple[Merge, Plan]:
    """The edits, and the same less the rows that the writer would refuse: they are doubts with its reason."""
    by_file: dict[str, list[RowChange]] = {}
    doubts: list[Doubt] = list(found.doubts)
    for change in found.changes:
        name = change.held.file if change.held is not None else rows[change.ref].home
        by_file.setdefault(name, []).append(change)
    edits, begun, kept = {}, {}, []
    for name, changes in by_file.items():
        start = files.get(name)
        first = changes[0].ref if start is None else ""
        data = start if start is not None else _begin(first).encode()
        edit = partial(_edits, first)
        good, refused = provable(name, data, changes, edit)
        if first and first not in [change.ref for change in good]:
            refused += [Doubt(each.where, f"{each.ref}: {name} is not begun", "mend the row above") for each in good]
            good = []
        doubts += refused
        kept += good
        if good and start is not None:
            edits[name] = Edit(digest(data), edit(good))
        elif good:
            begun[name] = changed(name, data, edit(good)).decode()
    return Merge(tuple(kept), found.conflicts, tuple(doubts)), Plan(edits, begun)


def provable(name: str, data: bytes, changes: Sequence[RowChange], edits: Edits) -> tuple[list[RowChange], list[Doubt]]:
    """The changes that the writer takes, and a doubt for each that it refuses; tried one by one only where it does."""
    try:
        changed(name, data, edits(changes))
    except RefusedError:
        pass
    else:
        return list(changes), []
    good, refused = [], []
    for change in changes:
        try:
            changed(name, data, edits([change]))
        except RefusedError as reason:
            refused.append(Doubt(change.where, f"{change.ref}: {reason}", "nothing of the row is written"))
        else:
            good.append(change)
    return good, refused


def _begin(ref: str) -> str:
    """The first lines of a file of answers."""
    return f"rows:\n  - ref: {ref if ref.isalnum() and not ref.isdecimal() else json.dumps(ref)}\n"


def _edits(first: str, changes: Sequence[RowChange]) -> tuple[Change, ...]:
    return tuple(edit for change in changes for edit in _of_row(change, first))


def _of_row(change: RowChange, first: str) -> Iterator[Change]:
    if change.held is None and change.ref != first:
        said = {field: new for field, (_, new) in change.cells.items()}
        yield Append(("rows",), {"ref": change.ref, **{key: said[key] for key in _ORDER if key in said}})
        return
    index = change.held.index if change.held is not None else 0
    for field, (_, new) in change.cells.items():
        yield Put(("rows", index, field), new, _ORDER) if new else Drop(("rows", index, field))
