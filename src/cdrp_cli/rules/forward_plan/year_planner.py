"""A year of meetings from a rule: the days it gives, what stands against each, and the nearest day that is free.

No day is moved here: who plans the year sees what a day clashes with, and decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from cdrp_cli.core.dates import say
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays, table_ends
from cdrp_cli.rules.forward_plan.clashes import clashes
from cdrp_cli.rules.forward_plan.ordinal_weekday import OrdinalWeekday
from cdrp_cli.rules.lives import Life

State = Literal["free", "clash", "on-record", "gone-by", "no-body"]
_WEEKS_ROUND = 4
_NOT_MET = ("cancelled", "moved")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the year is planned by; `start` and `end` are times of day, as far as they are known."""

    year: int
    on: OrdinalWeekday
    months: tuple[int, ...]
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day that the rule gives.

    `free`: it can be planned; `clash`: `against` says what stands against it, and `instead` is the nearest day of the
    same weekday, not further than four weeks off, that nothing stands against; `on-record`: the body has a meeting of
    that day, `meeting`; `gone-by`: it lies before today; `no-body`: the body does not exist that day.
    """

    day: date
    state: State
    against: tuple[str, ...] = ()
    instead: date | None = None
    meeting: str = ""


def year_plan(
    body: Body, partnership: Partnership, days: WorkingDays, asked: Asked, today: date
) -> tuple[YearDay, ...]:
    """The day of each month asked for, in their order, each looked at beside the records."""
    found = tuple(asked.on.of(asked.year, month) for month in sorted(set(asked.months)))
    return tuple(_looked_at(day, body, partnership, days, asked, today, found) for day in found)


def proposed(body: Body, day: date, start: str | None, end: str | None, how: str | None = None) -> Meeting:
    """The meeting that is not on record yet, to be looked at beside those that are."""
    return Meeting.model_validate(
        {"body": body.id, "date": day, "status": "planned", "start": start, "end": end, "how": how}
    )


def warnings(meeting: Meeting, partnership: Partnership, days: WorkingDays) -> tuple[str, ...]:
    """What speaks against the day of a proposed meeting; other meetings of its own body are left to the caller."""
    others = tuple(each for each in partnership.meetings if each.body != meeting.body)
    return tuple(_warnings(meeting, replace(partnership, meetings=others), days))


def body_on(body: Body, day: date) -> str:
    """Why the body cannot meet that day, `the body began only on 1 May 2019`; empty where it can."""
    return Life("the body", body.life).outside(day)


def _looked_at(
    day: date,
    body: Body,
    partnership: Partnership,
    days: WorkingDays,
    asked: Asked,
    today: date,
    found: tuple[date, ...],
) -> YearDay:
    own = partnership.meetings_of(body.id)
    held = [each for each in own if each.day == day]
    if held:
        return YearDay(day, "on-record", meeting=held[-1].id)
    if day < today:
        return YearDay(day, "gone-by")
    if why := body_on(body, day):
        return YearDay(day, "no-body", (why,))

    def against(other: date) -> tuple[str, ...]:
        return warnings(proposed(body, other, asked.start, asked.end), partnership, days)

    stands = against(day)
    met = tuple(_met_that_month(day, own))
    if not stands and not met:
        return YearDay(day, "free")
    taken = {*found, *(each.day for each in own)}
    near = (other for other in _round(day) if other >= today and other not in taken and not body_on(body, other))
    instead = None if met else next((other for other in near if not against(other)), None)
    return YearDay(day, "clash", (*met, *stands), instead)


def _warnings(meeting: Meeting, partnership: Partnership, days: WorkingDays) -> Iterator[str]:
    yield from clashes(meeting, partnership, days)
    if meeting.day > table_ends():
        yield f"bank holidays are known to {say(table_ends())} only"


def _met_that_month(day: date, own: tuple[Meeting, ...]) -> Iterator[str]:
    for each in own:
        if (each.day.year, each.day.month) == (day.year, day.month) and each.status not in _NOT_MET:
            yield f"the body has a meeting that month, {each.id}"


def _round(day: date) -> Iterator[date]:
    """The days of the same weekday around it, the nearest first, the earlier of two as near."""
    for weeks in range(1, _WEEKS_ROUND + 1):
        yield day - timedelta(weeks=weeks)
        yield day + timedelta(weeks=weeks)
