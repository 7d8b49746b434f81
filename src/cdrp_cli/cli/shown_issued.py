"""`cdrp show MEETING --issued`: the agenda as it was issued, made again, and compared with what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cdrp_cli.cli.agenda_issued import made_at
from cdrp_cli.cli.console import put, tell
from cdrp_cli.cli.exit_codes import CLEAN, FINDINGS
from cdrp_cli.cli.papers import Wanted, loaded_from, meeting_named
from cdrp_cli.core.dates import say
from cdrp_cli.core.errors import CdrpError
from cdrp_cli.records.meetings import Issue, Meeting
from cdrp_cli.records.revision import revision
from cdrp_cli.rendering.files import Audience, Copy, write
from cdrp_cli.rendering.hashes import hashes, of_all
from cdrp_cli.rendering.paper import Format
from cdrp_cli.rendering.views.issued import last_issue

_CALLED = {Audience.MEMBERS: "members", Audience.PUBLIC: "the public"}
_OTHER = "cannot be made again byte for byte: it was made by another version of the program or of what it uses"


def issued(root: Path, name: str, audience: Audience | None, out: Path | None) -> int:
    """Prints the agenda last issued, or writes all its files; 1 where a file is not, or cannot be shown to be, the one.

    It is the members' copy, unless said otherwise or none was sent. Raises CdrpError where nothing was issued, or git
    does not have the revision.
    """
    meeting = meeting_named(loaded_from(root).partnership, name)
    issue = _asked(meeting, audience)
    for line in _dates(meeting):
        tell(f"cdrp: {line}")
    wanted = Wanted(_formats(issue), (Audience(issue.audience),), out, stdout=False)
    copies = made_at(root, revision(root, issue.revision), meeting.id, wanted)
    if out is None:
        put(copies[0].files[Format.MARKDOWN].decode())
    else:
        for path in write(_sent(issue, copies), root, out):
            put(f"{path}\n")
    return _compared(issue, dict(hashes(copies)))


def _asked(meeting: Meeting, audience: Audience | None) -> Issue:
    if not meeting.issued:
        raise CdrpError(f"nothing of {meeting.id} was issued: cdrp agenda {meeting.id} --issue records what is sent")
    found = last_issue(meeting, audience or Audience.MEMBERS)
    if found is None and audience is not None:
        raise CdrpError(f"nothing of {meeting.id} was issued to {_CALLED[audience]}")
    return found or meeting.issued[-1]


def _dates(meeting: Meeting) -> Iterator[str]:
    """Every issue, in the order in which they were made."""
    for each in meeting.issued:
        to = _CALLED[Audience(each.audience)]
        yield f"issued to {to} on {say(each.date)}, from revision {each.revision[:10]}"


def _formats(issue: Issue) -> tuple[Format, ...]:
    """Those of the files that were sent, and Markdown to print."""
    suffixes = {form.suffix: form for form in Format}
    named = (suffixes.get(each.name.rpartition(".")[2]) for each in issue.files)
    return tuple(dict.fromkeys((*(form for form in named if form is not None), Format.MARKDOWN)))


def _sent(issue: Issue, copies: tuple[Copy, ...]) -> tuple[Copy, ...]:
    """The copies without the formats that were not sent."""
    suffixes = {each.name.rpartition(".")[2] for each in issue.files}
    return tuple(
        Copy(
            each.name,
            each.audience,
            each.cover,
            {form: data for form, data in each.files.items() if form.suffix in suffixes or not suffixes},
        )
        for each in copies
    )


def _compared(issue: Issue, made: dict[str, str]) -> int:
    """Tells of each file whether it is the one that was sent; the exit code."""
    told = {each.name: _verdict(each.hash, made.get(each.name)) for each in issue.files}
    kept = tuple((each.name, each.hash or "") for each in issue.files)
    if issue.hash is not None and issue.hash != of_all(kept):
        tell("cdrp: the hashes on record do not agree with one another: the record of the issue was changed since")
        told[""] = "changed"
    if told and not any(told.values()):
        tell(f"cdrp: made again from that revision, and the same as what was sent: {', '.join(told)}")
        return CLEAN
    for name, why in told.items():
        if name:
            tell(f"cdrp: {name}: {why or 'the same as what was sent'}")
    if not told:
        tell("cdrp: the record names no file, so nothing shows that this is what was sent")
    return FINDINGS


def _verdict(sent: str | None, made: str | None) -> str:
    """Why the file is not shown to be the one that was sent; empty where it is."""
    if sent is None:
        return "no hash is on record, so nothing shows that this is what was sent"
    return "" if sent == made else _OTHER
