"""The agenda of a meeting: the business that is on record, what it still lacks, when it is to be out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cdrp_cli.core.dates import say
from cdrp_cli.core.outcome import DutyRow
from cdrp_cli.core.words import counted
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.environment import weekday
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.paper import Cover
from cdrp_cli.rendering.views.agenda_items import allotted, lines, room
from cdrp_cli.rendering.views.closed import FACE
from cdrp_cli.rendering.views.issued import Changed
from cdrp_cli.rendering.views.open_actions import open_actions
from cdrp_cli.rendering.views.sitting import sitting
from cdrp_cli.rendering.views.suggested import suggested
from cdrp_cli.rules.agenda.sittings import to_approve
from cdrp_cli.rules.agenda.standing import standing_titles
from cdrp_cli.rules.meetings.notice import clear_days_asked


def agenda(
    partnership: Partnership,
    meeting: Meeting,
    audience: Audience,
    changed: Changed | None = None,
    rows: Iterable[DutyRow] | None = (),
    *,
    log: bool = False,
) -> Document:
    """The agenda for members, or for the public: head, titles, purposes and times of what is open.

    `changed` says how it differs from what was issued to them. `rows` is how every duty stands on the day of the
    meeting, for what the law brings before it; None where nothing is to be suggested. Only members see suggestions.
    `log`: an action log goes with it, so that it lists no open actions itself.
    """
    public = audience is Audience.PUBLIC
    head = sitting(partnership, meeting, called=True)
    title = f"{head.body}: agenda for {say(meeting.day)}"
    found = lines(partnership, meeting, public=public)
    actions = () if public or log else open_actions(partnership, meeting)
    lacking = () if public or rows is None else suggested(partnership, meeting, rows)
    marked = (*(each.closed for each in found), *(each.closed for each in actions), *(each.closed for each in lacking))
    closed = not public and any(marked)
    cover = Cover(title, meeting.day, author=head.partnership, marking=FACE if closed else "", exempt=closed)
    view: dict[str, Any] = {
        "title": title,
        "head": head,
        "public": public,
        "incomplete": "items" in meeting.not_seen,
        "open": tuple(line for line in found if not line.closed),
        "closed": tuple(line for line in found if line.closed),
        "suggested": lacking,
        "standing": standing_titles(partnership, meeting) if public and not found else (),
        "time": allotted(found),
        "overrun": "" if public else overrun(partnership, meeting),
        "to_approve": tuple(each.date for each in to_approve(partnership, meeting)),
        "actions": actions,
        "notice": _notice(partnership, meeting),
        "published": meeting.agenda_published,
        "changed": changed,
    }
    return Document("agenda", f"{meeting.id}-agenda", audience, cover, view)


def overrun(partnership: Partnership, meeting: Meeting) -> str:
    """A warning where the items are given more time than the meeting has; empty where they fit, or nobody can tell.

    When a meeting closed that was held says nothing on how long it was to be.
    """
    time, most = allotted(lines(partnership, meeting, public=False)), room(meeting)
    if most is None or time <= most or meeting.took_place:
        return ""
    return f"The items are given {counted(time, 'minute')} in all, and the meeting has {most}: {time - most} too many."


def _notice(partnership: Partnership, meeting: Meeting) -> str:
    """The last day to publish, with its working; empty where no clear days are asked for."""
    asked, profile = clear_days_asked(meeting, partnership), partnership.profile
    if asked is None or profile is None or meeting.how == "correspondence":
        return ""
    notice = WorkingDays.of(profile).last_day_to_publish(meeting.day, asked.days)
    by = asked.by[0].upper() + asked.by[1:]
    return f"{weekday(notice.last_day)} {say(notice.last_day)}. {by} {notice.say()}."
