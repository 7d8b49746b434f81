"""What `cdrp agenda` makes, put together: the meetings asked for, and the papers of each for each audience."""

from __future__ import annotations

from pathlib import Path

from cdrp_cli.cli.agenda_lacking import duty_rows
from cdrp_cli.cli.at_revision import since_issue
from cdrp_cli.cli.console import tell
from cdrp_cli.cli.papers import Wanted, for_body, meeting_named
from cdrp_cli.core.dates import PartialDate
from cdrp_cli.core.errors import CdrpError, MisreadError
from cdrp_cli.core.words import counted
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rendering.document import Document
from cdrp_cli.rendering.files import Audience
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rendering.views.agenda import agenda, overrun
from cdrp_cli.rendering.views.pack import pack

_NOT_MET = ("cancelled", "moved")


def meetings(partnership: Partnership, name: str | None, month: str | None) -> tuple[Meeting, ...]:
    """The meeting named, or those of the month that were not called off, by date; CdrpError where there is none."""
    if name is not None:
        found = meeting_named(partnership, name)
        if found.status in _NOT_MET:
            raise CdrpError(f"{found.id} has no agenda: it is recorded as {_called_off(found)}")
        return (found,)
    asked = _month(month or "")
    of_month = [each for each in partnership.meetings if (each.day.year, each.day.month) == asked]
    held = [each for each in of_month if each.status not in _NOT_MET]
    if not held:
        told = "; ".join(f"{each.id} is recorded as {_called_off(each)}" for each in of_month)
        raise CdrpError(told or f"no meeting is on record in {PartialDate(*asked).say()}")
    return tuple(sorted(held, key=lambda each: (each.date, each.id)))


def _called_off(meeting: Meeting) -> str:
    return f"{meeting.status} to {meeting.moved_to}" if meeting.moved_to is not None else meeting.status


def documents(
    partnership: Partnership,
    found: tuple[Meeting, ...],
    wanted: Wanted,
    root: Path,
    templates: Templates | None = None,
    *,
    suggest: bool = True,
) -> tuple[Document, ...]:
    """The agenda of each meeting and, where files are written, its pack; what overruns is told.

    `templates` are those of the root unless said. `suggest`: the members' copy says what the agenda still lacks.
    """
    made: list[Document] = []
    templates = templates or Templates(root)
    for meeting in found:
        if told := overrun(partnership, meeting):
            tell(f"cdrp: {meeting.id}: {told}")
        rows = duty_rows(partnership, meeting) if suggest else None
        for audience in _audiences(partnership, meeting, wanted, alone=len(found) == 1):
            changed = since_issue(root, partnership, meeting, audience)
            made.append(agenda(partnership, meeting, audience, changed, rows))
            _hint(meeting, made[-1])
            if not wanted.stdout:
                made.append(pack(partnership, meeting, audience, templates, changed, rows))
    return tuple(made)


def _hint(meeting: Meeting, paper: Document) -> None:
    """Tells how suggestions are accepted, where the paper has any that may be."""
    many = len(paper.view["suggested"])
    if many and meeting.status == "planned":
        told = f"{counted(many, 'suggestion')}, not on record yet"
        tell(f"cdrp: {meeting.id}: {told}: --suggested lists what --accept would write")


def _audiences(partnership: Partnership, meeting: Meeting, wanted: Wanted, *, alone: bool) -> tuple[Audience, ...]:
    """For whom; in a month a meeting without a copy for those asked for is told and passed over."""
    try:
        return for_body(partnership, meeting, wanted)
    except CdrpError as error:
        if alone:
            raise
        tell(f"cdrp: {error}")
        return ()


def _month(text: str) -> tuple[int, int]:
    try:
        found = PartialDate.parse(text)
    except MisreadError as error:
        raise CdrpError(f"--month: {error.message}; write for example 2026-03") from None
    if found.year is None or found.month is None or found.day is not None:
        raise CdrpError(f"--month: {text!r} is no month: write for example 2026-03")
    return found.year, found.month
