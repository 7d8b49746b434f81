"""A table to fill in, in Word: across the page, its header row repeated; the same records give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cdrp_cli.exchange.layout import Layout
from cdrp_cli.exchange.packed import LANGUAGE, MADE, packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell


def docx_bytes(layout: Layout, lines: Sequence[Mapping[str, str]], title: str) -> bytes:
    """The document with its one table."""
    import docx

    document = docx.Document()
    _set_up(document, title)
    document.add_heading(title, 1)
    table = document.add_table(rows=len(lines) + 1, cols=len(layout.columns))
    table.style = "Table Grid"
    table.autofit = False
    grid = [row.cells for row in table.rows]
    total = sum(column.width for column in layout.columns)
    width = document.sections[0].page_width or 0
    for place, column in enumerate(layout.columns):
        part = docx.shared.Emu(int(width * 0.92 * column.width / total))
        table.columns[place].width = part
        _fill(grid[0][place], column.heading, part, 7, bold=True)
        for row, line in enumerate(lines, 1):
            _fill(grid[row][place], line[column.field], part, 3 if column.field == "stamp" else 7)
    _repeat(table.rows[0]._tr)  # noqa: SLF001 - the library has no word for it
    out = io.BytesIO()
    document.save(out)
    return packed(out.getvalue())


def _set_up(document: Document, title: str) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(420), Mm(297)
    page.left_margin = page.right_margin = Mm(15)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title, "", "", LANGUAGE
    about.created = about.modified = MADE
    document.styles["Normal"].font.name = "Arial"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _fill(cell: _Cell, text: str, width: Any, size: int, *, bold: bool = False) -> None:
    from docx.shared import Pt

    cell.width = width
    run = cell.paragraphs[0].add_run(text)
    run.font.size, run.bold = Pt(size), bold


def _repeat(row: Any) -> None:
    """Marks the row as a header that each page repeats."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
