"""`data/papers/NAME.md`: a report to a body, front matter and text."""

from __future__ import annotations

from cdrp_cli.records.base import MEMBERS, PUBLIC, Entry, told
from cdrp_cli.records.effects import Effect
from cdrp_cli.records.fields import BodyId, MeetingId, MinuteRef, OwnerText, PartialDay, Rows, Text
from cdrp_cli.records.items import Exempt


class Paper(Entry):
    """A report; recommendations stand in the front matter only, its text below."""

    to: BodyId = told("To", "The body it is written to.", example="board", see=MEMBERS)
    meeting: MeetingId | None = told(
        "Meeting", "The meeting it goes to.", example="2025-07-22-board", see=MEMBERS, default=None
    )
    dated: PartialDay | None = told(
        "Dated", "The day, month or year it is dated.", example="2025-07", see=MEMBERS, default=None
    )
    authors: Rows[OwnerText] = told(
        "Authors", "Who wrote it, by post.", example=["vale/safety-officer"], see=MEMBERS, default=()
    )
    title: Text = told("Title", "Its title.", example="Burglary in the north", see=MEMBERS)
    purpose: Text | None = told(
        "Purpose", "Why it is brought.", example="To agree the response.", see=MEMBERS, default=None
    )
    recommendations: Rows[Text] = told(
        "Recommendations",
        "What the body is asked to do, one by one.",
        example=["Approve the plan"],
        see=MEMBERS,
        default=(),
    )
    refers_to: Rows[MinuteRef] = told(
        "Refers to", "Minutes it goes back to.", example=["95 of 2025-07-22-board"], see=MEMBERS, default=()
    )
    exempt: Exempt | None = told(
        "Exempt",
        "Why it is not for the public.",
        example={"paragraphs": [7], "reason": "Prevention of crime."},
        see=PUBLIC,
        default=None,
    )
    effects: Rows[Effect] = told(
        "Effects",
        "What adoption would change.",
        example=[{"body": "executive", "ends": "2025-07-22"}],
        see=MEMBERS,
        default=(),
    )
    text: str = told("Text", "The report's text in Markdown.", example="## Background", see=MEMBERS, default="")

    @property
    def name(self) -> str:
        """The file's name without folder and ending."""
        return self.pointer.file.rpartition("/")[2].removesuffix(".md")
