"""`cdrp agenda MEETING --issue`: the papers made from what is committed, written, and recorded as sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from cdrp_cli.cli.agendas import documents
from cdrp_cli.cli.at_revision import loaded_at, templates_at
from cdrp_cli.cli.console import put, tell
from cdrp_cli.cli.exit_codes import CLEAN
from cdrp_cli.cli.papers import Wanted, meeting_named
from cdrp_cli.cli.progress import progress
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.core.words import both
from cdrp_cli.records.changes import Append, Change, Put
from cdrp_cli.records.load import Loaded, load
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.revision import Revision, revision
from cdrp_cli.records.tree import read_folder
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.records.writer import Edit, RefusedError, changed, digest, write
from cdrp_cli.rendering.document import made
from cdrp_cli.rendering.files import Audience, Copy
from cdrp_cli.rendering.files import write as write_papers
from cdrp_cli.rendering.hashes import hashes, of_all
from cdrp_cli.rendering.templates import Templates
from cdrp_cli.rules.meetings.notice import clear_days_asked
from cdrp_cli.rules.meetings.reissue import broken

_ORDER = tuple(field.alias or name for name, field in Meeting.model_fields.items())
_MOST = 3
"""How many files a message names."""


def issue(root: Path, name: str, wanted: Wanted, day: date) -> int:
    """Makes agenda and pack from the revision checked out, writes them, and records who was sent what on the day.

    Raises CdrpError with every reason, and writes nothing, where what was sent could not be made again from git, or
    may not be issued as it stands.
    """
    tree = read_folder(root)
    now = load(tree)
    meeting = meeting_named(now.partnership, name)
    head = revision(root)
    reasons = (*_uncommitted(head), *_unread(now), *_not_to_issue(root, meeting, day))
    if reasons:
        told = "".join(f"\n  - {each}" for each in reasons)
        raise CdrpError(f"{meeting.id} was not issued, and nothing was written:{told}")
    _warn(now.partnership, meeting, day)
    copies = made_at(root, head, meeting.id, wanted)
    file = meeting.pointer.file
    changes = tuple(_changes(meeting, copies, day, head))
    changed(file, tree.files[file], changes)  # refused here, while no paper has been written
    for path in write_papers(copies, root, wanted.out):
        put(f"{path}\n")
    try:
        write(root, {file: Edit(digest(tree.files[file]), changes)})
    except RefusedError as reason:
        raise CdrpError(f"{reason}; the papers are made, and nothing is recorded of them: do not send them") from None
    _tell(meeting, copies, day, head)
    return CLEAN


def made_at(root: Path, found: Revision, ident: str, wanted: Wanted) -> tuple[Copy, ...]:
    """The papers, from records and templates as they were committed, so that they can be made again; agenda first."""
    committed = loaded_at(found).partnership
    meeting = meeting_named(committed, ident)
    with templates_at(found) as folder, progress() as telling:
        templates = Templates(folder)
        asked = documents(committed, (meeting,), wanted, root, templates, suggest=False)
        return made(asked, wanted.formats, templates, telling)


def _uncommitted(head: Revision) -> Iterator[str]:
    names = head.changed_since()
    if names:
        more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
        yield (
            f"{', '.join(names[:_MOST])}{more}: not as committed last; commit first, so that what is sent can be made"
            " again"
        )


def _unread(now: Loaded) -> Iterator[str]:
    if now.unread:
        yield f"{', '.join(now.unread)}: not read in full; mend first what cdrp check says"


def _not_to_issue(root: Path, meeting: Meeting, day: date) -> Iterator[str]:
    if meeting.status != "planned":
        yield f"it is recorded as {meeting.status}: only papers of a planned meeting are issued"
    elif day > meeting.day:
        yield f"it was to meet on {say(meeting.day)}, before the day of issue, {say(day)}: --today says another day"
    if not meeting.issued:
        return
    last = meeting.issued[-1]
    if day < last.date:
        yield f"it was issued on {say(last.date)} already, and cannot be issued again on an earlier day, {say(day)}"
    try:
        before = loaded_at(revision(root, last.revision)).partnership.meeting(meeting.id)
    except CdrpError as error:
        tell(f"cdrp: what was added since the issue of {say(last.date)} cannot be told: {error}")
        return
    if before is not None:
        yield from broken(meeting, before)


def _warn(partnership: Partnership, meeting: Meeting, day: date) -> None:
    """What the officer should know and may decide: short notice, an agenda without business."""
    asked, profile = clear_days_asked(meeting, partnership), partnership.profile
    if asked is not None and profile is not None and meeting.how != "correspondence":
        notice = WorkingDays.of(profile).last_day_to_publish(meeting.day, asked.days)
        if day > notice.last_day:
            told = f"{asked.by} {asked.days} clear days, so papers had to be out by {say(notice.last_day)}"
            tell(f"cdrp: the notice is too short: {told} ({notice.say()})")
    if not meeting.items:
        tell(f"cdrp: {meeting.id} has no business on record: the agenda is empty")


def _changes(meeting: Meeting, copies: tuple[Copy, ...], day: date, head: Revision) -> Iterator[Change]:
    issues = [_issue([copy for copy in copies if copy.audience is each], each, day, head) for each in _sent(copies)]
    if meeting.issued:
        yield from (Append(("issued",), each) for each in issues)
    else:
        yield Put(("issued",), issues, _ORDER)
    if _publishes(meeting, copies):
        yield Put(("agenda_published",), day.isoformat(), _ORDER)


def _issue(copies: list[Copy], audience: Audience, day: date, head: Revision) -> dict[str, Any]:
    files = tuple(hashes(copies))
    return {
        "date": day.isoformat(),
        "revision": head.commit,
        "hash": of_all(files),
        "audience": audience.value,
        "files": [{"name": name, "hash": told} for name, told in files],
    }


def _sent(copies: tuple[Copy, ...]) -> tuple[Audience, ...]:
    return tuple(dict.fromkeys(copy.audience for copy in copies))


def _publishes(meeting: Meeting, copies: tuple[Copy, ...]) -> bool:
    """Whether the public gets it for the first time: a day that is on record stands."""
    return Audience.PUBLIC in _sent(copies) and meeting.agenda_published is None


def _tell(meeting: Meeting, copies: tuple[Copy, ...], day: date, head: Revision) -> None:
    file = meeting.pointer.file
    to = both([f"to {'members' if each is Audience.MEMBERS else 'the public'}" for each in _sent(copies)])
    tell(f"cdrp: recorded in {file}: issued {to} on {say(day)}, from revision {head.short}")
    if _publishes(meeting, copies):
        tell(f"cdrp: recorded too, since the public copy is among them: agenda_published: {day.isoformat()}")
    there = "" if Path.cwd() == head.root else f' -C "{head.root.as_posix()}"'
    tell(f'Commit it, so that it is kept: git{there} commit -m "Issue {meeting.id}" {file}')
