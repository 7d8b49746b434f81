"""The year planner for a terminal, for spreadsheets, for papers and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdrp_cli import __version__
from cdrp_cli.core.dates import say
from cdrp_cli.core.words import counted
from cdrp_cli.output.calendar import holidays_known
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.rules.forward_plan.year_planner import YearDay

FORMAT = "cdrp-new-meetings/1"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COLUMNS = (
    Column("day"),
    Column("weekday"),
    Column("state"),
    Column("meeting"),
    Column("clash", below=True, label="clash: "),
    Column("instead", below=True, label="free: "),
)
_STATES = {
    "free": "free",
    "clash": "clashes",
    "on-record": "on record",
    "gone-by": "gone by",
    "no-body": "not possible",
}


@dataclass(frozen=True, slots=True)
class Planner:
    """What is shown: the rule in words, the days, what the terms say, and the ids of the meetings written by day.

    `months_by` is empty where the months were named in the command; `timed`: so were the hours of a meeting.
    """

    body: str
    name: str
    year: int
    rule: str
    months: tuple[int, ...]
    months_by: str
    months_said: str
    days: tuple[YearDay, ...]
    beside_terms: str
    written: Mapping[date, str]
    today: date
    holidays_to: date
    timed: bool
    complete: bool


def sheet(plan: Planner) -> Sheet:
    """The days in their order, each with what stands against it."""
    rows = tuple(_cells(each, plan.written) for each in plan.days)
    blocks: list[Block] = [
        Heading(f"{plan.name} in {plan.year}: the {plan.rule} of {plan.months_said}", 1),
        Line(f"Months: {plan.months_by}; --months chooses others." if plan.months_by else "Months: those of --months."),
        Table("Days", _COLUMNS, rows),
        *(Line(text) for text in _said(plan)),
    ]
    return Sheet(tuple(blocks), _data(plan), f"Days before {say(plan.today)} are gone by.")


def _cells(each: YearDay, written: Mapping[date, str]) -> tuple[str, ...]:
    state = "written" if each.day in written else _STATES[each.state]
    instead = f"{each.instead.isoformat()}, {_apart(each.day, each.instead)}" if each.instead is not None else ""
    return (
        each.day.isoformat(),
        _WEEKDAYS[each.day.weekday()],
        state,
        written.get(each.day, each.meeting),
        "; ".join(each.against),
        "" if each.day in written else instead,
    )


def _apart(day: date, other: date) -> str:
    weeks = abs((other - day).days) // 7
    return f"{'a week' if weeks == 1 else f'{weeks} weeks'} {'earlier' if other < day else 'later'}"


def _said(plan: Planner) -> Iterator[str]:
    if plan.beside_terms:
        yield plan.beside_terms
    yield "Looked at: weekends, closed days, bank holidays, Christmas week, and the meetings on record."
    yield holidays_known(plan.days[-1].day, plan.holidays_to)
    if not plan.timed:
        yield "Without --start and --end every other meeting that day counts as a clash."
    free = sum(each.state == "free" for each in plan.days)
    clashing = sum(each.state == "clash" for each in plan.days)
    if plan.written:
        yield f"Written: {counted(len(plan.written), 'meeting')}."
    elif free:
        yield f"Nothing was written: repeat the command with --write to plan {_those(free)} free."
    else:
        yield "Nothing was written: none of the days is free." if clashing else "There is nothing to write."
    if clashing and not all(each.day in plan.written for each in plan.days if each.state == "clash"):
        them = "the one that clashes" if clashing == 1 else f"the {clashing} that clash"
        also = " too" if free else ""
        yield f"--write --even-so plans {them}{also}; cdrp new meeting {plan.body} DATE plans one on another day."


def _those(number: int) -> str:
    return "the 1 day that is" if number == 1 else f"the {number} days that are"


def _data(plan: Planner) -> dict[str, Any]:
    """For programs, `cdrp-new-meetings/1`: fields may be added, none renamed."""
    return {
        "format": FORMAT,
        "tool": __version__,
        "today": plan.today.isoformat(),
        "complete": plan.complete,
        "body": plan.body,
        "year": plan.year,
        "on": plan.rule,
        "months": list(plan.months),
        "holidays_known_to": plan.holidays_to.isoformat(),
        "days": [_day(each, plan.written) for each in plan.days],
        "written": [f"data/meetings/{ident}.yaml" for ident in plan.written.values()],
    }


def _day(each: YearDay, written: Mapping[date, str]) -> dict[str, Any]:
    return {
        "day": each.day.isoformat(),
        "state": each.state,
        "meeting": written.get(each.day, each.meeting) or None,
        "clashes": list(each.against),
        "instead": each.instead.isoformat() if each.instead is not None else None,
    }
