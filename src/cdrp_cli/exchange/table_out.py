"""A finished table as a workbook to read and sort; no cell is a formula, and the same table gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from math import ceil

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.packed import MADE, packed
from cdrp_cli.exchange.sheet_out import OPTIONS

_WIDEST, _LINE, _TALLEST = 30, 15, 26
"""Letters across a column; points of a line; lines in a row, which no spreadsheet shows taller."""
_A3 = 8


def workbook(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], notes: Iterable[str]) -> bytes:
    """The rows under their headers, every cell text, and on a second sheet the notes, each in a row.

    Raises CdrpError where what writes workbooks is not installed.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise CdrpError(
            "Workbooks need an addition that is not installed: uv tool install 'cdrp-cli[sheets]' or pip install "
            "'cdrp-cli[sheets]'. Without it there is --format csv."
        ) from None
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": title, "created": MADE})
    sheet, about = book.add_worksheet(title), book.add_worksheet("About")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E3EAF1"})
    body = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    widths = [_width(header, [row[place] for row in rows]) for place, header in enumerate(headers)]
    for place, header in enumerate(headers):
        sheet.set_column(place, place, widths[place], body)
        sheet.write_string(0, place, header.capitalize(), head)
        for number, row in enumerate(rows, 1):
            sheet.write_string(number, place, row[place], body)
    for number, row in enumerate(rows, 1):
        lines = max(ceil(1.2 * len(cell) / width) for cell, width in zip(row, widths, strict=True))
        sheet.set_row(number, _LINE * min(_TALLEST, max(1, lines)))
    sheet.autofilter(0, 0, len(rows), len(headers) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    about.set_column(0, 0, 100, body)
    for number, note in enumerate(notes):
        about.write_string(number, 0, note, body)
    book.close()
    return packed(out.getvalue())


def _width(header: str, cells: Sequence[str]) -> int:
    """As wide as the longest word of the header and the longest cell ask for, up to the widest."""
    longest = max((len(cell) for cell in cells), default=0)
    least = max(len(word) for word in header.split()) + 5
    return min(_WIDEST, max(least, longest + 2))
