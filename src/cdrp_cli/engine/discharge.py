"""Which meetings are left to discharge what the strategy group must do by a day, before and after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from cdrp_cli.core.dates import Period, legal_year, say
from cdrp_cli.core.outcome import DutyRow, Outcome
from cdrp_cli.core.what_if import Discharge
from cdrp_cli.core.words import both
from cdrp_cli.engine.hands_compared import Change
from cdrp_cli.engine.meetings_left import Chance, Left, meetings_left
from cdrp_cli.law.model import Duty
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.holding.deadlines import YEARLY

_DOUBT = "; whether it was done this year already cannot be told from the records"


def discharges(change: Change, rows: Iterable[DutyRow], as_of: date) -> Iterator[tuple[Chance, Discharge]]:
    """Each duty of the strategy group that has a deadline, and whether a meeting before it is left.

    `rows` say how the duties stand on `as_of`: what is met for the running year is due again in the next.
    The meetings counted are those after that day.
    """
    stands = {row.duty: row.outcome for row in rows}
    for duty, _ in change.law.on(change.nation, as_of).in_force():
        if duty.kind != "duty" or duty.binds != "partnership" or duty.period not in YEARLY:
            continue
        outcome = stands.get(duty.id)
        if outcome is Outcome.NOT_APPLICABLE:
            continue
        year = legal_year(as_of)
        if outcome is Outcome.MET and year.end is not None:
            year = legal_year(year.end.earliest)
        if duty.on(change.nation, year.last) is not None:
            doubt = _DOUBT if outcome is Outcome.CANNOT_TELL else ""
            yield _discharge(change, duty, year, max(as_of + timedelta(days=1), year.first), doubt)


def _discharge(change: Change, duty: Duty, year: Period, first: date, doubt: str) -> tuple[Chance, Discharge]:
    before, after = (_left(each, first, year.last) for each in (change.before, change.after))
    bodies = [body.id for body in change.after.bodies if "strategy-group" in body.functions]
    return after.chance, Discharge(
        duty.id, duty.title, ", ".join(bodies), year.last, after.planned, after.told + doubt,
        sure=after.chance is not Chance.OPEN, as_before=before == after,
    )  # fmt: skip


def _left(partnership: Partnership, first: date, last: date) -> Left:
    """The meetings of every strategy group of those days; the best of what can be said of any."""
    groups = [body for body in partnership.bodies if "strategy-group" in body.functions]
    if not groups:
        return Left((), Chance.NONE, f"no strategy group is on record that could meet by {say(last)}")
    every = [meetings_left(partnership, body, first, last) for body in groups]
    best = max(left.chance for left in every)
    kept = [left for left in every if left.chance is best]
    return Left(tuple(meeting for left in kept for meeting in left.planned), best, both([left.told for left in kept]))
