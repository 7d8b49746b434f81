"""Quorum by the terms of reference of the day: of the meeting, of each item decided, and as the meeting declared it."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.words import both, counted
from cdrp_cli.records.bodies import Body, Quorum
from cdrp_cli.records.meetings import Meeting
from cdrp_cli.records.outcomes import Decision
from cdrp_cli.rules.meetings.presence import (
    Count,
    Counting,
    Table,
    all_stayed,
    at_item,
    at_meeting,
    attendance_known,
    took_place,
)
from cdrp_cli.rules.rule import Case, rule
from cdrp_cli.rules.words import Problem

_DECIDES = ("agreed", "approved", "accepted", "resolved", "rejected", "referred")
"""What only a quorum can do: a meeting without one may still note, and put off."""


@rule("meeting-inquorate", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("bodies", "partners"))
def meeting_inquorate(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A meeting that was held had the quorum of its terms of reference.

    Why: what a meeting decides without its quorum can be undone by anybody who asks who was there.
    Remedy: compare attendance with the signed minutes. If it is right, write status: inquorate, and bring the
    decisions to the next meeting that has a quorum.
    """
    found = _terms(meeting, case)
    if found is None or meeting.status != "held":
        return
    body, quorum = found
    count = Counting.of(case, quorum).most(at_meeting(meeting))
    if _short(count, quorum):
        fact = f"{body.name} met on {say(meeting.date)} with {_had(count, quorum)}, where its terms of reference want"
        yield Problem(meeting.at("attendance"), f"{fact} {_wanted(quorum)}", subject=meeting.id)


@rule("declared-inquorate", severity=Severity.WARNING, per=Meeting, needs=("bodies", "partners"))
def declared_inquorate(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """A meeting that was declared inquorate lacked the quorum of its terms of reference.

    Why: either the attendance list is wrong, or business was put off that could have been done.
    Remedy: mend attendance, or the status. Where people left early, say for which items they were there.
    """
    found = _terms(meeting, case)
    if found is None or meeting.status != "inquorate":
        return
    body, quorum = found
    count = Counting.of(case, quorum).fewest(at_meeting(meeting))
    if not _short(count, quorum):
        fact = f"the meeting was declared inquorate, but attendance shows {_had(count, quorum)}"
        wanted = f"{body.name} wants {_wanted(quorum)}"
        yield Problem(meeting.at("status"), f"{fact}; {wanted}", subject=meeting.id)


@rule(
    "decision-without-quorum", severity=Severity.WARNING, basis=Basis.HOUSE, per=Meeting, needs=("bodies", "partners")
)
def decision_without_quorum(meeting: Meeting, case: Case) -> Iterator[Problem]:
    """Every item decided had the quorum: who came for other items, or left with an interest, does not count.

    Why: a member who leaves the room with an interest may take the quorum along, and the decision does not bind then.
    Remedy: compare attendance and declarations with the signed minutes. If they are right, bring the item to a meeting
    that has a quorum for it.
    """
    if meeting.status == "inquorate" and took_place(meeting, case):
        yield from _by_inquorate(meeting)
        return
    tables = _decided(meeting)
    found = _terms(meeting, case) if tables else None
    if found is None:
        return
    quorum = found[1]
    counting = Counting.of(case, quorum)
    if meeting.status == "held" and _short(counting.most(at_meeting(meeting)), quorum):
        return
    for index, verb, table in tables:
        count = counting.most(table)
        if _short(count, quorum):
            item = meeting.items[index]
            named = f"item {item.number}" if item.number is not None else "this item"
            fact = f"{named} was {verb} at a table of {_had(count, quorum)}; {_wanted(quorum)} are wanted"
            yield Problem(meeting.at("items", index), fact, subject=meeting.id, closed=item.exempt is not None)


def _by_inquorate(meeting: Meeting) -> Iterator[Problem]:
    for index, item in enumerate(meeting.items):
        for position, outcome in enumerate(item.outcomes):
            if isinstance(outcome, Decision) and outcome.verb in _DECIDES:
                fact = f"{outcome.verb} by a meeting that was declared inquorate: it could only note, or put off"
                at = meeting.at("items", index, "outcomes", position, "verb")
                help_ = "record what the meeting did, and bring the item to one that has a quorum"
                yield Problem(at, fact, help_, subject=meeting.id, closed=item.exempt is not None)


def _decided(meeting: Meeting) -> list[tuple[int, str, Table]]:
    """The items decided, by position, with what was done and who was there, where it was not the whole meeting."""
    if meeting.status == "held" and all_stayed(meeting):
        return []
    whole = at_meeting(meeting)
    found: list[tuple[int, str, Table]] = []
    for index, item in enumerate(meeting.items):
        verbs = [each.verb for each in item.outcomes if isinstance(each, Decision) and each.verb in _DECIDES]
        table = at_item(meeting, item) if verbs else whole
        if verbs and (table.most != whole.most or meeting.status != "held"):
            found.append((index, verbs[0], table))
    return found


def _terms(meeting: Meeting, case: Case) -> tuple[Body, Quorum] | None:
    """The body and the quorum of the day of a meeting that took place; None where it or the attendance is not known."""
    if not took_place(meeting, case):
        return None
    body = case.partnership.body(meeting.body)
    terms = body.terms_on(meeting.date) if body is not None else None
    quorum = terms.quorum if terms is not None else None
    if body is None or quorum is None or not attendance_known(meeting, case):
        return None
    return body, quorum


def _short(count: Count, quorum: Quorum) -> bool:
    return count.partners < (quorum.partners or 0) or count.responsible < (quorum.responsible or 0)


def _had(count: Count, quorum: Quorum) -> str:
    """`4 partners, 2 of them responsible authorities`: what the quorum asks after."""
    if quorum.responsible is None:
        return counted(count.partners, "partner")
    if quorum.partners is None:
        return counted(count.responsible, "responsible authority", "responsible authorities")
    return counted(count.partners, "partner") + _among(count)


def _among(count: Count) -> str:
    """How many of the partners are responsible authorities, after their number."""
    if count.partners == 0:
        return ""
    if count.responsible == count.partners:
        return ", a responsible authority" if count.partners == 1 else ", all responsible authorities"
    if count.responsible == 1:
        return ", 1 of them a responsible authority"
    return f", {count.responsible or 'none'} of them responsible authorities"


def _wanted(quorum: Quorum) -> str:
    told = [counted(quorum.partners, "partner")] if quorum.partners is not None else []
    if quorum.responsible is not None:
        told.append(counted(quorum.responsible, "responsible authority", "responsible authorities"))
    return both(told)


RULES = (meeting_inquorate, declared_inquorate, decision_without_quorum)
