"""Which column of a table holds what: told by its headings, guessed once, or said by the person who imports it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.core.words import nearest
from cdrp_cli.exchange.columns import FIELDS, NAMED, field_of, holds_its_date, plain
from cdrp_cli.exchange.grid import Grid

_LOOKED_AT = 10
"""A title or two may stand above the headings."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A grid whose headings are known: the row they stand in, the column of each field, and what was guessed."""

    grid: Grid
    head: int
    columns: Mapping[str, int]
    read_as: tuple[tuple[str, str], ...]
    dated: bool
    """Whether the cells of the position end in its date, which has no column of its own."""


def mapped(options: tuple[str, ...]) -> dict[str, str]:
    """The options `Heading=field`, by the heading's letters; `Heading=` leaves the column out."""
    found = {}
    for option in options:
        heading, equals, field = option.rpartition("=")
        field = field.strip().lower().replace(" ", "_")
        if not equals or not plain(heading):
            raise CdrpError(f'--map: {option!r} is not "Heading=field": write for example "Lead officer=owner"')
        if field and field not in NAMED:
            raise UnknownIdError("field", field, nearest(field, NAMED) or (*FIELDS, "ref"))
        found[plain(heading)] = field
    return found


def headed(grid: Grid, said: Mapping[str, str], before: Headed | None) -> Headed | None:
    """The grid with its headings; those of the table before where it only goes on; None where nothing is known."""
    best: Headed | None = None
    for row in range(min(_LOOKED_AT, len(grid.rows))):
        found = _read(grid, row, said)
        if found is not None and (best is None or len(found.columns) > len(best.columns)):
            best = found
    if best is None and before is not None and grid.rows and len(grid.rows[0]) == len(before.grid.rows[0]):
        return Headed(grid, -1, before.columns, (), before.dated)
    return best


def _read(grid: Grid, row: int, said: Mapping[str, str]) -> Headed | None:
    columns: dict[str, int] = {}
    read_as = []
    dated = False
    for column, cell in enumerate(grid.rows[row]):
        heading = " ".join((cell or "").split())
        field = said.get(plain(heading), field_of(heading) or "")
        if not heading or field in columns:
            field = ""
        if field:
            columns[field] = column
            dated = dated or (field == "position" and holds_its_date(heading))
        if heading:
            read_as.append((heading, field))
    names_rows = {"ref", "guidance", "detail", "stamp"} & set(columns)
    if not names_rows or not set(FIELDS) & set(columns):
        return None
    return Headed(grid, row, columns, tuple(read_as), dated and "as_at" not in columns)
