"""A workbook as grids of text. No formula is trusted, and a number that is not whole may have changed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.grid import MOST_COLUMNS, MOST_ROWS, Grid, Remark, checked_archive, held_small, letters

_CELL = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=[\"']([A-Z]+)([0-9]+)[\"'][^>]*>(\s*<(?:\w+:)?f\b)?")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*?\br:id=[\"']([^\"']+)[\"']")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_FORMULA_TOLD = ("the cell holds a formula, which is not trusted", "type what it should say as text")
_NUMBER_TOLD = ("the cell holds a number with a fraction, which the sheet may have changed", "type it as text")
_WORD_TOLD = ("the cell holds neither text nor a day", "type what it should say as text")


def xlsx_grids(data: bytes) -> tuple[Grid, ...]:
    """A grid for each sheet of a workbook."""
    from python_calamine import CalamineError, CalamineWorkbook

    archive = checked_archive(data, "workbook (.xlsx)")
    formulas = _formulas(archive)  # before the reader: it would make room for every cell up to the farthest
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [book.get_sheet_by_index(index) for index in range(len(book.sheet_names))]
        for sheet in sheets:
            held_small(sheet.total_height, sheet.total_width, f"sheet {sheet.name}")
    except (CalamineError, ValueError):
        raise CdrpError("the file is no workbook (.xlsx), or it is damaged: save it again") from None
    return tuple(
        _grid(sheet.name, sheet.to_python(skip_empty_area=False), formulas[index], sheet.merged_cell_ranges or ())
        for index, sheet in enumerate(sheets)
    )


def _grid(name: str, values: list[list[Any]], formulas: set[str], merged: Iterable[Any]) -> Grid:
    remarks: list[Remark] = []
    rows: list[list[str | None]] = []
    for row, cells in enumerate(values):
        rows.append([])
        for column, value in enumerate(cells):
            text, told = _text(value)
            if f"{letters(column)}{row + 1}" in formulas:
                text, told = None, _FORMULA_TOLD
            if told is not None:
                remarks.append(Remark(row, column, *told))
            rows[-1].append(text)
    for (top, left), (bottom, right) in merged:
        remarks += _spread(rows, top, left, bottom, right)
    return Grid(f"sheet {name}", tuple(map(tuple, rows)), tuple(remarks))


def _spread(rows: list[list[str | None]], top: int, left: int, bottom: int, right: int) -> Iterable[Remark]:
    """A cell merged downwards is taken for each row it spans, one merged across for its first column."""
    for row in range(top, min(bottom + 1, len(rows))):
        for column in range(left, min(right + 1, len(rows[row]))):
            if (row, column) == (top, left):
                continue
            rows[row][column] = rows[top][left] if column == left else None
            fact = "the cell is merged with the one above: it is taken to say the same"
            other = "the cell is merged with the one beside it: nothing is taken for this column"
            yield Remark(row, column, fact if column == left else other, "split the cells if that is wrong")


def _text(value: Any) -> tuple[str | None, tuple[str, str] | None]:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n"), None
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), None
    if isinstance(value, datetime):
        return (value.date().isoformat(), None) if value.time() == time() else (None, _WORD_TOLD)
    if isinstance(value, date):
        return value.isoformat(), None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), None
    return None, _NUMBER_TOLD if isinstance(value, float) else _WORD_TOLD


def _formulas(archive: zipfile.ZipFile) -> list[set[str]]:
    """The names of the cells with a formula, for each sheet; CdrpError where a sheet is far too large."""
    try:
        links = {}
        for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
            parts = {name: re.search(name + rb"=[\"']([^\"']+)", relation) for name in (b"Id", b"Target")}
            if parts[b"Id"] and parts[b"Target"]:
                links[parts[b"Id"][1]] = parts[b"Target"][1].decode()
        names = [links[each] for each in _SHEET.findall(archive.read("xl/workbook.xml"))]
        return [_in_sheet(archive.read(name[1:] if name.startswith("/") else f"xl/{name}")) for name in names]
    except (KeyError, UnicodeDecodeError):
        raise CdrpError("the file is no workbook (.xlsx): save it again from the spreadsheet program") from None


def _in_sheet(xml: bytes) -> set[str]:
    found = set()
    for column, row, formula in _CELL.findall(xml):
        if int(row) > MOST_ROWS or len(column) > 2 or _number(column) > MOST_COLUMNS:
            held_small(int(row), _number(column), "a sheet of the workbook")
        if formula:
            found.add((column + row).decode())
    return found


def _number(column: bytes) -> int:
    total = 0
    for letter in column:
        total = total * 26 + letter - 64
    return total
