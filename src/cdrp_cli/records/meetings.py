"""`data/meetings/DATE-BODY.yaml`: one meeting, from the plan to the approved minutes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import BodyId, Clock, Day, MeetingId, MinuteRef, Number, PartnerId, PostId, Rows, Text
from cdrp_cli.records.items import Item

Status = Literal["planned", "held", "adjourned", "moved", "cancelled", "inquorate"]
How = Literal["in-person", "hybrid", "online", "correspondence"]
Presence = Literal["present", "apologies", "absent", "in-attendance", "observer"]


class Publicity(Record):
    """How a public meeting was made known, before and after."""

    announced: Day | None = told(
        "Announced", "The day it was announced.", example="2025-06-20", see=PUBLIC, default=None
    )
    how: Rows[Text] = told("How", "By what means.", example=["website"], see=PUBLIC, default=())
    discussion_published: Day | None = told(
        "Discussion published",
        "The day what was discussed was published.",
        example="2025-08-10",
        see=PUBLIC,
        default=None,
    )


class IssuedFile(Record):
    """One file that was sent out; its name alone where nobody kept a hash."""

    name: Text = told("Name", "The file's name.", example="2025-07-22-board-agenda.pdf", see=MEMBERS)
    hash: Text | None = told(
        "Hash", "The SHA-256 hash of the file, in hexadecimal.", example="9f86d081…", see=MEMBERS, default=None
    )


Sent = Annotated[IssuedFile, BeforeValidator(lambda value: {"name": value} if isinstance(value, str) else value)]


class Issue(Record):
    """What was sent out; written by `cdrp agenda --issue`."""

    date: Day = told("Date", "The day it was sent.", example="2025-07-14", see=MEMBERS)
    revision: Text = told("Revision", "The git revision it was made from.", example="4f2c1d9", see=MEMBERS)
    hash: Text | None = told(
        "Hash",
        "The SHA-256 hash of all that was sent: of the lines that sha256sum prints for the files, in their order.",
        example="9f86d081…",
        see=MEMBERS,
        default=None,
    )
    audience: Literal["public", "members"] = told("Audience", "Who it was for.", example="members", see=MEMBERS)
    files: Rows[Sent] = told(
        "Files",
        "The files sent, each with its own hash.",
        example=[{"name": "2025-07-22-board-agenda.pdf", "hash": "9f86d081…"}],
        see=MEMBERS,
        default=(),
    )


class Correction(Record):
    """A correction made when the minutes were approved; never silent."""

    minute: Text | None = told("Minute", "The minute corrected.", example="95", see=PUBLIC, default=None)
    text: Text = told("Text", "What was corrected.", example="For 12 read 21.", see=PUBLIC)


class Minutes(Record):
    """How the minutes of the meeting stand."""

    status: Literal["draft", "approved"] = told("Status", "draft until approved.", example="approved", see=PUBLIC)
    approved_by: MinuteRef | None = told(
        "Approved by", "The minute that approved them.", example="97 of 2025-10-21-board", see=PUBLIC, default=None
    )
    corrections: Rows[Correction] = told(
        "Corrections",
        "Corrections made on approval.",
        example=[{"minute": "95", "text": "For 12 read 21."}],
        see=PUBLIC,
        default=(),
    )


class Attendance(Record):
    """One line of the attendance list: a post, or a number of people of a partner."""

    post: PostId | None = told("Post", "The member.", example="vale/chief-executive", see=MEMBERS, default=None)
    partner: PartnerId | None = told(
        "Partner", "The partner, where people are only counted.", example="county", see=MEMBERS, default=None
    )
    count: Number | None = told("Count", "How many people of the partner.", example=2, see=MEMBERS, default=None)
    status: Presence = told(
        "Status", "present, apologies, absent, in-attendance or observer.", example="present", see=MEMBERS
    )
    substitute: PostId | None = told(
        "Substitute",
        "Who came in the member's place; counts as present.",
        example="police/inspector",
        see=MEMBERS,
        default=None,
    )
    items: Rows[Text] = told(
        "Items", "Agenda numbers, where they came for those only.", example=["5"], see=MEMBERS, default=()
    )


class Declaration(Record):
    """An interest declared."""

    post: PostId = told("Post", "Who declared it.", example="homes/manager", see=MEMBERS)
    items: Rows[Text] = told("Items", "Agenda numbers it touches.", example=["5"], see=MEMBERS, default=())
    kind: Literal["personal", "prejudicial", "pecuniary", "non-pecuniary", "disclosable-pecuniary"] = told(
        "Kind", "What kind of interest.", example="prejudicial", see=MEMBERS
    )
    reason: Text | None = told(
        "Reason", "What the interest is.", example="The association owns the site.", default=None
    )
    withdrew: bool = told(
        "Withdrew",
        "Whether they left for those items: out of the quorum then.",
        example=True,
        see=MEMBERS,
        default=False,
    )


class Meeting(Entry):
    """One meeting of one body; its id is its file name."""

    body: BodyId = told("Body", "Which body met.", example="board", see=PUBLIC)
    date: Day = told("Date", "The day of the meeting.", example="2025-07-22", see=PUBLIC)
    start: Clock | None = told("Start", "When it began.", example="10:00", see=PUBLIC, default=None)
    end: Clock | None = told("End", "When it closed.", example="12:05", see=PUBLIC, default=None)
    venue: Text | None = told("Venue", "Where it met.", example="Council Chamber", see=PUBLIC, default=None)
    how: How | None = told("How", "How it met.", example="in-person", see=PUBLIC, default=None)
    public: bool = told(
        "Public", "Whether it was held to meet the public meeting duty.", example=True, see=PUBLIC, default=False
    )
    observers: bool = told(
        "Observers",
        "Whether the public may watch, which is not a public meeting.",
        example=True,
        see=PUBLIC,
        default=False,
    )
    publicity: Publicity | None = told(
        "Publicity", "How it was made known.", example={"announced": "2025-06-20"}, see=PUBLIC, default=None
    )
    status: Status = told(
        "Status", "planned, held, adjourned, moved, cancelled or inquorate.", example="held", see=PUBLIC
    )
    moved_to: MeetingId | None = told(
        "Moved to", "The meeting it became.", example="2025-07-29-board", see=PUBLIC, default=None
    )
    moved_from: MeetingId | None = told(
        "Moved from", "The meeting it was first planned as.", example="2025-07-22-board", see=PUBLIC, default=None
    )
    agenda_published: Day | None = told(
        "Agenda published", "The day the agenda was published.", example="2025-07-14", see=PUBLIC, default=None
    )
    issued: Rows[Issue] = told("Issued", "What was sent out, and when.", example=[], see=MEMBERS, default=())
    chair: PostId | None = told("Chair", "Who presided.", example="fire/area-commander", see=PUBLIC, default=None)
    not_seen: Rows[Literal["attendance", "declarations", "items"]] = told(
        "Not seen", "Lists known to be incomplete.", example=["attendance"], see=PUBLIC, default=()
    )
    minutes: Minutes | None = told(
        "Minutes", "How the minutes stand.", example={"status": "draft"}, see=PUBLIC, default=None
    )
    attendance: Rows[Attendance] = told(
        "Attendance",
        "Who was there and who was not.",
        example=[{"post": "vale/chief-executive", "status": "present"}],
        see=MEMBERS,
        default=(),
    )
    declarations: Rows[Declaration] = told(
        "Declarations",
        "Interests declared.",
        example=[{"post": "homes/manager", "kind": "personal"}],
        see=MEMBERS,
        default=(),
    )
    items: Rows[Item] = told(
        "Items", "The business, in the order taken.", example=[{"title": "Apologies"}], see=PUBLIC, default=()
    )

    @property
    def id(self) -> str:
        """The file's name without folder and ending: `2025-07-22-board`."""
        return self.pointer.file.rpartition("/")[2].removesuffix(".yaml")

    @property
    def took_place(self) -> bool:
        """Whether business was done, with or without a quorum."""
        return self.status in ("held", "adjourned", "inquorate")

    @property
    def day(self) -> date:
        """The day by whose law and terms it is judged."""
        return self.date
