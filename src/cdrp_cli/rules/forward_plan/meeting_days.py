"""A meeting's own day, and the days counted back and on from it by the timetable and the clear days of its body."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from cdrp_cli.core.dates import say
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.bodies import Body, Timetable
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays, beyond_table
from cdrp_cli.rules.forward_plan.clashes import clashes
from cdrp_cli.rules.forward_plan.planned import Kind, Planned
from cdrp_cli.rules.meetings.notice import clear_days_asked

_WEEKEND = 5


def meets(meeting: Meeting) -> bool:
    """Whether people come together that day: not where it was cancelled or moved, nor by correspondence."""
    return meeting.status not in ("cancelled", "moved") and meeting.how != "correspondence"


def meeting_days(partnership: Partnership, days: WorkingDays, today: date) -> Iterator[Planned]:
    """Every meeting that takes place, with the days before it while it is ahead, and the day its draft is due."""
    for meeting in filter(meets, partnership.meetings):
        body = partnership.body(meeting.body)
        name = body.name if body is not None else meeting.body
        ahead = meeting.day >= today
        yield Planned(
            meeting.day, "meeting", name + (" (public meeting)" if meeting.public else ""), meeting.id,
            (meeting.body,), _hours(meeting), clashes=clashes(meeting, partnership, days) if ahead else (),
            to_do=meeting.status == "planned",
        )  # fmt: skip
        timetable = _timetable(body, meeting.day)
        if ahead:
            yield from _before(meeting, name, timetable, partnership, days, today)
        yield from _after(meeting, name, timetable, days, ahead=ahead)


def working_day(days: WorkingDays, day: date, number: int) -> date:
    """The working day so many on from the day, or so many back where the number is negative; the day is not counted."""
    step = timedelta(days=1 if number > 0 else -1)
    left = abs(number)
    while left:
        day += step
        left -= not days.why_not(day)
    return day


def _timetable(body: Body | None, day: date) -> Timetable:
    terms = body.terms_on(day) if body is not None else None
    return terms.timetable if terms is not None and terms.timetable is not None else Timetable()


def _hours(meeting: Meeting) -> str:
    return "-".join(hour for hour in (meeting.start, meeting.end) if hour is not None)


def _before(
    meeting: Meeting, name: str, timetable: Timetable, partnership: Partnership, days: WorkingDays, today: date
) -> Iterator[Planned]:
    if timetable.call_for_items:
        yield _counted("call-for-items", f"Call for items: {name}", meeting, -timetable.call_for_items, days)
    asked = clear_days_asked(meeting, partnership)
    notice = days.last_day_to_publish(meeting.day, asked.days) if asked is not None else None
    if timetable.papers_in:
        found = _counted("papers-in", f"Papers in: {name}", meeting, -timetable.papers_in, days)
        late = notice is not None and found.day > notice.last_day
        yield _clashing(found, "after the last day to publish the agenda") if late else found
    published = meeting.agenda_published
    if notice is not None and (published is None or published > today):
        what = f"Last day to publish the agenda: {name}, {_of(meeting)}"
        yield Planned(
            notice.last_day, "publish", what, meeting.id, (meeting.body,), working=notice.say(), to_do=True
        )  # fmt: skip


def _after(meeting: Meeting, name: str, timetable: Timetable, days: WorkingDays, *, ahead: bool) -> Iterator[Planned]:
    """The draft of the minutes: of a meeting ahead, and of one that was held while no minutes are on record."""
    if timetable.minutes_out and (ahead or (meeting.took_place and meeting.minutes is None)):
        yield _counted("minutes-out", f"Draft minutes out: {name}", meeting, timetable.minutes_out, days)


def _counted(kind: Kind, what: str, meeting: Meeting, number: int, days: WorkingDays) -> Planned:
    day = working_day(days, meeting.day, number)
    first, last = sorted((day, meeting.day))
    between = (first + timedelta(days=step) for step in range(1, (last - first).days))
    passed = [
        f"{say(each)} ({days.why_not(each)})" for each in between if each.weekday() < _WEEKEND and days.why_not(each)
    ]
    told = f"{counted(abs(number), 'working day')} {'before' if number < 0 else 'after'} the meeting"
    return Planned(
        day, kind, f"{what}, {_of(meeting)}", meeting.id, (meeting.body,),
        working=told + (f"; not counted: weekends, {both(passed)}" if passed else "") + beyond_table(last),
        to_do=kind == "minutes-out",
    )  # fmt: skip


def _clashing(found: Planned, clash: str) -> Planned:
    return Planned(
        found.day, found.kind, found.what, found.ref, found.bodies, found.time, found.working, (clash,), found.to_do
    )


def _of(meeting: Meeting) -> str:
    return f"meeting of {say(meeting.day)}"
