"""Decisions by correspondence come before the next meeting."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.records.follow_up import citing
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.minuted import Minuted
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("correspondence-not-reported", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("meetings",))
def correspondence_not_reported(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A decision taken by correspondence is reported to the body's next meeting.

    Why: nobody could hear the others, so the next meeting must see what was decided and can ask.
    Remedy: put it on the next agenda and record it there: under matters arising, or by approving its minutes.
    """
    if not by_correspondence(meeting):
        return
    following = next((each for each in case.partnership.meetings_of(meeting.body) if _met(each, meeting)), None)
    if following is None or following.date > case.as_of:
        return
    if not case.partnership.complete("meetings", meeting.date) or "items" in following.not_seen:
        return
    if not reported(case.partnership, meeting, following):
        fact = f"what was decided by correspondence on {say(meeting.date)} was not reported to the next meeting"
        related = (Related(following.pointer, f"the meeting of {say(following.date)}"),)
        yield Problem(meeting.at("how"), f"{fact}, on {say(following.date)}", subject=meeting.id, related=related)


def by_correspondence(meeting: Meeting) -> bool:
    """Whether something was decided there without a sitting, so that the next meeting has to hear of it."""
    if meeting.how != "correspondence" or not meeting.took_place:
        return False
    outcomes = (outcome for item in meeting.items for outcome in item.outcomes)
    return any(isinstance(outcome, Decision) and outcome.verb != "noted" for outcome in outcomes)


def _met(later: Meeting, meeting: Meeting) -> bool:
    """Whether people sat together at the later meeting, with a quorum."""
    return later.date > meeting.date and later.status == "held" and later.how != "correspondence"


def reported(partnership: Partnership, meeting: Meeting, following: Meeting) -> bool:
    """Whether the next meeting went back to it, or approved its minutes."""
    approved_by = meeting.minutes.approved_by if meeting.minutes is not None else None
    if approved_by is not None and partnership.meeting(approved_by.meeting) is following:
        return True
    items = (Minuted(meeting, index, item) for index, item in enumerate(meeting.items))
    return any(each.meeting is following for item in items for each in citing(partnership, item))


RULES = (correspondence_not_reported,)
