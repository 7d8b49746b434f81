"""The lines of a table that answer a row, each with its cells; lines that no row can be found for are doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.headings import Headed
from cdrp_cli.exchange.refs import leading, squeezed, understood, unknown
from cdrp_cli.exchange.stamps import stamped


@dataclass(frozen=True)
class Line:
    """What a line says of a row: its cells by field, and the digests it went out with, where it bears a stamp.

    `lost` names the fields whose cells could not be taken, for reasons that are told.
    """

    ref: str
    where: str
    cells: Mapping[str, str]
    base: Mapping[str, str] | None
    lost: tuple[str, ...] = ()


def lines_of(table: Headed, known: Collection[str]) -> tuple[list[Line], list[Doubt]]:
    """The lines below the headings, and all that is doubtful in them; empty lines and titles are passed over."""
    grid = table.grid
    found: list[Line] = []
    doubts: list[Doubt] = []
    read: set[int] = set()
    answered = {table.columns[field] for field in table.layout.fields if field in table.columns}
    for row in range(table.head + 1, len(grid.rows)):
        if _is_title(grid.rows[row], answered):
            continue
        read.add(row)
        line = _line(table, row, known)
        if isinstance(line, Line):
            found.append(line)
        else:
            doubts.append(line)
    used = set(table.columns.values())
    doubts += [
        Doubt(grid.where(each.row, each.column), each.message, each.remedy)
        for each in grid.remarks
        if each.row in read and each.column in used
    ]
    return found, doubts


def once_each(lines: list[Line], held: Counter[str]) -> tuple[list[Line], list[Doubt]]:
    """The lines less those of a row that stands more often than the records answer it: nobody can tell which counts."""
    counts = Counter(line.ref for line in lines)
    many = {ref for ref, count in counts.items() if count > max(held[ref], 1)}
    doubts = [
        Doubt(line.where, f"{line.ref} stands on more than one line: none of them is taken", "leave one of the lines")
        for line in lines
        if line.ref in many
    ]
    return [line for line in lines if line.ref not in many], doubts


def _is_title(cells: tuple[str | None, ...], answered: Collection[int]) -> bool:
    """Whether a line is empty, or a title: words in one cell, no answer's, and nothing that could be a reference."""
    said = [(column, cell.strip()) for column, cell in enumerate(cells) if cell and cell.strip()]
    if len(said) != 1:
        return not said
    column, words = said[0]
    return column not in answered and not any(letter.isdigit() for letter in words)


def _line(table: Headed, row: int, known: Collection[str]) -> Line | Doubt:
    where = table.grid.where(row)
    cells = dict(_cells(table, row))
    mark = cells.get("stamp", "").strip()
    layout = table.layout
    base = stamped(layout, mark) if mark else None
    if mark and base is None:
        fact = f"the stamp of the line is damaged, or not of {layout.schema}"
        return Doubt(where, fact, f"write the table anew with {layout.again}")
    others = (leading(cells.get(field, "")) for field in layout.named_by if field != "ref")
    typed = cells.get("ref") or next(filter(None, others), "")
    ref = understood(typed, known)
    if base is not None:
        if typed and squeezed(typed) != squeezed(base[0]):
            return Doubt(where, f"the line says {typed!r}, but went out as {base[0]}", f"write {base[0]} again")
        ref = base[0]
    if ref is None:
        if not typed.strip():
            return Doubt(
                where,
                "the line has no reference",
                f"write in front which {layout.row} is meant, such as {next(iter(known), '11a')}",
            )
        return unknown(where, typed, known, layout)
    wanted = {field: cells[field] for field in layout.fields if field in cells}
    lost = tuple(field for field in layout.fields if field in table.columns and field not in cells)
    return Line(ref, where, wanted, base[1] if base else None, lost)


def _cells(table: Headed, row: int) -> Iterator[tuple[str, str]]:
    cells = table.grid.rows[row]
    for field, column in table.columns.items():
        cell = cells[column] if column < len(cells) else ""
        if cell is not None:
            yield field, cell
