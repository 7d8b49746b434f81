"""One table for every command that lists: as text that fits a terminal, as CSV, as Markdown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from cdrp_cli.output.ink import Ink
from cdrp_cli.output.plain import one_line, wrapped

_GAP = 2
_AS_ABOVE = "as above"
_MARKUP = re.compile(r"([\\`*_\[\]<>|~]|&(?=#?\w+;))")
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one that stands `below` has, in text, a line of its own under each row, with `label` before it."""

    header: str
    below: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain words, as many in each as there are columns; `caption` says what they are."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self, width: int | None, ink: Ink) -> list[str]:
        """The table in lines no wider than `width`, words kept whole; nothing is wrapped where it is None."""
        beside = [index for index, column in enumerate(self.columns) if not column.below]
        cells = [[one_line(row[index]) for index in beside] for row in self.rows]
        headers = [self.columns[index].header for index in beside]
        widths = _fitted([headers, *cells], width)
        if widths is None:
            return list(self._records(width))
        head = [ink.bold(line) for line in _laid(headers, widths)]
        lines = [*head, "  ".join("-" * each for each in widths)]
        last: dict[int, str] = {}
        for row, shown in zip(self.rows, cells, strict=True):
            lines += _laid(shown, widths)
            lines += self._below(row, last, width)
        return lines

    def _below(self, row: tuple[str, ...], last: dict[int, str], width: int | None) -> Iterator[str]:
        """What stands under the row; what the row before said in the same words is not said again."""
        for index, column in enumerate(self.columns):
            if column.below and row[index]:
                same = last.get(index) == row[index] and len(row[index]) > len(_AS_ABOVE) * 2
                yield from wrapped(_AS_ABOVE if same else row[index], width, "    ", column.label)
            if column.below:
                last[index] = row[index]

    def _records(self, width: int | None) -> Iterator[str]:
        """Each row as a list of its cells, for a terminal too narrow for columns."""
        for row in self.rows:
            for index, (column, cell) in enumerate(zip(self.columns, row, strict=True)):
                if cell:
                    yield from wrapped(cell, width, "" if index == 0 else "  ", f"{column.header}: ")

    def markdown(self) -> list[str]:
        """The table in the lines of a Markdown table."""
        headers = [column.header for column in self.columns]
        lines = [headers, ["---"] * len(headers), *([escaped(cell) for cell in row] for row in self.rows)]
        return [f"| {' | '.join(line)} |" for line in lines]


def csv_text(tables: Iterable[Table]) -> str:
    """The tables as one CSV; where there are several, the first column says which, and each fills its own columns.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    kept = tuple(tables)
    several = len(kept) > 1
    headers = list(dict.fromkeys(column.header for table in kept for column in table.columns))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(["list"] if several else []), *headers])
    for table in kept:
        names = [column.header for column in table.columns]
        for row in table.rows:
            cells = dict(zip(names, row, strict=True))
            found = [_guarded(one_line(cells.get(header, ""))) for header in headers]
            writer.writerow([*([table.caption] if several else []), *found])
    return out.getvalue()


def escaped(text: str) -> str:
    """Words for Markdown, where none of their signs is markup."""
    return _MARKUP.sub(r"\\\1", one_line(text))


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _fitted(lines: list[list[str]], width: int | None) -> list[int] | None:
    """How wide each column is: the widest shrink first, none below its longest word; None where that is too wide."""
    columns = list(zip(*lines, strict=True))
    widths = [max(len(cell) for cell in column) for column in columns]
    if width is None:
        return widths
    least = [max(len(word) for cell in column for word in [*cell.split(), ""]) for column in columns]
    while sum(widths) + _GAP * (len(widths) - 1) > width:
        loose = [index for index, each in enumerate(widths) if each > least[index]]
        if not loose:
            return None
        widths[max(loose, key=lambda index: widths[index])] -= 1
    return widths


def _laid(cells: list[str], widths: list[int]) -> list[str]:
    """One row over as many lines as its tallest cell needs."""
    columns = [
        wrap(cell, width, break_long_words=False, break_on_hyphens=False) or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    height = max(len(column) for column in columns)
    filled = [[*column, *[""] * (height - len(column))] for column in columns]
    rows = zip(*filled, strict=True)
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
