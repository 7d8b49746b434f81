"""What heads every paper of a meeting: which body, when, where and how, and when it meets next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import day_before, say
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.environment import weekday
from cdrp_cli.rendering.views.words import Names
from cdrp_cli.rules.agenda.sittings import next_on_record

_HOW = {
    "in-person": "In person",
    "hybrid": "In person and online",
    "online": "Online",
    "correspondence": "By correspondence, without a meeting",
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """The head of a paper; what is not on record is empty."""

    partnership: str
    body: str
    day: date
    time: str
    venue: str
    how: str
    chair: str
    clerk: str
    next: str


def sitting(partnership: Partnership, meeting: Meeting, *, called: bool = False) -> Sitting:
    """The head, from public fields alone: who presided, or else who chaired the body on the day.

    `called`: as those were told who were called to a meeting that was held since. Who was in the chair the day before,
    and no hour at which it closed.
    """
    names, body = Names(partnership), partnership.body(meeting.body)
    held = called and meeting.took_place
    presided = meeting.chair or _chair(body, meeting.day)
    end = None if held else meeting.end
    return Sitting(
        names.itself(meeting.day),
        names.body(meeting.body),
        meeting.day,
        " to ".join(each for each in (meeting.start, end) if each is not None),
        meeting.venue or "",
        _how(meeting),
        names.post((_chair(body, day_before(meeting.day)) or presided) if held else presided),
        names.post(body.clerk if body is not None else None),
        _next(partnership, meeting),
    )


def _how(meeting: Meeting) -> str:
    """How people meet, and whether the public may come."""
    way = _HOW[meeting.how] if meeting.how is not None else ""
    public = "open to the public" if meeting.public else "the public may watch" if meeting.observers else ""
    said = "; ".join(part for part in (way, public) if part)
    return said[:1].upper() + said[1:]


def _chair(body: Body | None, day: date) -> str | None:
    """Who chaired the body on the day; None where nobody did, or more than one."""
    chairs = [each.post for each in body.chairs if each.role == "chair" and each.life.covers(day)] if body else []
    return chairs[0] if len(chairs) == 1 else None


def _next(partnership: Partnership, meeting: Meeting) -> str:
    found = next_on_record(partnership, meeting)
    if found is None:
        return ""
    when = f"{weekday(found.date)} {say(found.date)}" + (f" at {found.start}" if found.start is not None else "")
    where = f", {found.venue}" if found.venue is not None else ""
    known = partnership.complete("meetings", meeting.day)
    return when + where + ("" if known else " (the next on record)")
