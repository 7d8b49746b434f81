"""Notice: clear days between agenda and meeting, and reasons for business that was taken without them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.words import counted
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_OF_COMMITTEES = {"england": 5, "wales": 3}
"""Clear days for committees of a principal council: Local Government Act 1972 ss 100B and, in Wales, 100BA."""
_LATE = re.compile(r"\d+[a-z]+", re.ASCII)


@rule("agenda-published-late", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("bodies",))
def agenda_published_late(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Agendas are published the clear days before the meeting that its terms of reference, or the 1972 Act, ask for.

    Why: members who get their papers late come unprepared or not at all, and the public cannot come.
    Remedy: see that the day is right. What is past cannot be mended: say at the meeting why the agenda was late, and
    plan the next one back from the last day to publish.
    """
    profile = case.partnership.profile
    asked = clear_days_asked(meeting, case.partnership)
    published = meeting.agenda_published
    if profile is None or asked is None or published is None or meeting.how == "correspondence":
        return
    if meeting.status in ("cancelled", "moved") or published > case.as_of:
        return
    days = WorkingDays.of(profile)
    between = days.clear_days_between(published, meeting.date)
    if between >= asked.days:
        return
    notice = days.last_day_to_publish(meeting.date, asked.days)
    fact = f"the agenda for {say(meeting.date)} was published on {say(published)}"
    had = counted(between, "clear day")
    yield Problem(
        meeting.at("agenda_published"),
        f"{fact}, with {had} between; {asked.by} {asked.days}, so it had to be out by {say(notice.last_day)}",
        subject=meeting.id,
        related=(Related(meeting.at("date"), notice.say()),),
    )


@rule("late-item-without-reason", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting)
def late_item_without_reason(meeting: Meeting, _case: Case) -> Iterator[Problem]:
    """An item that came after the agenda was published, and so bears a letter, gives the reason why it could not wait.

    Why: nobody had notice of it, so the minutes must show what made it urgent.
    Remedy: write late: {reason: …} at the item, in the words of the chair.
    """
    for index, item in enumerate(meeting.items):
        if item.number is not None and _LATE.fullmatch(item.number) and item.late is None:
            fact = f"item {item.number} was added after the agenda was published, and no reason is recorded"
            at = meeting.at("items", index, "number")
            yield Problem(at, fact, subject=meeting.id, closed=item.exempt is not None)


class Asked(Frozen):
    """How many clear days are asked for, and what asks for them."""

    days: int
    by: str


def clear_days_asked(meeting: Meeting, partnership: Partnership) -> Asked | None:
    """By the body's terms, or the house rule where one is written; for a council's committee at least by the Act."""
    body, profile = partnership.body(meeting.body), partnership.profile
    if body is None or profile is None:
        return None
    terms = body.terms_on(meeting.date)
    own = terms.clear_days if terms is not None else None
    asked = Asked(own, f"the terms of reference of {body.name} ask for") if own is not None else None
    if asked is None and "clear_days" in profile.defaults.model_fields_set:
        asked = Asked(profile.defaults.clear_days, "the house rule in data/partnership.yaml asks for")
    by_act = _OF_COMMITTEES[profile.nation]
    if body.rules == "council-committee" and (asked is None or asked.days < by_act):
        return Asked(by_act, "the Local Government Act 1972 asks for")
    return asked


RULES = (agenda_published_late, late_item_without_reason)
