"""The lines of an agenda: business by its agenda numbers, who is wanted for it, how long it takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cdrp_cli.core.words import both
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.views.closed import closed_item, exempt_of, marking, public_title
from cdrp_cli.rendering.views.words import Names

_FOR = {"decide": "Decision", "discuss": "Discussion", "note": "Information"}
_SOURCE = {
    "crime-data": "From crime data",
    "neighbourhood-panel": "From a Neighbourhood Panel",
    "arising": "Matter arising",
    "referral": "Referred by another body",
}
_NUMBER = re.compile(r"(\d+)([a-z]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """One item; `notes` stand below its title, `time` is in minutes."""

    number: str
    title: str
    purpose: str = ""
    time: int | None = None
    marking: str = ""
    notes: tuple[str, ...] = ()
    closed: bool = False


def lines(partnership: Partnership, meeting: Meeting, *, public: bool) -> tuple[Line, ...]:
    """The business by agenda number; in the order of the record where an item has none."""
    items = sorted(meeting.items, key=_place) if all(_numbered(each) for each in meeting.items) else meeting.items
    make = _for_public if public else _for_members
    return tuple(make(partnership, meeting, item) for item in items)


def allotted(found: Iterable[Line]) -> int:
    """The minutes of time that the lines are given in all."""
    return sum(line.time or 0 for line in found)


def room(meeting: Meeting) -> int | None:
    """The minutes from the start of the meeting to its end; None where one is not on record."""
    if meeting.start is None or meeting.end is None:
        return None
    return (_minutes(meeting.end) - _minutes(meeting.start)) % (24 * 60)


def _for_public(partnership: Partnership, meeting: Meeting, item: Item) -> Line:
    number, title = item.number or "", public_title(partnership, item)
    if closed_item(partnership, item):
        told = marking(partnership.body(meeting.body), exempt_of(partnership, item))
        return Line(number, title, marking=told, closed=True)
    notes = (*_duty(partnership, meeting, item), *_late(item))
    return Line(number, title, _FOR.get(item.purpose or "", ""), item.allotted, notes=notes)


def _for_members(partnership: Partnership, meeting: Meeting, item: Item) -> Line:
    names, closed = Names(partnership), closed_item(partnership, item)
    return Line(
        item.number or "",
        item.title,
        _FOR.get(item.purpose or "", ""),
        item.allotted,
        marking(partnership.body(meeting.body), exempt_of(partnership, item)) if closed else "",
        (
            *_report(partnership, item),
            *_source(item, names),
            *_duty(partnership, meeting, item),
            *_late(item),
            *_table(item, names),
        ),
        closed,
    )


def _report(partnership: Partnership, item: Item) -> tuple[str, ...]:
    paper = partnership.paper(item.paper) if item.paper is not None else None
    return (f"Report: {paper.title}",) if paper is not None else ()


def _source(item: Item, names: Names) -> tuple[str, ...]:
    """Where it comes from, and what it goes back to; of a referral both in one line."""
    raised = (f"Raised by {names.partner(item.raised_by)}",) if item.raised_by is not None else ()
    back = tuple(names.cited(each) for each in item.refers_to)
    if item.source == "referral" and back:
        return (*raised, f"Referred by another body: see {both([f'{each[0].lower()}{each[1:]}' for each in back])}")
    source = (_SOURCE[item.source],) if item.source in _SOURCE else ()
    return (*raised, *source, *(f"See: {each}" for each in back))


def _duty(partnership: Partnership, meeting: Meeting, item: Item) -> tuple[str, ...]:
    """The duty that the item discharges, unless its title says so, with its source on the day of the meeting."""
    profile = partnership.profile
    duty = catalogue().duties.get(item.duty) if item.duty is not None else None
    if duty is None or profile is None:
        return ()
    version = duty.on(profile.nation, meeting.day)
    source = version.citation if version is not None else ""
    if item.title == duty.title:
        return (f"Statutory: {source}" if source else "Statutory",)
    return (f"Statutory: {duty.title}" + (f" ({source})" if source else ""),)


def _late(item: Item) -> tuple[str, ...]:
    return (f"Late item: {item.late.reason}",) if item.late is not None else ()


def _table(item: Item, names: Names) -> tuple[str, ...]:
    presents = (f"Presented by {names.post(item.presenter)}",) if item.presenter is not None else ()
    wanted = "; ".join(names.partner(each) for each in item.partners)
    return (*presents, *((f"At the table: {wanted}",) if wanted else ()))


def _numbered(item: Item) -> bool:
    return _NUMBER.fullmatch(item.number or "") is not None


def _place(item: Item) -> tuple[int, str]:
    found = _NUMBER.fullmatch(item.number or "")
    return (int(found[1]), found[2]) if found is not None else (0, "")


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
