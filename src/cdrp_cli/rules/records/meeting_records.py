"""A meeting and the others: its body existed, its hours can be, its move is linked both ways, its minutes approved."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.lives import Life
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("meeting-outside-life", severity=Severity.ERROR, per=Meeting)
def meeting_outside_life(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A body meets only on days on which it exists.

    Why: what a body decides before it is set up, or after it is ended, is nobody's decision.
    Remedy: mend the date, or from and until of the body in data/bodies.yaml.
    """
    body = case.partnership.body(meeting.body)
    if body is None or meeting.status in ("cancelled", "moved"):
        return
    why = Life("the body", body.life).outside(meeting.date)
    if why:
        yield Problem(meeting.at("date"), f"{body.name} met on {say(meeting.date)}, but {why}", subject=meeting.id)


@rule("ends-before-start", severity=Severity.ERROR, per=Meeting)
def ends_before_start(meeting: Meeting, _case: Case) -> Iterator[Problem]:
    """A meeting ends later on its day than it begins.

    Why: agendas and calendars print hours that cannot be, and no hours of the meeting are counted.
    Remedy: write both by the 24-hour clock, such as start 14:00 and end 16:00.
    """
    if meeting.start is not None and meeting.end is not None and meeting.end <= meeting.start:
        fact = f"a meeting that begins at {meeting.start} cannot end at {meeting.end} on the same day"
        yield Problem(meeting.at("end"), fact, subject=meeting.id)


@rule("moved-not-linked", severity=Severity.ERROR, per=Meeting)
def moved_not_linked(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A meeting that was moved and the one it became name each other.

    Why: whoever comes from either of the two must find the other, or a meeting seems to be missing.
    Remedy: write moved_to in the first and moved_from in the second.
    """
    links = (("moved_to", meeting.moved_to, "moved_from"), ("moved_from", meeting.moved_from, "moved_to"))
    for key, named, back in links:
        other = case.partnership.meeting(named) if named is not None else None
        if other is None or not case.partnership.readable("meetings", other.id):
            continue
        returned = other.moved_from if back == "moved_from" else other.moved_to
        if returned is None or case.partnership.meeting(returned) is not meeting:
            said = f"names {returned} instead" if returned is not None else f"has no {back}"
            yield Problem(
                meeting.at(key),
                f"{other.id} does not point back at {meeting.id}: it {said}",
                f"write {back}: {meeting.id} in {other.id}",
                subject=meeting.id,
                related=(Related(other.pointer, f"the meeting {other.id}"),),
            )


@rule("approving-minute-missing", severity=Severity.WARNING, per=Meeting)
def approving_minute_missing(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Approved minutes name the minute that approved them.

    Why: minutes are the record only once a later meeting has approved them, and that must be shown.
    Remedy: write approved_by with the minute, for instance 97 of 2025-10-21-board; until then status: draft.
    """
    if meeting.minutes is None or meeting.minutes.status != "approved" or meeting.minutes.approved_by is not None:
        return
    if case.partnership.readable("meetings", meeting.id):
        fact = f"the minutes of {say(meeting.date)} are marked approved, but no minute approves them"
        yield Problem(meeting.at("minutes"), fact, subject=meeting.id)


@rule("approving-minute-wrong", severity=Severity.WARNING, per=Meeting)
def approving_minute_wrong(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Minutes are approved by a later meeting of the same body, or of the one it answers to where it met no more.

    Why: only those who were there, at a later meeting, can say that the minutes are right.
    Remedy: name the minute of the body's next meeting that approved them.
    """
    citation = meeting.minutes.approved_by if meeting.minutes is not None else None
    approving = case.partnership.meeting(citation.meeting) if citation is not None else None
    if approving is None:
        return
    at = meeting.at("minutes", "approved_by")
    if approving is meeting:
        yield Problem(at, "the meeting is said to have approved its own minutes", subject=meeting.id)
    elif approving.date < meeting.date:
        fact = f"the meeting of {say(approving.date)} cannot have approved the minutes of {say(meeting.date)}"
        yield Problem(at, f"{fact}, which was later", subject=meeting.id)
    elif approving.body != meeting.body and _must_approve(meeting, approving, case):
        own, other = (_named(each, case) for each in (meeting, approving))
        fact = f"the minutes of a meeting of {own} are approved by a meeting of {other}"
        yield Problem(at, fact, subject=meeting.id)


def _must_approve(meeting: Meeting, approving: Meeting, case: Case) -> bool:
    """Whether the body itself had to do it: not where it answers to the other and did not meet in between."""
    body = case.partnership.body(meeting.body)
    if body is None or not case.partnership.readable("bodies", body.id):
        return False
    own = case.partnership.meetings_of(meeting.body)
    between = [each for each in own if each.took_place and meeting.date < each.date <= approving.date]
    return body.accountable_to != approving.body or bool(between)


def _named(meeting: Meeting, case: Case) -> str:
    body = case.partnership.body(meeting.body)
    return body.name if body is not None else meeting.body


RULES = (meeting_outside_life, ends_before_start, moved_not_linked, approving_minute_missing, approving_minute_wrong)
