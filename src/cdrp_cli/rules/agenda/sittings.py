"""The meetings of a body around one of them: the last that was held before it, the next on record after it."""

from __future__ import annotations

from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership


def before(partnership: Partnership, meeting: Meeting) -> tuple[Meeting, ...]:
    """The earlier meetings of the same body, whatever became of them, by date."""
    return tuple(
        each for each in partnership.meetings_of(meeting.body) if (each.date, each.id) < (meeting.date, meeting.id)
    )


def last_held(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The last meeting before it at which people sat together with a quorum; None where none is on record."""
    held = [each for each in before(partnership, meeting) if each.status == "held" and each.how != "correspondence"]
    return held[-1] if held else None


def last_minuted(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The last meeting before it that took place, which has minutes to approve; None where none is on record."""
    held = [each for each in before(partnership, meeting) if each.took_place]
    return held[-1] if held else None


def next_on_record(partnership: Partnership, meeting: Meeting) -> Meeting | None:
    """The next meeting after it that is to sit, or did; None where none is on record."""
    for each in partnership.meetings_of(meeting.body):
        off = each.status in ("cancelled", "moved") or each.how == "correspondence"
        if each.date > meeting.date and not off:
            return each
    return None
