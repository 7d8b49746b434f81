"""The next last day for a duty, as far as the law sets one by the calendar."""

from __future__ import annotations

from datetime import date

from cdrp_cli.core.dates import after_quarter, legal_year, quarter, say
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.law.model import Duty

YEARLY = ("legal-year", "before-1-april")
"""The duties whose time runs with the year from 1 April to 31 March."""


def next_deadline(duty: Duty, day: date) -> date | None:
    """The last day of the year or quarter that holds the day; None where no day of the calendar is set."""
    if duty.period in YEARLY:
        return legal_year(day).last
    return quarter(day).last if duty.period == "quarter" else None


def next_date(row: DutyRow, duty: Duty, day: date) -> date | None:
    """The last day by which the duty has to be met next, as far as the law or the records set one.

    What is met for its year or quarter is next due in the one that follows.
    """
    if row.due is not None or row.outcome is Outcome.NOT_APPLICABLE:
        return row.due
    if row.outcome is not Outcome.MET or row.period is None or row.period.end is None:
        return next_deadline(duty, day)
    if duty.period in YEARLY:
        return legal_year(row.period.end.earliest).last
    return after_quarter(after_quarter(row.period)).last if duty.period == "quarter" else None


def say_deadline(duty: Duty, day: date) -> str:
    """`the next deadline is 31 March 2012`, or what runs in place of one."""
    due = next_deadline(duty, day)
    if due is not None:
        return f"the next deadline is {say(due)}"
    if duty.period in ("28-days", "date-requested"):
        return "its time runs from each request"
    return "it is owed at all times" if duty.period == "none" else "its time follows what was done last"
