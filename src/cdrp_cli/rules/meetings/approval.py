"""Minutes become the record when a later meeting approves them."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.words import both
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_CHANCES = 2


@rule("minutes-not-approved", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("meetings",))
def minutes_not_approved(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Minutes are approved by the second meeting after, at the latest.

    Why: until then they are a draft, and what they say that the meeting decided can be disputed.
    Remedy: put them on the next agenda. If they were approved, write status: approved, and approved_by with the minute.
    """
    if not meeting.took_place or meeting.minutes is None or meeting.minutes.status != "draft":
        return
    since = [each for each in case.partnership.meetings_of(meeting.body) if _could_approve(each, meeting, case)]
    if len(since) >= _CHANCES:
        days = both([say(each.date) for each in since[:_CHANCES]])
        fact = f"the minutes of {say(meeting.date)} are still a draft, and the body has met since, on {days}"
        related = tuple(Related(each.pointer, f"the meeting of {say(each.date)}") for each in since[:_CHANCES])
        yield Problem(meeting.at("minutes", "status"), fact, subject=meeting.id, related=related)


def _could_approve(later: Meeting, meeting: Meeting, case: Case) -> bool:
    """Whether the later meeting could have approved the minutes: one with a quorum, where people met."""
    sat = later.status in ("held", "adjourned") and later.how != "correspondence"
    return sat and meeting.date < later.date <= case.as_of


RULES = (minutes_not_approved,)
