"""What meetings cost, in two years side by side, for a terminal, for spreadsheets, for papers and for programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from cdrp_cli.core.dates import say
from cdrp_cli.core.report import Report
from cdrp_cli.core.words import both, counted
from cdrp_cli.output.amount import change, said
from cdrp_cli.output.head import head
from cdrp_cli.output.sheet import Block, Heading, Line, Sheet
from cdrp_cli.output.table import Column, Table
from cdrp_cli.output.words import NO_ADVICE, dates_used, title
from cdrp_cli.rules.forward_plan.amount import Amount
from cdrp_cli.rules.forward_plan.load import AS_NEEDED, NOT_THERE, BodyLoad, Load, PartnerLoad

FORMAT = "cdrp-load/1"
_MOST_NAMED = 6
_HOUR = 60
_ALL = "all together"

Row = tuple[str, Amount, Amount]
"""A name, and its amount in the earlier and in the later year."""
Years = tuple[Load, Load]


class _List(NamedTuple):
    """One of the lists: its name in a CSV, its heading, and what its rows are of."""

    name: str
    heading: str
    of: str


def listing(earlier: Load, later: Load, assumed: tuple[str, ...], report: Report) -> Sheet:
    """The two loads and the difference; `assumed` names the terms on either day that nobody has seen."""
    years = (earlier, later)
    blocks = (
        Heading(f"{title(report)}: what meetings cost", 1),
        Line(dates_used(report.dates)),
        *([Line(f"Assumed, not seen: the terms of reference of {both(assumed)}.")] if assumed else []),
        Line(f"{_span(earlier)}, beside {_span(later)}."),
        *_by_terms(years),
        *_held(years),
        *_by_partner(years),
        *_foot(years, report),
    )
    return Sheet(blocks, _data(years, assumed, report), dates_used(report.dates))


def _span(year: Load) -> str:
    return f"{say(year.first)} to {say(year.last)}"


def _by_terms(years: Years) -> Iterator[Block]:
    rows = _bodies(years, lambda body: body.asked)
    yield from _table(
        _List("meetings asked for", "Meetings a year, by the terms of reference in force on each day", "body"),
        rows,
        years,
    )
    yield from _silent("How often these meet is not on record", rows)
    rows = _bodies(years, lambda body: body.called)
    yield from _table(
        _List("attendances asked for", "Attendances asked for: those meetings, times the members that day", "body"),
        rows,
        years,
    )


def _held(years: Years) -> Iterator[Block]:
    rows = _bodies(years, lambda body: body.held)
    yield from _table(_List("meetings held", "Meetings held in the twelve months to each day", "body"), rows, years)
    yield from _silent("No meeting of these is on record", rows)
    rows = _bodies(years, lambda body: body.duration)
    yield from _table(_List("hours", "Hours of meetings, from start to end", "body"), rows, years, _HOUR)
    rows = _bodies(years, lambda body: body.person_minutes)
    yield from _table(
        _List("person-hours", "Person-hours: the hours of each meeting, times the members there", "body"),
        rows,
        years,
        _HOUR,
    )


def _by_partner(years: Years) -> Iterator[Block]:
    rows = _partners(years, lambda partner: partner.attended)
    yield from _table(
        _List("meetings attended", "Meetings that each partner came to", "partner"), rows, years, total=False
    )
    yield from _silent("On no attendance list", rows)
    rows = _partners(years, lambda partner: partner.person_minutes)
    yield from _table(_List("person-hours", "Person-hours of each partner", "partner"), rows, years, _HOUR)


def _bodies(years: Years, of: Callable[[BodyLoad], Amount]) -> list[Row]:
    pairs = zip(years[0].bodies, years[1].bodies, strict=True)
    return [(one.name, of(one), of(other)) for one, other in pairs]


def _partners(years: Years, of: Callable[[PartnerLoad], Amount]) -> list[Row]:
    pairs = zip(years[0].partners, years[1].partners, strict=True)
    return [(one.name, of(one), of(other)) for one, other in pairs]


def _table(shows: _List, rows: list[Row], years: Years, unit: int = 1, *, total: bool = True) -> Iterator[Block]:
    """The rows that have something to show in either year, and all rows together."""
    yield Heading(shows.heading)
    told = [row for row in rows if _told(row)]
    if not told:
        yield Line("Nothing is on record.")
        return
    shown = [*told, (_ALL, *_totals(rows))] if total and len(rows) > 1 else told
    columns = (Column(shows.of), *(Column(year.last.isoformat()) for year in years), Column("change"))
    yield Table(shows.name, columns, tuple(_cells(row, unit) for row in shown))


def _told(row: Row) -> bool:
    """Whether either amount is more than nothing, or nothing for a reason that is a rhythm of its own."""
    return any(each.least or each.most or each.said == AS_NEEDED for each in row[1:])


def _silent(label: str, rows: list[Row]) -> Iterator[Block]:
    """The names of the others, but for those that were there in neither year."""
    names = [row[0] for row in rows if not _told(row) and not row[1].said == row[2].said == NOT_THERE]
    if names:
        yield Line(f"{label}: {both(names)}.")


def _totals(rows: list[Row]) -> tuple[Amount, Amount]:
    return Amount.total(one for _, one, _ in rows), Amount.total(other for _, _, other in rows)


def _cells(row: Row, unit: int) -> tuple[str, ...]:
    name, one, other = row
    return name, said(one, unit), said(other, unit), change(one, other, unit)


def _foot(years: Years, report: Report) -> Iterator[Block]:
    yield Heading("What to know")
    yield Line(
        "Held are meetings that took place, with or without a quorum; a decision by correspondence is no meeting. "
        "Members are counted with those who came in their place, from start to end, as far as the attendance lists go."
    )
    for year in years:
        yield from _gaps(year)
    if not all(year.whole and not (year.planned or year.no_hours or year.not_listed) for year in years):
        yield Line("At least: so much is on record, and more may have been. Cannot tell: the records leave it open.")
    if any(body.asked.said == AS_NEEDED for year in years for body in year.bodies):
        yield Line("Terms that let a body meet as needed ask for no number of meetings: it counts as none.")
    yield Line("Hours are shown in tenths, and added up in minutes: shown tenths may not add up.")
    yield Line("Who attended is for members: leave the partners out of what you publish.")
    if report.crashed:
        yield Line(f"Failed in the program: {', '.join(report.crashed)}.")
    if not report.complete:
        unread = f"; not read in full: {', '.join(report.unread)}" if report.unread else ""
        yield Line(f"The count is incomplete{unread}.")
    yield Line(NO_ADVICE)


def _gaps(year: Load) -> Iterator[Block]:
    """What is missing in the records of a year, and what was left out of its hours."""
    label = f"The year to {say(year.last)}"
    if not year.whole:
        yield Line("the records of meetings do not cover all of it, so numbers are the least they can be", label)
    if year.planned:
        yield Line(f"planned, and not recorded as held or called off: {_named(year.planned)}", label)
    if year.no_hours:
        yield Line(f"no start recorded or no end after it, so no hours counted: {_named(year.no_hours)}", label)
    if year.not_listed:
        yield Line(f"who came is not recorded, or not in full: {_named(year.not_listed)}", label)
    if year.not_counted:
        yield Line(
            f"people came {counted(year.not_counted, 'time')} in attendance, or for some items only; their hours are"
            " not counted",
            label,
        )


def _named(meetings: tuple[str, ...]) -> str:
    """The first of them by id, and how many more."""
    more = len(meetings) - _MOST_NAMED
    shown = meetings[:_MOST_NAMED] if more > 1 else meetings
    return ", ".join(shown) + (f" and {more} more" if more > 1 else "")


def _data(years: Years, assumed: tuple[str, ...], report: Report) -> dict[str, Any]:
    """For programs, `cdrp-load/1`: fields may be added, none renamed. Pairs hold the earlier year, then the later."""
    bodies = zip(years[0].bodies, years[1].bodies, strict=True)
    partners = zip(years[0].partners, years[1].partners, strict=True)
    return head(report, FORMAT) | {
        "assumed_terms": list(assumed),
        "years": [_year(year) for year in years],
        "bodies": [_pair(*pair, _OF_BODY) for pair in bodies],
        "partners": [_pair(*pair, _OF_PARTNER) for pair in partners],
    }


_OF_BODY = ("asked", "members", "called", "held", "duration", "person_minutes")
_OF_PARTNER = ("attended", "person_minutes")


def _year(year: Load) -> dict[str, Any]:
    return {
        "from": year.first.isoformat(),
        "to": year.last.isoformat(),
        "whole": year.whole,
        "planned": list(year.planned),
        "no_hours": list(year.no_hours),
        "not_listed": list(year.not_listed),
        "not_counted": year.not_counted,
    }


def _pair(one: BodyLoad | PartnerLoad, other: BodyLoad | PartnerLoad, fields: Iterable[str]) -> dict[str, Any]:
    amounts = {name: [_amount(getattr(one, name)), _amount(getattr(other, name))] for name in fields}
    return {"id": one.id, "name": one.name, **amounts}


def _amount(amount: Amount) -> dict[str, Any]:
    return {"least": amount.least, "most": amount.most, "said": amount.said or None}
