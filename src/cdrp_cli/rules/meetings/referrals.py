"""What one meeting hands on, to another body or to a later day, and whether anybody took it up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.words import both
from cdrp_cli.records.bodies import Body
from cdrp_cli.records.follow_up import exempt_item
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.rules.meetings.handed_on import decisions, went_back
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_LOST_AFTER = 2


@rule("referral-not-taken-up", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("meetings", "bodies"))
def referral_not_taken_up(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """What is referred to another body is on its table by its second meeting after.

    Why: what is handed on and taken up by nobody is lost, while both bodies believe that the other has it.
    Remedy: put it on the body's next agenda with refers_to naming this minute. If it was taken up, add refers_to there.
    """
    for minuted, at, decision in decisions(meeting, "referred"):
        closed = exempt_item(case.partnership, minuted.item)
        body = case.partnership.body(decision.to) if decision.to is not None else None
        if decision.to is None:
            fact = "referred, but to which body is not recorded"
            yield Problem(at, fact, "write to: with the id of the body", subject=meeting.id, closed=closed)
        elif body is not None and body.id != meeting.body:
            why = _lost(minuted, body, case)
            if why:
                yield Problem(at.at("to"), why, subject=meeting.id, closed=closed)


@rule("deferral-not-taken-up", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("meetings",))
def deferral_not_taken_up(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """What is put off to a meeting is taken up there, or by the next one where that was not held or had no quorum.

    Why: whoever waited for that day finds that nothing was said, and the matter is as good as dropped.
    Remedy: put it on the next agenda, with refers_to naming this minute. If it was taken up, add refers_to there.
    """
    for minuted, at, decision in decisions(meeting, "deferred"):
        named = case.partnership.meeting(decision.until) if decision.until is not None else None
        taking = _held_in_its_place(named, case) if named is not None else None
        if taking is None:
            continue
        if not any(meeting.date < each.date <= taking.date for each in went_back(case.partnership, minuted)):
            fact = f"put off to the meeting of {say(taking.date)}, where no item goes back to it"
            related = (Related(taking.pointer, f"the meeting of {say(taking.date)}"),)
            closed = exempt_item(case.partnership, minuted.item)
            yield Problem(at.at("until"), fact, subject=meeting.id, related=related, closed=closed)


def _lost(minuted: Minuted, body: Body, case: Case) -> str:
    """Why the referral counts as lost; empty where it was taken up, or nobody can tell yet."""
    first = minuted.meeting.date
    if first > case.as_of or any(went_back(case.partnership, minuted, body.id)):
        return ""
    own = case.partnership.meetings_of(body.id)
    if not own or not case.partnership.complete("meetings", first):
        return ""
    since = [each.date for each in own if each.status == "held" and first < each.date <= case.as_of]
    if body.life.over(case.as_of) is True and body.life.over(first) is not True:
        return f"referred to {body.name}, which has ended without taking it up"
    return _passed_over(body, since) if len(since) >= _LOST_AFTER else ""


def _passed_over(body: Body, since: list[date]) -> str:
    days = both([say(day) for day in since[:_LOST_AFTER]])
    return f"referred to {body.name}, which has met since, on {days}, and has no item that goes back to it"


def _held_in_its_place(named: Meeting, case: Case) -> Meeting | None:
    """The meeting named, or the body's next that was held where it was not or had no quorum; None if none was yet."""
    if not case.partnership.complete("meetings", named.date):
        return None
    own = case.partnership.meetings_of(named.body)
    held = (each for each in own if each.status == "held" and named.date <= each.date <= case.as_of)
    return next(held, None)


RULES = (referral_not_taken_up, deferral_not_taken_up)
