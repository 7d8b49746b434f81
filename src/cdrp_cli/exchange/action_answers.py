"""What a table says of actions: compared with the records, and with what went out where a line bears a stamp."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from cdrp_cli.core.dates import parse_day, say
from cdrp_cli.core.words import both
from cdrp_cli.exchange.columns import ACTIONS
from cdrp_cli.exchange.grid import Doubt
from cdrp_cli.exchange.headings import Headed
from cdrp_cli.exchange.lines import Line
from cdrp_cli.exchange.merge import ConflictError, Merge, RowChange, gathered
from cdrp_cli.exchange.sheet_out import LONGEST
from cdrp_cli.exchange.stamps import digest
from cdrp_cli.exchange.target import named
from cdrp_cli.exchange.values import UnclearError, understood
from cdrp_cli.records.follow_up import Followed, State, exempt_item
from cdrp_cli.records.minuted import Minuted

_STATES: Mapping[str, State] = {each: each for each in get_args(State)}
_SHOWN_AS = {"owned": "owner"}
_AGAIN = "write the table anew, and have it answered again"


@dataclass(frozen=True, slots=True)
class Heard:
    """An answer as the record would hold it: `status` as it is told, or open where only a day or words are."""

    status: State
    on: date | None
    due: date | None
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What answers are compared with: each action, its cells as they would go out now, the item, and today."""

    actions: Mapping[str, Followed]
    cells: Mapping[str, Mapping[str, str]]
    target: Minuted
    today: date


def answers(tables: Sequence[Headed], asked: Asked) -> Merge:
    """What every line of the tables would have minuted; a line with one doubtful cell is not taken at all."""
    lines, doubts = gathered(tables, asked.actions, Counter())
    changes, conflicts = [], []
    for line in lines:
        action = asked.actions[line.ref]
        try:
            said = _said(line, action)
            if _minuted_already(said, action, asked.target):
                continue
            said = {field: text for field, text in said.items() if field != "new_due" or text != _due(action)}
            if said:
                _unchanged(line, asked.cells[line.ref])
                _alone(action, asked.target)
                _sound(said, action, asked)
                changes.append(RowChange(line.ref, line.where, None, _cells(said, action)))
        except UnclearError as unclear:
            doubts.append(Doubt(line.where, f"{line.ref}: {unclear.message}", unclear.help))
        except ConflictError as conflict:
            conflicts.append(Doubt(line.where, f"{line.ref}: {conflict}", _AGAIN))
    return Merge(tuple(changes), tuple(conflicts), tuple(doubts))


def heard(said: Mapping[str, str]) -> Heard:
    """The answer that the cells of a line give."""
    status = _STATES[said.get("new_status", "open")]
    on, due = (parse_day(said[field]) if field in said else None for field in ("done_on", "new_due"))
    return Heard(status, on, due, said.get("progress", ""))


def _said(line: Line, action: Followed) -> dict[str, str]:
    """What the cells that were filled in mean; UnclearError where that is not clear of one of them."""
    if line.lost:
        lost = both([ACTIONS.by_field[field].heading for field in line.lost])
        raise UnclearError(f"{lost} cannot be read, so nothing of the line is taken", "mend it, then import again")
    said = {}
    for field, cell in line.cells.items():
        if cell.strip():
            column = ACTIONS.by_field[field]
            try:
                said[field] = understood(column, cell.strip(), _due(action) if field == "new_due" else "")
            except UnclearError as unclear:
                raise UnclearError(f"{column.heading}: {unclear.message}", unclear.help) from None
    return said


def _due(action: Followed) -> str:
    return action.due.isoformat() if action.due is not None else ""


def _minuted_already(said: Mapping[str, str], action: Followed, target: Minuted) -> bool:
    """Whether the meeting has heard just this: the table was written to the records before."""
    told = heard(said)
    return any(
        each.minuted.meeting.id == target.meeting.id
        and Heard(each.update.status, each.update.on, each.update.due, (each.update.text or "").strip()) == told
        for each in action.updates
    )


def _unchanged(line: Line, cells: Mapping[str, str]) -> None:
    """ConflictError where the action is not any more what the line was asked of."""
    if line.base is None:
        return
    moved = [field for field in ACTIONS.stamped if digest(cells[field]) != line.base[field]]
    if moved:
        called = both([ACTIONS.by_field[_SHOWN_AS.get(field, field)].heading for field in moved])
        raise ConflictError(f"changed in the records since the table was written: {called}")


def _alone(action: Followed, target: Minuted) -> None:
    """ConflictError where the meeting, or one after it, has spoken of the action in other words."""
    day = target.meeting.date
    for each in action.updates:
        there = each.minuted.meeting
        if there.id == target.meeting.id:
            raise ConflictError(f"{there.id} has heard of it already, and says {each.update.status}")
        if there.date > day:
            raise ConflictError(f"{there.id}, after this meeting, says {each.update.status}")


def _sound(said: Mapping[str, str], action: Followed, asked: Asked) -> None:
    """UnclearError where the answer contradicts itself, the records or the calendar."""
    told, meeting = heard(said), asked.target.meeting
    if meeting.date < action.raised_on:
        fact = f"raised on {say(action.raised_on)}, after the meeting of {say(meeting.date)}"
        raise UnclearError(fact, "name a later meeting with --meeting")
    if exempt_item(action.partnership, asked.target.item) and not action.exempt:
        fact = f"{named(asked.target)} is exempt, and would close the action to the public"
        raise UnclearError(fact, "name an open item with --item")
    if not action.open:
        raise UnclearError(f"is {action.status} already", "what is still to be done is a new action of a meeting")
    if told.on is not None and told.status != "done":
        raise UnclearError("Done on has a day, and New status does not say done", "choose done, or empty Done on")
    if told.status == "done":
        _done(told, action, asked)
    elif told.due is not None and told.due <= asked.today:
        raise UnclearError(
            f"New last day: {say(told.due)} is not after {say(asked.today)}", "agree a day that lies ahead"
        )
    if told.due is not None and told.status != "open":
        raise UnclearError(f"{told.status}, and a new last day all the same", "keep the one that is meant")
    if len(told.text) > LONGEST:
        raise UnclearError(f"Progress has {len(told.text)} letters", f"keep to {LONGEST}, as a cell of a workbook does")


def _done(told: Heard, action: Followed, asked: Asked) -> None:
    day, meeting = told.on, asked.target.meeting.date
    if day is None:
        raise UnclearError("done, but not on which day", "write the day under Done on")
    if day < action.raised_on:
        fact = f"done on {say(day)}, before it was raised on {say(action.raised_on)}"
        raise UnclearError(fact, "see which day is meant")
    if day > asked.today:
        raise UnclearError(f"done on {say(day)}, which is still to come", "see which day is meant")
    if day > meeting:
        fact = f"done on {say(day)}, of which the meeting of {say(meeting)} cannot have heard"
        raise UnclearError(fact, "name a later meeting with --meeting")


def _cells(said: Mapping[str, str], action: Followed) -> dict[str, tuple[str, str]]:
    """What the record says now and would say, cell by cell."""
    now = {"new_status": action.status, "new_due": _due(action)}
    return {field: (now.get(field, ""), text) for field, text in said.items()}
