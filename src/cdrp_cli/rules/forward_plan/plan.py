"""The forward plan put together: meetings, the days around them, what falls due, in the order of the days."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.dates import day_before
from cdrp_cli.core.report import Report
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.records.working_days import WorkingDays, table_ends
from cdrp_cli.rules.forward_plan.falling_due import documents_due, duties_due, terms_ending
from cdrp_cli.rules.forward_plan.meeting_days import meeting_days
from cdrp_cli.rules.forward_plan.planned import ForwardPlan, Planned


def forward_plan(partnership: Partnership, report: Report, law: Catalogue, first: date, last: date) -> ForwardPlan:
    """The plan of the days from `first` to `last`, both inclusive, and what was to be done before today."""
    days = WorkingDays.of(partnership.profile) if partnership.profile is not None else WorkingDays()
    today = _clock(partnership, report.dates.today)
    every = sorted(
        (
            *meeting_days(partnership, days, today),
            *duties_due(report.duties, law, report.dates.as_of, days),
            *documents_due(partnership, today),
            *terms_ending(partnership, today),
        ),
        key=_order,
    )
    ahead = tuple(each for each in every if first <= each.day <= last)
    passed = tuple(each for each in every if each.day < today and each.to_do)
    return ForwardPlan(first, last, ahead, passed, table_ends())


def _clock(partnership: Partnership, today: date) -> date:
    """Today, or the last day that an archive keeps: nobody can tell from it what was done later."""
    until = partnership.profile.records.until if partnership.profile is not None else None
    return today if until is None else min(today, day_before(until))


def _order(each: Planned) -> tuple[date, str, str, str, str]:
    return each.day, each.time, each.kind, each.ref, each.what
