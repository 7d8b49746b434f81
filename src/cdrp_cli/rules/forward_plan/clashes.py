"""What stands against the day of a meeting: not worked in, Christmas week, or another meeting at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.words import both
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays

_CHRISTMAS_EVE, _NEW_YEAR = (12, 24), (1, 1)


def clashes(meeting: Meeting, partnership: Partnership, days: WorkingDays) -> tuple[str, ...]:
    """What the day of the meeting clashes with, each in a few words."""
    return tuple(_of(meeting, partnership, days))


def not_worked(day: date, days: WorkingDays) -> str:
    """`falls on a Saturday`, `falls on Good Friday`, `falls on a closed day`; empty for a working day."""
    why = days.why_not(day)
    if not why:
        return ""
    if why == "closed":
        return "falls on a closed day"
    return f"falls on a {why}" if day.weekday() > 4 else f"falls on a bank holiday, {why}"


def _of(meeting: Meeting, partnership: Partnership, days: WorkingDays) -> Iterator[str]:
    if closed := not_worked(meeting.day, days):
        yield closed
    elif _in_christmas_week(meeting.day):
        yield "in Christmas week"
    for other in partnership.meetings:
        same_day = other is not meeting and other.day == meeting.day
        if same_day and other.status not in ("cancelled", "moved") and other.how != "correspondence":
            yield from _with(meeting, other, partnership)


def _in_christmas_week(day: date) -> bool:
    """From Christmas Eve to New Year's Day: worked in, but few are there."""
    return (day.month, day.day) >= _CHRISTMAS_EVE or (day.month, day.day) == _NEW_YEAR


def _with(meeting: Meeting, other: Meeting, partnership: Partnership) -> Iterator[str]:
    when = _when(meeting, other)
    if not when:
        return
    both_bodies = partnership.body(meeting.body), partnership.body(other.body)
    name = both_bodies[1].name if both_bodies[1] is not None else other.body
    seats = [
        {seat.post for seat in body.seats if seat.post is not None and seat.life.covers(meeting.day) is not False}
        for body in both_bodies
        if body is not None
    ]
    shared = sorted(seats[0] & seats[1]) if len(seats) == 2 else []
    yield f"{name} meets {when}" + (f"; on both: {both(shared)}" if shared else "")


def _when(one: Meeting, other: Meeting) -> str:
    """How the two meet in time; empty where one is surely over before the other begins."""
    if one.start is None or other.start is None:
        return "on the same day, at a time that is not on record"
    earlier, later = sorted((one, other), key=lambda each: (each.start or "", each.end or ""))
    if earlier.end is None:
        return "at the same time" if earlier.start == later.start else "on the same day, and one has no end on record"
    return "at the same time" if (later.start or "") < earlier.end else ""
