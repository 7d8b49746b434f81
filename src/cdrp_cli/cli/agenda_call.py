"""What `cdrp agenda --call` shows, put together: the meetings that can be called, and the messages to their members."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cdrp_cli.cli.agendas import meetings
from cdrp_cli.cli.console import tell
from cdrp_cli.cli.exit_codes import exit_code
from cdrp_cli.cli.listing import show
from cdrp_cli.cli.workspace import judge
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError, UnknownIdError
from cdrp_cli.law.catalogue import catalogue
from cdrp_cli.output.actions_log import log
from cdrp_cli.output.call_for_items import Call, messages
from cdrp_cli.output.words import dates_used
from cdrp_cli.records.meetings import Meeting

_BY = ("partner",)
_FORMATS = ("text", "markdown")


def form(by: str | None, formats: list[str] | None) -> str:
    """The format of the messages; raises CdrpError for what the options cannot mean."""
    if by is not None and by not in _BY:
        raise UnknownIdError("order", by, _BY)
    asked = tuple(dict.fromkeys(formats or ["text"]))
    if len(asked) != 1 or asked[0] not in _FORMATS:
        raise CdrpError("--call writes messages: ask for them with --format text or markdown, one of them")
    return asked[0]


def call(root: Path, names: tuple[str | None, str | None], day: date, name: str, *, apart: bool) -> int:
    """Prints the messages for the meeting or the month named, as of the day; the exit code is that of a list."""
    judged = judge(root, day, day)
    if judged.report.unread:
        tell(f"cdrp: not read in full, so that more may be missing here: {', '.join(judged.report.unread)}")
    partnership, law = judged.loaded.partnership, catalogue()
    kept = log(partnership, day, day)
    found = _ahead(meetings(partnership, *names), day, alone=names[0] is not None)
    calls = tuple(Call(partnership, each, judged.report, law, kept, day) for each in found)
    for each in calls:
        _tell_late(each)
    show(messages(calls, apart=apart), name)
    tell(dates_used(judged.report.dates))
    return exit_code(judged.report, None)


def _ahead(found: tuple[Meeting, ...], day: date, *, alone: bool) -> tuple[Meeting, ...]:
    """The meetings that are planned and still to come; CdrpError where none is."""
    for each in found:
        why = _why_not(each, day)
        if why and alone:
            raise CdrpError(f"{each.id} calls for no items: {why}")
        if why:
            tell(f"cdrp: {each.id} is passed over: {why}")
    kept = tuple(each for each in found if not _why_not(each, day))
    if not kept:
        raise CdrpError(f"no meeting of that month is planned and still to come on {say(day)}")
    return kept


def _why_not(meeting: Meeting, day: date) -> str:
    if meeting.status != "planned":
        return f"it is recorded as {meeting.status}"
    return f"it was to meet on {say(meeting.day)}, before {say(day)}" if meeting.day < day else ""


def _tell_late(each: Call) -> None:
    """What the officer should know, and no member need read."""
    due = each.counted("call-for-items")
    if due is not None and due.day < each.day:
        tell(f"cdrp: {each.meeting.id}: by the terms the call goes out by {say(due.day)} ({due.working})")
    papers = each.counted("papers-in")
    if papers is not None and papers.clashes:
        tell(f"cdrp: {each.meeting.id}: the closing day, {say(papers.day)}, is {papers.clashes[0]}")
