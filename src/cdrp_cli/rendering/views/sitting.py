"""What heads every paper of a meeting: which body, when, where and how, and when it meets next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.environment import weekday
from cdrp_cli.rendering.views.words import Names

_HOW = {
    "in-person": "In person",
    "hybrid": "In person and online",
    "online": "Online",
    "correspondence": "By correspondence: no meeting sat",
}
_NOT_MET = ("cancelled", "moved")


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


def sitting(partnership: Partnership, meeting: Meeting) -> Sitting:
    """The head, from public fields alone: who presided, or else who chaired the body on the day."""
    names, body = Names(partnership), partnership.body(meeting.body)
    chairs = (
        [each.post for each in body.chairs if each.role == "chair" and each.life.covers(meeting.day)] if body else []
    )
    return Sitting(
        names.itself(meeting.day),
        names.body(meeting.body),
        meeting.day,
        " to ".join(each for each in (meeting.start, meeting.end) if each is not None),
        meeting.venue or "",
        _HOW[meeting.how] if meeting.how is not None else "",
        names.post(meeting.chair or (chairs[0] if len(chairs) == 1 else None)),
        names.post(body.clerk if body is not None else None),
        _next(partnership, meeting),
    )


def following(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The body's next meeting on record that is not called off."""
    later = (
        each for each in partnership.meetings_of(meeting.body) if (each.date, each.id) > (meeting.date, meeting.id)
    )
    return next((each for each in later if each.status not in _NOT_MET), None)


def previous(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The body's last meeting on record before this one that took place."""
    known = partnership.meetings_of(meeting.body)
    earlier = [each for each in known if (each.date, each.id) < (meeting.date, meeting.id) and each.took_place]
    return earlier[-1] if earlier else None


def _next(partnership: Partnership, meeting: Meeting) -> str:
    found = following(partnership, meeting)
    if found is None:
        return ""
    when = f"{weekday(found.date)} {say(found.date)}" + (f" at {found.start}" if found.start is not None else "")
    return when + (f", {found.venue}" if found.venue is not None else "")
