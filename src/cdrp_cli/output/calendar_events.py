"""Meetings for calendar programs (iCalendar, RFC 5545): public fields only, one lasting id for each meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from cdrp_cli.core.dates import say
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import table_ends

_HERE = "Europe/London"
_AT_A_DISTANCE = {"online": "Online", "hybrid": "In person and online"}


@dataclass(frozen=True, slots=True)
class Gathering:
    """What the public may know of a meeting, and nothing else; `changes` counts how often it was moved or called off.

    `uid` is made of the id it was first planned under, so that a calendar moves the entry it has.
    """

    uid: str
    body: str
    day: date
    start: str | None
    end: str | None
    where: str
    public: bool
    cancelled: bool
    changes: int


def events(partnership: Partnership, first: date, last: date) -> tuple[Gathering, ...]:
    """Each meeting of which any day, also one it was moved from, lies in the span, both ends inclusive, by day."""
    area = partnership.profile.area if partnership.profile is not None else ""
    home = re.sub(r"[^a-z0-9]+", "-", area.lower()).strip("-") or "partnership"
    found: list[Gathering] = []
    taken: set[str] = set()
    for chain in sorted(_chains(partnership), key=lambda each: (each[0].day, each[0].id)):
        if not any(first <= each.day <= last for each in chain):
            continue
        origin = _origin(chain[-1], partnership)
        uid = origin if origin not in taken else chain[0].id
        taken.add(uid)
        found.append(_gathering(chain[0], f"{uid}@{home}", len(chain) + (origin != chain[-1].id), partnership))
    return tuple(found)


def ics(found: tuple[Gathering, ...], name: str, stamp: date) -> bytes:
    """The calendar; the same bytes for the same meetings and day. Times are in UTC, so that no time zone is needed."""
    calendar = Calendar()
    calendar.add("prodid", "-//cdrp//forward plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    if any(each.day > table_ends() for each in found):
        known = f"Bank holidays are known to {say(table_ends())}: a meeting after it may fall on one."
        calendar.add("x-wr-caldesc", known)
    for each in found:
        calendar.add_component(_event(each, datetime.combine(stamp, time(), UTC)))
    return bytes(calendar.to_ical())


def _followed_by(partnership: Partnership) -> dict[str, str]:
    """Each meeting that was moved, with the one on record that it became; the first that says so where several do."""
    found: dict[str, str] = {}
    for meeting in sorted(partnership.meetings, key=lambda each: (each.day, each.id)):
        later = partnership.meeting(meeting.moved_to) if meeting.moved_to is not None else None
        earlier = partnership.meeting(meeting.moved_from) if meeting.moved_from is not None else None
        if meeting.status == "moved" and later is not None and later is not meeting:
            found.setdefault(meeting.id, later.id)
        if earlier is not None and earlier.status == "moved" and earlier is not meeting:
            found.setdefault(earlier.id, meeting.id)
    return found


def _chains(partnership: Partnership) -> Iterator[tuple[Meeting, ...]]:
    """Each meeting that takes part in no later one, with those it was moved from, the latest first.

    One that became a meeting which already took another's place stands for itself: calendars hold it, and must hear
    that it is off.
    """
    followed = _followed_by(partnership)
    before = {later: earlier for earlier, later in followed.items()}
    told: set[str] = set()
    for meeting in sorted(partnership.meetings, key=lambda each: (each.id not in followed, each.day), reverse=True):
        if meeting.id not in told and meeting.how != "correspondence":
            chain = tuple(_chain(meeting, before, partnership))
            told.update(each.id for each in chain)
            yield chain


def _chain(meeting: Meeting, before: dict[str, str], partnership: Partnership) -> Iterator[Meeting]:
    """The meeting and those it was moved from, the latest first."""
    seen: set[str] = set()
    found: Meeting | None = meeting
    while found is not None and found.id not in seen:
        yield found
        seen.add(found.id)
        earlier = before.get(found.id)
        found = partnership.meeting(earlier) if earlier is not None else None


def _origin(oldest: Meeting, partnership: Partnership) -> str:
    """The id it was first planned under, also where no record of that plan was kept."""
    named = oldest.moved_from
    if named is None or partnership.meetings_named(named):
        return oldest.id
    return named


def _gathering(meeting: Meeting, uid: str, plans: int, partnership: Partnership) -> Gathering:
    body = partnership.body(meeting.body)
    cancelled = meeting.status in ("cancelled", "moved")
    where = ", ".join(word for word in (meeting.venue, _AT_A_DISTANCE.get(meeting.how or "")) if word)
    return Gathering(
        uid, body.name if body is not None else meeting.body, meeting.day, meeting.start, meeting.end, where,
        meeting.public, cancelled, plans - 1 + cancelled,
    )  # fmt: skip


def _event(each: Gathering, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", stamp)
    event.add("sequence", each.changes)
    event.add("summary", each.body + (" (public meeting)" if each.public else ""))
    event.add("status", "CANCELLED" if each.cancelled else "CONFIRMED")
    event.add("dtstart", each.day if each.start is None else _utc(each.day, each.start))
    if each.start is not None and each.end is not None and each.end > each.start:
        event.add("dtend", _utc(each.day, each.end))
    if each.where:
        event.add("location", each.where)
    return event


def _utc(day: date, clock: str) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(_HERE)).astimezone(UTC)
