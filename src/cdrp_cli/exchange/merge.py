"""What a table would change: compared with the records, and with what went out where a line bears a stamp."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cdrp_cli.core.words import both
from cdrp_cli.exchange.answers import Asked, Held
from cdrp_cli.exchange.columns import CHECKLIST, FIELDS
from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.headings import Headed
from cdrp_cli.exchange.lines import Line, lines_of, once_each
from cdrp_cli.exchange.stamps import digest
from cdrp_cli.exchange.values import UnclearError, day_at_end, understood


@dataclass(frozen=True)
class RowChange:
    """The cells of a row that would change, with what they say now and would say; `held` is None for a first answer."""

    ref: str
    where: str
    held: Held | None
    cells: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Merge:
    """What can be written, what was changed on both sides and is not, and what was not understood."""

    changes: tuple[RowChange, ...]
    conflicts: tuple[Doubt, ...]
    doubts: tuple[Doubt, ...]


class ConflictError(Exception):
    """A line that cannot be written, with the reason."""


def gathered(
    tables: Sequence[Headed], known: Mapping[str, object], held: Counter[str]
) -> tuple[list[Line], list[Doubt]]:
    """The lines of all tables, each row's once, and all that is doubtful in them."""
    lines: list[Line] = []
    doubts: list[Doubt] = []
    for table in tables:
        found, unclear = lines_of(table, known)
        lines += [_with_day(line) for line in found] if table.dated else found
        doubts += unclear
    lines, twice = once_each(lines, held)
    return lines, doubts + twice


def merge(tables: Sequence[Headed], rows: Mapping[str, Asked], answers: Sequence[Held]) -> Merge:
    """Compares every line of the tables with the answers on record."""
    known = dict.fromkeys([*rows, *(answer.ref for answer in answers)])
    lines, doubts = gathered(tables, known, Counter(answer.ref for answer in answers))
    changes, conflicts = [], []
    for line in lines:
        try:
            target = _target(line, [answer for answer in answers if answer.ref == line.ref])
            wanted = _wanted(line, target, doubts)
        except ConflictError as conflict:
            conflicts.append(Doubt(line.where, f"{line.ref}: {conflict}", "export anew and make the change there"))
            continue
        if wanted:
            changes.append(RowChange(line.ref, line.where, target, wanted))
    return Merge(tuple(changes), tuple(conflicts), tuple(doubts))


def _with_day(line: Line) -> Line:
    """The line with the day that its position ends in."""
    day = day_at_end(line.cells.get("position", ""))
    return Line(line.ref, line.where, {**line.cells, "as_at": day}, line.base) if day else line


def _target(line: Line, answers: list[Held]) -> Held | None:
    """The answer that the line is about: the one it went out from, where a row is answered more than once."""
    base = line.base
    if base is not None:
        same = [each for each in answers if all(digest(each.cells[field]) == base[field] for field in FIELDS)]
        if len(same) == 1:
            return same[0]
        if not _edited(line):
            return answers[0] if answers else None
    if len(answers) > 1:
        raise ConflictError("the row is answered more than once, and which answer is meant cannot be told")
    if not answers and base is not None and any(part != digest("") for part in base.values()):
        raise ConflictError("the answer was taken out of the records since the table was written")
    return answers[0] if answers else None


def _edited(line: Line) -> list[str]:
    """The fields changed in the table since it was written; of a line without a stamp all that say anything."""
    if line.base is None:
        return [field for field, cell in line.cells.items() if cell.strip()]
    return [field for field, cell in line.cells.items() if digest(cell) != line.base[field]]


def _wanted(line: Line, target: Held | None, doubts: list[Doubt]) -> dict[str, tuple[str, str]]:
    """The cells to be changed; ConflictError where the answer was changed in the records as well."""
    now = target.cells if target is not None else dict.fromkeys(FIELDS, "")
    wanted = {}
    for field, said in _said(line, now, doubts):
        if said != now[field] and (line.base is not None or said.split() != now[field].split()):
            wanted[field] = (now[field], said)
    if wanted and line.base is not None:
        moved = [field for field in FIELDS if digest(now[field]) != line.base[field]]
        if moved:
            raise ConflictError(f"changed on both sides: in the records {both(moved)}, in the table {both([*wanted])}")
    return wanted


def _said(line: Line, now: Mapping[str, str], doubts: list[Doubt]) -> Iterator[tuple[str, str]]:
    """What the edited cells mean; one that is not clear is a doubt."""
    for field in _edited(line):
        cell = line.cells[field] if line.base is not None else line.cells[field].strip()
        try:
            yield field, understood(CHECKLIST.by_field[field], cell, now[field]) if cell else ""
        except UnclearError as unclear:
            doubts.append(Doubt(line.where, f"{line.ref}, {field}: {unclear.message}", unclear.help))
