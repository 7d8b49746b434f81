"""The meetings of a body around one of them: held before it, with minutes for it to approve, and next after it."""

from __future__ import annotations

from datetime import date

from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership

_CALLED_OFF = ("cancelled", "moved")


def before(partnership: Partnership, meeting: Meeting) -> tuple[Meeting, ...]:
    """The earlier meetings of the same body, whatever became of them, by date."""
    return tuple(each for each in partnership.meetings_of(meeting.body) if _order(each) < _order(meeting))


def last_held(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The last meeting before it at which people sat together with a quorum; None where none is on record."""
    held = [each for each in before(partnership, meeting) if each.status == "held" and each.how != "correspondence"]
    return held[-1] if held else None


def last_minuted(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The last meeting before it that took place; None where none is on record."""
    held = [each for each in before(partnership, meeting) if each.took_place]
    return held[-1] if held else None


def to_approve(partnership: Partnership, meeting: Meeting) -> tuple[Meeting, ...]:
    """The body's earlier meetings whose minutes this one has before it, the oldest first.

    The last, and those before it that are drafts on record or were approved at this meeting or later. Without the last
    where a meeting in between approved it.
    """
    earlier = [each for each in before(partnership, meeting) if each.took_place]
    return tuple(each for each in earlier if _unapproved(partnership, each, meeting, last=each is earlier[-1]))


def _unapproved(partnership: Partnership, held: Meeting, meeting: Meeting, *, last: bool) -> bool:
    """Whether `meeting` found the minutes of `held` not approved; of the last also where the records do not say."""
    if held.minutes is None:
        return last
    by = held.minutes.approved_by if held.minutes.status == "approved" else None
    where = partnership.meeting(by.meeting) if by is not None else None
    if where is not None:
        return _order(where) >= _order(meeting)
    return last or held.minutes.status == "draft"


def next_on_record(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The body's next meeting after it to which people come, and which is not called off; None where none is known."""
    later = (each for each in partnership.meetings_of(meeting.body) if _order(each) > _order(meeting))
    return next((each for each in later if each.status not in _CALLED_OFF and each.how != "correspondence"), None)


def _order(meeting: Meeting) -> tuple[date, str]:
    return meeting.date, meeting.id
