"""Actions followed through the minutes: updated while open, after they were raised, and owned by somebody there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Related, Severity
from cdrp_cli.records.base import Entry
from cdrp_cli.records.follow_up import exempt_update, followed
from cdrp_cli.records.minuted import Raised, Updated
from cdrp_cli.rules.lives import Life, of_partner, of_post, successors
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem


@rule("action-closed-already", severity=Severity.ERROR)
def action_closed_already(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """An action that is done, withdrawn or overtaken gets no further update.

    Why: its state would depend on which of the two minutes one reads.
    Remedy: delete this update, or mend the earlier one; what is still to be done is a new action.
    """
    for raised in case.partnership.actions:
        closing: Updated | None = None
        for updated in case.partnership.updates_of(raised):
            if closing is not None:
                closed = exempt_update(case.partnership, updated)
                yield _told_again(raised, closing, updated, closed=closed)
            closing = updated if updated.update.status != "open" else None


@rule("action-before-raised", severity=Severity.ERROR)
def action_before_raised(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """An action is updated, done and due only after the meeting that raised it.

    Why: nothing can be heard of an action before there is one, so one of the two days is wrong.
    Remedy: see which action is meant, and mend its id or the day.
    """
    for raised in case.partnership.actions:
        first = raised.minuted.meeting.date
        for updated in case.partnership.updates_of(raised):
            fact = f"{raised.id} was raised on {say(first)}"
            closed = exempt_update(case.partnership, updated)
            here = updated.minuted.meeting.date
            if here < first:
                later = f"{fact}, after this meeting of {say(here)}"
                yield Problem(updated.pointer.at("action"), later, subject=raised.id, closed=closed)
                continue
            for key, word, day in (("on", "done", updated.update.on), ("due", "due", updated.update.due)):
                if day is not None and day < first:
                    early = f"{fact}, and is {word} on {say(day)}, before that"
                    yield Problem(updated.pointer.at(key), early, subject=raised.id, closed=closed)


@rule("action-owner-gone", severity=Severity.WARNING, needs=("meetings",))
def action_owner_gone(_record: Entry | None, case: Case) -> Iterator[Problem]:
    """Open actions are owned by posts and bodies that still exist.

    Why: an action of somebody who is no more is done by nobody, and still counts as promised.
    Remedy: pass it on at the next meeting: an update with owner, or with status withdrawn or overtaken.
    """
    for action in followed(case.partnership, case.as_of):
        why = _gone(action.owner, case) if action.open else ""
        if why and case.partnership.complete("meetings", action.raised_on):
            told = "its owner is no more" if action.exempt else why
            yield Problem(action.owner_at, f"{action.id} is open, but {told}", subject=action.id, closed=action.exempt)


def _told_again(raised: Raised, closing: Updated, updated: Updated, *, closed: bool) -> Problem:
    """A second word on a closed action; the same word twice contradicts nothing and is only a warning."""
    same = closing.update.status == updated.update.status
    day = say(closing.minuted.meeting.date)
    again = f"and is {updated.update.status} again here" if same else f"and is {updated.update.status} here"
    return Problem(
        updated.pointer.at("action"),
        f"{raised.id} was {closing.update.status} by the minutes of {day} {again}",
        severity=Severity.WARNING if same else None,
        subject=raised.id,
        related=(Related(closing.pointer, f"{closing.update.status} in the minutes of {day}"),),
        closed=closed,
    )


def _gone(owner: Owner | None, case: Case) -> str:
    """Why the owner is surely no more, with who took over; empty where it is there or nobody can say."""
    day: date = case.as_of
    if owner is None or owner.kind == "words":
        return ""
    if owner.kind == "post":
        found = case.partnership.post(owner.ident)
        if found is None:
            return ""
        if found[0].life.over(day) is True:
            return of_partner(found[0]).ended() + successors(case.partnership, found[0])
        return of_post(*found)[0].outside(day) if found[1].life.over(day) is True else ""
    body = case.partnership.body(owner.ident)
    return Life(body.name, body.life).outside(day) if body is not None and body.life.over(day) is True else ""


RULES = (action_closed_already, action_before_raised, action_owner_gone)
