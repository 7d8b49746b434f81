"""What meetings leave to be done: owned, dated, done in time, and not put off for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Related, Severity
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.base import Entry
from cdrp_cli.records.follow_up import Followed, exempt_item, followed
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_TOO_OFTEN = 3


@rule("action-without-owner", severity=Severity.WARNING, basis=Basis.HOUSE, needs=("meetings",))
def action_without_owner(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every open action has an owner.

    Why: what everybody has to do is done by nobody, and nobody can be asked after it.
    Remedy: write owner: a post, body:ID, chair:BODY, or plain words where no post fits.
    """
    for action in _open(case):
        if action.owner is None:
            yield Problem(action.raised.pointer, f"{action.id} has no owner", subject=action.id, closed=action.exempt)


@rule("action-without-date", severity=Severity.WARNING, basis=Basis.HOUSE, needs=("meetings",))
def action_without_date(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Every open action has a last day.

    Why: without one it is never late, so nobody is ever reminded.
    Remedy: write due with a whole day, or agree one at the next meeting: an update with status open and due.
    """
    for action in _open(case):
        if action.due is None:
            fact = f"{action.id} has no day by which it is to be done"
            yield Problem(action.raised.pointer, fact, subject=action.id, closed=action.exempt)


@rule("action-overdue", severity=Severity.WARNING, basis=Basis.HOUSE, needs=("meetings",))
def action_overdue(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Open actions are not past their last day.

    Why: partners hold one another to what they promised, and a promise nobody asks after is forgotten.
    Remedy: ask the owner; the next meeting records an update: done, open with a new due, withdrawn or overtaken.
    """
    day = case.clock
    for action in _open(case):
        late = action.late_days(day)
        if late and action.due is not None:
            fact = f"{action.id} was due on {say(action.due)} and is {counted(late, 'day')} late"
            yield Problem(
                action.due_at, fact, _not_met_since(action, day, case), subject=action.id, closed=action.exempt
            )


@rule("action-put-off-three-times", severity=Severity.WARNING, basis=Basis.HOUSE, needs=("meetings",))
def action_put_off_three_times(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """An action is not put off three times.

    Why: what is put off again and again is either not wanted, or beyond the one who has it.
    Remedy: decide at the next meeting: pass it to somebody who can, ask for what it lacks, or withdraw it.
    """
    for action in followed(case.partnership, case.as_of):
        delays = action.put_off
        if len(delays) < _TOO_OFTEN:
            continue
        fact = f"{action.id} was put off {len(delays)} times"
        days = [say(each.update.due) for each in delays if each.update.due is not None]
        told = f"{fact}, to {both(days)}"
        severity = None
        if not action.open:
            told, severity = f"{told}, before it was {action.status}", Severity.NOTE
        related = tuple(Related(each.pointer, f"put off on {say(each.minuted.meeting.date)}") for each in delays)
        yield Problem(
            action.raised.pointer, told, severity=severity, subject=action.id, related=related, closed=action.exempt
        )


@rule("item-without-outcome", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting)
def item_without_outcome(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """An item that was brought for decision has an outcome in the minutes.

    Why: who reads the minutes later must see what became of it, also where it was only put off.
    Remedy: write what the meeting did under outcomes; deferred with until, where it was put off.
    """
    minuted = any(item.outcomes for item in meeting.items)
    if meeting.status != "held" or meeting.date > case.as_of or not minuted or "items" in meeting.not_seen:
        return
    if not case.partnership.readable("meetings", meeting.id):
        return
    for index, item in enumerate(meeting.items):
        if item.purpose == "decide" and not item.outcomes:
            named = f"item {item.number}" if item.number is not None else "this item"
            fact = f"{named} was on the agenda for decision, and no outcome is recorded"
            closed = exempt_item(case.partnership, item)
            yield Problem(meeting.at("items", index), fact, subject=meeting.id, closed=closed)


def _not_met_since(action: Followed, day: date, case: Case) -> str:
    """What to do where the body had no meeting yet that could hear of it; empty, for the rule's remedy, where it had.

    The day has passed all the same: who promised it can be asked before anybody meets.
    """
    name = action.raised.minuted.meeting.body
    body, due = case.partnership.body(name), action.due
    met = [each.date for each in case.partnership.meetings_of(name) if each.took_place and each.date <= day]
    if body is None or due is None or any(each > due for each in met):
        return ""
    told = f"ask the owner now; {body.name} has not met since that day, so its next meeting is to record"
    return f"{told} how it stands: done, open with a new due, withdrawn or overtaken"


def _open(case: Case) -> Iterator[Followed]:
    """The actions that are open on the day of the report, and that no missing minute can have changed."""
    for action in followed(case.partnership, case.as_of):
        whole = "items" not in action.raised.minuted.meeting.not_seen
        if action.open and whole and case.partnership.complete("meetings", action.raised_on):
            yield action


RULES = (
    action_without_owner,
    action_without_date,
    action_overdue,
    action_put_off_three_times,
    item_without_outcome,
)
