"""What `cdrp new minutes` does: a meeting's record looked at, what it lacks proposed, and written where asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cdrp_cli.cli.new_attendance import Members, Row
from cdrp_cli.cli.new_records import Records
from cdrp_cli.cli.papers import meeting_named
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.changes import Append, Change, Drop, Put
from cdrp_cli.records.items import Item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.scaffold import FIELDS
from cdrp_cli.records.writer import Edit, changed, digest, write
from cdrp_cli.rules.meetings.attendance_list import members_on, not_recorded
from cdrp_cli.rules.meetings.minute_proposals import Proposal, propose

_ITEM = tuple(Item.model_fields)


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed of the meeting: attendance by status, what holds of all others, and the first minute's number."""

    attendance: Mapping[str, str | None]
    rest: str | None
    begin: int | None


@dataclass(frozen=True, slots=True)
class Prefilled:
    """The meeting with what is proposed for it; `left` are the members of whom nothing is recorded then."""

    meeting: Meeting
    body: Body
    held: bool
    draft: bool
    rows: tuple[Row, ...]
    left: tuple[str, ...]
    not_seen: tuple[str, ...]
    proposal: Proposal

    @property
    def file(self) -> str:
        """The name of the meeting's file."""
        return self.meeting.pointer.file

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes to the file, each at one place."""
        return tuple(self._changes())

    def _changes(self) -> Iterator[Change]:
        if self.held:
            yield Put(("status",), "held")
        if self.not_seen != self.meeting.not_seen:
            yield Put(("not_seen",), list(self.not_seen), FIELDS) if self.not_seen else Drop(("not_seen",))
        if self.draft:
            yield Put(("minutes",), {"status": "draft"}, FIELDS)
        rows = [row.written for row in self.rows]
        if self.meeting.attendance:
            yield from (Append(("attendance",), row) for row in rows)
        elif rows:
            yield Put(("attendance",), rows, FIELDS)
        for index, number in self.proposal.numbers.items():
            yield Put(("items", index, "minute"), int(number) if _plain(number) else number, _ITEM)


def prefill(records: Records, name: str, said: Said) -> Prefilled:
    """What the meeting's record lacks for its minutes; CdrpError where it can have none, and why."""
    meeting = meeting_named(records.partnership, name)
    _refuse(meeting, records)
    body = records.body(meeting.body)
    members = members_on(meeting, body, records.partnership)
    left = not_recorded(meeting, members)
    if meeting.how == "correspondence":
        if said.rest is not None or any(said.attendance.values()):
            raise CdrpError(f"{meeting.id} was by correspondence: nobody attended it, so nobody is recorded as there")
        members, left = (), ()
    rows = Members(meeting, records.partnership, body.name, members, left).rows(said.attendance, said.rest)
    left = tuple(post for post in left if post not in [row.post for row in rows])
    found = Prefilled(
        meeting, body, meeting.status == "planned", meeting.minutes is None, rows, left,
        _not_seen(meeting, rows, left), propose(meeting, body, records.partnership, said.begin),
    )  # fmt: skip
    changed(found.file, records.files[found.file], found.changes)
    return found


def write_down(records: Records, found: Prefilled) -> None:
    """Writes all of it in one edit; RefusedError, and nothing written, where the file changed meanwhile."""
    write(records.root, {found.file: Edit(digest(records.files[found.file]), found.changes)})


def _refuse(meeting: Meeting, records: Records) -> None:
    if not records.partnership.readable("meetings", meeting.id):
        raise CdrpError(f"{meeting.pointer.file} was not read in full: mend first what cdrp check says of it")
    if meeting.status in ("cancelled", "moved"):
        instead = f": write those of {meeting.moved_to}" if meeting.moved_to is not None else ""
        raise CdrpError(f"{meeting.id} has no minutes: it is recorded as {meeting.status}{instead}")
    if meeting.date > records.today:
        raise CdrpError(
            f"{meeting.id} is still to come, on {say(meeting.date)}: its minutes are begun on the day, its agenda is "
            f"made by cdrp agenda {meeting.id}"
        )
    if meeting.minutes is not None and meeting.minutes.status == "approved":
        by = f" by minute {meeting.minutes.approved_by}" if meeting.minutes.approved_by is not None else ""
        raise CdrpError(
            f"the minutes of {meeting.id} were approved{by}: they are not filled in any more; what was put right on "
            "approval stands under minutes: corrections"
        )


def _not_seen(meeting: Meeting, rows: tuple[Row, ...], left: tuple[str, ...]) -> tuple[str, ...]:
    """The lists known to be incomplete: attendance while it is begun here and not whole, or it would seem inquorate.

    A list that somebody wrote without saying so is taken for whole.
    """
    if not rows or (meeting.attendance and "attendance" not in meeting.not_seen):
        return meeting.not_seen
    others = tuple(each for each in meeting.not_seen if each != "attendance")
    return ("attendance", *others) if left else others


def _plain(number: str) -> bool:
    """Whether the number reads back as itself without quotes."""
    return number.isascii() and number.isdigit() and str(int(number)) == number
