"""Which column of a table holds what: told by its headings, guessed once, or said by the person who imports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import nearest
from cdrp_cli.exchange.grid import LOOKED_AT, Grid
from cdrp_cli.exchange.layout import Layout, holds_its_date, plain

_EXAMPLES = {"checklist": "Lead officer=owner", "actions": "What we did=progress"}


@dataclass(frozen=True, slots=True)
class Headed:
    """A grid whose headings are known: the row they stand in, the column of each field, and what was guessed."""

    layout: Layout
    grid: Grid
    head: int
    columns: Mapping[str, int]
    read_as: tuple[tuple[str, str], ...]
    dated: bool
    """Whether the cells of the position end in its date, which has no column of its own."""


def mapped(options: tuple[str, ...], layout: Layout) -> dict[str, str]:
    """The options `Heading=field`, by the heading's letters; `Heading=` leaves the column out."""
    found = {}
    for option in options:
        heading, equals, field = option.rpartition("=")
        field = field.strip().lower().replace(" ", "_")
        if not equals or not plain(heading):
            raise CdrpError(f'--map: {option!r} is not "Heading=field": write for example "{_EXAMPLES[layout.kind]}"')
        if field and field not in layout.by_field:
            raise UnknownIdError("field", field, nearest(field, layout.by_field) or (*layout.fields, "ref"))
        found[plain(heading)] = field
    return found


def headed(grid: Grid, said: Mapping[str, str], before: Headed | None, layout: Layout) -> Headed | None:
    """The grid with its headings; those of the table before where it only goes on; None where nothing is known."""
    best: Headed | None = None
    for row in range(min(LOOKED_AT, len(grid.rows))):
        found = _read(grid, row, said, layout)
        if found is not None and (best is None or len(found.columns) > len(best.columns)):
            best = found
    if best is None and before is not None and grid.rows and len(grid.rows[0]) == len(before.grid.rows[0]):
        return Headed(layout, grid, -1, before.columns, (), before.dated)
    if best is not None:
        _told_apart(best)
    return best


def _told_apart(table: Headed) -> None:
    """CdrpError where two columns bear one heading and both hold something: nobody can tell which is meant."""
    grid, heads = table.grid, [plain(cell or "") for cell in table.grid.rows[table.head]]
    below = grid.rows[table.head + 1 :]
    for field, column in table.columns.items():
        for other in range(column + 1, len(heads)):
            filled = any(other < len(row) and row[other] != "" for row in below)
            if heads[other] == heads[column] and filled:
                heading = table.layout.by_field[field].heading
                raise CdrpError(f"{grid.name} has two columns for {heading}: take one out, or give it another heading")


def _read(grid: Grid, row: int, said: Mapping[str, str], layout: Layout) -> Headed | None:
    columns: dict[str, int] = {}
    read_as = []
    dated = False
    headings = [" ".join((cell or "").split()) for cell in grid.rows[row]]
    named = {layout.field_of(heading) for heading in headings if layout.headed(heading)}
    for column, heading in enumerate(headings):
        field = said.get(plain(heading), layout.field_of(heading) or "")
        guessed = plain(heading) not in said and not layout.headed(heading)
        if not heading or field in columns or (guessed and field in named):
            field = ""
        if field:
            columns[field] = column
            dated = dated or (field == "position" and holds_its_date(heading))
        if heading:
            read_as.append((heading, field))
    names_rows = {*layout.named_by, "stamp"} & set(columns)
    if not names_rows or not set(layout.fields) & set(columns):
        return None
    return Headed(layout, grid, row, columns, tuple(read_as), dated and "as_at" not in columns)
