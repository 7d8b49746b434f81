"""The kinds of file a table goes out in and comes back from, told by the ending of the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from cdrp_cli.core.errors import CdrpError
from cdrp_cli.exchange.csv_in import csv_grids
from cdrp_cli.exchange.grid import LARGEST, Grid
from cdrp_cli.exchange.layout import Layout
from cdrp_cli.exchange.sheet_in import xlsx_grids
from cdrp_cli.exchange.sheet_out import csv_bytes, xlsx_bytes
from cdrp_cli.exchange.word_in import docx_grids
from cdrp_cli.exchange.word_out import docx_bytes

FORMATS = ("xlsx", "csv", "docx")
_READERS = {"xlsx": xlsx_grids, "csv": csv_grids, "docx": docx_grids}


def made(
    form: str,
    layout: Layout,
    lines: Sequence[Mapping[str, str]],
    title: str,
    owners: Sequence[str] = (),
    notes: Sequence[str] = (),
) -> bytes:
    """The table as a file of that kind; owners to choose from and notes on how to answer go with a workbook."""
    try:
        if form == "xlsx":
            return xlsx_bytes(layout, lines, title, owners, notes)
        return csv_bytes(layout, lines) if form == "csv" else docx_bytes(layout, lines, title)
    except ImportError:
        raise _missing(form) from None


def grids(name: str, data: bytes) -> tuple[Grid, ...]:
    """The tables in a file; its name says of which kind it is."""
    form = PurePath(name).suffix[1:].lower()
    if form not in _READERS:
        raise CdrpError(f"{name}: a table is read from a file that ends in .xlsx, .csv or .docx: save it as one")
    if len(data) > LARGEST:
        raise CdrpError(f"{name} is larger than {LARGEST // 1_000_000} MB: a table to fill in is far smaller")
    if not data.strip():
        raise CdrpError(f"{name} is empty: save the table again")
    try:
        return _READERS[form](data)
    except ImportError:
        raise _missing(form) from None


def _missing(form: str) -> CdrpError:
    return CdrpError(
        f"Files in {form} need an addition that is not installed: uv tool install 'cdrp-cli[sheets]' or pip install "
        "'cdrp-cli[sheets]'. Without it there is --format csv."
    )
