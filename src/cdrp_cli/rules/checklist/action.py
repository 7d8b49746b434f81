"""What a row that falls short will have done about it: planned, owned by somebody who is there, and in time."""

from __future__ import annotations

from collections.abc import Iterator

from cdrp_cli.core.citation import Owner
from cdrp_cli.core.dates import say
from cdrp_cli.core.finding import Basis, Severity
from cdrp_cli.core.outcome import Outcome
from cdrp_cli.records.follow_up import Followed, follow
from cdrp_cli.records.positions import HallmarkRow
from cdrp_cli.rules.checklist.answers import answered
from cdrp_cli.rules.rule import Case, Rule, rule
from cdrp_cli.rules.words import Problem

_SHORT = ("partly-met", "not-met")
_ADD = {"owner": "owner: with a post, body:ID or chair:BODY", "day": "due: with the last day to do it"}
_SETTLED = (Outcome.MET, Outcome.NOT_APPLICABLE)


@rule("row-without-action", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_without_action(_record: None, case: Case) -> Iterator[Problem]:
    """Every row that falls short says what will be done.

    Why: a shortfall that nobody takes up is the first thing an inspector asks about.
    Remedy: add further_action: with owner and due, or action: with an open action of the minutes.
    """
    for _, row in answered(case):
        if row.status not in _SHORT or row.further_action:
            continue
        action = _followed(row, case)
        word = row.status.replace("-", " ")
        if row.action is None:
            yield Problem(row.at("status"), f"{row.ref} is {word} and no action is planned", subject=row.ref)
        elif action is not None and not action.open:
            message = f"{row.ref} is {word}, its action {action.id} is {action.status}, and no other is planned"
            yield Problem(row.at("action"), message, subject=row.ref, closed=action.exempt)


def _followed(row: HallmarkRow, case: Case) -> Followed | None:
    """The action of the minutes that the row names, as it stands on the day."""
    raised = case.partnership.action(row.action) if row.action is not None else None
    return follow(case.partnership, raised, case.as_of) if raised is not None else None


@rule("row-action-incomplete", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_action_incomplete(_record: None, case: Case) -> Iterator[Problem]:
    """Every further action of a row has an owner and a day.

    Why: an action that is nobody's, or of no day, is done by nobody on no day.
    Remedy: add owner: with a post, body:ID or chair:BODY, and due: with the last day.
    """
    for _, row in answered(case):
        lacking = [word for word, given in (("owner", row.owner), ("day", row.due)) if given is None]
        if lacking and row.further_action and row.action is None:
            message = f"the further action of {row.ref} has no {' and no '.join(lacking)}"
            add = f"add {' and '.join(_ADD[word] for word in lacking)}"
            severity = None if row.status in _SHORT else Severity.NOTE
            yield Problem(row.at("further_action"), message, add, severity, row.ref)


@rule("row-owner-gone", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_owner_gone(_record: None, case: Case) -> Iterator[Problem]:
    """The owner of a row that is not settled is there to see to it.

    Why: what is left with a post that has ended is forgotten with it.
    Remedy: name who has taken it over.
    """
    for answer, row in answered(case):
        if row.owner is None or answer.standing.outcome in _SETTLED:
            continue
        gone = _gone(row.owner, case)
        if gone:
            yield Problem(row.at("owner"), f"the owner of {row.ref}, {row.owner}, {gone}", subject=row.ref)


def _gone(owner: Owner, case: Case) -> str:
    """Why the owner surely cannot act on the day, empty where it may."""
    if owner.kind == "post":
        found = case.partnership.post(owner.ident)
        if found is not None and any(each.life.over(case.day) for each in found):
            return "is a post that has ended"
    elif owner.kind in ("body", "chair"):
        body = case.partnership.body(owner.ident)
        if body is not None and body.life.over(case.day):
            return "is a body that has ended" if owner.kind == "body" else "is the chair of a body that has ended"
    return ""


@rule("row-action-overdue", severity=Severity.WARNING, basis=Basis.HOUSE)
def row_action_overdue(_record: None, case: Case) -> Iterator[Problem]:
    """No further action of a row is past its day.

    Why: a date that passes unremarked says that nobody looks.
    Remedy: record what was done in the position, with its evidence, or agree a later day and say why.
    """
    for _, row in answered(case):
        if row.due is None or row.status in _SETTLED or row.due >= case.clock:
            continue
        yield Problem(row.at("due"), f"the further action of {row.ref} was due on {say(row.due)}", subject=row.ref)


RULES: tuple[Rule, ...] = (row_without_action, row_action_incomplete, row_owner_gone, row_action_overdue)
"""Rules on what will be done about an answer."""
