"""What an item led to: decisions, actions, and what became of earlier actions."""

from __future__ import annotations

from typing import Literal

from cdrp_cli.records.base import MEMBERS, PUBLIC, Record, told
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.fields import ActionId, BodyId, Day, MeetingId, OwnerText, PartnerId, Rows, Slug, Text

Verb = Literal["agreed", "approved", "accepted", "resolved", "noted", "rejected", "deferred", "referred"]


class Decision(Record):
    """Something the meeting decided."""

    kind: Literal["decision"] = told("Kind", "decision.", example="decision", see=PUBLIC)
    verb: Verb = told("Verb", "What the meeting did with it.", example="approved", see=PUBLIC)
    recommendation: int | None = told(
        "Recommendation", "The number of the report's recommendation.", example=1, see=PUBLIC, default=None
    )
    text: Text | None = told(
        "Text", "What was decided.", example="The Board approved the plan.", see=PUBLIC, default=None
    )
    effects: Rows[Effect] = told(
        "Effects", "What it changed.", example=[{"body": "executive", "ends": "2025-07-22"}], see=PUBLIC, default=()
    )
    until: MeetingId | None = told(
        "Until", "For deferred: the meeting it was put off to.", example="2025-10-21-board", see=PUBLIC, default=None
    )
    to: BodyId | None = told("To", "For referred: the body it went to.", example="tasking", see=PUBLIC, default=None)


class Action(Record):
    """Something somebody has to do; it lives in the minute that raised it."""

    kind: Literal["action"] = told("Kind", "action.", example="action", see=PUBLIC)
    id: Slug = told("Id", "Short id, unique in the meeting.", example="a1", see=PUBLIC)
    text: Text = told("Text", "What is to be done.", example="Draft the summary of the plan.", see=MEMBERS)
    owner: OwnerText | None = told(
        "Owner",
        "A post, body:ID, chair:BODY, or plain words.",
        example="vale/safety-officer",
        see=MEMBERS,
        default=None,
    )
    due: Day | None = told("Due", "The last day to do it.", example="2025-09-30", see=MEMBERS, default=None)
    supports: Rows[PartnerId] = told("Supports", "Partners that help.", example=["police"], see=MEMBERS, default=())


class Update(Record):
    """What a later meeting heard of an action."""

    action: ActionId = told(
        "Action", "The action, by the meeting that raised it.", example="2025-04-29-board/a3", see=MEMBERS
    )
    status: Literal["open", "done", "withdrawn", "overtaken"] = told(
        "Status", "How it stands.", example="done", see=MEMBERS
    )
    on: Day | None = told("On", "The day it was done.", example="2025-07-01", see=MEMBERS, default=None)
    due: Day | None = told(
        "Due", "The new last day, where it was put off.", example="2025-10-31", see=MEMBERS, default=None
    )
    owner: OwnerText | None = told(
        "Owner", "The new owner, where it was passed on.", example="police/inspector", see=MEMBERS, default=None
    )
    text: Text | None = told(
        "Text", "What was said of it.", example="Put off until the figures are in.", see=MEMBERS, default=None
    )
