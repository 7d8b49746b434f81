"""The checklist as a table in Word: across the page, its header row repeated; the same records give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from cdrp_cli.exchange.columns import COLUMNS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, so that the same records give the same file
_ZIPPED = (2000, 1, 1, 0, 0, 0)


def docx_bytes(lines: Sequence[Mapping[str, str]], title: str) -> bytes:
    """The document with its one table."""
    import docx

    document = docx.Document()
    _set_up(document, title)
    document.add_heading(title, 1)
    table = document.add_table(rows=len(lines) + 1, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    grid = [row.cells for row in table.rows]
    total = sum(column.width for column in COLUMNS)
    width = document.sections[0].page_width or 0
    for place, column in enumerate(COLUMNS):
        part = docx.shared.Emu(int(width * 0.92 * column.width / total))
        table.columns[place].width = part
        _fill(grid[0][place], column.heading, part, 7, bold=True)
        for row, line in enumerate(lines, 1):
            _fill(grid[row][place], line[column.field], part, 3 if column.field == "stamp" else 7)
    _repeat(table.rows[0]._tr)  # noqa: SLF001 - the library has no word for it
    out = io.BytesIO()
    document.save(out)
    return _fixed(out.getvalue())


def _set_up(document: Document, title: str) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm

    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(420), Mm(297)
    page.left_margin = page.right_margin = Mm(15)
    about = document.core_properties
    about.title, about.author, about.comments, about.language = title, "", "", "en-GB"
    about.created = about.modified = _MADE
    document.styles["Normal"].font.name = "Arial"
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _fill(cell: _Cell, text: str, width: Any, size: int, *, bold: bool = False) -> None:
    from docx.shared import Pt

    cell.width = width
    run = cell.paragraphs[0].add_run(text)
    run.font.size, run.bold = Pt(size), bold


def _repeat(row: Any) -> None:
    """Marks the row as a header that each page repeats."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fixed(data: bytes) -> bytes:
    """The same file without the hour it was packed at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            member = zipfile.ZipInfo(info.filename, _ZIPPED)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(info))
    return out.getvalue()
