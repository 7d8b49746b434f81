"""`data/bodies.yaml`: the groups that meet, who sits on them, and their terms of reference by date."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from cdrp_cli.core.dates import Period
from cdrp_cli.records.base import PUBLIC, Entry, Record, told
from cdrp_cli.records.fields import BodyId, DutyId, MinuteRef, Number, PartialDay, PartnerId, PostId, Rows, Slug, Text

BodyFunction = Literal[
    "strategy-group", "county-strategy-group", "crime-and-disorder-committee", "executive", "tasking", "thematic",
    "task-and-finish", "neighbourhood-panel", "consultative",
]  # fmt: skip
Rhythm = Literal["weekly", "monthly", "quarterly", "half-yearly", "yearly", "as-needed"]


class Frequency(Record):
    """How often a body meets: a word, or a least number in a span."""

    every: Rhythm | None = told("Every", "The rhythm in a word.", example="quarterly", see=PUBLIC, default=None)
    at_least: Number | None = told("At least", "The least number of meetings.", example=6, see=PUBLIC, default=None)
    per: Literal["month", "quarter", "year"] | None = told(
        "Per", "In what span.", example="year", see=PUBLIC, default=None
    )


Meets = Annotated[Frequency, BeforeValidator(lambda value: {"every": value} if isinstance(value, str) else value)]


class Quorum(Record):
    """How many must be there for decisions: distinct partners, responsible authorities among them."""

    partners: Number | None = told("Partners", "Distinct partners present.", example=4, see=PUBLIC, default=None)
    responsible: Number | None = told(
        "Responsible", "Responsible authorities among them.", example=3, see=PUBLIC, default=None
    )


class Numbering(Record):
    """How minutes are numbered."""

    scheme: Literal["continuous", "yearly", "per-meeting", "unordered"] = told(
        "Scheme",
        "Whether numbers run on, restart each year or each meeting, or follow no order.",
        example="continuous",
        see=PUBLIC,
    )
    prefix: str = told("Prefix", "Letters before each number.", example="CSP ", see=PUBLIC, default="")


class ChairArrangements(Record):
    """How a chair is appointed, for how long, and how removed."""

    method: Text | None = told("Method", "How the chair is appointed.", example="vote", see=PUBLIC, default=None)
    term_months: Number | None = told(
        "Term", "For how many months the chair serves.", example=12, see=PUBLIC, default=None
    )
    removal: Text | None = told(
        "Removal",
        "On what grounds and how the chair can be removed.",
        example="by a vote of the Board",
        see=PUBLIC,
        default=None,
    )


class Timetable(Record):
    """Working days before or after a meeting by which things are done."""

    call_for_items: Number | None = told(
        "Call for items", "Working days before the meeting.", example=20, see=PUBLIC, default=None
    )
    papers_in: Number | None = told(
        "Papers in", "Working days before the meeting.", example=10, see=PUBLIC, default=None
    )
    minutes_out: Number | None = told(
        "Minutes out", "Working days after the meeting.", example=10, see=PUBLIC, default=None
    )


class Terms(Record):
    """Terms of reference from a day on; a key left out carries over from the block before, null or [] ends it."""

    from_: PartialDay | None = told(
        "From", "The first day these terms hold.", example="2024-04-01", see=PUBLIC, default=None, key="from"
    )
    agreed_by: MinuteRef | None = told(
        "Agreed by", "The minute that agreed them.", example="40 of 2024-03-19-board", see=PUBLIC, default=None
    )
    assumed: Text | None = told(
        "Assumed",
        "Why these terms are taken to hold though nobody has seen them; every report on them says so.",
        example="what the report of 2011-07-26 recommends, as if adopted",
        see=PUBLIC,
        default=None,
    )
    meets: Meets | None = told("Meets", "How often the body meets.", example="quarterly", see=PUBLIC, default=None)
    months: Rows[int] | None = told(
        "Months", "The months it meets in, 1 to 12.", example=[9, 10, 11], see=PUBLIC, default=None
    )
    quorum: Quorum | None = told(
        "Quorum",
        "Who must be there for decisions.",
        example={"partners": 4, "responsible": 3},
        see=PUBLIC,
        default=None,
    )
    clear_days: Number | None = told(
        "Clear days", "Clear days between publishing the agenda and the meeting.", example=5, see=PUBLIC, default=None
    )
    numbering: Numbering | None = told(
        "Numbering", "How minutes are numbered.", example={"scheme": "continuous"}, see=PUBLIC, default=None
    )
    chair: ChairArrangements | None = told(
        "Chair", "Arrangements for the chair.", example={"method": "vote", "term_months": 12}, see=PUBLIC, default=None
    )
    duties: Rows[DutyId] | None = told(
        "Duties", "Statutory duties this body has in hand.", example=["public-meeting-yearly"], see=PUBLIC, default=None
    )
    standing_items: Rows[Text] | None = told(
        "Standing items", "Items on every agenda, in order.", example=["Apologies"], see=PUBLIC, default=None
    )
    timetable: Timetable | None = told(
        "Timetable", "Working days around a meeting.", example={"call_for_items": 20}, see=PUBLIC, default=None
    )


class Seat(Record):
    """A seat on a body, held by a post."""

    post: PostId | None = told(
        "Post",
        "The post that holds the seat; left out while the seat is vacant.",
        example="vale/chief-executive",
        see=PUBLIC,
        default=None,
    )
    partner: PartnerId | None = told(
        "Partner", "The partner whose seat is vacant, where no post holds it.", example="icb", see=PUBLIC, default=None
    )
    from_: PartialDay | None = told(
        "From", "The first day.", example="2019-05-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told("Until", "The first day no longer.", example="2025-04-01", see=PUBLIC, default=None)
    joint_for: Rows[PartnerId] = told(
        "Joint for", "The partners that appointed it jointly.", example=["probation", "crc"], see=PUBLIC, default=()
    )
    co_opted: bool = told(
        "Co-opted", "Whether the body co-opted the member itself.", example=False, see=PUBLIC, default=False
    )

    @property
    def life(self) -> Period:
        """The days the seat is held."""
        return Period(self.from_, self.until)


class Chair(Record):
    """Who chairs, and from when."""

    post: PostId = told("Post", "The post that chairs.", example="fire/area-commander", see=PUBLIC)
    role: Literal["chair", "vice-chair"] = told("Role", "chair or vice-chair.", example="chair", see=PUBLIC)
    from_: PartialDay | None = told(
        "From", "The first day.", example="2025-09-16", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told("Until", "The first day no longer.", example="2026-09-15", see=PUBLIC, default=None)
    appointed_by: MinuteRef | None = told(
        "Appointed by", "The minute that appointed them.", example="81 of 2025-09-16-board", see=PUBLIC, default=None
    )

    @property
    def life(self) -> Period:
        """The days in the chair."""
        return Period(self.from_, self.until)


class Body(Entry):
    """A group that meets: the strategy group, a committee, a tasking group."""

    id: Slug = told("Id", "Short id, stable for ever.", example="board", see=PUBLIC)
    name: Text = told("Name", "The body's name.", example="Partnership Board", see=PUBLIC)
    functions: Rows[BodyFunction] = told(
        "Functions",
        "What the body is in law or in the partnership's structure.",
        example=["strategy-group"],
        see=PUBLIC,
        default=(),
    )
    from_: PartialDay | None = told(
        "From", "The first day it existed.", example="2009-04-01", see=PUBLIC, default=None, key="from"
    )
    until: PartialDay | None = told(
        "Until", "The first day it no longer existed.", example="2025-07-22", see=PUBLIC, default=None
    )
    established_by: MinuteRef | None = told(
        "Established by", "The minute that set it up.", example="12 of 2009-03-10-board", see=PUBLIC, default=None
    )
    accountable_to: BodyId | None = told(
        "Accountable to", "The body it answers to.", example="scrutiny", see=PUBLIC, default=None
    )
    council: PartnerId | None = told(
        "Council", "For a scrutiny committee: whose it is.", example="vale", see=PUBLIC, default=None
    )
    rules: Literal["own", "council-committee"] = told(
        "Rules",
        "Whether the Local Government Act 1972 rules on notice and exempt matter bind it.",
        example="own",
        see=PUBLIC,
        default="own",
    )
    publish: Literal["none", "minutes", "all"] = told(
        "Publish", "What of its papers is published.", example="minutes", see=PUBLIC, default="none"
    )
    clerk: PostId | None = told(
        "Clerk", "The post that clerks it.", example="vale/safety-officer", see=PUBLIC, default=None
    )
    seats: Rows[Seat] = told(
        "Seats", "Who sits on it, by post and date.", example=[{"post": "vale/chief-executive"}], see=PUBLIC, default=()
    )
    chairs: Rows[Chair] = told(
        "Chairs",
        "Who chaired it, by post and date.",
        example=[{"post": "vale/chief-executive", "role": "chair"}],
        see=PUBLIC,
        default=(),
    )
    terms: Rows[Terms] = told(
        "Terms",
        "Terms of reference, dated.",
        example=[{"from": "2024-04-01", "meets": "quarterly"}],
        see=PUBLIC,
        default=(),
    )

    @property
    def life(self) -> Period:
        """The days the body exists."""
        return Period(self.from_, self.until)

    def terms_on(self, day: date) -> Terms | None:
        """The terms of reference in force on the day, each key carried over until it is changed or ended."""
        blocks = [block for block in self.terms if block.from_ is None or block.from_.latest <= day]
        if len(blocks) < 2:
            return blocks[0] if blocks else None
        held = {name: getattr(block, name) for block in blocks for name in block.model_fields_set}
        return Terms.model_construct(_fields_set=set(held), **held)
