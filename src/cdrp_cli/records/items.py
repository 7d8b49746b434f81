"""An item of business: on the agenda by number, in the minutes by minute."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cdrp_cli.records.base import MEMBERS, PUBLIC, Record, told
from cdrp_cli.records.fields import DutyId, MinuteRef, Number, OneOrMore, PaperName, PartnerId, PostId, Rows, Text
from cdrp_cli.records.outcomes import Action, Decision, Update


class Exempt(Record):
    """Why an item is not for the public."""

    paragraphs: Rows[int] = told(
        "Paragraphs", "Schedule 12A paragraphs: England 1 to 7, Wales 12 to 18.", example=[7], see=PUBLIC, default=()
    )
    reason: Text = told("Reason", "Why it is closed.", example="Prevention of crime.", see=MEMBERS)
    public_title: Text | None = told(
        "Public title", "What the public copy calls it.", example="Closed item", see=PUBLIC, default=None
    )


class Late(Record):
    """Why an item was taken without notice."""

    reason: Text = told(
        "Reason", "The special circumstances.", example="The grant closes before the next meeting.", see=PUBLIC
    )


class Arising(Record):
    """A matter arising from an earlier minute."""

    minute: MinuteRef | None = told(
        "Minute", "The earlier minute.", example="88 of 2025-04-29-board", see=MEMBERS, default=None
    )
    text: Text = told("Text", "What was reported.", example="Done in May.", see=MEMBERS)


class Item(Record):
    """One item of business, in the order it was taken."""

    number: Text | None = told(
        "Number",
        "Agenda number, fixed once issued; late items get letters (5a).",
        example="5",
        see=PUBLIC,
        default=None,
    )
    minute: OneOrMore[Text] = told(
        "Minute",
        "Minute number, recorded when minuted; a list where two series ran.",
        example="95",
        see=PUBLIC,
        default=(),
    )
    title: Text = told("Title", "What it is about.", example="Burglary in the north", see=MEMBERS)
    purpose: Literal["decide", "discuss", "note"] | None = told(
        "Purpose", "What the meeting is asked to do.", example="decide", see=PUBLIC, default=None
    )
    source: (
        Literal["standing", "partner", "crime-data", "neighbourhood-panel", "statutory", "arising", "referral"] | None
    ) = told("Source", "Where it came from.", example="partner", see=MEMBERS, default=None)
    raised_by: PartnerId | None = told(
        "Raised by", "The partner that raised it.", example="police", see=MEMBERS, default=None
    )
    presenter: PostId | None = told(
        "Presenter", "Who presents it.", example="police/superintendent", see=MEMBERS, default=None
    )
    partners: Rows[PartnerId] = told(
        "Partners", "Who must be at the table.", example=["vale", "homes"], see=MEMBERS, default=()
    )
    allotted: Number | None = told("Allotted", "Minutes of time allotted.", example=20, see=PUBLIC, default=None)
    paper: PaperName | None = told(
        "Paper", "The report, by its file name.", example="2025-07-22-burglary", see=MEMBERS, default=None
    )
    duty: DutyId | None = told(
        "Duty", "The statutory duty this item discharges.", example="plan-revised-yearly", see=PUBLIC, default=None
    )
    exempt: Exempt | None = told(
        "Exempt",
        "Why it is not for the public.",
        example={"paragraphs": [7], "reason": "Prevention of crime."},
        see=PUBLIC,
        default=None,
    )
    late: Late | None = told(
        "Late",
        "Why it was taken without notice.",
        example={"reason": "The grant closes first."},
        see=PUBLIC,
        default=None,
    )
    text: Text | None = told(
        "Text", "What was said.", example="The Board heard the figures.", see=MEMBERS, default=None
    )
    arising: Rows[Arising] = told(
        "Arising",
        "Matters arising, by earlier minute.",
        example=[{"minute": "88 of 2025-04-29-board", "text": "Done."}],
        see=MEMBERS,
        default=(),
    )
    refers_to: Rows[MinuteRef] = told(
        "Refers to",
        "Earlier minutes and items it goes back to.",
        example=["item 3 of 2025-07-01-tasking"],
        see=MEMBERS,
        default=(),
    )
    outcomes: Rows[Annotated[Decision | Action, Field(discriminator="kind")]] = told(
        "Outcomes", "Decisions and actions.", example=[{"kind": "decision", "verb": "noted"}], see=MEMBERS, default=()
    )
    updates: Rows[Update] = told(
        "Updates",
        "What became of earlier actions.",
        example=[{"action": "2025-04-29-board/a3", "status": "done"}],
        see=MEMBERS,
        default=(),
    )
