"""The minutes of a meeting: DRAFT until approved, with the numbers that were recorded and no others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cdrp_cli.core.citation import Citation
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.meetings import Correction, Meeting, Minutes
from cdrp_cli.records.outcomes import Action
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.views.attendance import attendance, count, interests
from cdrp_cli.rendering.views.business import for_members, for_public
from cdrp_cli.rendering.views.closed import FACE, closed_item, holds_closed
from cdrp_cli.rendering.views.sitting import sitting
from cdrp_cli.rendering.views.words import Names

DRAFT = "DRAFT"
_LISTS = {"attendance": "who attended", "declarations": "interests declared", "items": "the business"}


@dataclass(frozen=True, slots=True)
class Task:
    """A line of the table of actions; an empty owner or day was not recorded."""

    id: str
    number: str
    text: str
    owner: str
    due: date | None


def minutes(partnership: Partnership, meeting: Meeting, audience: Audience, *, draft: bool = False) -> Document:
    """The minutes for members, or for the public: head, titles and decisions of what is open.

    `draft`: as the meeting gets them that is to approve them, whatever became of them there. Raises CdrpError for a
    meeting that did not take place.
    """
    if not meeting.took_place:
        raise CdrpError(f"{meeting.id} has no minutes: it is recorded as {meeting.status}")
    if draft and meeting.minutes is not None:
        meeting = meeting.model_copy(update={"minutes": Minutes(status="draft")})
    head = sitting(partnership, meeting)
    public = audience is Audience.PUBLIC
    closed = not public and holds_closed(partnership, meeting)
    marks = (*((DRAFT,) if _draft(meeting) else ()), *((FACE,) if closed else ()))
    title = f"{head.body}: minutes of {say(meeting.date)}"
    cover = Cover(title, meeting.day, author=head.partnership, marking=" – ".join(marks), exempt=closed)
    shown = _public(partnership, meeting) if public else _members(partnership, meeting)
    view = {"title": title, "head": head, "approval": _approval(meeting, Names(partnership)), **shown}
    return Document("minutes", f"{meeting.id}-minutes", audience, cover, view)


def _public(partnership: Partnership, meeting: Meeting) -> Mapping[str, Any]:
    return {
        "public": True,
        "correspondence": meeting.how == "correspondence",
        "inquorate": meeting.status == "inquorate",
        "not_seen": (),
        "corrections": tuple(each for each in _corrections(meeting) if _open(partnership, meeting, each)),
        "attendance": (),
        "count": "",
        "declarations": (),
        "items": tuple(for_public(partnership, meeting, item) for item in meeting.items),
        "tasks": (),
    }


def _members(partnership: Partnership, meeting: Meeting) -> Mapping[str, Any]:
    names = Names(partnership)
    return {
        "public": False,
        "correspondence": meeting.how == "correspondence",
        "inquorate": meeting.status == "inquorate",
        "not_seen": tuple(_LISTS[each] for each in meeting.not_seen),
        "corrections": _corrections(meeting),
        "attendance": attendance(meeting, names),
        "count": count(meeting, partnership.body(meeting.body)),
        "declarations": interests(meeting, names),
        "items": tuple(for_members(partnership, meeting, item) for item in meeting.items),
        "tasks": tuple(_tasks(meeting, names)),
    }


def _tasks(meeting: Meeting, names: Names) -> list[Task]:
    return [
        Task(each.id, " and ".join(item.minute), each.text.strip(), names.owner(each.owner), each.due)
        for item in meeting.items
        for each in item.outcomes
        if isinstance(each, Action)
    ]


def _draft(meeting: Meeting) -> bool:
    return meeting.minutes is None or meeting.minutes.status != "approved"


def _approval(meeting: Meeting, names: Names) -> str:
    if meeting.minutes is None:
        return "Draft: no approval of these minutes is on record."
    if _draft(meeting):
        return "Draft: not approved yet."
    by = meeting.minutes.approved_by
    return f"Approved: {_lower(names.cited(by))}." if by is not None else "Approved; by which minute is not on record."


def _lower(cited: str) -> str:
    return cited[0].lower() + cited[1:]


def _corrections(meeting: Meeting) -> tuple[Correction, ...]:
    return meeting.minutes.corrections if meeting.minutes is not None else ()


def _open(partnership: Partnership, meeting: Meeting, correction: Correction) -> bool:
    """Whether the public may see a correction: surely of an open minute."""
    if correction.minute is None:
        return not any(closed_item(partnership, item) for item in meeting.items)
    found = partnership.minuted(Citation("minute", correction.minute, meeting.id))
    return found is not None and not closed_item(partnership, found.item)
