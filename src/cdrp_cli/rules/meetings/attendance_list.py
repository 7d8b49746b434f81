"""The members whose attendance a meeting is to record, and those of them that its list already has."""

from __future__ import annotations

from cdrp_cli.records.bodies import Body
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.standing import seated


def members_on(meeting: Meeting, body: Body, partnership: Partnership) -> tuple[str, ...]:
    """The posts that sit, or may sit, on the body on the day of the meeting, in the order of the seats."""
    return tuple(dict.fromkeys(f"{each.partner.id}/{each.post.id}" for each in seated(partnership, body, meeting.date)))


def not_recorded(meeting: Meeting, members: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the members of whom the attendance list says nothing; people that are only counted stand for theirs."""
    posts = {row.post for row in meeting.attendance}
    counted = {row.partner for row in meeting.attendance if row.post is None}
    return tuple(each for each in members if each not in posts and each.partition("/")[0] not in counted)
