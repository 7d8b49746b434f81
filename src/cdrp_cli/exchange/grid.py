"""What is read of a file from outside: grids of text, and what in them cannot be taken as it stands."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from cdrp_cli.core.errors import CdrpError

LARGEST, UNPACKED = 5_000_000, 60_000_000
"""Bytes of a file, and of all that is packed in it."""
MOST_ROWS, MOST_COLUMNS = 2000, 60
LOOKED_AT = 10
"""How many rows are searched for the headings: a title or two may stand above them."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was not understood, or taken with a question: where, what, and what to do about it."""

    where: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt on a cell of a grid, both positions counted from 0."""

    row: int
    column: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells; None is a cell that cannot be taken, for a reason that a remark tells."""

    name: str
    rows: tuple[tuple[str | None, ...], ...]
    remarks: tuple[Remark, ...] = ()

    def where(self, row: int, column: int | None = None) -> str:
        """The place in words, counted from 1: `sheet Checklist, row 5, column D`."""
        place = f"{self.name}, row {row + 1}"
        return place if column is None else f"{place}, column {letters(column)}"


def letters(column: int) -> str:
    """The column as a spreadsheet names it, counted from 0: `A`, `Z`, `AA`."""
    name = ""
    while column >= 0:
        column, place = divmod(column, 26)
        name, column = chr(65 + place) + name, column - 1
    return name


def checked_archive(data: bytes, what: str) -> zipfile.ZipFile:
    """The file opened, once it is known to be sound and no larger inside than it should be."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if sum(info.file_size for info in archive.infolist()) > UNPACKED:
            raise CdrpError(
                f"the file unpacks to more than {UNPACKED // 1_000_000} MB: a table to fill in is far smaller"
            )
        damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError, ValueError):
        raise CdrpError(f"the file is no {what}, or it is damaged or has a password: save it again") from None
    if damaged is not None:
        raise CdrpError(f"the file is damaged ({damaged}): save it again")
    return archive


def held_small(rows: int, columns: int, name: str) -> None:
    """Refuses a table larger than any that goes out."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS:
        most = f"{MOST_ROWS} rows and {MOST_COLUMNS} columns are the most"
        raise CdrpError(f"{name} reaches to row {rows} and column {columns}, or further: {most}")
