"""`data/hallmarks/*.yaml` and `data/positions.yaml`: what the partnership says of itself, with its evidence."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import model_validator

from cdrp_cli.core.errors import MisreadError
from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import (
    ActionId,
    ActivityId,
    Day,
    DocumentId,
    DutyId,
    MeetingId,
    MinuteRef,
    OwnerText,
    PartialDay,
    PartnerId,
    RowRef,
    Rows,
    Text,
    misread,
)

PositionStatus = Literal["met", "partly-met", "not-met", "not-applicable", "not-assessed"]
_POINTS_AT = ("meeting", "minute", "document", "activity", "action", "url")


class Evidence(Record):
    """One piece of evidence: exactly one of the things it can point at, and what that shows."""

    meeting: MeetingId | None = told(
        "Meeting", "A meeting that shows it.", example="2025-11-12-board", see=PUBLIC, default=None
    )
    minute: MinuteRef | None = told(
        "Minute", "A minute that shows it.", example="95 of 2025-07-22-board", see=PUBLIC, default=None
    )
    document: DocumentId | None = told(
        "Document", "A document that shows it.", example="plan-2025", see=PUBLIC, default=None
    )
    activity: ActivityId | None = told(
        "Activity", "An engagement activity that shows it.", example="survey-2025", see=PUBLIC, default=None
    )
    action: ActionId | None = told(
        "Action", "An action that shows it.", example="2025-07-22-board/a1", see=MEMBERS, default=None
    )
    url: Text | None = told(
        "Address", "A web page that shows it.", example="https://example.org", see=PUBLIC, default=None
    )
    seen: PartialDay | None = told("Seen", "The day the page was seen.", example="2025-11-20", see=PUBLIC, default=None)
    shows: Text | None = told("Shows", "What it shows.", example="more than 200 attended", see=PUBLIC, default=None)

    @model_validator(mode="after")
    def _points_at_one_thing(self) -> Evidence:
        named = [name for name in _POINTS_AT if getattr(self, name) is not None]
        if len(named) != 1:
            fact = "evidence points at nothing" if not named else f"evidence points at {' and '.join(named)} at once"
            raise misread(
                MisreadError(
                    "evidence-unclear", fact, f"give one of {', '.join(_POINTS_AT)}; a second piece is a second entry"
                )
            )
        return self


class Position(Entry):
    """What the partnership says of itself on one point, on what evidence, and what it will do next."""

    status: PositionStatus = told(
        "Status",
        "met, partly-met, not-met, not-applicable or not-assessed; blank is not-assessed.",
        example="met",
        see=PUBLIC,
        default="not-assessed",
    )
    position: Text | None = told(
        "Position", "The partnership's position in words.", example="Annual conference.", see=PUBLIC, default=None
    )
    as_at: PartialDay | None = told(
        "As at", "The day the position was taken.", example="2025-11", see=PUBLIC, default=None
    )
    evidence: Rows[Evidence] = told(
        "Evidence", "What bears it out.", example=[{"meeting": "2025-11-12-board"}], see=PUBLIC, default=()
    )
    reason: Text | None = told(
        "Reason", "For not-applicable: why.", example="The area has one council.", see=PUBLIC, default=None
    )
    note: Text | None = told("Note", "A note for the partnership.", example="Read with 9a.", see=MEMBERS, default=None)
    further_action: Text | None = told(
        "Further action", "What will be done.", example="Agree a protocol.", see=MEMBERS, default=None
    )
    action: ActionId | None = told(
        "Action", "The action in the minutes that does it.", example="2025-07-22-board/a1", see=MEMBERS, default=None
    )
    owner: OwnerText | None = told("Owner", "Who will do it.", example="chair:board", see=MEMBERS, default=None)
    due: Day | None = told("Due", "The last day to do it.", example="2026-06-30", see=MEMBERS, default=None)

    @model_validator(mode="before")
    @classmethod
    def _blank_is_not_assessed(cls, value: Any) -> Any:
        if isinstance(value, dict) and "status" in value and value["status"] is None:
            return {key: entry for key, entry in value.items() if key != "status"}
        return value


class HallmarkRow(Position):
    """The position on one row of the Hallmarks checklist."""

    ref: RowRef = told("Ref", "The row, 1a to 14e, s01 to s23, or a local one.", example="11a", see=PUBLIC)


class DutyPosition(Position):
    """A dated statement on a duty that no record can prove; it counts inside its own legal year only."""

    duty: DutyId = told("Duty", "The duty.", example="guidance-regard", see=PUBLIC)
    partner: PartnerId | None = told(
        "Partner", "The authority, where each is bound.", example="police", see=PUBLIC, default=None
    )
