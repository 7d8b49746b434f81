"""The tables of a Word document as grids of text; what Word hides from plain reading is told, never lost in silence."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.grid import Grid, Remark, checked_archive, held_small

if TYPE_CHECKING:
    from docx.table import Table, _Cell, _Row

_ABOVE = ("the cell is merged with the one above: it is taken to say the same", "split the cells if that is wrong")
_BESIDE = (
    "the cell is merged with the one beside it: nothing is taken for this column",
    "split the cells if that is wrong",
)
_NOT_TAKEN = {
    "w:ins": ("the cell has tracked changes", "accept or reject them in Word, then import again"),
    "w:del": ("the cell has tracked changes", "accept or reject them in Word, then import again"),
    "w:sdt": ("the cell holds a form field", "copy its text into the cell as plain words"),
    "w:tbl": ("the cell holds a table of its own", "write it as plain words"),
}
_FOOTNOTE = ("a footnote hangs on the cell and is not imported", "write in the note what matters of it")


def docx_grids(data: bytes) -> tuple[Grid, ...]:
    """A grid for each table of the document."""
    import docx

    checked_archive(data, "Word document (.docx)")
    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, SyntaxError):  # a lxml error of syntax is a SyntaxError
        raise CdrpError("the file is no Word document (.docx), or it is damaged: save it again") from None
    return tuple(_grid(f"table {number}", table) for number, table in enumerate(document.tables, 1))


def _grid(name: str, table: Table) -> Grid:
    held_small(len(table.rows), max(len(table.columns), *_spans(table), 0), name)
    remarks: list[Remark] = []
    rows: list[tuple[str | None, ...]] = []
    above: list[Any] = []
    for number, row in enumerate(table.rows):
        cells = _cells(row)
        texts: list[str | None] = []
        for column, cell in enumerate(cells):
            text, told = _text(cell, cells, above, column)
            texts.append(text)
            remarks += [Remark(number, column, *each) for each in told]
        rows.append(tuple(texts))
        above = cells
    return Grid(name, tuple(rows), tuple(remarks))


def _spans(table: Table) -> list[int]:
    """How many columns each cell says it takes, and each row leaves out: the library makes room for all of them."""
    from docx.oxml.ns import qn

    tags = qn("w:gridSpan"), qn("w:gridBefore"), qn("w:gridAfter")
    said = [element.get(qn("w:val"), "") for element in table._tbl.iter(*tags)]  # noqa: SLF001 - before it makes room
    return [int(each) if each.isdecimal() else 0 for each in said]


def _cells(row: _Row) -> list[_Cell | None]:
    return [*[None] * row.grid_cols_before, *row.cells, *[None] * row.grid_cols_after]


def _text(
    cell: _Cell | None, cells: list[_Cell | None], above: list[_Cell | None], column: int
) -> tuple[str | None, list[tuple[str, str]]]:
    """The cell's text, None where it cannot be taken, and what is to be said of it."""
    from docx.oxml.ns import qn

    if cell is None:
        return None, []
    if column and _same(cell, cells[column - 1]):
        return None, [_BESIDE]
    told = [_ABOVE] if column < len(above) and _same(cell, above[column]) else []
    element = cell._tc  # noqa: SLF001 - the library has no word for what is asked
    for tag, why in _NOT_TAKEN.items():
        if next(element.iter(qn(tag)), None) is not None:
            return None, [why]
    if next(element.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None) is not None:
        told.append(_FOOTNOTE)
    return cell.text, told


def _same(cell: _Cell, other: _Cell | None) -> bool:
    """Whether two places of the table are one merged cell."""
    return other is not None and cell._tc is other._tc  # noqa: SLF001 - the library has no word for what is asked
