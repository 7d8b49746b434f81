"""The checklist as a workbook or as CSV; no cell is ever a formula, and the same records give the same bytes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from cdrp_cli.exchange.columns import COLUMNS, STATUSES

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet reading CSV would take for a formula, or that was guarded from that."""
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same records give the same file
_SPARE = 200
_LINE, _TALLEST = 15, 400


def csv_bytes(lines: Sequence[Mapping[str, str]]) -> bytes:
    """The table as CSV in UTF-8 with the mark that spreadsheets want; what looks like a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.heading for column in COLUMNS])
    for line in lines:
        writer.writerow([_guarded(line[column.field]) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(lines: Sequence[Mapping[str, str]], owners: Sequence[str]) -> bytes:
    """The table as a workbook, every cell text, with lists to choose status and owner from."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": "Hallmarks checklist", "created": _MADE})
    sheet, lists = book.add_worksheet("Checklist"), book.add_worksheet("Lists")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    fixed = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "bg_color": "#EEEEEE"})
    for place, column in enumerate(COLUMNS):
        given = fixed if column.field in ("ref", "guidance", "detail", "stamp") else body
        sheet.set_column(place, place, column.width, given, {"hidden": column.field == "stamp"})
        sheet.write_string(0, place, column.heading, head)
        for row, line in enumerate(lines, 1):
            sheet.write_string(row, place, line[column.field], given)
    sheet.set_row(0, 2 * _LINE)
    for row, line in enumerate(lines, 1):
        sheet.set_row(row, _height(line))
    _choices(sheet, lists, len(lines), owners)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


def _choices(sheet: Worksheet, lists: Worksheet, count: int, owners: Sequence[str]) -> None:
    """Lists to choose from; an owner may also be plain words, so that list only offers."""
    lists.write_string(0, 0, "Owners on record")
    for row, owner in enumerate(owners, 1):
        lists.write_string(row, 0, owner)
    place = {column.field: index for index, column in enumerate(COLUMNS)}
    rule = {"validate": "list", "source": list(STATUSES), "error_title": "Status", "error_message": "Choose one."}
    sheet.data_validation(1, place["status"], count + _SPARE, place["status"], rule)
    if owners:
        offered = {"validate": "list", "source": f"=Lists!$A$2:$A${len(owners) + 1}", "show_error": False}
        sheet.data_validation(1, place["owner"], count + _SPARE, place["owner"], offered)


def _height(line: Mapping[str, str]) -> float:
    """The height a row needs to show all its words: not every program works it out for itself."""
    tallest = max(
        sum(1 + len(part) // column.width for part in line[column.field].split("\n"))
        for column in COLUMNS
        if column.field != "stamp"
    )
    return min(_LINE * tallest, _TALLEST)


def _guarded(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) else cell
