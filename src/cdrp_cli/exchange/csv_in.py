"""A CSV as a grid of text, in the letters and with the marks between cells that spreadsheets write it with."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from itertools import islice

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.grid import LOOKED_AT, Grid, Remark, held_small
from cdrp_cli.exchange.sheet_out import FORMULA


def csv_grids(data: bytes) -> tuple[Grid, ...]:
    """The one grid of a CSV, with commas, semicolons or tabs between its cells."""
    text = _letters_of(data)
    try:
        table = csv.reader(io.StringIO(text, ""), delimiter=_delimiter(text), strict=True)
        rows: list[list[str | None]] = [[_unguarded(cell) for cell in row] for row in table]
    except csv.Error:
        fact = "the file is no CSV, a quote in it is not closed, or a cell in it is too long"
        raise CdrpError(f"{fact}: save it again as CSV UTF-8") from None
    held_small(len(rows), max(map(len, rows), default=0), "the file")
    remarks = [
        Remark(row, column, "letters in the cell could not be read", "save the file again as CSV UTF-8")
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
        if cell is not None and "\ufffd" in cell
    ]
    for remark in remarks:
        rows[remark.row][remark.column] = None
    return (Grid("the file", tuple(map(tuple, rows)), tuple(remarks)),)


def _letters_of(data: bytes) -> str:
    """The text of a CSV: UTF-8, what spreadsheets call Unicode text, or what they write in Britain if not asked."""
    coding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise CdrpError("the file is no CSV: save it again as CSV UTF-8; a workbook keeps a name that ends in .xlsx")
    return text


def _delimiter(text: str) -> str:
    """What cuts most of the first rows into equally many cells: a title above the headings may hold any of them."""

    def alike(delimiter: str) -> tuple[int, int]:
        first = islice(csv.reader(io.StringIO(text, ""), delimiter=delimiter), LOOKED_AT)
        widths = Counter(len(row) for row in first if len(row) > 1)
        return max(((rows, width) for width, rows in widths.items()), default=(0, 0))

    return max(",;\t", key=alike)


def _unguarded(cell: str) -> str | None:
    """The cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    cell = cell.replace("\r\n", "\n")
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
