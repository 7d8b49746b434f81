"""What falls due whether anybody meets or not: duties, documents to review, terms of office that end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cdrp_cli.core.dates import day_before, months_later, say
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.words import counted
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.bodies import Body, Chair
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays
from cdrp_cli.rules.forward_plan.clashes import not_worked
from cdrp_cli.rules.forward_plan.meeting_days import working_day
from cdrp_cli.rules.forward_plan.planned import Planned
from cdrp_cli.rules.holding.deadlines import next_date

_GOVERN = {
    "partnership-plan", "community-safety-agreement", "information-sharing-protocol", "terms-of-reference", "strategy",
    "training-plan", "combination-agreement", "case-review-procedure",
}  # fmt: skip
"""The documents that people act by, missed once their days are over; the days of a report are those it tells of."""


def duties_due(rows: Iterable[DutyRow], law: Catalogue, as_of: date, days: WorkingDays) -> Iterator[Planned]:
    """The next last day of every duty of the partnership's own that has one."""
    for row in rows:
        duty = law.duty(row.duty)
        day = next_date(row, duty, as_of)
        if day is None or row.binds == "others" or row.outcome is Outcome.NOT_APPLICABLE:
            continue
        closed = not_worked(day, days)
        clash = f"{closed}; the working day before is {say(working_day(days, day, -1))}" if closed else ""
        whose = "" if row.subject == "partnership" or (row.subject,) == row.held_by else f", {row.subject}"
        yield Planned(
            day, "duty", f"{duty.title} ({row.source}){whose}", row.duty, row.held_by,
            working=f"now {row.outcome.value.replace('-', ' ')}", clashes=(clash,) if clash else (),
            to_do=row.outcome is not Outcome.MET,
        )  # fmt: skip


def documents_due(partnership: Partnership, today: date) -> Iterator[Planned]:
    """The day by which each document is to be reviewed, and the last it governs, while nothing has replaced it."""
    replaced = {each.replaces for each in partnership.documents if each.replaces is not None}
    for document in partnership.documents:
        if document.id in replaced or (document.withdrawn is not None and document.withdrawn <= today):
            continue
        bodies = (document.body,) if document.body is not None else ()
        if document.review_by is not None:
            what = f"Due for review: {document.title}"
            yield Planned(document.review_by, "document", what, document.id, bodies, to_do=True)
        until = document.period.until if document.period is not None else None
        if until is not None and until.exact and document.kind in _GOVERN:
            what = f"Last day it governs: {document.title}"
            yield Planned(day_before(until.earliest), "document", what, document.id, bodies)


def terms_ending(partnership: Partnership, today: date) -> Iterator[Planned]:
    """The last day in the chair: as recorded, else by the length of term that the terms of reference set."""
    for body in partnership.bodies:
        if body.life.over(today) is True:
            continue
        for chair in body.chairs:
            if (found := _term(body, chair)) is not None:
                yield found


def _term(body: Body, chair: Chair) -> Planned | None:
    what = f"Last day of {chair.post} as {chair.role} of {body.name}"
    if chair.until is not None:
        return (
            Planned(day_before(chair.until.earliest), "chair", what, body.id, (body.id,)) if chair.until.exact else None
        )
    start = chair.from_
    terms = body.terms_on(start.latest) if start is not None and start.year is not None else None
    months = terms.chair.term_months if terms is not None and terms.chair is not None else None
    if start is None or months is None or chair.role != "chair":
        return None
    day = day_before(months_later(start.latest, months))
    working = f"{counted(months, 'month')} from {say(start.latest)}, by the terms of reference"
    return Planned(day, "chair", what, body.id, (body.id,), working=working, to_do=True)
