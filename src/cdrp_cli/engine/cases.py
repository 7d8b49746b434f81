"""Which cases a duty makes: for which bodies, on which day, in which period, and under which law."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from cdrp_cli.core.dates import Period, day_before, legal_year
from cdrp_cli.core.frozen import Frozen
from cdrp_cli.core.report import Dates
from cdrp_cli.hallmarks import Checklist
from cdrp_cli.law.catalogue import Catalogue
from cdrp_cli.law.model import Duty
from cdrp_cli.records.bodies import Body, BodyFunction
from cdrp_cli.records.partnership import Partnership
from cdrp_cli.rules.rule import DutyCase, DutyRule

_YEARLY = ("legal-year", "before-1-april")
_FUNCTION: dict[str, BodyFunction] = {
    "strategy-group": "strategy-group",
    "county-strategy-group": "county-strategy-group",
    "crime-and-disorder-committee": "crime-and-disorder-committee",
    "council": "crime-and-disorder-committee",
}

OF_THE_DISTRICTS = "these are the records of a county; each of its districts has a strategy group of its own"
"""Why a duty of a partnership does not touch a county group."""


class Bench(Frozen):
    """What the judgement of every duty has in common."""

    partnership: Partnership
    law: Catalogue
    dates: Dates
    shipped: Checklist


def function_of(rule: DutyRule, duty: Duty) -> BodyFunction | None:
    """The kind of body the duty is judged for; None: the partnership as a whole."""
    return None if rule.whole else rule.of or _FUNCTION.get(duty.bound)


def districts_duty(duty: Duty, case: DutyCase) -> bool:
    """Whether these are a county group's own records, in which what binds a partnership finds none to bind."""
    profile = case.partnership.profile
    of_county = profile is not None and profile.tier_on(case.day) == "county"
    return of_county and duty.binds == "partnership" and not case.partnership.bodies_on(case.day, "strategy-group")


def current(bench: Bench, rule: DutyRule) -> Iterator[DutyCase]:
    """The cases of the day of the report, one for each body; its running year where the law counts in years."""
    yield from _on(bench, rule, bench.dates.as_of, None)


def closed(bench: Bench, rule: DutyRule) -> Iterator[tuple[DutyCase, bool]]:
    """The cases of the years that are over, latest first, and whether it is the year just before the running one.

    That year is always judged, the ones before it as far back as there is anything on record. A duty that was no
    longer in force on the last day of a year makes no case of it.
    """
    duty = bench.law.duty(rule.id)
    if duty.period not in _YEARLY:
        return
    year = previous = legal_year(day_before(legal_year(bench.dates.as_of).first))
    first = first_day_on_record(bench.partnership)
    while year == previous or (first is not None and first <= year.last):
        for case in _on(bench, rule, year.last, year):
            yield case, year == previous
        year = legal_year(day_before(year.first))


def _on(bench: Bench, rule: DutyRule, day: date, period: Period | None) -> Iterator[DutyCase]:
    """The cases of that day under the law of that day; none where the duty or the partnership was not there."""
    profile = bench.partnership.profile
    if profile is None or (profile.ends is not None and profile.ends.on <= day):
        return
    duty = bench.law.duty(rule.id)
    law = bench.law.on(profile.nation, day)
    version = law.version(rule.id)
    if version is None:
        return
    if period is None and duty.period in _YEARLY:
        period = legal_year(day)
    for subject in _subjects(bench, rule, duty, day):
        yield DutyCase(
            bench.partnership, law, day, bench.dates.as_of, bench.dates.today, bench.shipped,
            version=version, subject=subject, period=period,
        )  # fmt: skip


def _subjects(bench: Bench, rule: DutyRule, duty: Duty, day: date) -> tuple[Body | None, ...]:
    """The bodies the duty is judged for; None: the partnership as a whole, or no such body on record."""
    function = function_of(rule, duty)
    if function is None:
        return (None,)
    return bench.partnership.bodies_on(day, function) or (None,)


def first_day_on_record(partnership: Partnership) -> date | None:
    """The earliest day of a meeting or a document; what lies before it was never recorded and is not judged."""
    meetings = (meeting.date for meeting in partnership.meetings)
    dated = (document.dated for document in partnership.documents)
    documents = (day.earliest for day in dated if day is not None and day.year is not None)
    return min(chain(meetings, documents), default=None)
