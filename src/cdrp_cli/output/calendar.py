"""The forward plan for a terminal, for spreadsheets, for papers and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import counted
from cdrp_cli.output.head import head
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import NO_ADVICE, assumed_terms, dates_used, title
from cdrp_cli.rules.forward_plan.planned import ForwardPlan, Planned

FORMAT = "cdrp-calendar/1"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_COLUMNS = (
    Column("day"),
    Column("weekday"),
    Column("time"),
    Column("kind"),
    Column("body"),
    Column("what", below=True),
    Column("ref", below=True, label="see: "),
    Column("working", below=True, label="- "),
    Column("clash", below=True, label="clash: "),
)


def listing(plan: ForwardPlan, report: Report) -> Sheet:
    """What the days hold in their order, after what was to be done before today."""
    blocks = (
        Heading(f"{title(report)}: forward plan", 1),
        Line(dates_used(report.dates)),
        *([Line(assumed)] if (assumed := assumed_terms(report)) else []),
        Line(_in_short(plan)),
        *_part("Past their day", plan.passed),
        *_part(f"From {say(plan.first)} to {say(plan.last)}", plan.ahead),
        *_foot(plan, report),
    )
    return Sheet(blocks, _data(plan, report), dates_used(report.dates))


def _in_short(plan: ForwardPlan) -> str:
    """How many days of what, and how many of them clash."""
    meetings = sum(each.kind == "meeting" for each in plan.ahead)
    clashing = sum(bool(each.clashes) for each in plan.ahead)
    span = f"{say(plan.first)} to {say(plan.last)}"
    entries = counted(len(plan.ahead), "entry", "entries")
    return (
        f"{span}: {entries}, {counted(meetings, 'meeting')} among them; {clashing or 'none'} with a clash;"
        f" {len(plan.passed) or 'nothing'} left from before today."
    )


def _part(heading: str, rows: Iterable[Planned]) -> Iterator[Block]:
    cells = tuple(_cells(each) for each in rows)
    if cells:
        yield Heading(heading)
        yield Table(heading, _COLUMNS, cells)


def _cells(each: Planned) -> tuple[str, ...]:
    return (
        each.day.isoformat(),
        _WEEKDAYS[each.day.weekday()],
        each.time,
        each.kind.replace("-", " "),
        ", ".join(each.bodies),
        each.what,
        each.ref,
        each.working,
        "; ".join(each.clashes),
    )


def _foot(plan: ForwardPlan, report: Report) -> Iterator[Block]:
    yield Heading("What to know")
    yield Line(holidays_known(plan.last, plan.holidays_to))
    yield Line(
        "Only meetings on record are shown: what the terms of reference promise and nobody has planned is not. Duties "
        "that bind others are left out: cdrp duties lists them."
    )
    if report.crashed:
        yield Line(f"Failed in the program: {', '.join(report.crashed)}.")
    if not report.complete:
        unread = f"; not read in full: {', '.join(report.unread)}" if report.unread else ""
        yield Line(f"The plan is incomplete{unread}.")
    yield Line(NO_ADVICE)


def holidays_known(last: date, known_to: date) -> str:
    """How far bank holidays are known, and what that means for a plan that reaches further."""
    known = f"Bank holidays are known to {say(known_to)}."
    if last <= known_to:
        return known
    return f"{known} Days after it are counted as if there were none: name the ones you know under closed_days."


def _data(plan: ForwardPlan, report: Report) -> dict[str, Any]:
    """For programs, `cdrp-calendar/1`: fields may be added, none renamed."""
    return head(report, FORMAT) | {
        "from": plan.first.isoformat(),
        "to": plan.last.isoformat(),
        "holidays_known_to": plan.holidays_to.isoformat(),
        "ahead": [_entry(each) for each in plan.ahead],
        "passed": [_entry(each) for each in plan.passed],
    }


def _entry(each: Planned) -> dict[str, Any]:
    return {
        "day": each.day.isoformat(),
        "time": each.time or None,
        "kind": each.kind,
        "what": each.what,
        "ref": each.ref,
        "bodies": list(each.bodies),
        "working": each.working or None,
        "clashes": list(each.clashes),
    }
