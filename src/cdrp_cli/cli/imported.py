"""What an import shows: how the headings were read, what changes, what is in conflict and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cdrp_cli.core.words import counted
from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.headings import Headed
from cdrp_cli.exchange.layout import Layout, plain
from cdrp_cli.exchange.merge import Merge
from cdrp_cli.exchange.target import named
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.records.minuted import Minuted

FORMAT = "cdrp-import/1"
_NOTHING = "(nothing)"
_ROW = {"checklist": "Row", "actions": "Action"}


def sheet_of(
    name: str, tables: Sequence[Headed], found: Merge, written: Sequence[str], target: Minuted | None = None
) -> Sheet:
    """The preview of an import, or what it wrote; `target` is the item that hears the answers, where one does."""
    layout = tables[0].layout
    parts = (f"{len(found.changes)} changed", counted(len(found.conflicts), "conflict").replace("no ", "0 "))
    counts = f"{', '.join(parts)}, {len(found.doubts)} not understood"
    blocks: list[Block] = [Heading(f"{name}: {counts}", 1), *_headings(layout, tables)]
    if target is not None:
        blocks.append(Line(f"Answers are minuted in {target.meeting.id}, {named(target)}: {target.item.title}."))
    if found.changes:
        cells = [
            (change.ref, layout.by_field[field].heading, old or _NOTHING, new or _NOTHING)
            for change in found.changes
            for field, (old, new) in change.cells.items()
        ]
        columns = (
            Column(_ROW[layout.kind]),
            Column("Field"),
            Column("Now", True, "now: "),
            Column("New", True, "new: "),
        )
        blocks += [Heading("What changes"), Table("Changes", columns, tuple(cells))]
    for title, doubts in (
        ("Changed on both sides, and not written", found.conflicts),
        ("Not understood", found.doubts),
    ):
        if doubts:
            blocks += [Heading(title), _doubtful(title, doubts)]
    blocks.append(Line(_end(found, written)))
    return Sheet(tuple(blocks), _data(name, tables, found, written, target))


def _headings(layout: Layout, tables: Sequence[Headed]) -> Iterator[Line]:
    called = {field: column.heading for field, column in layout.by_field.items()}
    told = dict.fromkeys(pair for table in tables for pair in table.read_as)
    read = [
        f"{heading} as {called[field]}" for heading, field in told if field and plain(heading) != plain(called[field])
    ]
    if read:
        yield Line(f"Headings read: {'; '.join(read)}.")
    left = [heading for heading, field in told if not field]
    if left:
        yield Line(f'Columns left out: {"; ".join(left)}. To take one in: --map "{left[0]}={layout.fields[-1]}".')
    missing = [called[field] for field in layout.fields if not any(field in table.columns for table in tables)]
    if any(table.dated for table in tables):
        yield Line("The date of a position is taken from the end of its words.")
        missing = [each for each in missing if each != called["as_at"]]
    if missing:
        yield Line(f"No column for: {'; '.join(missing)}. These stay as they are.")


def _doubtful(caption: str, doubts: Sequence[Doubt]) -> Table:
    columns = (Column("Where"), Column("What"), Column("What to do", True, "help: "))
    return Table(caption, columns, tuple((each.where, each.message, each.remedy) for each in doubts))


def _end(found: Merge, written: Sequence[str]) -> str:
    if written:
        return f"Written: {', '.join(written)}."
    if found.changes:
        return "Nothing was written: repeat the command with --write to write what changes."
    return "There is nothing to write."


def _data(
    name: str, tables: Sequence[Headed], found: Merge, written: Sequence[str], target: Minuted | None
) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "kind": tables[0].layout.kind,
        "file": name,
        "counts": {"changed": len(found.changes), "conflicts": len(found.conflicts), "doubts": len(found.doubts)},
        "headings": [{"heading": head, "field": field or None} for table in tables for head, field in table.read_as],
        "changes": [
            {"row": change.ref, "where": change.where, "field": field, "now": old or None, "new": new or None}
            for change in found.changes
            for field, (old, new) in change.cells.items()
        ],
        "conflicts": [_doubt(each) for each in found.conflicts],
        "doubts": [_doubt(each) for each in found.doubts],
        "written": list(written),
        "meeting": target.meeting.id if target is not None else None,
        "item": named(target) if target is not None else None,
    }


def _doubt(doubt: Doubt) -> dict[str, str]:
    return {"where": doubt.where, "message": doubt.message, "help": doubt.remedy}
