"""A table to fill in, as a workbook or as CSV; no cell is ever a formula, and the same records give the same bytes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.layout import Column, Layout
from cdrp_cli.exchange.packed import MADE, packed

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet reading CSV would take for a formula, or that was guarded from that."""
LONGEST = 32_767
"""Letters that a cell of a workbook holds; what writes workbooks leaves a longer one empty and says nothing."""
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_EARLIEST = datetime(1998, 9, 30)  # noqa: DTZ001 - a cell knows no zone
"""The first day that any duty bound anybody: what is typed before it is a slip of the pen."""
_SPARE = 200
_LINE, _ROOM, _TALLEST = 15, 3, 400
"""Points of a line; lines that are left for an answer; points of the tallest row."""
_OPEN_TO = {"select_locked_cells": True, "format_columns": True, "format_rows": True}


def csv_bytes(layout: Layout, lines: Sequence[Mapping[str, str]]) -> bytes:
    """The table as CSV in UTF-8 with the mark that spreadsheets want; what looks like a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.heading for column in layout.columns])
    for line in lines:
        writer.writerow([_guarded(line[column.field]) for column in layout.columns])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(
    layout: Layout, lines: Sequence[Mapping[str, str]], title: str, owners: Sequence[str], notes: Sequence[str]
) -> bytes:
    """The table as a workbook, every cell text, with lists to choose from; on a second sheet what helps to fill it in.

    Raises CdrpError where a cell that comes back holds more than a workbook can keep.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": title, "created": MADE})
    sheet = book.add_worksheet(layout.kind.capitalize())
    _fill(book, sheet, layout, lines)
    _choices(sheet, layout, len(lines) + (0 if layout.locked else _SPARE))
    if owners:
        _second(book, "Lists", ("Owners on record", *owners))
        _offer_owners(sheet, layout, len(lines) + _SPARE, len(owners))
    if notes:
        _second(book, "How to answer", notes)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    if layout.locked:
        sheet.protect("", _OPEN_TO)
    book.close()
    return packed(out.getvalue())


def _fill(book: Workbook, sheet: Worksheet, layout: Layout, lines: Sequence[Mapping[str, str]]) -> None:
    top: dict[str, Any] = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BBBBBB"}
    head = book.add_format({**top, "bold": True})
    given = book.add_format({**top, "num_format": "@", "bg_color": "#EEEEEE"})
    typed = book.add_format({**top, "num_format": "@", "locked": False})
    dated = book.add_format({**top, "num_format": "d mmmm yyyy", "align": "left", "locked": False})
    looks: dict[str, Format] = {"given": given, "whole-day": dated}
    for place, column in enumerate(layout.columns):
        look = looks.get(column.holds, typed)
        below = None if layout.locked else look
        sheet.set_column(place, place, column.width, below, {"hidden": column.field == "stamp"})
        sheet.write_string(0, place, column.heading, head)
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, place, _fitting(column, line), look)
    sheet.set_row(0, 2 * _LINE)
    for row, line in enumerate(lines, 1):
        sheet.set_row(row, _height(layout, line))


def _fitting(column: Column, line: Mapping[str, str]) -> str:
    """The cell, cut where it is too long and only to be read."""
    cell = line[column.field]
    if len(cell) <= LONGEST:
        return cell
    if column.holds == "given":
        return f"{cell[: LONGEST - 1]}…"
    fact = f"{line['ref']}: {column.heading} has {len(cell)} letters, and a cell of a workbook holds {LONGEST}"
    raise CdrpError(f"{fact}: write the table with --format csv or docx")


def _choices(sheet: Worksheet, layout: Layout, last: int) -> None:
    """What a cell takes, where that is not any text."""
    for place, column in enumerate(layout.columns):
        asked: dict[str, Any] = {"error_title": column.heading}
        if column.holds == "choice":
            asked |= {"validate": "list", "source": list(column.choices), "error_message": "Choose one."}
        elif column.holds == "whole-day":
            asked |= {"validate": "date", "criteria": ">=", "value": _EARLIEST}
            asked |= {"error_message": "Write a whole day, such as 22 July 2025."}
        else:
            continue
        sheet.data_validation(1, place, max(1, last), place, asked)


def _offer_owners(sheet: Worksheet, layout: Layout, last: int, owners: int) -> None:
    """A list of owners, who may also be plain words, so that it only offers."""
    place = [column.field for column in layout.columns].index("owner")
    offered = {"validate": "list", "source": f"=Lists!$A$2:$A${owners + 1}", "show_error": False}
    sheet.data_validation(1, place, last, place, offered)


def _second(book: Workbook, name: str, lines: Sequence[str]) -> None:
    """A sheet of lines to read or to choose from."""
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 100, book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}))
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)


def _height(layout: Layout, line: Mapping[str, str]) -> float:
    """The height a row needs to show all its words: not every program works it out for itself."""
    tallest = max(
        sum(1 + len(part) // column.width for part in line[column.field].split("\n"))
        for column in layout.columns
        if column.field != "stamp"
    )
    return min(_LINE * max(tallest, _ROOM if layout.locked else 1), _TALLEST)


def _guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell
